import { rule, stops, type Diagnostic, type Place } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { collect } from './collect.ts';
import type { Desk, OnePack, PackAsked } from './desk.ts';
import { makePack } from './make.ts';
import { filesOf, inFolder, isDraft, leaks, publicPack, uncleared } from './one-pack.ts';
import { supplementEntries } from './plan.ts';
import { allPublished } from './published.ts';
import type { Pages } from './settle.ts';
import { supplementFront } from './sheets.ts';
import { webPack } from './web.ts';

const noSuch = rule(
  'pack/no-such-supplement',
  'error',
  'Members would look for a supplement that is not there.',
);
const empty = rule('pack/empty-supplement', 'error', 'A supplement without a paper tells members nothing.');
const unpublished = rule(
  'pack/not-published',
  'warning',
  'The page numbers of a supplement follow on from those that members have before them.',
);

/** What went out before a supplement. */
interface Before {
  /** The number of the last page. */
  last: number;
  /** By item, where its paper was. */
  pages: ReadonlyMap<string, Pages>;
}

/**
 * Makes a supplement, without writing it: late papers and papers that take the place of published ones, with page numbers
 * that follow on from all that went out before.
 */
export async function supplementPack(desk: Desk, letter: string, asked: PackAsked): Promise<OnePack> {
  const { agenda } = desk;
  const { meeting } = agenda;
  const called = `supplement ${letter}`;
  const index = meeting.value.supplements?.findIndex((one) => one.letter === letter) ?? -1;
  if (index < 0) {
    const letters = (meeting.value.supplements ?? []).map((one) => one.letter);
    const found = noSuch.at(
      { file: meeting.source.file },
      `The meeting’s record has no supplement ${letter}.`,
      letters.length === 0
        ? 'Write `supplements:` with a letter and the day on which it goes out.'
        : didYouMean(letter, letters, 'Its supplements'),
    );
    return { called, papers: [], diagnostics: [found] };
  }
  const place = meeting.source.at(['supplements', index]);
  const { papers, diagnostics } = await collect(desk, supplementEntries(agenda, letter), 'public');
  const one: OnePack = { called, papers, diagnostics };
  diagnostics.push(...uncleared(papers, asked.draft));
  if (papers.length === 0 && !stops(diagnostics)) diagnostics.push(nothing(place, letter));
  if (stops(diagnostics)) return one;
  const before = await beforeIt(desk, letter, asked, place);
  diagnostics.push(...before.diagnostics);
  if (stops(diagnostics)) return one;
  const front = supplementFront(desk, letter, before.pages);
  const made = await makePack(desk, {
    ...{ kind: 'supplement', called: `Supplement ${letter}`, papers, front },
    first: before.last + 1,
    draft: papers.some(isDraft),
  });
  diagnostics.push(...made.diagnostics);
  if (!made.value || stops(diagnostics)) return one;
  const items = agenda.items.filter((item) => item.part === 'public' && item.entry?.supplement === letter);
  const web = webPack(desk, { front, items, papers, supplement: letter });
  diagnostics.push(...web.diagnostics);
  if (!web.value || stops(diagnostics)) return one;
  const name = `supplement-${letter.toLowerCase()}`;
  const files = filesOf(`${meeting.id}-${name}.pdf`, made.value.pdf, name, web.value);
  diagnostics.push(...(await leaks(desk, files, papers)));
  return stops(diagnostics) ? one : { ...one, made: made.value, files: inFolder(asked.out, files) };
}

function nothing(place: Place, letter: string): Diagnostic {
  return empty.at(
    place,
    `No item goes out in supplement ${letter}.`,
    `Write \`supplement: ${letter}\` below the item that does.`,
  );
}

/** What went out before: as it was published, else as it would be made now. */
async function beforeIt(
  desk: Desk,
  letter: string,
  asked: PackAsked,
  place: Place,
): Promise<Before & { diagnostics: Diagnostic[] }> {
  const { project, agenda } = desk;
  const published = allPublished(project.world, agenda.meeting.id).filter(
    ({ supplement }) => supplement === undefined || supplement < letter,
  );
  const missing = (agenda.meeting.value.supplements ?? [])
    .map((one) => one.letter)
    .filter((one) => one < letter && !published.some(({ supplement }) => supplement === one));
  if (published.length > 0 && missing.length === 0) {
    // Of a paper that was replaced before, the latest one is replaced.
    const pages = new Map(published.flatMap(({ items }) => items.map(({ id, pages: at }) => [id, at])));
    return { last: Math.max(...published.map(({ pages: at }) => at.last)), pages, diagnostics: [] };
  }
  const packs: OnePack[] = [await publicPack(desk, asked)];
  for (const one of missing.sort()) packs.push(await supplementPack(desk, one, asked));
  const found = packs.flatMap(({ diagnostics }) => diagnostics.filter((d) => stops([d])));
  const pages = new Map(packs.flatMap(({ made }) => [...(made?.pages ?? [])]));
  const what =
    published.length === 0
      ? 'The pack has not been published'
      : `Supplement ${missing.join(', ')} has not been published`;
  const warning = unpublished.at(
    place,
    `${what} with --publish, so the pages are counted on from what would be made now.`,
    'Run `npx scrutineer pack` with --publish on the day the pack goes out; it is then kept as members have it.',
  );
  return {
    last: Math.max(0, ...[...pages.values()].map((at) => at.last)),
    pages,
    diagnostics: [...found, warning],
  };
}
