import { agendaOf, type Agenda, type AgendaItem } from '../../src/agenda/agenda.ts';
import { openProject } from '../../src/pipeline.ts';
import type { Records } from '../../src/records/load.ts';
import type { Member } from '../../src/records/people.ts';
import { quietWorld } from '../support/project.ts';

/** The Cabinet meeting of the example with everything in it. */
export function cabinet(): { agenda: Agenda; records: Records } {
  const { records } = openProject(quietWorld);
  const agenda = agendaOf(records, 'exampleshire-cabinet-2026-01-13');
  if (!agenda) throw new Error('The example has a Cabinet meeting.');
  return { agenda, records };
}

const long =
  'Arrangements for the multi-agency commissioning of Antidisestablishmentarianism-awareness and internationalisation programmes in the county, and what they would cost';

/** The same with so many items and members more, some of them with titles that run over several lines. */
export function crowded(agenda: Agenda, items: number, members: number): Agenda {
  const [first] = agenda.items.filter(({ kind }) => kind === 'report');
  if (!first) throw new Error('The example has a report.');
  const more = Array.from({ length: items }, (_, i): AgendaItem => ({
    ...first,
    id: `more-${String(i + 1)}`,
    number: String(100 + i),
    title: i % 3 === 0 ? long : `Item number ${String(100 + i)}`,
  }));
  const membership = Array.from({ length: members }, (_, i): Member => ({
    member: `Councillor Number ${String(i + 1)}`,
    position: i === 0 ? 'chair' : i === 1 ? 'vice-chair' : 'member',
    ...(i % 4 === 0 ? { for: 'A portfolio with rather a long name' } : {}),
  }));
  return {
    ...agenda,
    meeting: { ...agenda.meeting, value: { ...agenda.meeting.value, membership } },
    items: [...agenda.items, ...more],
  };
}
