import type { Agenda, AgendaItem } from '../agenda/agenda.ts';
import { namesForProse } from '../compose/words.ts';
import { longDate } from '../records/dates.ts';
import type { ItemOutcome } from '../records/outcomes.ts';
import type { Prose } from '../records/prose.ts';
import type { MinutedItem, Resolved } from './facts.ts';
import type { Asked } from './recommended.ts';

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

/** From when a decision has effect, and until when it can be called in: as the record says, and never reckoned. */
export function effectOf(outcome: ItemOutcome | undefined): Pick<MinutedItem, 'effective' | 'call_in_until'> {
  const { effective, call_in_until } = outcome ?? {};
  return {
    ...(effective === undefined ? {} : { effective: longDate(effective) }),
    ...(call_in_until === undefined ? {} : { call_in_until: longDate(call_in_until) }),
  };
}

/** "Key decision, FP/2025/38 on the forward plan." */
export function keyInWords(reference: string): string {
  return `Key decision, ${reference} on the forward plan.`;
}
