import { longDate } from '../records/dates.ts';
import type { StandardKind } from '../records/agenda-items.ts';
import type { Meeting } from '../records/meeting.ts';

/** What the usual items are called where a council has no words of its own for them. */
const titles: Record<Exclude<StandardKind, 'minutes' | 'reports' | 'exempt'>, string> = {
  apologies: 'Apologies for absence',
  declarations: 'Declarations of interest',
  matters_arising: 'Matters arising',
  questions: 'Questions from the public',
  urgent: 'Urgent business',
  exclusion: 'Exclusion of the press and public',
};

/** The words of a usual item; `undefined` for the places of the meeting's own items. */
export function standardTitle(kind: StandardKind, meeting: Meeting): string | undefined {
  if (kind === 'reports' || kind === 'exempt') return undefined;
  if (kind !== 'minutes') return titles[kind];
  const days = (meeting.minutes ?? []).map(({ of }) => longDate(of));
  if (days.length === 0) return 'Minutes of the last meeting';
  return `Minutes of the ${days.length === 1 ? 'meeting' : 'meetings'} held on ${listed(days)}`;
}

/** "a", "a and b", "a, b and c" */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
