import leven from 'leven';
import { dayOf } from '../derive/day.ts';
import { statutoryCalendar, dutiesOn, type DutyOnDay } from '../derive/duties.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean, nearest } from '../diagnostics/suggest.ts';
import { calendarOf, countsWorkingDays } from '../records/calendar.ts';
import { longDate } from '../records/dates.ts';
import type { Duty } from '../records/duties.ts';
import type { Framework } from '../records/framework.ts';
import { ratingSteps } from '../records/judging.ts';
import type { Entry, Records } from '../records/load.ts';
import type { Report } from '../records/report.ts';
import type { Review } from '../records/review.ts';

const unknown = rule(
  'duties/unknown-name',
  'error',
  'A duty would be shown as not met, or as one whose day nobody can say, because of a slip of the pen.',
);
const unknownRating = rule(
  'duties/unknown-rating',
  'error',
  'A duty that only this judgement brings would never be shown to anybody.',
);
const noStart = rule(
  'duties/start-not-recorded',
  'warning',
  'Nobody can say by when the duty must be met, and the paper says so to members.',
);
const overdue = rule(
  'duties/overdue',
  'warning',
  'Members will ask why a day that the council was given has passed, and the paper should answer.',
);
const outside = rule(
  'duties/outside-calendar',
  'warning',
  'Bank holidays of other years are not known, so the day by which it is due may be too early.',
);

/** Duties of frameworks: names that mean something, and days that can be counted and are kept. */
export function checkDuties(records: Records): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const framework of records.framework.values()) found.push(...checkRatings(framework));
  for (const review of records.review.values()) {
    const framework = records.framework.get(review.value.framework);
    if (framework)
      found.push(...checkMeets(review, framework.value), ...checkStarts(review, framework.value));
  }
  for (const report of records.report.values()) found.push(...checkDays(records, report));
  return found;
}

/** The ratings that bring a duty are ratings. */
function checkRatings({ source, value }: Entry<Framework>): Diagnostic[] {
  const steps = ratingSteps(value).map(({ step }) => step);
  return (value.duties ?? []).flatMap(({ ratings = [] }, i) =>
    ratings.flatMap((rating, j) =>
      steps.includes(rating)
        ? []
        : [
            unknownRating.at(
              source.at(['duties', i, 'ratings', j]),
              steps.length === 0
                ? `\`${rating}\` is no overall judgement: this framework gives none.`
                : `\`${rating}\` is not on the scale of the overall judgement.`,
              steps.length === 0
                ? 'Take `ratings` out, so that the duty always applies, or describe the judgement under `overall`.'
                : didYouMean(rating, steps, 'The scale, from lowest to highest'),
            ),
          ],
    ),
  );
}

/** What a day of the timeline meets is a duty. */
function checkMeets({ source, value }: Entry<Review>, { duties = [] }: Framework): Diagnostic[] {
  const ids = duties.map(({ id }) => id);
  return (value.timeline ?? []).flatMap(({ meets = [] }, i) =>
    meets.flatMap((id, j) =>
      ids.includes(id)
        ? []
        : [
            unknown.at(
              source.at(['timeline', i, 'meets', j]),
              `The framework has no duty \`${id}\`.`,
              ids.length === 0
                ? 'Take `meets` out, or describe the duty in the framework’s file under `duties`.'
                : didYouMean(id, ids, 'Its duties'),
            ),
          ],
    ),
  );
}

/** A day that a duty counts from, written nearly but not quite as the framework calls it. */
function checkStarts({ source, value }: Entry<Review>, { duties = [] }: Framework): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const wanted of missingStarts(value, duties)) {
    const entry = misspelt(value, duties, wanted);
    if (entry === undefined) continue;
    const names = duties.filter(({ after }) => after === wanted).map(({ name }) => `“${name}”`);
    found.push(
      unknown.at(
        source.at(['timeline', entry, 'id']),
        `The time for ${listed(names)} counts from a day called \`${wanted}\`, which is not in the timeline.`,
        `Did you mean \`${wanted}\`?`,
      ),
    );
  }
  return found;
}

/** What there is to say of duties on the day a paper goes to members. */
function checkDays(records: Records, report: Entry<Report>): Diagnostic[] {
  const { meeting } = report.value;
  const review = records.review.get(report.value.review);
  const framework = review && records.framework.get(review.value.framework);
  const council = review && records.council.get(review.value.council);
  if (!framework || !council) return [];
  const name = calendarOf(council.value);
  const calendar = records.calendar.get(name);
  if (countsWorkingDays(framework.value) && !calendar) return [];
  const found: Diagnostic[] = [];
  const duties = dutiesOn(dayOf(report.value, review.value), {
    framework: framework.value,
    review: review.value,
    calendar: statutoryCalendar(calendar?.value),
  });
  found.push(...checkMissing(review, framework.value, duties));
  for (const { duty, state, start, due, outside: beyond } of duties) {
    if (start === undefined || due === undefined) continue;
    if (state === 'overdue' && meeting !== 'unknown' && !metUnderSlip(review.value, duty, framework.value)) {
      found.push(
        overdue.at(
          report.source.at(['meeting']),
          `“${duty.name}” is overdue on ${longDate(meeting)}: ${longDate(due)} was the last day, ${within(duty.within)} ${longDate(start.day)} (${duty.source}).`,
          `If it was done, add the day to the timeline in ${review.source.file} with \`meets: [${duty.id}]\`; if not, tell members why and when it will be.`,
        ),
      );
    }
    if (beyond && calendar) {
      const { from, to } = calendar.value.covers;
      found.push(
        outside.at(
          review.source.at(['timeline', start.entry, 'date']),
          `“${duty.name}” is counted in working days from ${longDate(start.day)} to ${longDate(due)}; the calendar “${calendar.value.name}” covers ${String(from)} to ${String(to)}.`,
          records.brought.has(`calendar/${name}`)
            ? `Check the day, or give the project a data/calendars/${name}.yaml of its own with the years that are missing.`
            : `Check the day, or add the years that are missing to ${calendar.source.file}.`,
        ),
      );
    }
  }
  return found;
}

/** Days that duties count from and the timeline does not record; a misspelt one is told by itself. */
function checkMissing(
  review: Entry<Review>,
  { duties = [] }: Framework,
  apply: readonly DutyOnDay[],
): Diagnostic[] {
  const open = apply.filter(({ state, duty }) => state === 'open' && duty.within).map(({ duty }) => duty);
  return missingStarts(review.value, open)
    .filter((wanted) => misspelt(review.value, duties, wanted) === undefined)
    .map((wanted) => {
      const names = open.filter(({ after }) => after === wanted).map(({ name }) => `“${name}”`);
      const path = ['timeline'];
      return noStart.at(
        review.value.timeline ? review.source.keyAt(path) : review.source.whereMissing(path),
        `The day \`${wanted}\`, from which the time for ${listed(names)} counts, is not recorded.`,
        `Add \`- id: ${wanted}\` with its date and what happened to the \`timeline\`.`,
      );
    });
}

/** The days that duties count from, each once, that the timeline does not have. */
function missingStarts({ timeline = [] }: Review, duties: readonly Duty[]): string[] {
  const wanted = duties.flatMap(({ after }) => (after === undefined ? [] : [after]));
  return [...new Set(wanted)].filter((id) => !timeline.some((entry) => entry.id === id));
}

/** Which entry of the timeline must be meant by a name that is not there: a letter or two off, and nobody else's name. */
function misspelt({ timeline = [] }: Review, duties: readonly Duty[], wanted: string): number | undefined {
  const entry = timeline.findIndex(
    ({ id }) => leven(id, wanted) <= (wanted.length < 6 ? 1 : 2) && !duties.some(({ after }) => after === id),
  );
  return entry < 0 ? undefined : entry;
}

/** Whether the timeline seems to say that a duty was met, under a name that is not quite its own. */
function metUnderSlip({ timeline = [] }: Review, duty: Duty, { duties = [] }: Framework): boolean {
  const ids = duties.map(({ id }) => id);
  return timeline.some(({ meets = [] }) =>
    meets.some((id) => !ids.includes(id) && nearest(id, ids) === duty.id),
  );
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}

/** "30 working days after". */
function within(span: Duty['within']): string {
  if (!span) return 'after';
  return `${String(span.count)} ${span.count === 1 ? span.unit.slice(0, -1) : span.unit} after`;
}
