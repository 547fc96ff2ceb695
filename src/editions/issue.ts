import { join } from 'node:path';
import { stops, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { leaksIn } from '../exempt/guard.ts';
import { ofNoEdition } from '../exempt/rules.ts';
import { manifestOf, outputsOf, type MadeFiles } from '../outputs.ts';
import { makeReport, styleOf, type Made, type Project, type Ready } from '../pipeline.ts';
import type { Printer } from '../print/printer.ts';
import { longDate } from '../records/dates.ts';
import { manifestFile, sha256, sha256OfFile, type Manifest } from '../travel/manifest.ts';
import type { World } from '../world.ts';
import { editionFile, isSame, takeBack, type Edition } from './edition.ts';
import { keep, keepStyle } from './keep.ts';
import { early, moving, otherPaper, unchanged } from './rules.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';
import { editionFolder, editionNumbers, paperName, readOne, recordOf, stylesFolder } from './store.ts';

/** What is to be issued, and what is said of it. */
export interface Issuing {
  report: string;
  /** The house style to set it in, instead of its own. */
  style: string | undefined;
  by: string;
  reason: string;
  /** YYYY-MM-DD. */
  date: string;
  /** Issues it although nothing has changed, or although the latest edition cannot be read. */
  again: boolean;
}

/** An edition that was issued, or all that stands against it. */
export interface Issued {
  edition: Edition | undefined;
  diagnostics: Diagnostic[];
}

/** Makes a paper and keeps it as its next edition. What was issued before stands as it was, whatever happens. */
export async function issueEdition(project: Project, issuing: Issuing, printer: Printer): Promise<Issued> {
  const { world } = project;
  const made = await makeReport(project, issuing.report, issuing.style);
  const nothing = made.withheld && ofNoEdition(project.records.report.get(issuing.report));
  if (nothing) return { edition: undefined, diagnostics: [...made.diagnostics, nothing] };
  const said = [...made.diagnostics, ...made.remarks()];
  if (!made.ready || stops(said)) return { edition: undefined, diagnostics: said };
  const refuse = (...against: Diagnostic[]): Issued => ({
    edition: undefined,
    diagnostics: [...said, ...against],
  });

  if (made.draft) {
    const { cannotGoOut } = await import('../draft/rules.ts');
    return refuse(cannotGoOut(made.draft, project.records.report.get(issuing.report)?.source));
  }

  const paper = paperName(issuing.report, made.style, styleOf(project, issuing.report));
  const snapshot = takeSnapshot(world, made.style);
  const changing = stillTheSame(made.ready, snapshot);
  if (changing) return refuse(changing);
  // Nobody should wait for a browser to be told that there is nothing to issue.
  const before = against(world, paper, issuing, made.ready, snapshot);
  if (before.length > 0) return refuse(...before);
  const { value, diagnostics } = await outputsOf(made, paper, printer, true);
  if (value?.printed) said.push(...made.ready.ofSides(value.printed.sides));
  if (!value || stops([...said, ...diagnostics])) return refuse(...diagnostics);
  const manifest = manifestOf(made, made.ready, value, said);
  said.push(...diagnostics);

  const failed = keepStyle(world, snapshot);
  if (failed) return refuse(failed);
  for (;;) {
    // Somebody else may have issued one while this was printed.
    const since = against(world, paper, issuing, made.ready, snapshot);
    if (since.length > 0) return refuse(...since);
    const number = (editionNumbers(world, paper).at(-1) ?? 0) + 1;
    const { edition, files } = filesOf(made, made.ready, value, manifest, {
      paper,
      number,
      snapshot,
      issuing,
    });
    const leaks = await leaksIn(made.ready, files);
    if (leaks.length > 0) return refuse(...leaks);
    const kept = keep(world, editionFolder(paper, number), files);
    if (kept === true) return { edition, diagnostics: said };
    if (kept !== false) return refuse(kept);
  }
}

/** What stands against issuing a paper now. */
function against(
  world: World,
  paper: string,
  issuing: Issuing,
  ready: Ready,
  { hash }: Snapshot,
): Diagnostic[] {
  if (paper === stylesFolder)
    return [
      otherPaper.at(
        { file: `data/reports/${issuing.report}.yaml` },
        'A paper called `styles` cannot be issued: the house styles of editions are kept under this name.',
        'Give the report another name.',
      ),
    ];
  const number = editionNumbers(world, paper).at(-1);
  if (number === undefined) return [];
  const { value: latest, diagnostics } = readOne(world, paper, number);
  if (!latest) return issuing.again ? [] : diagnostics.map(orAgain);
  const place = { file: `${editionFolder(paper, number)}/edition.yaml` };
  if (latest.report !== issuing.report)
    return [
      otherPaper.at(
        place,
        `Editions of \`${paper}\` are of the report ${latest.report} in the style ${latest.style}, not of ${issuing.report}.`,
        'Give one of the two reports another name.',
      ),
    ];
  if (issuing.date < latest.date)
    return [
      early.at(
        place,
        `Edition ${String(number)} was issued on ${longDate(latest.date)}, which is after ${longDate(issuing.date)}.`,
        'Give the day on which this edition is issued with --date, or leave it out for today.',
      ),
    ];
  if (issuing.again || latest.style !== ready.record.style || latest.snapshot !== hash) return [];
  const record = recordOf(world, paper, number);
  if (!record.value) return record.diagnostics.map(orAgain);
  if (!isSame(record.value, ready.record)) return [];
  return [
    unchanged.at(
      place,
      `Nothing has changed since edition ${String(number)}, issued on ${longDate(latest.date)} by ${latest.by}: neither the records nor the house style.`,
      'There is nothing to issue. If it must be issued all the same, add --again and say in --reason why.',
    ),
  ];
}

function orAgain(diagnostic: Diagnostic): Diagnostic {
  return {
    ...diagnostic,
    hint: `${diagnostic.hint ?? takeBack} If it is lost for good, add --again: the next number is used, and nothing is compared.`,
  };
}

/** A style that somebody saved while the paper was made is not the one that it was made in. */
function stillTheSame({ inputs }: Ready, { files }: Snapshot): Diagnostic | undefined {
  const moved = [...files].find(([file, bytes]) => {
    const before = inputs[`templates/${file}`];
    return before !== undefined && before !== sha256OfFile(file, bytes);
  });
  return moved
    ? moving.at(
        { file: `templates/${moved[0]}` },
        'The file was changed while the paper was made.',
        'Run the command again once nobody is working on the house style.',
      )
    : undefined;
}

function filesOf(
  made: Made,
  ready: Ready,
  { files }: MadeFiles,
  manifest: Manifest,
  {
    paper,
    number,
    snapshot,
    issuing,
  }: { paper: string; number: number; snapshot: Snapshot; issuing: Issuing },
): { edition: Edition; files: Map<string, Uint8Array> } {
  const name = `${paper}-edition-${String(number)}`;
  const named = new Map([...files].map(([path, bytes]) => [path.replace(paper, name), bytes]));
  const outputs = Object.fromEntries([...named].map(([file, bytes]) => [file, fingerprint(bytes)]));
  named.set(`${name}.manifest.json`, manifestFile({ ...manifest, outputs }));
  const edition: Edition = {
    paper,
    number,
    date: issuing.date,
    by: issuing.by,
    reason: issuing.reason,
    report: made.report,
    style: made.style,
    scrutineer: manifest.scrutineer,
    browser: manifest.browser ?? '',
    program: manifest.program,
    snapshot: snapshot.hash,
    outputs: Object.fromEntries([...named].map(([file, bytes]) => [file, fingerprint(bytes)])),
  };
  named.set('edition.yaml', editionFile(edition, ready.record));
  return { edition, files: named };
}

function fingerprint(bytes: Uint8Array): { sha256: string; bytes: number } {
  return { sha256: sha256(bytes), bytes: bytes.length };
}

/** Where the files of an edition stand, from the project's folder. */
export function filesOfEdition(edition: Edition): string[] {
  const folder = editionFolder(edition.paper, edition.number);
  return [...Object.keys(edition.outputs), 'edition.yaml'].map((file) =>
    join(folder, file).replaceAll('\\', '/'),
  );
}
