import { agendaOf } from '../agenda/agenda.ts';
import { rule, stops, type Diagnostic, type Place } from '../diagnostics/diagnostic.ts';
import { DocumentStyles } from '../documents.ts';
import type { Project } from '../pipeline.ts';
import type { Printer } from '../print/printer.ts';
import { longDate } from '../records/dates.ts';
import { writeOutputs } from '../write.ts';
import type { Desk, OnePack, PackAsked } from './desk.ts';
import { contentsOf, keep, publishedAlready } from './keep.ts';
import { clearLeftOver, clearPages } from './left-over.ts';
import { publicPack, restrictedPack } from './one-pack.ts';
import { readPublished } from './published.ts';
import { supplementPack } from './supplement.ts';
import { resultOf, toldOf, type PackResult } from './tell.ts';

/** What was made, for people and for programs. */
export interface PacksMade {
  told: string[];
  result: PackResult[];
  diagnostics: Diagnostic[];
  /** Text of files, for code frames. */
  texts: ReadonlyMap<string, string>;
}

const changed = rule(
  'pack/changed-since-published',
  'warning',
  'Members have the published paper before them; what is different must reach them in a supplement.',
);
const noDay = rule('pack/no-day', 'error', 'What is published bears the day on which it was.');

/** Makes the packs of a meeting, or a supplement, and writes them: each of them whole or not at all. */
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
  diagnostics.push(...ofPublishing(desk, asked));
  if (stops(diagnostics)) return made;
  const packs = await packsOf(desk, asked);
  for (const one of packs) diagnostics.push(...one.diagnostics);
  if (stops(diagnostics)) return made;
  for (const one of packs) {
    if (!one.made || !one.files) {
      made.told.push('No paper on this agenda holds anything exempt: there is no restricted pack.');
      continue;
    }
    diagnostics.push(...writeOutputs(project.world, one.files));
    if (stops(diagnostics)) return made;
    clearPages(desk, one.files);
    if (one.called === 'public') diagnostics.push(...(await clearLeftOver(desk, asked.out, one.files)));
    made.result.push(resultOf(one.called, one.files, one.made));
    made.told.push(...toldOf(project, one.called, one.files, one.made));
  }
  if (asked.publish === true) publish(desk, asked, packs, made);
  return made;
}

async function packsOf(desk: Desk, asked: PackAsked): Promise<OnePack[]> {
  if (asked.supplement !== undefined) return [await supplementPack(desk, asked.supplement, asked)];
  const packs: OnePack[] = [];
  if (asked.only !== 'restricted') {
    const open = await publicPack(desk, asked);
    open.diagnostics.push(...sinceThen(desk, open));
    packs.push(open);
  }
  if (asked.only !== 'public') packs.push(await restrictedPack(desk, asked));
  return packs;
}

/** What is different now from what was published, and goes out in no supplement. */
function sinceThen({ project, agenda }: Desk, { papers }: OnePack): Diagnostic[] {
  const before = readPublished(project.world, agenda.meeting.id);
  if (!before) return [];
  const day = longDate(before.published);
  const gone = before.items
    .filter(({ id }) => !papers.some(({ name }) => name === id))
    .map(({ title }) =>
      changed.at(
        { file: agenda.meeting.source.file },
        `“${title}” was in the pack published on ${day} and is not in this one.`,
        'Tell members and the public of it in a supplement. If it is exempt by now, take the published pack off the web site.',
      ),
    );
  const different = papers.flatMap((paper) => {
    const then = before.items.find(({ id }) => id === paper.name);
    if (then?.content === contentsOf(paper) || paper.item.entry?.replaces !== undefined) return [];
    const message = then
      ? `“${paper.item.title}” is not what it was in the pack published on ${day}.`
      : `“${paper.item.title}” was not in the pack published on ${day}.`;
    const hint =
      'Send it out in a supplement: write `supplement: A` and, for a paper that was published, `replaces:` with what is different.';
    return [changed.at(paper.place, message, hint)];
  });
  return [...different, ...gone];
}

/** What is published and when: the pack on the day of the agenda, a supplement on its own. */
function toPublish(
  { agenda: { meeting } }: Desk,
  { supplement }: PackAsked,
): { day: string | undefined; place: Place; what: string } {
  if (supplement === undefined)
    return { day: meeting.value.published, place: { file: meeting.source.file }, what: 'The pack' };
  const index = meeting.value.supplements?.findIndex(({ letter }) => letter === supplement) ?? -1;
  const day = meeting.value.supplements?.[index]?.published;
  const place = index < 0 ? { file: meeting.source.file } : meeting.source.at(['supplements', index]);
  return { day, place, what: `Supplement ${supplement}` };
}

function ofPublishing(desk: Desk, asked: PackAsked): Diagnostic[] {
  if (asked.publish !== true) return [];
  const { day, place, what } = toPublish(desk, asked);
  if (day === undefined && asked.supplement === undefined)
    return [
      noDay.at(
        place,
        'The meeting’s record does not say on which day its agenda is published.',
        'Write `published:` with the day, as 2026-01-05.',
      ),
    ];
  const before = readPublished(desk.project.world, desk.agenda.meeting.id, asked.supplement);
  if (!before) return [];
  return [
    publishedAlready.at(
      place,
      `${what} was published on ${longDate(before.published)}.`,
      'Send what is different out in another supplement. Without --publish it is made as it would be now.',
    ),
  ];
}

function publish(desk: Desk, asked: PackAsked, packs: readonly OnePack[], made: PacksMade): void {
  const { day, place } = toPublish(desk, asked);
  const one = packs.find(({ called }) => called !== 'restricted');
  if (!one?.made || !one.files || day === undefined) return;
  const { folder, diagnostics } = keep(desk.project, {
    ...{ meeting: desk.agenda.meeting.id, day, place, out: asked.out },
    ...{ made: one.made, papers: one.papers, files: one.files },
    ...(asked.supplement === undefined ? {} : { supplement: asked.supplement }),
  });
  made.diagnostics.push(...diagnostics);
  if (folder !== undefined) made.told.push(`Published, and kept in ${folder}.`);
}
