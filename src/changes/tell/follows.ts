import { dutiesOf } from '../../compose/duties.ts';
import { typeset } from '../../compose/markdown.ts';
import { countInWords, figure } from '../../compose/words.ts';
import { standingOf, withOutcome, type Standing } from '../../derive/actions.ts';
import { scoreOf, type Score } from '../../derive/score.ts';
import type { Action } from '../../records/actions.ts';
import { longDate } from '../../records/dates.ts';
import { own } from '../../records/judging.ts';
import type { Telling } from '../change.ts';
import type { Side } from '../sides.ts';
import { inShort } from './context.ts';

/** A change that nobody typed: it follows from others, or from the day. */
export interface Following extends Telling {
  /** The last part of the identity of the rows and blocks that show it. */
  shownAs: string[];
}

/** What follows from the changes between two sides: what is overdue or met, the score and the way to the next band. */
export function followingFrom(earlier: Side, later: Side): Following[] {
  return [...scoreMoved(earlier, later), ...actionsMoved(earlier, later), ...dutiesMoved(earlier, later)];
}

function scoreMoved(earlier: Side, later: Side): Following[] {
  const of = ({ joined }: Side): Score | undefined =>
    scoreOf(joined.framework.value, joined.review.value.judgements ?? {});
  const [a, b] = [of(earlier), of(later)];
  const words = (score: Score | undefined): string | undefined =>
    score && `${figure(score.total)} of ${figure(score.maximum)} points (${figure(score.percent)}%)`;
  const way = (score: Score | undefined): string | undefined =>
    score?.next &&
    `${countInWords(score.next.points)} ${score.next.points === 1 ? 'point' : 'points'} short of ${typeset(score.next.step)}`;
  const told: Following[] = [];
  const tell = (subject: string, before: string | undefined, after: string | undefined): void => {
    if (before === after) return;
    told.push({
      kind: 'score',
      subject,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      sentence: `${subject}: ${before ?? 'not known'} → ${after ?? 'not known'}`,
      shownAs: ['score'],
    });
  };
  tell('Total score', words(a), words(b));
  const highest = (score: Score | undefined): string | undefined =>
    score && (way(score) ?? 'in the highest band');
  tell('Way to the next band', highest(a), highest(b));
  tell('Band of the score', a?.band, b?.band);
  return told;
}

interface Placed {
  action: Action;
  standing: Standing;
}

/** Every action of the plan, and of what was promised before, with how it stands on the day of the paper. */
function actionsOf({ joined, day }: Side): Map<string, Placed> {
  const found = new Map<string, Placed>();
  for (const { actions } of joined.previous?.value.areas_for_improvement ?? [])
    for (const action of actions ?? []) {
      const now = withOutcome(action, own(joined.review.value.promised, action.id));
      found.set(action.id, { action: now, standing: standingOf(now, day) });
    }
  for (const { actions } of joined.review.value.areas_for_improvement ?? [])
    for (const action of actions ?? []) found.set(action.id, { action, standing: standingOf(action, day) });
  return found;
}

function actionsMoved(earlier: Side, later: Side): Following[] {
  const before = actionsOf(earlier);
  return [...actionsOf(later)].flatMap(([id, { action, standing }]): Following[] => {
    const was = before.get(id)?.standing;
    if (was === standing || (standing !== 'overdue' && was !== 'overdue')) return [];
    // Done is told by the action's own status.
    if (standing === 'done' || standing === 'stopped') return [];
    const subject = `Action “${inShort(action.action.markdown)}”`;
    const due = action.due === undefined ? '' : ` (due ${longDate(action.due)})`;
    const now = standing === 'overdue' ? 'now overdue on the day of the paper' : 'no longer overdue';
    return [
      {
        kind: 'action',
        subject,
        ...(was === undefined ? {} : { before: was }),
        after: standing,
        sentence: `${subject}: ${now}${due}`,
        shownAs: [id],
      },
    ];
  });
}

function dutiesMoved(earlier: Side, later: Side): Following[] {
  const states = (side: Side): Map<string, { name: string; words: string }> =>
    new Map(
      (dutiesOf(side.joined, side.day) ?? []).map((d) => [d.id, { name: d.name, words: d.state_words }]),
    );
  const [a, b] = [states(earlier), states(later)];
  return [...new Set([...b.keys(), ...a.keys()])].flatMap((id): Following[] => {
    const [was, is] = [a.get(id), b.get(id)];
    if (was?.words === is?.words) return [];
    const subject = `Duty “${is?.name ?? was?.name ?? id}”`;
    return [
      {
        kind: 'duty',
        subject,
        ...(was ? { before: was.words } : {}),
        ...(is ? { after: is.words } : {}),
        sentence: `${subject}: ${was?.words ?? 'not laid down'} → ${is?.words ?? 'no longer laid down'}`,
        shownAs: [id],
      },
    ];
  });
}
