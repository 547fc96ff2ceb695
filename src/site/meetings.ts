import { agendaOf, itemsWith, type Agenda } from '../agenda/agenda.ts';
import { confirmedOn } from '../minutes/confirmed.ts';
import type { Council } from '../records/council.ts';
import type { Entry, Records } from '../records/load.ts';
import type { Report } from '../records/report.ts';
import type { World } from '../world.ts';
import { paperFiles, publicFilesOf, type PublicFiles, type SiteFile } from './files.ts';
import { inPacks, type InPack } from './in-pack.ts';

/** A meeting of a council as the public may know of it on a day. */
export interface SiteMeeting {
  agenda: Agenda;
  /** Its body's name in the council's file. */
  body: string;
  /** YYYY-MM-DD; absent where the record says that it is unknown. */
  date?: string;
  /** Whether its papers are open to the public: published, or before a meeting that is over. */
  open: boolean;
  /** Whether it is still to come, today included. */
  ahead: boolean;
  files: PublicFiles;
  /** Where the papers of its items stand in what was published, by item. */
  inPacks: ReadonlyMap<string, readonly InPack[]>;
  /** Whether a later meeting has confirmed its minutes. */
  confirmed: boolean;
}

/** A report of the council that stands on no agenda there is a record of. */
export interface LoosePaper {
  report: Entry<Report>;
  body: string;
  date?: string;
  files: SiteFile[];
}

/** Everything of a council that the public may know of on a day. */
export interface CouncilSite {
  council: Entry<Council>;
  /** The latest first; those whose day is unknown last. */
  meetings: SiteMeeting[];
  loose: LoosePaper[];
}

/** @param out the folder of outputs, absolute */
export function siteOf(world: World, records: Records, council: Entry<Council>, out: string): CouncilSite {
  const today = world.today();
  const meetings = [...records.meeting.values()]
    .filter(({ value }) => value.council === council.id)
    .flatMap(({ id }): SiteMeeting[] => {
      const whole = agendaOf(records, id);
      if (!whole) return [];
      const agenda = knownOn(today, whole);
      const { date, published, body } = agenda.meeting.value;
      const over = date === 'unknown' || date < today;
      const files = publicFilesOf(world, records, out, agenda);
      const confirmed = confirmedOn(records, agenda);
      return [
        {
          agenda,
          body,
          ...(date === 'unknown' ? {} : { date }),
          open: published === undefined ? over : published <= today,
          ahead: date !== 'unknown' && date >= today,
          files,
          inPacks: new Map(
            agenda.items
              .filter(({ part }) => part === 'public')
              .map((item) => [item.id, inPacks(world, agenda, item, files)]),
          ),
          confirmed: confirmed !== undefined && confirmed <= today,
        },
      ];
    })
    .sort((a, b) => latestFirst(a, b) || (a.agenda.meeting.id < b.agenda.meeting.id ? -1 : 1));
  return { council, meetings, loose: loosePapers(world, records, council, out) };
}

/** An agenda without what goes out in a supplement that is still to come: late items, and papers that replace others. */
function knownOn(today: string, agenda: Agenda): Agenda {
  const toCome = (agenda.meeting.value.supplements ?? [])
    .filter(({ published }) => published > today)
    .map(({ letter }) => letter);
  const items = agenda.items.flatMap((item) => {
    const { supplement, replaces } = item.entry ?? {};
    if (supplement === undefined || !toCome.includes(supplement)) return [item];
    // The paper that was published stays so; where it is kept is another folder than that of outputs.
    return replaces === undefined ? [] : [{ ...item, files: [] }];
  });
  return { ...agenda, items };
}

/** Papers for a meeting that is over and of which there is no agenda: they were before members, so they are public. */
function loosePapers(world: World, records: Records, council: Entry<Council>, out: string): LoosePaper[] {
  return [...records.report.values()]
    .filter(({ id, value }) => {
      if (records.review.get(value.review)?.value.council !== council.id) return false;
      if (value.exempt !== undefined || itemsWith(records, id).length > 0) return false;
      return value.meeting === 'unknown' || value.meeting < world.today();
    })
    .map((report) => ({
      report,
      body: report.value.body,
      ...(report.value.meeting === 'unknown' ? {} : { date: report.value.meeting }),
      files: paperFiles(world, out, report.id),
    }))
    .filter(({ files }) => files.length > 0)
    .sort((a, b) => latestFirst(a, b) || (a.report.id < b.report.id ? -1 : 1));
}

function latestFirst(a: { date?: string }, b: { date?: string }): number {
  const [x, y] = [a.date ?? '', b.date ?? ''];
  return x === y ? 0 : x < y ? 1 : -1;
}
