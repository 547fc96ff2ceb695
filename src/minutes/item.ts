import type { Agenda, AgendaItem } from '../agenda/agenda.ts';
import { itemFact } from '../agenda/item-facts.ts';
import { listInWords } from '../compose/words.ts';
import { longDate } from '../records/dates.ts';
import type { Records } from '../records/load.ts';
import type { MinutedItem, Resolved } from './facts.ts';
import { effectOf, keyInWords, outcomeOf, particularsOf, reasonsFor, resolvedBy } from './outcome.ts';
import { askedBy, named, type Asked } from './recommended.ts';

/** The facts of one item in the minutes: what was said and resolved, or what there is to record. */
export function minuted(
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

/** Whether a part of a public item belongs in the exempt minutes: before the meeting where its report has one. */
export function ofPart(records: Records, agenda: Agenda, item: AgendaItem, isHeld: boolean): boolean {
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

/** As a sentence calls a body: "Cabinet", "the Housing Scrutiny Committee". */
export function called(body: string): string {
  return /^(the |cabinet$|council$|full council$)/i.test(body) ? body : `the ${body}`;
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
