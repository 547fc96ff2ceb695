import { basename, dirname, join, sep } from 'node:path';
import { stops, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import { manifestOf, outputsOf, type Outputs } from '../outputs.ts';
import { makeReport, type Project } from '../pipeline.ts';
import type { Printer } from '../print/printer.ts';
import { loadRecords } from '../records/load.ts';
import { isIdentifier } from '../records/names.ts';
import { isNoun, nouns } from '../records/nouns.ts';
import { manifestFile, sha256 } from '../travel/manifest.ts';
import { recordFile, type TravellingRecord } from '../travel/record.ts';
import { version } from '../version.ts';
import type { Files, World } from '../world.ts';
import type { Edition } from './edition.ts';
import { programName } from './program.ts';
import { notMadeAgain, otherBytes } from './rules.ts';
import { checkSnapshot } from './snapshot.ts';
import { editionFolder, editionPath, recordOf, styleFolder, worldOfStyle } from './store.ts';

/** An edition made anew. */
export interface Rebuilt {
  files: Outputs;
  /** Whether each file that was issued came out byte for byte as it was, by its name. */
  same: Record<string, boolean>;
}

/**
 * Makes an edition anew from what was kept with it: its record, its style and its wording. What the project's data
 * and house styles say now is not read, and nothing is written.
 * @param folder the folder that the files are for
 */
export async function rebuildEdition(
  world: World,
  edition: Edition,
  folder: string,
  printer: Printer,
): Promise<Result<Rebuilt>> {
  const record = recordOf(world, edition.paper, edition.number);
  const diagnostics = [...record.diagnostics, ...checkSnapshot(world, edition.snapshot)];
  if (!record.value || stops(diagnostics)) return { value: undefined, diagnostics };

  const project = projectOf(world, edition, record.value);
  const made = await makeReport(project, edition.report, edition.style);
  const name = `${edition.paper}-edition-${String(edition.number)}`;
  const base = join(folder, name, name);
  const outputs = await outputsOf(made, base, printer, true);
  const against = [...made.diagnostics, ...outputs.diagnostics].filter((d) => stops([d]));
  if (!made.ready || !outputs.value) {
    const machine = against.filter((d) => d.severity === 'machine');
    if (machine.length > 0) return { value: undefined, diagnostics: machine };
    return {
      value: undefined,
      diagnostics: [otherVersion(edition), ...against.map((d) => inEdition(d, edition))],
    };
  }
  const { files, printed } = outputs.value;
  const same = Object.fromEntries(
    [...files].map(([path, bytes]) => {
      const file = basename(path);
      return [file, edition.outputs[file]?.sha256 === sha256(bytes)];
    }),
  );
  const differ = Object.keys(same).filter((file) => same[file] !== true);
  const told = outputs.diagnostics.filter((d) => d.rule.startsWith('print/'));
  if (differ.length > 0) told.push(differs(edition, differ, printed?.browser ?? ''));
  files.set(`${base}.manifest.json`, manifestFile(manifestOf(made, made.ready, outputs.value, [])));
  return { value: { files, same }, diagnostics: told };
}

/** The project as far as it was kept with an edition. Whether it is fit to go out was settled when it was issued. */
function projectOf(world: World, edition: Edition, record: TravellingRecord): Project {
  const root = join(world.root, editionFolder(edition.paper, edition.number));
  const kept = new Map<string, Uint8Array>();
  for (const [name, plain] of Object.entries(record.records)) {
    const [noun = '', id = ''] = name.split('/');
    if (!isNoun(noun) || !isIdentifier(id)) continue;
    const path = join(root, 'data', nouns[noun].folder, `${id}.yaml`);
    kept.set(path, new TextEncoder().encode(recordFile(noun, plain)));
  }
  const files = withFiles(world.files, join(root, 'data'), kept);
  const then = { ...worldOfStyle(world, edition), root, files };
  const { records, diagnostics } = loadRecords(then, [edition.report]);
  const { texts } = records;
  const styles = { styles: new Map(), stylesUnderWay: new Map() };
  return { world: then, records, diagnostics, texts, ...styles, settled: true };
}

/** The same files, but in one folder those that are given and no others. */
function withFiles(files: Files, folder: string, given: ReadonlyMap<string, Uint8Array>): Files {
  const isInside = (path: string): boolean => path.startsWith(`${folder}${sep}`);
  return {
    ...files,
    read: (path) => given.get(path) ?? files.read(path),
    size: (path) => (isInside(path) ? given.get(path)?.length : files.size(path)),
    list: (path) =>
      isInside(path)
        ? [...given.keys()].filter((file) => dirname(file) === path).map((file) => basename(file))
        : files.list(path),
  };
}

/** Why files come out otherwise than they were issued: the first reason that can be known. */
function differs(edition: Edition, files: readonly string[], browser: string): Diagnostic {
  const { number } = edition;
  const reasons: string[] = [];
  if (edition.scrutineer !== version)
    reasons.push(`Scrutineer is ${version} and was ${edition.scrutineer} when the edition was issued`);
  else if (edition.program !== programName())
    reasons.push(
      `Scrutineer ${version} is not the same program any more (${programName()}; it was ${edition.program} when the edition was issued)`,
    );
  if (edition.browser !== browser)
    reasons.push(`the browser is ${browser} and was ${edition.browser} when the edition was issued`);
  const names = files.join(' and ');
  return otherBytes.at(
    { file: editionPath(edition.paper, number) },
    `${names} ${files.length === 1 ? 'is' : 'are'} not byte for byte what was issued: ${
      reasons.length > 0
        ? `${reasons.join(', and ')}.`
        : 'neither Scrutineer nor the browser is another, so the computer has other fonts or settings.'
    }`,
    `Give out the file in ${editionFolder(edition.paper, number)}/, which is the one that was issued.`,
  );
}

function otherVersion({ paper, number, scrutineer, program, browser }: Edition): Diagnostic {
  const other =
    scrutineer === version
      ? `a Scrutineer ${version} that was not quite this one (${program})`
      : `Scrutineer ${scrutineer}`;
  return notMadeAgain.at(
    { file: editionPath(paper, number) },
    `Edition ${String(number)} was made with ${other}; this is ${version}, which cannot make it anew.`,
    `Use the files in ${editionFolder(paper, number)}/, or make it with ${other} and ${browser}.`,
  );
}

/** What is said of a record or a template, said of the copy of it that was kept. */
function inEdition({ range, ...diagnostic }: Diagnostic, { paper, number, snapshot }: Edition): Diagnostic {
  const { file } = diagnostic;
  if (file?.startsWith('templates/') === true)
    return {
      ...diagnostic,
      file: `${styleFolder(snapshot)}/${file.slice('templates/'.length)}`,
      ...(range ? { range } : {}),
    };
  return { ...diagnostic, file: editionPath(paper, number) };
}
