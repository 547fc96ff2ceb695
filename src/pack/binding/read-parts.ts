import type { PDFContext } from '@cantoo/pdf-lib';
import { stops, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import { broken, describeForeign, encrypted, isEncrypted, untagged } from './foreign.ts';
import type { BoundPart } from './part.ts';
import { readPart, type ReadPart } from './read-part.ts';
import { foreignClaimsNothing } from './rules.ts';

/** All parts of a pack, in one context. */
export interface ReadParts {
  parts: ReadPart[];
  /** Those from elsewhere that have tags. */
  tagged: Set<ReadPart>;
}

/** Reads every part, and says what is wrong with those from elsewhere. */
export async function readParts(
  context: PDFContext,
  parts: readonly BoundPart[],
  firstPage: number,
): Promise<Result<ReadParts>> {
  const diagnostics: Diagnostic[] = [];
  const read: ReadParts = { parts: [], tagged: new Set() };
  let next = firstPage;
  for (const part of parts) {
    if (read.parts.some((other) => other.part.id === part.id))
      throw new Error(`two parts are called ${part.id}`);
    if (part.kind === 'own') {
      read.parts.push(await readPart(context, part, next));
    } else {
      const found = await readForeign(context, part, next);
      diagnostics.push(...found.diagnostics);
      if (!found.value) continue;
      read.parts.push(found.value.part);
      if (found.value.tagged) read.tagged.add(found.value.part);
    }
    next = (read.parts.at(-1)?.last ?? next - 1) + 1;
  }
  if (read.parts.length === 0 && diagnostics.length === 0) throw new Error('it has no parts');
  return { value: stops(diagnostics) ? undefined : read, diagnostics };
}

async function readForeign(
  context: PDFContext,
  part: BoundPart,
  first: number,
): Promise<Result<{ part: ReadPart; tagged: boolean }>> {
  const file = { name: part.name ?? part.bookmark, place: part.place, id: part.id };
  if (isEncrypted(part.pdf)) return { value: undefined, diagnostics: [encrypted(file)] };
  try {
    const read = await readPart(context, part, first);
    const { tagged } = describeForeign(context, read.catalog, read.leaves);
    const message = `The pack claims no standard, because it holds ${file.name}.`;
    const hint = 'Where you can, have its content as a report or an appendix of your own.';
    const nothing = { ...foreignClaimsNothing.at(part.place, message, hint), report: part.id };
    return { value: { part: read, tagged }, diagnostics: [...(tagged ? [] : [untagged(file)]), nothing] };
  } catch (error) {
    return { value: undefined, diagnostics: [broken(file, error)] };
  }
}
