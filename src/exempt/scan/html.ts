import { filesIn } from './file.ts';
import { packedIn, textsIn, withoutEntities, withoutPercents, type Surface } from './surface.ts';

/** Comments, data and styles, tags, declarations. */
const parts =
  /<!--([^]*?)(?:-->|$)|<(script|style)\b([^>]*)>([^]*?)(?:<\/\2\s*>|$)|<\/?([a-zA-Z][^\s>/]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|<[!?][^>]*>/gi;
const attributes = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const dataAddress = /data:([\w/+.-]*)((?:;[\w=.-]+)*),([^"')\s>]*)/gi;

/** Attributes that hold numbers of a drawing, and no words. */
const drawn = new Set(
  'd x y x1 x2 y1 y2 cx cy r rx ry width height viewbox transform points style dx dy stroke-width'.split(' '),
);

/** Everything in an HTML file. */
export async function* surfacesOfHtml(bytes: Uint8Array): AsyncGenerator<Surface> {
  const packed: [string, Uint8Array][] = [];
  const html = new TextDecoder()
    .decode(bytes)
    .replaceAll(dataAddress, (_, media: string, how: string, held: string) => {
      const data = /;base64/i.test(how)
        ? Buffer.from(withoutPercents(held), 'base64')
        : Buffer.from(withoutPercents(held));
      packed.push([media, data]);
      return 'data:';
    });
  yield { where: 'in its source', text: html, readable: false };
  const texts: string[] = [];
  let at = 0;
  for (const found of html.matchAll(parts)) {
    texts.push(html.slice(at, found.index));
    at = found.index + found[0].length;
    const [, comment, block, blockAttributes = '', inside = '', tag = '', tagAttributes] = found;
    if (comment !== undefined)
      yield { where: 'in an HTML comment', text: withoutEntities(comment), readable: true };
    if (block !== undefined) yield* surfacesOfBlock(block, blockAttributes, inside);
    yield* surfacesOfTag(block ?? tag, tagAttributes ?? blockAttributes);
    // Where a tag stands, a reader may or may not see a space.
    texts.push(
      block === undefined && /^(?:a|abbr|b|em|i|span|strong|sup|sub|u|ins|del|mark)$/i.test(tag)
        ? '\u0000'
        : ' ',
    );
  }
  texts.push(html.slice(at));
  const text = withoutEntities(texts.join(''));
  yield { where: 'in its text', text: text.replaceAll('\u0000', ''), readable: true };
  yield { where: 'in its text', text: text.replaceAll('\u0000', ' '), readable: true };
  for (const held of packedIn(html))
    for (const one of textsIn(held)) yield { where: 'in base64', text: one, readable: false };
  for (const [media, data] of packed)
    for await (const surface of filesIn(nameFor(media), data))
      yield { ...surface, where: `in a data address (${media}), ${surface.where}` };
}

/** A name that says what kind of file it is. */
function nameFor(media: string): string {
  const ending = media.split('/').at(-1)?.replace(/\+.*$/, '') ?? '';
  return `data.${ending === 'plain' ? 'txt' : ending}`;
}

function* surfacesOfBlock(block: string, how: string, inside: string): Generator<Surface> {
  if (/^style$/i.test(block)) {
    yield { where: 'in its styles', text: inside, readable: false };
    for (const [, , said = ''] of inside.matchAll(/content:\s*(["'])(.*?)\1/g))
      yield { where: 'in words that its styles print', text: said, readable: true };
    return;
  }
  const isRecord = /id=["']?record\b/.test(how);
  const where = isRecord ? 'in the record that travels in it' : 'in a block of data';
  try {
    for (const text of stringsIn(JSON.parse(inside))) yield { where, text, readable: true };
  } catch {
    yield { where, text: inside, readable: true };
  }
}

function* surfacesOfTag(tag: string, written: string): Generator<Surface> {
  for (const [, name = '', ...values] of written.matchAll(attributes)) {
    const value = withoutEntities(values.join(''));
    const where = /^(?:alt|aria-|title|desc)/i.test(name)
      ? `in its alternative text (\`${name}\`)`
      : `in the attribute \`${name}\` of a \`${tag.toLowerCase()}\``;
    yield { where, text: value, readable: !drawn.has(name.toLowerCase()) };
    if (value.includes('%'))
      yield {
        where,
        text: withoutPercents(value).replaceAll('+', ' '),
        readable: !drawn.has(name.toLowerCase()),
      };
  }
}

/** Every text in a value of JSON, names of entries included. */
export function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'number') yield String(value);
  else if (Array.isArray(value)) for (const item of value) yield* stringsIn(item);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inside] of Object.entries(value)) {
      yield key;
      yield* stringsIn(inside);
    }
}
