import { standingOf, withOutcome, type Standing } from '../../derive/actions.ts';
import type { Action } from '../../records/actions.ts';
import { longDate } from '../../records/dates.ts';
import { own } from '../../records/judging.ts';
import type { Joined } from '../join.ts';
import { typeset } from '../markdown.ts';
import { countInWords, listInWords } from '../words.ts';
import type { Plan } from '../shapes/plan.ts';

/** Statuses in the order in which people ask for them, with how a count says them. */
const standings: readonly [Standing, string][] = [
  ['done', 'done'],
  ['under way', 'under way'],
  ['not started', 'not started'],
  ['overdue', 'overdue'],
  ['stopped', 'stopped'],
];

interface Placed {
  area: string;
  action: Action;
}

/** The council's plan: the actions of all areas for improvement. @param day the day of the paper */
export function planOf({ review }: Joined, day: string): Plan | undefined {
  return planFrom(actionsOf(review.value.areas_for_improvement), day);
}

/** What the review before promised, and what became of it by what this one says. */
export function promisedOf({ review, previous }: Joined, day: string): Plan | undefined {
  const placed = actionsOf(previous?.value.areas_for_improvement);
  return planFrom(
    placed.map(({ area, action }) => ({
      area,
      action: withOutcome(action, own(review.value.promised, action.id)),
    })),
    day,
  );
}

function actionsOf(
  areas: readonly { title: string; actions?: Action[] | undefined }[] | undefined,
): Placed[] {
  return (areas ?? []).flatMap(({ title, actions }) =>
    (actions ?? []).map((action) => ({ area: typeset(title), action })),
  );
}

function planFrom(placed: readonly Placed[], day: string): Plan | undefined {
  if (placed.length === 0) return undefined;
  const counts = countStandings(placed.map(({ action }) => standingOf(action, day)));
  const overdue = counts.find((c) => c.standing === 'overdue')?.count;
  return {
    actions: placed.map(({ area, action }) => ({
      id: action.id,
      area,
      action: action.action,
      owner: action.owner === undefined ? 'Not yet named' : typeset(action.owner),
      due: action.due === undefined ? 'No date set' : longDate(action.due).replace(' ', '\u00a0'),
      status: statusInWords(action, day),
      progress: action.progress,
    })),
    words: planInWords(placed.length, counts),
    overdue: overdue === undefined ? undefined : countInWords(overdue),
  };
}

/** "nine actions: three done, four under way and two overdue", "three actions, all done", "one action, which is under way". */
function planInWords(n: number, counts: ReturnType<typeof countStandings>): string {
  const [first] = counts;
  if (n === 1 && first) return `one action, which is ${first.name}`;
  if (first && counts.length === 1)
    return `${countInWords(n)} actions, ${n === 2 ? 'both' : 'all'} ${first.name}`;
  return `${countInWords(n)} actions: ${listInWords(
    counts.map(({ count, name }) => `${countInWords(count)} ${name}`),
  )}`;
}

/** How many actions stand how, those there are of, in the order in which people ask. */
export function countStandings(
  found: readonly Standing[],
): { standing: Standing; name: string; count: number }[] {
  return standings.flatMap(([standing, name]) => {
    const count = found.filter((s) => s === standing).length;
    return count === 0 ? [] : [{ standing, name, count }];
  });
}

/** How the actions of this review's plan stand on a day. */
export function planStandings({ review }: Joined, day: string): Standing[] {
  return actionsOf(review.value.areas_for_improvement).map(({ action }) => standingOf(action, day));
}

function statusInWords(action: Action, day: string): string {
  const standing = standingOf(action, day);
  switch (standing) {
    case 'done':
      return action.completed === undefined ? 'Done' : `Done on ${longDate(action.completed)}`;
    case 'overdue':
      return action.status === 'under way' ? 'Overdue: under way' : 'Overdue: not started';
    case 'under way':
      return 'Under way';
    case 'not started':
      return 'Not started';
    case 'stopped':
      return 'Stopped';
  }
}
