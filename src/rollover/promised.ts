import type { Written } from '../import/written.ts';
import { scalar } from '../import/written.ts';
import type { Action, ActionStatus } from '../records/actions.ts';
import type { Prose } from '../records/prose.ts';
import type { Review } from '../records/review.ts';
import { marker } from '../records/waiting.ts';
import { widest, wrapped } from './wrapped.ts';

/** What the later review says of the actions that the earlier one promised. */
export interface Promised {
  value: { readonly [id: string]: Written };
  /** The same as lines of a record, with remarks for whoever brings it up to date. */
  lines: string[];
  actions: { id: string; status: ActionStatus }[];
}

/**
 * The actions of a review, as the next one tells of them. What was done or stopped stands as it was; what is open keeps
 * its status and waits for a sentence on how it came out, so that no old status reaches a paper unread.
 * @returns nothing where nothing was promised
 */
export function promisedBy(review: Review): Promised | undefined {
  const actions = (review.areas_for_improvement ?? []).flatMap((area) => area.actions ?? []);
  if (actions.length === 0) return undefined;
  const lines = [
    '',
    ...wrapped(
      `What became of the actions of ${review.period}, by their names there. Bring the status of each open one up to date (not started, under way, done with \`completed:\`, or stopped), and say in a sentence how it came out.`,
      '# ',
    ),
    'promised:',
  ];
  const value: Record<string, Written> = {};
  for (const action of actions) {
    const { id, status, completed } = action;
    const open = isOpen(action);
    const told = action.progress?.exempt ? undefined : action.progress?.markdown;
    const progress = open ? marker : told;
    value[id] = {
      status,
      ...(completed === undefined ? {} : { completed }),
      ...(progress === undefined ? {} : { progress }),
    };
    lines.push(`  ${id}:`, ...wrapped(about(action), '    # '), `    status: ${status}`);
    if (completed !== undefined) lines.push(`    completed: ${completed}`);
    if (progress !== undefined) lines.push(...proseLines('progress', progress));
    if (open && action.progress)
      lines.push(
        ...wrapped(
          `Last time: ${openWords(action.progress) ?? 'exempt; see the record of last time'}`,
          '    # ',
        ),
      );
  }
  return { value, lines, actions: actions.map(({ id, status }) => ({ id, status })) };
}

/** Whether an action goes on: neither done nor stopped. */
export function isOpen({ status }: Pick<Action, 'status'>): boolean {
  return status !== 'done' && status !== 'stopped';
}

function about({ action, due }: Action): string {
  return `${openWords(action) ?? 'An action that is exempt: see the record of last time'}${due === undefined ? '' : ` (by ${due})`}`;
}

/** An entry with prose: on one line where it fits, else folded. */
function proseLines(name: string, text: string): string[] {
  const line = `    ${name}: ${scalar(text, false)}`;
  if (line.length <= widest || /\n|\s{2}|^\s|\s$/.test(text)) return [line];
  return [`    ${name}: >-`, ...wrapped(text, '      ')];
}

/** The words of prose on one line. What is exempt stays in its own record, where it is known to be. */
function openWords(prose: Prose): string | undefined {
  return prose.exempt ? undefined : oneLine(prose.markdown);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
