import type { Action, ActionStatus, Outcome } from '../records/actions.ts';

/** How an action stands on a day. */
export type Standing = ActionStatus | 'overdue';

/** An action past its due day that is neither done nor stopped is overdue from the day after. */
export function standingOf(action: Pick<Action, 'status' | 'due'>, day: string): Standing {
  const open = action.status === 'not started' || action.status === 'under way';
  return open && action.due !== undefined && action.due < day ? 'overdue' : action.status;
}

/** An action as it stands after what a later review says became of it. */
export function withOutcome(action: Action, outcome: Outcome | undefined): Action {
  return outcome ? { ...action, ...outcome } : action;
}
