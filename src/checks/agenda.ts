import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { longDate } from '../records/dates.ts';
import type { Records } from '../records/load.ts';

const day = (date: string): string => (date === 'unknown' ? 'not known' : longDate(date));

const differs = rule(
  'report/differs-from-agenda',
  'error',
  'Members would find one thing on the agenda and another on the paper.',
);

/** A report says the same day and body as the agenda that it stands on. */
export function checkAgenda(records: Records): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const meeting of records.meeting.values()) {
    for (const item of [...meeting.value.items, ...(meeting.value.exempt_items ?? [])]) {
      const report = item.report === undefined ? undefined : records.report.get(item.report);
      if (!report) continue;
      const { date, body } = meeting.value;
      if (report.value.meeting !== date) {
        found.push(
          differs.at(
            report.source.at(['meeting']),
            `The meeting’s day is ${day(report.value.meeting)} here and ${day(date)} on the agenda in ${meeting.source.file}.`,
            `Write ${date}, or correct the agenda.`,
          ),
        );
      }
      if (report.value.body !== body) {
        found.push(
          differs.at(
            report.source.at(['body']),
            `The body is \`${report.value.body}\` here and \`${body}\` on the agenda in ${meeting.source.file}.`,
            'Correct the one that is wrong.',
          ),
        );
      }
    }
  }
  return found;
}
