import type { Item, StandardItem, StandardKind } from '../records/agenda-items.ts';
import type { Council } from '../records/council.ts';
import { Exempt } from '../records/exempt.ts';
import type { Entry, Records } from '../records/load.ts';
import type { Meeting } from '../records/meeting.ts';
import type { Lead } from '../records/people.ts';
import { Prose } from '../records/prose.ts';
import type { Report } from '../records/report.ts';
import type { Path } from '../records/source.ts';
import { standardTitle } from './words.ts';

/** What an item puts before the meeting. */
export type ItemKind = 'standard' | 'report' | 'file' | 'verbal' | 'words';

/** One item of an agenda, with its number. */
export interface AgendaItem {
  /** What the record calls it; the same from edition to edition. */
  id: string;
  /** Its number on the agenda; absent where it is not known. */
  number?: string;
  kind: ItemKind;
  title: string;
  /** Which of the usual items it is. */
  standard?: StandardKind;
  /** The report's identifier; its record may be broken or not loaded. */
  report?: string;
  /** PDFs in data/files that go with it. */
  files: string[];
  lead?: Lead;
  /** `exempt`: it is taken after the press and public have left. */
  part: 'public' | 'exempt';
  /** The entry of the meeting's record that it comes from; absent for a usual item. */
  entry?: Item;
  /** The body's own entry for a usual item. */
  usual?: StandardItem;
  /** Where it stands in the meeting's record. */
  path: Path;
}

/** A meeting with its items in order and numbered. */
export interface Agenda {
  meeting: Entry<Meeting>;
  council: Entry<Council>;
  body: Council['bodies'][string];
  items: AgendaItem[];
}

/** Makes the agenda of a meeting; `undefined` where its record, its council's or its body cannot be read. */
export function agendaOf(records: Records, meetingId: string): Agenda | undefined {
  const meeting = records.meeting.get(meetingId);
  const council = meeting && records.council.get(meeting.value.council);
  const body = council?.value.bodies[meeting?.value.body ?? ''];
  if (!meeting || !council || !body) return undefined;
  const reports = (id: string): Report | undefined => records.report.get(id)?.value;
  return { meeting, council, body, items: itemsOf(meeting.value, body, reports) };
}

/** Where a report stands: the meetings and the items, in the order of the meetings' names. */
export function itemsWith(records: Records, reportId: string): { agenda: Agenda; item: AgendaItem }[] {
  return [...records.meeting.keys()].flatMap((id) => {
    const meeting = records.meeting.get(id)?.value;
    const named = [...(meeting?.items ?? []), ...(meeting?.exempt_items ?? [])];
    if (!named.some(({ report }) => report === reportId)) return [];
    const agenda = agendaOf(records, id);
    return (agenda?.items ?? []).flatMap((item) =>
      agenda && item.report === reportId ? [{ agenda, item }] : [],
    );
  });
}

/** Whether a report stands in Part II of a meeting. */
export function isExemptItem(records: Records, reportId: string): boolean {
  return [...records.meeting.values()].some(({ value }) =>
    (value.exempt_items ?? []).some(({ report }) => report === reportId),
  );
}

function itemsOf(
  meeting: Meeting,
  body: Council['bodies'][string],
  reports: (id: string) => Report | undefined,
): AgendaItem[] {
  const own = (items: readonly Item[] | undefined, part: AgendaItem['part']): AgendaItem[] =>
    (items ?? []).map((entry, i) =>
      ownItem(entry, part, [part === 'public' ? 'items' : 'exempt_items', i], reports),
    );
  const [open, closed] = [own(meeting.items, 'public'), own(meeting.exempt_items, 'exempt')];
  const counted = meeting.other_items !== 'unknown';
  // The public leave for what is exempt: items, and parts of reports that are otherwise open.
  const leave =
    closed.length > 0 || open.some(({ report }) => report !== undefined && holdsExempt(reports(report)));
  const usual = counted ? (body.items ?? []) : [];
  const items: AgendaItem[] = [];
  const put = new Set<AgendaItem['part']>();
  for (const [i, entry] of usual.entries()) {
    if (entry.standard === 'reports') items.push(...open);
    else if (entry.standard === 'exempt') items.push(...closed);
    else if (entry.standard !== 'exclusion' || leave) {
      const made = usualItem(entry, meeting, ['body', i]);
      if (made) items.push(made);
    }
    if (entry.standard === 'reports') put.add('public');
    if (entry.standard === 'exempt') put.add('exempt');
  }
  // Where the body's list has no place for them, they come after it; and nobody leaves without a resolution.
  if (!put.has('public')) items.push(...open);
  if (leave && !items.some(isExclusion)) {
    const exclusion = usualItem({ standard: 'exclusion' }, meeting, ['exempt_items']);
    const at = items.findIndex(({ part }) => part === 'exempt');
    if (exclusion) items.splice(at < 0 ? items.length : at, 0, exclusion);
  }
  if (!put.has('exempt')) items.push(...closed);
  return numbered(items, counted);
}

/** Whether something in a report is exempt, or all of it. */
function holdsExempt(value: unknown): boolean {
  if (value instanceof Exempt) return true;
  if (value instanceof Prose) return value.exempt !== undefined;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsExempt);
}

const isExclusion = ({ standard }: AgendaItem): boolean => standard === 'exclusion';

function usualItem(entry: StandardItem, meeting: Meeting, path: Path): AgendaItem | undefined {
  const { standard } = entry;
  const title = entry.title ?? (standard && standardTitle(standard, meeting));
  if (title === undefined) return undefined;
  // With nothing to look back on there are no matters arising.
  if (standard === 'matters_arising' && meeting.previous === undefined) return undefined;
  return {
    id: entry.id ?? standard ?? '',
    kind: 'standard',
    title,
    ...(standard === undefined ? {} : { standard }),
    files: standard === 'minutes' ? (meeting.minutes ?? []).flatMap(({ file }) => file ?? []) : [],
    part: 'public',
    usual: entry,
    path,
  };
}

function ownItem(
  entry: Item,
  part: AgendaItem['part'],
  path: Path,
  reports: (id: string) => Report | undefined,
): AgendaItem {
  const closed = part === 'exempt';
  // Nothing of an exempt paper is told but what the meeting's record says of it: not even what its file is called.
  const report = closed || entry.report === undefined ? undefined : reports(entry.report);
  const named = entry.title ?? entry.verbal ?? report?.title;
  const title = named ?? (closed ? 'Exempt item' : (entry.report ?? entry.file ?? ''));
  const lead = entry.lead ?? report?.author;
  const called = closed ? `exempt-${String(Number(path[1]) + 1)}` : (entry.report ?? stem(entry.file));
  return {
    id: entry.id ?? called ?? nameOf(title),
    ...(entry.number === undefined ? {} : { number: entry.number }),
    kind:
      entry.report !== undefined
        ? 'report'
        : entry.file !== undefined
          ? 'file'
          : entry.verbal !== undefined
            ? 'verbal'
            : 'words',
    title,
    ...(entry.report === undefined ? {} : { report: entry.report }),
    files: entry.file === undefined ? [] : [entry.file],
    ...(lead === undefined ? {} : { lead }),
    part,
    entry,
    path,
  };
}

const stem = (file: string | undefined): string | undefined => file?.replace(/\.pdf$/, '');

/** A name made from a title: "Budget outlook 2026" becomes `budget-outlook-2026`. */
function nameOf(title: string): string {
  const name = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '');
  return name === '' ? 'item' : name;
}

/** Counts the items. A number that the record gives stands, and counting goes on from it where it is one. */
function numbered(items: readonly AgendaItem[], counted: boolean): AgendaItem[] {
  let latest = 0;
  return items.map((item) => {
    if (item.number !== undefined) {
      if (/^\d+$/.test(item.number)) latest = Number(item.number);
      return item;
    }
    if (!counted) return item;
    latest += 1;
    return { ...item, number: String(latest) };
  });
}
