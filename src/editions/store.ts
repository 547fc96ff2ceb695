import { join } from 'node:path';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { isIdentifier } from '../records/names.ts';
import type { TravellingRecord } from '../travel/record.ts';
import type { World } from '../world.ts';
import { readEdition, readEditionRecord, takeBack, type Edition } from './edition.ts';
import { damaged, missing } from './rules.ts';

export type { Edition } from './edition.ts';

/**
 * Where issued editions are kept: `editions/<paper>/<n>/`, beside `data/` and `out/`. Once such a folder is there,
 * Scrutineer writes nothing into it any more. The styles that editions were set in stand in `editions/styles/`.
 */
export const editionsFolder = 'editions';

/** The folder of styles, which no paper can have the name of. */
export const stylesFolder = 'styles';

/** The name of a paper's folder and files: its report's, with the style's where that is not the report's own. */
export function paperName(report: string, style: string, own: string | undefined): string {
  return style === own ? report : `${report}-${style}`;
}

/** The papers of which editions were issued. */
export function issuedPapers(world: World): string[] {
  return world.files
    .list(join(world.root, editionsFolder))
    .filter((name) => name !== stylesFolder && isIdentifier(name) && editionNumbers(world, name).length > 0);
}

/** The numbers of a paper's editions, the first first, whether or not they can be read. */
export function editionNumbers(world: World, paper: string): number[] {
  return world.files
    .list(join(world.root, editionsFolder, paper))
    .filter((name) => /^[1-9][0-9]{0,8}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

/** A paper's editions, the first first. Those that cannot be read are left out: see {@link editionsOf}. */
export function listEditions(world: World, paper: string): Edition[] {
  return editionsOf(world, paper).editions;
}

/** The edition of a paper that was issued last, undefined where there is none or it cannot be read. */
export function latestEdition(world: World, paper: string): Edition | undefined {
  const number = editionNumbers(world, paper).at(-1);
  return number === undefined ? undefined : readOne(world, paper, number).value;
}

/** The record that an edition was made from, as it travels with the paper; undefined where it cannot be read. */
export function editionRecord(world: World, paper: string, n: number): TravellingRecord | undefined {
  return recordOf(world, paper, n).value;
}

/**
 * The same world with the house styles as they were when an edition was issued: `loadStyle` and `loadLayout` find
 * the edition's style under its name, and no other.
 */
export function worldOfStyle(world: World, edition: Pick<Edition, 'snapshot'>): World {
  return { ...world, templates: join(world.root, styleFolder(edition.snapshot)) };
}

/** A paper's editions with all that is wrong with those that cannot be read. */
export function editionsOf(world: World, paper: string): { editions: Edition[]; diagnostics: Diagnostic[] } {
  const read = editionNumbers(world, paper).map((n) => readOne(world, paper, n));
  return {
    editions: read.flatMap(({ value }) => (value ? [value] : [])),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** One edition, or why it cannot be read. */
export function readOne(world: World, paper: string, n: number): Result<Edition> {
  const file = editionPath(paper, n);
  const text = textOf(world, file);
  if ('diagnostics' in text) return text;
  const { value, diagnostics } = readEdition(text.text, file);
  if (!value || (value.paper === paper && value.number === n)) return { value, diagnostics };
  const says = `edition ${String(value.number)} of ${value.paper}`;
  return {
    value: undefined,
    diagnostics: [damaged.at({ file }, `It is ${says}, and stands in the folder of another.`, takeBack)],
  };
}

/** The record that an edition was made from, or why it cannot be read. */
export function recordOf(world: World, paper: string, n: number): Result<TravellingRecord> {
  const file = editionPath(paper, n);
  const text = textOf(world, file);
  return 'diagnostics' in text ? text : readEditionRecord(text.text, file);
}

/** An edition's folder, from the project's folder. */
export function editionFolder(paper: string, n: number): string {
  return `${editionsFolder}/${paper}/${String(n)}`;
}

/** The file that tells of an edition, from the project's folder. */
export function editionPath(paper: string, n: number): string {
  return `${editionFolder(paper, n)}/edition.yaml`;
}

/** Where a style of editions is kept, from the project's folder. */
export function styleFolder(snapshot: string): string {
  return `${editionsFolder}/${stylesFolder}/${snapshot}`;
}

function textOf(
  world: World,
  file: string,
): { text: string } | { value: undefined; diagnostics: Diagnostic[] } {
  const path = join(world.root, file);
  if (world.files.size(path) === undefined)
    return {
      value: undefined,
      diagnostics: [missing.at({ file }, `There is no ${file}, which says what was issued.`, takeBack)],
    };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(world.files.read(path)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = code.startsWith('E') && !code.startsWith('ERR_') ? 'you may not open it' : 'it is not text';
    return {
      value: undefined,
      diagnostics: [damaged.at({ file }, `It cannot be read: ${why}.`, takeBack)],
    };
  }
}
