import { join } from 'node:path';
import type { Agenda, AgendaItem } from '../agenda/agenda.ts';
import { placeOf } from '../agenda/item-facts.ts';
import type { Paper } from '../compose/paper.ts';
import { rule, stops, type Diagnostic, type Place } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Made, Project, Ready } from '../pipeline.ts';
import type { HtmlDocument } from '../render/document.ts';
import type { Renderer } from '../render/render.ts';
import { inspectForeign, type Foreign } from './binding/foreign.ts';
import type { Desk } from './desk.ts';
import { exemptPart } from './exempt-part.ts';
import { mattersPaper } from './matters.ts';
import { partName, type Entry } from './plan.ts';
import { reportOf } from './reports.ts';

/** A paper of a pack, made or read. */
export type PackPaper = { name: string; bookmark: string; item: AgendaItem; place: Place } & (
  | {
      kind: 'own';
      paper: Paper;
      html: HtmlDocument;
      render: Renderer['render'];
      /** Which report it is, with what travels with it; absent for other papers of ours. */
      report?: { id: string; ready: Ready };
    }
  | { kind: 'foreign'; file: string; pdf: Uint8Array; foreign: Foreign }
);

type OfReport = Required<
  Pick<Extract<PackPaper, { kind: 'own' }>, 'kind' | 'paper' | 'html' | 'render' | 'report'>
>;

/** The papers of a pack, with everything there is to say of them. */
export interface Collected {
  papers: PackPaper[];
  diagnostics: Diagnostic[];
}

const missingFile = rule('pack/missing-file', 'error', 'Members would look for a paper that is not there.');
const missingPaper = rule(
  'pack/missing-paper',
  'error',
  'A pack without one of its papers must not be published as if it were whole.',
);

/** Where the PDFs of others lie. */
export const filesFolder = 'data/files';

/** What stands in front of a paper's title in bookmarks and contents: "5. ", or nothing where the number is not known. */
function numberedTitle({ number, title }: AgendaItem): string {
  return number === undefined ? title : `${number}. ${title}`;
}

/** Makes the reports and reads the files of a pack. @param part which version of the reports */
export async function collect(
  desk: Desk,
  entries: readonly Entry[],
  part: 'public' | 'restricted',
): Promise<Collected> {
  const { project, agenda } = desk;
  const papers: PackPaper[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    const about = {
      name: partName(entry),
      bookmark: numberedTitle(entry.item),
      item: entry.item,
      place: placeOf(agenda, entry.item),
    };
    if (entry.kind === 'report') {
      const made = await reportOf(project, entry.report, part);
      diagnostics.push(...told(made, about.place));
      const { ready } = made;
      if (ready) papers.push({ ...about, ...ofReport(entry.report, ready, ready.paper) });
      continue;
    }
    if (entry.kind === 'matters') {
      const open = mattersPaper(desk);
      diagnostics.push(...open.diagnostics);
      if (open.value) papers.push({ ...about, kind: 'own', ...open.value });
      continue;
    }
    const read = await readFile(project, entry.file, about);
    diagnostics.push(...read.diagnostics);
    if (read.found) papers.push({ ...about, kind: 'foreign', file: entry.file, ...read.found });
  }
  return { papers, diagnostics };
}

/** The exempt parts of reports that are otherwise open, each on its own. */
export async function collectExemptParts(
  project: Project,
  agenda: Agenda,
  entries: readonly Entry[],
): Promise<Collected> {
  const papers: PackPaper[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'report') continue;
    const open = await reportOf(project, entry.report);
    // Only a report with something exempt in it knows of secrets.
    if (!open.ready?.secrets) continue;
    const whole = await reportOf(project, entry.report, 'restricted');
    const place = placeOf(agenda, entry.item);
    diagnostics.push(...told(whole, place));
    const paper = whole.ready && exemptPart(open.ready.paper, whole.ready.paper);
    if (!whole.ready || !paper) continue;
    const bookmark = `${numberedTitle(entry.item)}: exempt part`;
    const about = { name: partName(entry), bookmark, item: entry.item, place };
    papers.push({ ...about, ...ofReport(entry.report, whole.ready, paper) });
  }
  return { papers, diagnostics };
}

function ofReport(id: string, ready: Ready, paper: Paper): OfReport {
  return { kind: 'own', paper, html: ready.html, render: ready.render, report: { id, ready } };
}

/** What is said of a report that stands on an agenda; one that cannot be made stops the pack. */
function told(made: Made, place: Place): Diagnostic[] {
  const found = [...made.diagnostics, ...made.remarks()].filter(
    ({ rule: id }) => id !== 'exempt/whole-report',
  );
  if (made.ready || stops(found)) return found;
  const why =
    made.withheld === true ? 'is exempt as a whole and stands among the public items' : 'could not be made';
  const hint =
    made.withheld === true
      ? 'Move the item to `exempt_items`, or take `exempt` out of the report.'
      : 'Run `npx scrutineer check` to see what its records lack.';
  return [...found, missingPaper.at(place, `The report \`${made.report}\` ${why}.`, hint)];
}

async function readFile(
  { world }: Project,
  file: string,
  { name, place }: { name: string; place: Place },
): Promise<{ found?: { pdf: Uint8Array; foreign: Foreign }; diagnostics: Diagnostic[] }> {
  const folder = join(world.root, filesFolder);
  const path = join(folder, file);
  if (world.files.size(path) === undefined) {
    const hint = didYouMean(file, world.files.list(folder), `In ${filesFolder}`);
    return { diagnostics: [missingFile.at(place, `There is no ${filesFolder}/${file}.`, hint)] };
  }
  const pdf = world.files.read(path);
  const { value, diagnostics } = await inspectForeign(pdf, {
    name: `${filesFolder}/${file}`,
    place,
    id: name,
  });
  return value ? { found: { pdf, foreign: value }, diagnostics } : { diagnostics };
}
