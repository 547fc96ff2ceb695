import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import type { AgendaItem } from '../agenda/agenda.ts';
import { typeset } from '../compose/markdown.ts';
import { capital, listInWords } from '../compose/words.ts';
import { longDate } from '../records/dates.ts';
import type { Council } from '../records/council.ts';
import type { SiteFile } from './files.ts';
import type { InPack } from './in-pack.ts';
import { addressOf, linksTo } from './links.ts';
import type { CouncilSite, LoosePaper, SiteMeeting } from './meetings.ts';
import type { Link, ListedMeeting, ListedPaper, SitePage } from './page-shape.ts';

/** The colour of a council that has chosen none. */
const plainAccent = '#333333';

/** The page of a council's meetings and papers, as its template is given it. */
export async function sitePage({ council, meetings, loose }: CouncilSite, data: string): Promise<SitePage> {
  const { name, accent, bodies } = council.value;
  const ahead = meetings.filter((meeting) => meeting.ahead).reverse();
  return {
    council: name,
    title: 'Meetings and papers',
    accent: accent ?? plainAccent,
    ahead: await inTurn(ahead, (meeting) => listed(meeting, bodies, true)),
    bodies: await inTurn(Object.entries(bodies), ([id, body]) =>
      listedBody(id, body.name, bodies, meetings, loose),
    ),
    data,
  };
}

async function listedBody(
  id: string,
  name: string,
  bodies: Council['bodies'],
  meetings: readonly SiteMeeting[],
  loose: readonly LoosePaper[],
): Promise<SitePage['bodies'][number]> {
  const entries: { date?: string; list: () => Promise<ListedMeeting> }[] = [
    ...meetings
      .filter((meeting) => meeting.body === id && !meeting.ahead)
      .map((meeting) => ({ ...dated(meeting), list: () => listed(meeting, bodies, false) })),
    ...loose
      .filter((paper) => paper.body === id)
      .map((paper) => ({ ...dated(paper), list: () => listedLoose(paper, name) })),
  ].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : 0));
  const years = [...new Set(entries.map(({ date }) => yearOf(date)))];
  const none = meetings.some((meeting) => meeting.body === id && meeting.ahead)
    ? 'Its next meeting is at the top of this page. No earlier meeting is listed yet.'
    : 'No meeting is listed yet.';
  return {
    anchor: `body-${id}`,
    name,
    ...(entries.length === 0 ? { none } : {}),
    years: await inTurn(years, async (year) => ({
      anchor: `body-${id}-${year.replace(/ .*/, '').toLowerCase()}`,
      year,
      meetings: await inTurn(
        entries.filter(({ date }) => yearOf(date) === year),
        ({ list }) => list(),
      ),
    })),
  };
}

const dated = ({ date }: { date?: string }): { date?: string } => (date === undefined ? {} : { date });
const yearOf = (date: string | undefined): string => date?.slice(0, 4) ?? 'Day not recorded';

async function listed(
  meeting: SiteMeeting,
  bodies: Council['bodies'],
  named: boolean,
): Promise<ListedMeeting> {
  const { agenda, files, open } = meeting;
  const { id, value } = agenda.meeting;
  const body = bodies[meeting.body]?.name ?? meeting.body;
  const of = `of ${body}${meeting.date === undefined ? '' : `, ${longDate(meeting.date)}`}`;
  const of_ = (found: readonly SiteFile[], text: string): ReturnType<typeof linksTo> =>
    linksTo(found, text, of);
  const links = open
    ? [
        ...(await of_(files.agenda, 'Agenda')),
        ...(await of_(files.pack, 'Agenda with all papers')),
        ...(
          await inTurn([...files.supplements], ([letter, found]) => of_(found, `Supplement ${letter}`))
        ).flat(),
        ...(await of_(files.decisions, 'Decisions')),
        ...(
          await inTurn([...files.records], ([number, found]) =>
            of_(found, `Record of the decision on item ${number}`),
          )
        ).flat(),
        ...(await of_(files.minutes, meeting.confirmed ? 'Minutes' : 'Draft minutes')),
      ]
    : [];
  return {
    anchor: `meeting-${id}`,
    heading: heading(meeting.date, known(value.time)),
    ...(named ? { body } : {}),
    ...(known(value.venue) === undefined ? {} : { venue: value.venue }),
    ...(value.remote === undefined || !meeting.ahead ? {} : { remote: value.remote }),
    links,
    ...missingOf(meeting),
    papers: open ? (await inTurn(agenda.items, (item) => listedItem(item, meeting, of))).flat() : [],
  };
}

/** What a reader would look for and does not find, in words. */
function missingOf({ files, open, ahead, confirmed }: SiteMeeting): { missing?: string } {
  if (!open) return { missing: 'The agenda and papers are not yet published.' };
  const after =
    ahead || files.minutes.length > 0
      ? []
      : [...(files.decisions.length > 0 ? [] : ['decisions']), 'minutes'];
  const said = [
    ...(files.agenda.length + files.pack.length === 0 ? ['The agenda is not published here.'] : []),
    ...(files.minutes.length === 0 || confirmed
      ? []
      : ['The minutes are a draft until a later meeting confirms them.']),
    ...(after.length === 0 ? [] : [capital(`${listInWords(after)} are not yet published.`)]),
  ];
  return said.length === 0 ? {} : { missing: said.join(' ') };
}

/** An item with papers; items with nothing to read are on the agenda. */
async function listedItem(item: AgendaItem, meeting: SiteMeeting, of: string): Promise<ListedPaper[]> {
  const { files } = meeting;
  const number = item.number === undefined ? {} : { number: item.number };
  if (item.part === 'exempt')
    return [{ ...number, title: item.title, links: [], missing: 'This item is not open to the public.' }];
  if (item.report === undefined && item.files.length === 0) return [];
  const about = `${item.title}, ${of}`;
  const own = [
    ...(files.papers.get(item.report ?? '') ?? []),
    ...item.files.flatMap((name) => files.attached.get(name) ?? []),
  ];
  const which = item.number === undefined ? '' : ` for item ${item.number}`;
  const inPacks = meeting.inPacks.get(item.id) ?? [];
  const links = [
    ...(await linksTo(own, `${item.report === undefined ? 'Paper' : 'Report'}${which}`, about)),
    ...inPacks.flatMap((one) => packLinks(one, item, about)),
  ];
  return [
    {
      ...number,
      title: item.title,
      links,
      ...noteOf(item, meeting),
      ...(links.length === 0 ? { missing: 'The paper is not published here.' } : {}),
    },
  ];
}

/** A paper in a pack: its web page, and the page of the PDF that it begins on. */
function packLinks({ letter, page, pdf }: InPack, { number }: AgendaItem, of: string): Link[] {
  const where = letter === undefined ? 'the pack' : `supplement ${letter}`;
  return [
    ...(page === undefined
      ? []
      : [
          {
            href: addressOf(page),
            text: number === undefined ? `The item in ${where}` : `Item ${number} in ${where}`,
            of,
            form: 'web page',
          },
        ]),
    ...(pdf === undefined
      ? []
      : [
          {
            href: `${addressOf(pdf.file.to)}#page=${String(pdf.behind + 1)}`,
            text: `Page ${String(pdf.number)} of ${where}`,
            of,
            form: 'PDF',
          },
        ]),
  ];
}

/** What became of a paper after the agenda had gone out. */
function noteOf({ entry }: AgendaItem, { files }: SiteMeeting): { note?: string } {
  const { supplement, replaces } = entry ?? {};
  if (supplement === undefined || !files.supplements.has(supplement)) return {};
  if (replaces === undefined) return { note: `Published in supplement ${supplement}, after the agenda.` };
  return {
    note: `Replaced in supplement ${supplement}. ${capital(typeset(replaces).trim().replace(/[.]?$/, '.'))}`,
  };
}

async function listedLoose({ report, date, files }: LoosePaper, body: string): Promise<ListedMeeting> {
  const of = `of ${body}${date === undefined ? '' : `, ${longDate(date)}`}`;
  const { title } = report.value;
  return {
    anchor: `paper-${report.id}`,
    heading: heading(date, undefined),
    links: [],
    missing: 'The agenda is not published here.',
    papers: [{ title, links: await linksTo(files, 'Report', `${title}, ${of}`) }],
  };
}

function heading(date: string | undefined, time: string | undefined): string {
  if (date === undefined) return 'Day not recorded';
  const day = format(parseISO(date), 'EEEE d MMMM yyyy');
  return time === undefined ? day : `${day}, ${time}`;
}

/** `unknown` is an answer of the record and says nothing on a page. */
function known(words: string | undefined): string | undefined {
  return words === 'unknown' ? undefined : words;
}

/** One after another, so that few files are open at once. */
async function inTurn<T, R>(items: readonly T[], make: (item: T) => Promise<R>): Promise<R[]> {
  const made: R[] = [];
  for (const item of items) made.push(await make(item));
  return made;
}
