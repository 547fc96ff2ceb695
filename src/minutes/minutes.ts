import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { agendaFacts } from '../agenda/agenda-facts.ts';
import type { Agenda, AgendaItem } from '../agenda/agenda.ts';
import { itemFact } from '../agenda/item-facts.ts';
import { namesFor, namesForProse, listInWords } from '../compose/words.ts';
import { underRegulations } from '../deadlines/law.ts';
import { longDate } from '../records/dates.ts';
import type { ItemOutcome } from '../records/outcomes.ts';
import type { Records } from '../records/load.ts';
import type { Prose } from '../records/prose.ts';
import { actionsOf } from './actions.ts';
import { confirmedOn } from './confirmed.ts';
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

function minuted(
  records: Records,
  agenda: Agenda,
  item: AgendaItem,
  number: string,
  part: 'public' | 'exempt',
  isHeld: boolean,
): MinutedItem {
  const { meeting, body } = agenda;
  const ofPartOnly = part === 'exempt' && item.part === 'public';
  const start = {
    ...{ id: item.id, number, excludes: false },
    title: ofPartOnly ? `${item.title}: exempt part` : item.title,
  };
  // Nothing that is said of it in private may come any further than here.
  if (part === 'public' && item.part === 'exempt')
    return {
      ...start,
      id: `private-${number}`,
      withheld: isHeld,
      to_record: false,
      ...(isHeld ? {} : inExempt),
    };
  const outcome = outcomeOf(agenda, item, part);
  const all = askedBy(records, item.report, called(body.name), part);
  const asked = ofPartOnly
    ? exemptOnly(all, askedBy(records, item.report, called(body.name), 'public'))
    : all;
  const excludes =
    item.standard === 'exclusion' &&
    (!isHeld || (outcome?.as_recommended === 'yes' && outcome.resolved === undefined));
  const resolved = resolvedBy(outcome, asked);
  const drafted = isHeld ? undefined : draftFor(item, meeting.value.minutes, asked, ofPartOnly);
  const apologies = item.standard === 'apologies' ? meeting.value.held?.apologies : undefined;
  const { urgent, key_decision } = item.entry ?? {};
  const made: MinutedItem = {
    ...start,
    withheld: false,
    excludes,
    to_record: !isHeld,
    ...(part === 'public' ? ofExemptPart(records, agenda, item, isHeld) : {}),
    ...(key_decision === undefined ? {} : { key: keyInWords(key_decision.reference) }),
    ...(urgent === undefined ? {} : { urgent }),
    ...(apologies === undefined ? {} : { sent_apologies: listInWords(apologies) }),
    ...(outcome?.discussion === undefined ? {} : { discussion: outcome.discussion }),
    ...(resolved === undefined ? {} : { resolved }),
    ...(drafted === undefined || drafted.length === 0 ? {} : { drafted }),
    ...(resolved === undefined ? {} : { reasons: reasonsFor(outcome, asked) }),
    ...interestsOnce(agenda, item, particularsOf(outcome)),
    ...effectOf(outcome),
  };
  const silent = outcome === undefined && apologies === undefined;
  return isHeld && silent ? { ...made, nothing: 'Not recorded.' } : made;
}

const inExempt = { elsewhere: 'Record this in the exempt minutes.' } as const;

/** What the record says of an item, to those who read these minutes. */
export function outcomeOf(
  { meeting }: Agenda,
  item: AgendaItem,
  part: 'public' | 'exempt',
): ItemOutcome | undefined {
  const outcome = meeting.value.outcomes?.[item.id];
  if (item.part === part) return outcome;
  return part === 'exempt' ? outcome?.in_private : undefined;
}

/** Whether a part of a public item belongs in the exempt minutes: before the meeting where its report has one. */
function ofPart(records: Records, agenda: Agenda, item: AgendaItem, isHeld: boolean): boolean {
  if (item.part === 'exempt') return false;
  if (isHeld) return agenda.meeting.value.outcomes?.[item.id]?.in_private !== undefined;
  return item.report !== undefined && itemFact(agenda, records, item, {}).exempt !== undefined;
}

function ofExemptPart(
  records: Records,
  agenda: Agenda,
  item: AgendaItem,
  isHeld: boolean,
): Pick<MinutedItem, 'elsewhere'> {
  if (!ofPart(records, agenda, item, isHeld)) return {};
  return {
    elsewhere: isHeld
      ? 'The exempt part was taken after the press and public had left. It is recorded in the exempt minutes.'
      : 'What is said and resolved of the exempt part: record this in the exempt minutes.',
  };
}

/** What a report asks for in its restricted version alone. */
function exemptOnly(all: Asked | undefined, open: Asked | undefined): Asked | undefined {
  const said = open?.recommendations.map(({ text }) => text) ?? [];
  return all && { ...all, recommendations: all.recommendations.filter(({ text }) => !said.includes(text)) };
}

/** Interests are told where they were declared, and not again at the item that they are in. */
function interestsOnce(
  { items, meeting }: Agenda,
  { standard }: AgendaItem,
  { interests, ...rest }: ReturnType<typeof particularsOf>,
): Partial<MinutedItem> {
  if (interests === undefined) return rest;
  if (standard === 'declarations') return { ...rest, declared: interests };
  const declarations = items.find((item) => item.standard === 'declarations');
  const declared = declarations && meeting.value.outcomes?.[declarations.id]?.interests;
  return declared === undefined || declared === 'none' ? { ...rest, interests } : rest;
}

/** From when a decision has effect, and until when it can be called in: as the record says, and never reckoned. */
export function effectOf(outcome: ItemOutcome | undefined): Pick<MinutedItem, 'effective' | 'call_in_until'> {
  const { effective, call_in_until } = outcome ?? {};
  return {
    ...(effective === undefined ? {} : { effective: longDate(effective) }),
    ...(call_in_until === undefined ? {} : { call_in_until: longDate(call_in_until) }),
  };
}

/** The items of which the record of a meeting that was held says nothing. */
export function unrecorded({ held, items }: MinutesFacts): string[] {
  return held ? items.flatMap(({ nothing, number }) => (nothing === undefined ? [] : [number])) : [];
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

/** What is drafted where nothing is recommended. */
const papers: Partial<Record<AgendaItem['kind'], string>> = {
  report: 'that the report be noted',
  file: 'that the paper be noted',
  verbal: 'that the verbal report be noted',
};

/** What an item asks the meeting to resolve, before it has met. */
function draftFor(
  { standard, kind }: AgendaItem,
  minutes: Agenda['meeting']['value']['minutes'],
  asked: Asked | undefined,
  ofPartOnly: boolean,
): Resolved[] {
  if (standard !== 'minutes') {
    const recommended = asked?.recommendations ?? [];
    const paper = papers[kind];
    return recommended.length > 0 || paper === undefined || ofPartOnly ? recommended : named([paper]);
  }
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
