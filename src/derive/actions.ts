import type { Action, ActionStatus, Outcome } from '../records/actions.ts';

/** How an action stands on a day. */
export type Standing = ActionStatus | 'overdue';

/** An action past its due day that is neither done nor stopped is overdue from the day after. */
export function standingOf(action: Pick<Action, 'status' | 'due'>, day: string): Standing {
  const open = action.status === 'not started' || action.status === 'under way';
  return open && action.due !== undefined && action.due < day ? 'overdue' : action.status;
}

/**
 * An action as it stands after what a later review says became of it. What was said of its progress before does not
 * stand any longer; neither does the day it was done, unless it still is.
 */
export function withOutcome(action: Action, outcome: Outcome | undefined): Action {
  if (!outcome) return action;
  const { status, progress, completed = status === 'done' ? action.completed : undefined } = outcome;
  return { ...action, status, completed, progress };
}
