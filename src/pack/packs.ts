import { join } from 'node:path';
import { agendaOf } from '../agenda/agenda.ts';
import { rule, stops, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { DocumentStyles } from '../documents.ts';
import { contentOf } from '../outputs.ts';
import type { Project } from '../pipeline.ts';
import type { Printer } from '../print/printer.ts';
import { sha256 } from '../travel/manifest.ts';
import { version } from '../version.ts';
import { writeOutputs } from '../write.ts';
import type { Assembled } from './assemble.ts';
import { collect, collectExemptParts, filesFolder, type PackPaper } from './collect.ts';
import { agendaFront, makePack, type Desk } from './make.ts';
import { exemptEntries, publicEntries } from './plan.ts';
import { keepPublished, readPublished, type Published } from './published.ts';
import { secretsOfAgenda } from './secrets.ts';
import { webPack } from './web.ts';

/** How the packs of a meeting are to be made. */
export interface PackAsked {
  /** The folder of what the public may have. */
  out: string;
  /** The folder of what it may not have: never inside the other. */
  restrictedOut: string;
  only?: 'public' | 'restricted' | undefined;
  publish?: boolean | undefined;
  draft?: boolean | undefined;
}

/** What was made, for people and for programs. */
export interface PacksMade {
  told: string[];
  result: PackResult[];
  diagnostics: Diagnostic[];
  /** Text of files, for code frames. */
  texts: ReadonlyMap<string, string>;
}

interface PackResult {
  pack: 'public' | 'restricted' | 'published';
  files: string[];
  pages: number;
  /** Whether the PDF claims PDF/UA and PDF/A. */
  claims: boolean;
  items: { item: string; first: number; last: number }[];
}

const notCleared = rule(
  'pack/not-cleared',
  'error',
  'A report that somebody has not cleared goes out as if they had.',
);
const changed = rule(
  'pack/changed-since-published',
  'warning',
  'Members have the published paper before them; what is different must reach them in a supplement.',
);
const noDay = rule('pack/no-day', 'error', 'What is published bears the day on which it was.');
const published = rule('pack/published-already', 'error', 'A published pack stays as it was published.');

/** Makes the public and the restricted pack of a meeting. */
export async function makePacks(
  project: Project,
  printer: Printer,
  meeting: string,
  asked: PackAsked,
): Promise<PacksMade> {
  const documents = new DocumentStyles(project.world);
  const agenda = agendaOf(project.records, meeting);
  const concerned = [`data/meetings/${meeting}.yaml`, agenda?.council.source.file];
  const diagnostics = project.diagnostics.filter(({ file }) => concerned.includes(file));
  const made: PacksMade = { told: [], result: [], diagnostics, texts: documents.texts };
  if (!agenda || stops(diagnostics)) return made;
  const desk: Desk = { project, agenda, documents, printer, style: agenda.council.value.style };
  const open = asked.only === 'restricted' ? undefined : await publicPack(desk, asked);
  const closed = asked.only === 'public' ? undefined : await restrictedPack(desk, asked);
  diagnostics.push(...(open?.diagnostics ?? []), ...(closed?.diagnostics ?? []));
  if (stops(diagnostics)) return made;
  for (const one of [open, closed]) {
    if (!one?.made || !one.files) continue;
    diagnostics.push(...writeOutputs(project.world, one.files));
    if (stops(diagnostics)) return made;
    made.result.push(resultOf(one.kind, one.files, one.made));
    made.told.push(...toldOf(project, one.kind, one.files, one.made));
  }
  if (closed && !closed.made)
    made.told.push('Nothing on this agenda is exempt: there is no restricted pack.');
  if (asked.publish === true && open?.made && open.files) {
    const kept = keep(desk, open.made, open.papers, open.files, asked.out);
    if (typeof kept === 'string') made.told.push(`Published, and kept in ${kept}.`);
    else diagnostics.push(kept);
  }
  return made;
}

interface OnePack {
  kind: 'public' | 'restricted';
  made?: Assembled;
  files?: ReadonlyMap<string, Uint8Array>;
  papers: readonly PackPaper[];
  diagnostics: Diagnostic[];
}

async function publicPack(desk: Desk, { out, draft, publish }: PackAsked): Promise<OnePack> {
  const { project, agenda } = desk;
  const { papers, diagnostics } = await collect(project, agenda, publicEntries(agenda), 'public');
  const one: OnePack = { kind: 'public', papers, diagnostics };
  diagnostics.push(...uncleared(papers, draft), ...sinceThen(desk, papers), ...ofPublishing(desk, publish));
  if (stops(diagnostics)) return one;
  const pdf = await makePack(desk, {
    ...{ kind: 'public', called: 'Public pack', papers, first: 1 },
    draft: papers.some(isDraft),
    front: agendaFront(desk, 'public'),
  });
  diagnostics.push(...pdf.diagnostics);
  if (!pdf.value || stops(diagnostics)) return one;
  const pages = webPack(desk, papers);
  diagnostics.push(...pages.diagnostics);
  if (!pages.value || stops(diagnostics)) return one;
  const name = `${agenda.meeting.id}-pack`;
  const files = new Map([
    [`${name}.pdf`, pdf.value.pdf],
    ...[...pages.value].map(([path, bytes]) => [`pack/${path}`, bytes] as const),
  ]);
  diagnostics.push(...(await leaks(desk, files)));
  if (stops(diagnostics)) return one;
  return { ...one, made: pdf.value, files: new Map([...files].map(([path, b]) => [join(out, path), b])) };
}

async function restrictedPack(desk: Desk, { restrictedOut, draft }: PackAsked): Promise<OnePack> {
  const { project, agenda } = desk;
  const whole = await collect(project, agenda, exemptEntries(agenda), 'restricted');
  const parts = await collectExemptParts(project, agenda, publicEntries(agenda));
  const papers = [...parts.papers, ...whole.papers];
  const diagnostics = [...parts.diagnostics, ...whole.diagnostics, ...uncleared(papers, draft)];
  const one: OnePack = { kind: 'restricted', papers, diagnostics };
  if (papers.length === 0 || stops(diagnostics)) return one;
  const pdf = await makePack(desk, {
    ...{ kind: 'restricted', called: 'Restricted pack', papers, first: 1 },
    draft: papers.some(isDraft),
    front: agendaFront(desk, 'restricted'),
  });
  diagnostics.push(...pdf.diagnostics);
  if (!pdf.value || stops(diagnostics)) return one;
  const name = `${agenda.meeting.id}-restricted-pack.pdf`;
  return { ...one, made: pdf.value, files: new Map([[join(restrictedOut, name), pdf.value.pdf]]) };
}

/** Nothing exempt may stand in any file for the public, whatever made it. */
export async function leaks(desk: Desk, files: ReadonlyMap<string, Uint8Array>): Promise<Diagnostic[]> {
  const front = agendaFront(desk, 'public')(new Map(), {}).value;
  const secrets = front && (await secretsOfAgenda(desk.project, desk.agenda, front.paper));
  if (!secrets) return [];
  const { scanFiles } = await import('../exempt/scan.ts');
  return scanFiles(files, secrets);
}

const isDraft = (paper: PackPaper): boolean => paper.kind === 'own' && paper.paper.draft !== undefined;

export function uncleared(papers: readonly PackPaper[], draft: boolean | undefined): Diagnostic[] {
  if (draft === true) return [];
  return papers.flatMap((paper) => {
    if (paper.kind !== 'own' || !paper.paper.draft) return [];
    return [
      notCleared.at(
        paper.place,
        `The report \`${paper.report}\` is a draft. ${paper.paper.draft.words}`,
        'Have it cleared and write that under `clearance:` in the report; or make a draft of the pack with --draft.',
      ),
    ];
  });
}

/** What is different now from what was published. */
function sinceThen({ project, agenda }: Desk, papers: readonly PackPaper[]): Diagnostic[] {
  const before = readPublished(project.world, agenda.meeting.id);
  if (!before) return [];
  return papers.flatMap((paper) => {
    const then = before.items.find(({ id }) => id === paper.name);
    if (then?.content === contentsOf(paper) || paper.item.entry?.replaces !== undefined) return [];
    const message = then
      ? `“${paper.item.title}” is not what it was in the pack published on ${before.published}.`
      : `“${paper.item.title}” was not in the pack published on ${before.published}.`;
    const hint =
      'Send it out in a supplement: write `supplement: A` and, for a paper that was published, `replaces:` with what is different.';
    return [changed.at(paper.place, message, hint)];
  });
}

export function contentsOf(paper: PackPaper): string {
  return paper.kind === 'own' ? contentOf(paper.ready) : sha256(paper.pdf);
}

function ofPublishing({ project, agenda }: Desk, publish: boolean | undefined): Diagnostic[] {
  if (publish !== true) return [];
  const { meeting } = agenda;
  if (meeting.value.published === undefined)
    return [
      noDay.at(
        { file: meeting.source.file },
        'The meeting’s record does not say on which day its agenda is published.',
        'Write `published:` with the day, as 2026-01-05.',
      ),
    ];
  const before = readPublished(project.world, meeting.id);
  if (!before) return [];
  return [
    published.at(
      { file: meeting.source.file },
      `The pack of this meeting was published on ${before.published}.`,
      'Send what is different out in a supplement. Without --publish the pack is made as it would be now.',
    ),
  ];
}

function keep(
  { project, agenda }: Desk,
  made: Assembled,
  papers: readonly PackPaper[],
  files: ReadonlyMap<string, Uint8Array>,
  out: string,
): string | Diagnostic {
  const { meeting } = agenda;
  const named = new Map([...files].map(([path, bytes]) => [nameIn(out, path), bytes]));
  const record = publishedOf(meeting.id, meeting.value.published ?? '', made, papers, named);
  const folder = keepPublished(project.world, record, named);
  if (folder !== undefined) return shown(project, folder);
  return published.at(
    { file: meeting.source.file },
    'Somebody else has published the pack of this meeting just now.',
    'Look into `published/` before anything is sent out.',
  );
}

/** What is noted of a pack, or of a supplement, when it is published. */
export function publishedOf(
  meeting: string,
  day: string,
  made: Assembled,
  papers: readonly PackPaper[],
  files: ReadonlyMap<string, Uint8Array>,
  supplement?: string,
): Published {
  const none = { first: 0, last: 0 };
  return {
    scrutineer: version,
    meeting,
    ...(supplement === undefined ? {} : { supplement }),
    published: day,
    pages: spanOf(made),
    items: papers.map((paper) => ({
      id: paper.name,
      ...(paper.item.number === undefined ? {} : { number: paper.item.number }),
      title: paper.item.title,
      pages: made.pages.get(paper.name) ?? none,
      content: contentsOf(paper),
    })),
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)])),
  };
}

function spanOf({ pages }: Assembled): { first: number; last: number } {
  const all = [...pages.values()];
  return { first: Math.min(...all.map((p) => p.first)), last: Math.max(...all.map((p) => p.last)) };
}

export function resultOf(
  pack: PackResult['pack'],
  files: ReadonlyMap<string, Uint8Array>,
  made: Assembled,
): PackResult {
  const { first, last } = spanOf(made);
  return {
    pack,
    files: [...files.keys()],
    pages: last - first + 1,
    claims: made.claims,
    items: [...made.pages].map(([item, pages]) => ({ item, ...pages })),
  };
}

/** One line for each pack: where it is and how long. */
export function toldOf(
  project: Project,
  kind: string,
  files: ReadonlyMap<string, Uint8Array>,
  made: Assembled,
): string[] {
  const { first, last } = spanOf(made);
  const pages = last - first + 1;
  const [pdf = ''] = [...files.keys()].filter((path) => path.endsWith('.pdf'));
  const web = [...files.keys()].find((path) => path.endsWith('index.html'));
  const claims = made.claims
    ? 'PDF/UA-1 and PDF/A'
    : `claims no standard, as it holds papers from ${filesFolder}`;
  return [
    `${kind}: ${shown(project, pdf)} (${String(pages)} ${pages === 1 ? 'page' : 'pages'}; ${claims})`,
    ...(web === undefined ? [] : [`${kind}, as web pages: ${shown(project, web)}`]),
  ];
}

export const shown = ({ world }: Project, path: string): string =>
  path.startsWith(world.root) ? path.slice(world.root.length + 1).replaceAll('\\', '/') : path;

const nameIn = (folder: string, path: string): string => path.slice(folder.length + 1).replaceAll('\\', '/');
