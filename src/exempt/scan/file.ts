import { stringsIn, surfacesOfHtml } from './html.ts';
import { packedIn, textsIn, withoutEntities, type Surface } from './surface.ts';

/** Everything that can be read in a file, whatever kind of file it is. What it is says its content before its name. */
export async function* filesIn(name: string, bytes: Uint8Array): AsyncGenerator<Surface> {
  yield { where: 'in its name', text: name.replaceAll(/[-_./\\]+/g, ' '), readable: true };
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (start.includes('%PDF-')) {
    const { surfacesOfPdf } = await import('./pdf.ts');
    yield* surfacesOfPdf(bytes);
  } else if (
    /\.(?:html?|svg|xml|xhtml)$/i.test(name) ||
    /^\s*(?:<!doctype html|<html|<svg|<\?xml)/i.test(start)
  ) {
    yield* surfacesOfHtml(bytes);
  } else if (isText(bytes)) yield* surfacesOfText(name, bytes);
  else for (const text of textsIn(bytes)) yield { where: 'in its bytes', text, readable: false };
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\u0000');
  } catch {
    return false;
  }
}

function* surfacesOfText(name: string, bytes: Uint8Array): Generator<Surface> {
  const text = new TextDecoder().decode(bytes);
  yield { where: 'in its text', text: withoutEntities(text), readable: true };
  // Lines that go on in the next one, as calendars fold them (RFC 5545, 3.1).
  if (/\r?\n[ \t]/.test(text))
    yield { where: 'in its text', text: text.replaceAll(/\r?\n[ \t]/g, ''), readable: true };
  if (name.endsWith('.json')) {
    try {
      for (const one of stringsIn(JSON.parse(text)))
        yield { where: 'in its text', text: one, readable: true };
    } catch {
      // Then it is text like any other.
    }
  }
  for (const held of packedIn(text))
    for (const one of textsIn(held)) yield { where: 'in base64', text: one, readable: false };
}
