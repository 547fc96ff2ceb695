import { listed } from '../agenda/words.ts';
import type { Agenda, AgendaItem } from '../agenda/agenda.ts';
import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { rule, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Records } from '../records/load.ts';
import { longDate } from '../records/dates.ts';
import type { DecisionRecordFacts, Resolved } from './facts.ts';
import { effectOf, keyInWords, outcomeOf, particularsOf, reasonsFor, resolvedBy } from './outcome.ts';
import { called } from './item.ts';
import { askedBy } from './recommended.ts';

const missing = rule(
  'decision-record/particular-missing',
  'error',
  'The written record of an executive decision must have it (SI 2012/2089, regulation 12(2)), and is open to the public (regulation 14).',
);
const noDay = rule(
  'decision-record/no-day',
  'error',
  'The record of an executive decision says on which day it was made (SI 2012/2089, regulation 12).',
);

/** A decision of an executive with what its record says; no facts where a particular is missing. */
export interface DecisionRecord {
  item: AgendaItem;
  facts?: DecisionRecordFacts;
  /** Whether the item was only noted: that is no executive decision, and has no record. */
  noted?: boolean;
}

/**
 * The records of the decisions that an executive made at a meeting, and what is missing in them. Taking note of apologies
 * or confirming minutes is no executive decision; neither is anything that a body decides that is no executive.
 */
export function decisionRecords(
  records: Records,
  agenda: Agenda,
  part: 'public' | 'exempt',
): { made: DecisionRecord[]; diagnostics: Diagnostic[] } {
  if (agenda.body.kind !== 'executive') return { made: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const made = agenda.items
    .filter((item) => item.standard === undefined)
    .flatMap((item): DecisionRecord[] => {
      const outcome = outcomeOf(agenda, item, part);
      if (outcome?.resolved === undefined && outcome?.as_recommended === undefined) return [];
      const asked = askedBy(records, item.report, called(agenda.body.name), part);
      if (isOnlyNoted(resolvedBy(outcome, asked))) return [{ item, noted: true }];
      const one = recordOf(records, agenda, item, part);
      diagnostics.push(...one.diagnostics);
      return [{ item, ...(one.facts && { facts: one.facts }) }];
    });
  return { made, diagnostics };
}

/** "That the report be noted", "that Cabinet note where the plan stands": nothing was decided. */
function isOnlyNoted(resolved: readonly Resolved[] | undefined): boolean {
  const texts = (resolved ?? []).map(({ text }) => (typeof text === 'string' ? text : text.markdown));
  return (
    texts.length > 0 &&
    texts.every((text) => /\bbe noted\.?$|^(?:that )?(?:the )?(?:\S+ ){1,6}notes? /i.test(text.trim()))
  );
}

function recordOf(
  records: Records,
  agenda: Agenda,
  item: AgendaItem,
  part: 'public' | 'exempt',
): { facts?: DecisionRecordFacts; diagnostics: Diagnostic[] } {
  const { meeting, council, body } = agenda;
  const diagnostics: Diagnostic[] = [];
  const outcome = outcomeOf(agenda, item, part);
  const place = meeting.source.keyAt(['outcomes', item.id]);
  const name = item.number === undefined ? `“${item.title}”` : `item ${item.number}, “${item.title}”,`;
  const lacks = (what: string, hint: string): void => {
    diagnostics.push(missing.at(place, `The record of the decision on ${name} does not say ${what}.`, hint));
  };
  const asked = askedBy(records, item.report, called(body.name), part);
  const decision = resolvedBy(outcome, asked) ?? [];
  const reasons = reasonsFor(outcome, asked);
  const { rejected, interests, dispensations } = outcome ?? {};
  if (decision.length === 0)
    lacks('what was decided', 'Write `resolved:` with what was decided, a part each.');
  if (reasons.length === 0)
    lacks(
      'why it was made',
      'Write `reasons:`; a report that has `reasons:` of its own gives them where it is left out.',
    );
  if (rejected === undefined)
    lacks(
      'which other options were considered and rejected',
      'Write `rejected:` with them, or `rejected: none`.',
    );
  if (interests === undefined)
    lacks('which conflicts of interest were declared', 'Write `interests:` with them, or `interests: none`.');
  // Where no conflict was declared there was nothing to grant a dispensation for.
  if (dispensations === undefined && interests !== undefined && interests !== 'none')
    lacks('whether a dispensation was granted', 'Write `dispensations:` with it, or `dispensations: none`.');
  const { date } = meeting.value;
  if (date === 'unknown')
    diagnostics.push(
      noDay.at(meeting.source.at(['date']), 'The day of the meeting is not known.', 'Write `date:`.'),
    );
  if (diagnostics.length > 0 || date === 'unknown') return { diagnostics };
  const { key_decision, wards } = item.entry ?? {};
  const facts: DecisionRecordFacts = {
    council: { name: council.value.name },
    body: { name: body.name },
    title: item.title,
    item: item.number === undefined ? '' : `Item ${item.number} of its agenda.`,
    day: format(parseISO(date), 'd MMMM yyyy'),
    key: key_decision === undefined ? 'This is not a key decision.' : keyInWords(key_decision.reference),
    ...(item.lead === undefined ? {} : { lead: leadInWords(item.lead) }),
    ...(wards === undefined ? {} : { wards: listed(wards) }),
    ...reportInWords(records, item),
    ...contactInWords(meeting.value.contact ?? body.contact),
    ...(meeting.value.decisions_published === undefined
      ? {}
      : { published: longDate(meeting.value.decisions_published) }),
    ...effectOf(outcome),
    decision,
    reasons,
    ...particularsOf(outcome),
  };
  return { facts, diagnostics };
}

/** What the decision rests on: "“Homes”, the report of the Director of Place". */
function reportInWords(
  records: Records,
  { report, entry, title, files }: AgendaItem,
): Pick<DecisionRecordFacts, 'report'> {
  const found = report === undefined ? undefined : records.report.get(report)?.value;
  if (found) return { report: `“${title}”, the report of the ${found.author.role}` };
  if (files.length > 0)
    return { report: entry?.from === undefined ? `“${title}”` : `“${title}”, from ${entry.from}` };
  return entry?.verbal === undefined ? {} : { report: 'a verbal report; there is no paper' };
}

function contactInWords(contact: Agenda['body']['contact']): Pick<DecisionRecordFacts, 'contact'> {
  const words = [contact?.role, contact?.telephone, contact?.email].filter((word) => word !== undefined);
  return words.length === 0 ? {} : { contact: words.join(', ') };
}

function leadInWords({ role, name }: NonNullable<AgendaItem['lead']>): string {
  return name === undefined ? role : `${name}, ${role}`;
}
