import { itemsWith, type Agenda, type AgendaItem } from '../agenda/agenda.ts';
import { neededClearances, uncleared } from '../deadlines/clearance.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { listed } from '../agenda/words.ts';
import type { Council } from '../records/council.ts';
import { longDate } from '../records/dates.ts';
import { clearerName } from '../records/deadlines.ts';
import type { Entry, Records } from '../records/load.ts';
import type { Report } from '../records/report.ts';

const missing = rule(
  'clearance/missing',
  'warning',
  'Silence is not consent: until somebody clears the report it is a draft.',
);
const published = rule(
  'clearance/published-without',
  'error',
  'Silence is not consent: members would decide on advice that nobody answerable for it has seen.',
);
const late = rule(
  'clearance/after-publication',
  'error',
  'A report is cleared before members and the public have it, or the clearance means nothing.',
);
const notAsked = rule(
  'clearance/not-asked-for',
  'warning',
  'It may stand there in place of one that the council does ask for.',
);

/** Reports are cleared by those whom their council asks, before they go out. */
export function checkClearance(records: Records): Diagnostic[] {
  return [...records.report.values()].flatMap((report) => {
    const review = records.review.get(report.value.review);
    const council = review && records.council.get(review.value.council);
    if (!council || neededClearances(council.value).length === 0) return [];
    const stands = itemsWith(records, report.id);
    return [
      ...checkMissing(report, council, stands),
      ...checkDays(report, stands),
      ...checkAskedFor(report, council),
    ];
  });
}

type Stands = readonly { agenda: Agenda; item: AgendaItem }[];

/** A warning at the report while it can still be cleared; an error at the agenda that it went out with. */
function checkMissing(report: Entry<Report>, council: Entry<Council>, stands: Stands): Diagnostic[] {
  const waited = uncleared(report.value, council.value);
  if (waited.length === 0) return [];
  const by = listed(waited.map(clearerName));
  const hint = `Add ${listed(waited.map((who) => `\`- { by: ${who}, date: … }\``))} under \`clearance:\` in ${report.source.file} once it is given.`;
  const out = stands.filter(({ agenda, item }) => dayOut(agenda, item) !== undefined);
  if (out.length === 0)
    return [
      missing.at(
        report.value.clearance
          ? report.source.keyAt(['clearance'])
          : report.source.whereMissing(['clearance']),
        `${council.value.short_name} asks for clearance by ${by}, which is not recorded.`,
        hint,
      ),
    ];
  return out.map(({ agenda, item }) =>
    published.at(
      agenda.meeting.source.at([...item.path, 'report']),
      `The report “${item.title}” was published on ${longDate(dayOut(agenda, item) ?? '')} without clearance by ${by}.`,
      hint,
    ),
  );
}

/** Somebody who cleared the report did so before it went out; clearing it again after a change does no harm. */
function checkDays({ source, value }: Entry<Report>, stands: Stands): Diagnostic[] {
  const clearances = value.clearance ?? [];
  const limits = stands.flatMap(({ agenda, item }) => {
    const { date } = agenda.meeting.value;
    const out = dayOut(agenda, item);
    if (out !== undefined) return [{ day: out, what: 'the report was published' }];
    return date === 'unknown' ? [] : [{ day: date, what: 'the meeting' }];
  });
  if (value.meeting !== 'unknown' && limits.length === 0)
    limits.push({ day: value.meeting, what: 'the meeting' });
  return clearances.flatMap(({ by, date }, i) => {
    const inTime = (day: string): boolean => clearances.some((other) => other.by === by && other.date <= day);
    const missed = limits.find(({ day }) => date > day && !inTime(day));
    if (!missed) return [];
    return [
      late.at(
        source.at(['clearance', i, 'date']),
        `Clearance by ${clearerName(by)} is dated ${longDate(date)}, after ${missed.what} on ${longDate(missed.day)}.`,
        'Check the year, and the day on which the report went out.',
      ),
    ];
  });
}

function checkAskedFor({ source, value }: Entry<Report>, council: Entry<Council>): Diagnostic[] {
  const asked = neededClearances(council.value);
  return (value.clearance ?? []).flatMap(({ by }, i) =>
    asked.includes(by)
      ? []
      : [
          notAsked.at(
            source.at(['clearance', i, 'by']),
            `${council.value.short_name} does not ask for clearance by ${clearerName(by)}; it asks for ${listed(asked.map(clearerName))}.`,
            `Correct who cleared it, or add \`${by}\` to \`clearances\` in ${council.source.file}.`,
          ),
        ],
  );
}

/** The day on which an item’s paper went out, as far as it has. */
function dayOut({ meeting: { value } }: Agenda, { entry }: AgendaItem): string | undefined {
  // What replaces a published paper does not undo that it was published.
  if (entry?.supplement === undefined || entry.replaces !== undefined) return value.published;
  return value.supplements?.find(({ letter }) => letter === entry.supplement)?.published;
}
