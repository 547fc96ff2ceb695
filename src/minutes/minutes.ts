import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { agendaFacts } from '../agenda/agenda-facts.ts';
import type { Agenda } from '../agenda/agenda.ts';
import { namesFor } from '../compose/words.ts';
import { underRegulations } from '../deadlines/law.ts';
import { longDate } from '../records/dates.ts';
import type { Records } from '../records/load.ts';
import { actionsOf } from './actions.ts';
import { confirmedOn } from './confirmed.ts';
import type { MinutesFacts } from './facts.ts';
import { minuted, ofPart } from './item.ts';
import { outcomeOf } from './outcome.ts';

/**
 * The facts of a meeting's minutes. The public minutes say of an item that was taken in private only that it was; the
 * exempt ones are about those items alone.
 */
export function minutesFacts(records: Records, agenda: Agenda, part: 'public' | 'exempt'): MinutesFacts {
  const { council, body, meeting } = agenda;
  const { held, outcomes, date, time, venue, membership = body.membership } = meeting.value;
  const isHeld = held !== undefined || outcomes !== undefined;
  const items = agenda.items
    .map((item, i) => ({ item, number: item.number ?? String(i + 1) }))
    .filter(
      ({ item }) => part === 'public' || item.part === 'exempt' || ofPart(records, agenda, item, isHeld),
    )
    .map(({ item, number }) => minuted(records, agenda, item, number, part, isHeld));
  const day = date === 'unknown' ? undefined : date;
  const actions = agenda.items.flatMap((item) => actionsOf(item, outcomeOf(agenda, item, part), day));
  const exclusion = agendaFacts(agenda, records, { part: 'public' }, undefined).value?.exclusion;
  const confirmed = confirmedOn(records, agenda);
  const executive = body.kind === 'executive' && day !== undefined;
  const people = isHeld ? presentOf(held) : {};
  return {
    council: { name: council.value.name },
    body: { name: body.name, under_regulations: executive && underRegulations(day) },
    day: date === 'unknown' ? 'a day that is not recorded' : format(parseISO(date), 'EEEE d MMMM yyyy'),
    time: time === undefined || time === 'unknown' ? '' : ` at ${time}`,
    ...(venue === undefined || venue === 'unknown' ? {} : { venue }),
    ...(held?.opened === undefined ? {} : { opened: held.opened }),
    ...(held?.closed === undefined ? {} : { closed: held.closed }),
    held: isHeld,
    restricted: part === 'exempt',
    ...people,
    ...(isHeld || membership === undefined
      ? {}
      : { expected: whos(membership.map(({ member, position }) => withPlace(member, position))) }),
    items,
    ...(exclusion === undefined ? {} : { exclusion }),
    ...(confirmed === undefined ? {} : { confirmed: longDate(confirmed) }),
    ...(meeting.value.decisions_published === undefined
      ? {}
      : { published: longDate(meeting.value.decisions_published) }),
    decided: items.filter(
      ({ resolved, withheld, excludes }) => resolved !== undefined || ((withheld || excludes) && isHeld),
    ),
    ...(actions.length === 0 ? {} : { actions }),
  };
}

function presentOf(
  held: Agenda['meeting']['value']['held'],
): Pick<MinutesFacts, 'present' | 'apologies' | 'in_attendance'> {
  return {
    ...(held?.present === undefined ? {} : { present: whos(held.present) }),
    ...(held?.apologies === undefined ? {} : { apologies: whos(held.apologies) }),
    ...(held?.in_attendance === undefined
      ? {}
      : {
          in_attendance: whos(
            held.in_attendance.map(({ role, name }) => (name === undefined ? role : `${name}, ${role}`)),
          ),
        }),
  };
}

/** The items of which the record of a meeting that was held says nothing. */
export function unrecorded({ held, items }: MinutesFacts): string[] {
  return held ? items.flatMap(({ nothing, number }) => (nothing === undefined ? [] : [number])) : [];
}

function whos(names: readonly string[]): { id: string; who: string }[] {
  const ids = namesFor(names);
  return names.map((who, i) => ({ id: ids[i] ?? '', who }));
}

function withPlace(member: string, position: string | undefined): string {
  return position === undefined || position === 'member' ? member : `${member} (${position})`;
}
