import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { schemaDiagnostics } from '../records/issues.ts';
import { keepRecord, readOnce } from '../records/kept-record.ts';
import { textForFrames, type Entry } from '../records/load.ts';
import { readText } from '../records/read.ts';
import type { World } from '../world.ts';

/** Where an outline stands. */
interface OutlineFile {
  /** The house style it is of. */
  style: string;
  path: string;
  /** As messages name it. */
  file: string;
}

/**
 * Reads an outline by its schema, or takes what an earlier run of this program made of the same text.
 * @param kind tells what was kept by one schema from what was by another
 */
export function readOutline<S extends z.ZodType>(
  world: World,
  { style, path, file }: OutlineFile,
  kind: string,
  schema: () => S,
): { style?: Entry<z.output<S>>; diagnostics: Diagnostic[]; text?: { file: string; text: string } } {
  const found = readText(world, path, file);
  if (!('text' in found)) return { diagnostics: found.diagnostics, ...forFrames(world, path, file) };
  const { known, read, diagnostics } = readOnce(world.kept, kind, { id: style, file }, found.text);
  // What is kept was made by this schema.
  if (known) return { style: known as Entry<z.output<S>>, diagnostics, text: { file, text: found.text } };
  if (!read) return { diagnostics, ...forFrames(world, path, file) };
  const { source, plain } = read;
  const text = { file, text: source.text };
  const parsed = schema().safeParse(plain);
  if (!parsed.success) return { diagnostics: schemaDiagnostics(source, plain, parsed.error.issues), text };
  if (world.kept) keepRecord(world.kept, kind, source.text, { value: parsed.data, plain });
  return { style: { id: style, source, plain, value: parsed.data }, diagnostics: [], text };
}

function forFrames(world: World, path: string, file: string): { text?: { file: string; text: string } } {
  const text = textForFrames(world, path);
  return text === undefined ? {} : { text: { file, text } };
}
