import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import type { Agenda, AgendaItem } from '../agenda/agenda.ts';
import { namesFor, namesForProse, listInWords } from '../compose/words.ts';
import { longDate } from '../records/dates.ts';
import type { ItemOutcome } from '../records/outcomes.ts';
import type { Records } from '../records/load.ts';
import type { Prose } from '../records/prose.ts';
import { actionsOf } from './actions.ts';
import type { MinutedItem, MinutesFacts, Resolved } from './facts.ts';
import { askedBy, named, type Asked } from './recommended.ts';

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
    .filter(({ item }) => part === 'public' || item.part === 'exempt')
    .map(({ item, number }) => minuted(records, agenda, item, number, part, isHeld));
  const day = date === 'unknown' ? undefined : date;
  const actions = agenda.items
    .filter((item) => item.part === part)
    .flatMap((item) => actionsOf(item, outcomes?.[item.id], day));
  const people = isHeld ? presentOf(held) : {};
  return {
    council: { name: council.value.name },
    body: { name: body.name },
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
    decided: items.filter(({ resolved, withheld }) => resolved !== undefined || (withheld && isHeld)),
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

function minuted(
  records: Records,
  { meeting, body }: Agenda,
  item: AgendaItem,
  number: string,
  part: 'public' | 'exempt',
  isHeld: boolean,
): MinutedItem {
  const start = { id: item.id, number, title: item.title };
  // Nothing that is said of it in private may come any further than here.
  if (part === 'public' && item.part === 'exempt')
    return { ...start, id: `private-${number}`, withheld: isHeld, to_record: !isHeld };
  const outcome = meeting.value.outcomes?.[item.id];
  const asked = askedBy(records, item.report, called(body.name), part);
  const resolved = resolvedBy(outcome, asked);
  const drafted = isHeld ? undefined : draftFor(item, meeting.value.minutes, asked);
  const apologies = item.standard === 'apologies' ? meeting.value.held?.apologies : undefined;
  const { urgent, key_decision } = item.entry ?? {};
  const made: MinutedItem = {
    ...start,
    withheld: false,
    to_record: !isHeld,
    ...(key_decision === undefined ? {} : { key: keyInWords(key_decision.reference) }),
    ...(urgent === undefined ? {} : { urgent }),
    ...(apologies === undefined ? {} : { sent_apologies: listInWords(apologies) }),
    ...(outcome?.discussion === undefined ? {} : { discussion: outcome.discussion }),
    ...(resolved === undefined ? {} : { resolved }),
    ...(drafted === undefined || drafted.length === 0 ? {} : { drafted }),
    ...(resolved === undefined ? {} : { reasons: reasonsFor(outcome, asked) }),
    ...particularsOf(outcome),
  };
  const silent = outcome === undefined && apologies === undefined;
  return isHeld && silent ? { ...made, nothing: 'Nothing is recorded of this item.' } : made;
}

/** "Key decision, FP/2025/38 on the forward plan." */
export function keyInWords(reference: string): string {
  return `Key decision, ${reference} on the forward plan.`;
}

/** As a sentence calls a body: "Cabinet", "the Housing Scrutiny Committee". */
export function called(body: string): string {
  return /^(the |cabinet$|council$|full council$)/i.test(body) ? body : `the ${body}`;
}

/** What was resolved: as recorded, else the recommendations where they were agreed as they stand. */
export function resolvedBy(
  outcome: ItemOutcome | undefined,
  asked: Asked | undefined,
): Resolved[] | undefined {
  if (outcome?.resolved !== undefined) return proseList(outcome.resolved);
  if (outcome?.as_recommended !== 'yes' || asked === undefined) return undefined;
  return asked.recommendations;
}

/** Why it was resolved: as recorded, else as the report says. */
export function reasonsFor(outcome: ItemOutcome | undefined, asked: Asked | undefined): Resolved[] {
  return outcome?.reasons === undefined ? (asked?.reasons ?? []) : proseList([outcome.reasons]);
}

/** The particulars that are words; what is `none` or missing is left out. */
export function particularsOf(
  outcome: ItemOutcome | undefined,
): Pick<MinutedItem, 'rejected' | 'interests' | 'dispensations'> {
  const { rejected, interests, dispensations } = outcome ?? {};
  return {
    ...(rejected === undefined || rejected === 'none' ? {} : { rejected }),
    ...(interests === undefined || interests === 'none' ? {} : { interests }),
    ...(dispensations === undefined || dispensations === 'none' ? {} : { dispensations }),
  };
}

function proseList(texts: readonly Prose[]): Resolved[] {
  const names = namesForProse(texts.map((prose) => ({ prose })));
  return texts.map((text, i) => ({ id: names[i] ?? '', text }));
}

/** What an item asks the meeting to resolve, before it has met. */
function draftFor(
  { standard }: AgendaItem,
  minutes: Agenda['meeting']['value']['minutes'],
  asked: Asked | undefined,
): Resolved[] {
  if (standard !== 'minutes') return asked?.recommendations ?? [];
  return named(
    (minutes ?? []).map(
      ({ of }) => `that the minutes of the meeting held on ${longDate(of)} be confirmed as a correct record`,
    ),
  );
}

function whos(names: readonly string[]): { id: string; who: string }[] {
  const ids = namesFor(names);
  return names.map((who, i) => ({ id: ids[i] ?? '', who }));
}

function withPlace(member: string, position: string | undefined): string {
  return position === undefined || position === 'member' ? member : `${member} (${position})`;
}
