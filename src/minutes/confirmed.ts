import { agendaOf, type Agenda } from '../agenda/agenda.ts';
import type { Records } from '../records/load.ts';

/** Words by which a meeting makes the minutes of another its own. */
const confirming = /\b(?:confirm|approv|agree|sign)\w*|\bcorrect record\b/i;

/**
 * The day on which a later meeting of the same body confirmed the minutes of a meeting, YYYY-MM-DD; `undefined` where no
 * record says so: until then they are a draft.
 */
export function confirmedOn(records: Records, { meeting }: Agenda): string | undefined {
  const { date: of, council, body } = meeting.value;
  const days = [...records.meeting.values()].flatMap(({ id, value }) => {
    if (value.council !== council || value.body !== body || value.date === 'unknown') return [];
    if (!value.minutes?.some((minutes) => minutes.of === of)) return [];
    const item = agendaOf(records, id)?.items.find(({ standard }) => standard === 'minutes');
    const outcome = item && value.outcomes?.[item.id];
    return outcome?.resolved?.some(({ markdown }) => confirming.test(markdown)) === true ? [value.date] : [];
  });
  return days.sort()[0];
}
