import { standingOf, withOutcome } from '../derive/actions.ts';
import { dayOf } from '../derive/day.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Action, Outcome } from '../records/actions.ts';
import { longDate } from '../records/dates.ts';
import { own } from '../records/judging.ts';
import type { Entry, Records } from '../records/load.ts';
import type { Path } from '../records/source.ts';
import type { Review } from '../records/review.ts';

const overdue = rule(
  'actions/overdue',
  'warning',
  'Members will ask why what was to be done by then has not been done.',
);
const ownerless = rule('actions/no-owner', 'warning', 'What nobody answers for is seldom done.');
const undated = rule('actions/no-date', 'warning', 'Without a day nobody can say whether it is late.');
const completion = rule(
  'actions/completed',
  'error',
  'The paper would say that something was done on a day that does not fit its status.',
);
const sameName = rule(
  'actions/same-name',
  'error',
  'Next year’s review could not say which of the two it means.',
);
const unknownAction = rule(
  'actions/unknown',
  'error',
  'What became of a promise would be told of an action that nobody promised.',
);
const unknownIndicator = rule(
  'actions/unknown-indicator',
  'error',
  'The paper would connect the action with a figure that does not exist.',
);
const noNews = rule(
  'actions/no-news',
  'warning',
  'Members were promised it last time, and the paper would not say what became of it.',
);

/** The actions of every plan: owned, dated, not overdue, and last time's all told of. */
export function checkActions(records: Records): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const review of records.review.values()) {
    const framework = records.framework.get(review.value.framework)?.value;
    const names = new Set<string>();
    for (const { action, path } of actionsIn(review)) {
      if (names.has(action.id)) {
        found.push(
          sameName.at(
            review.source.at([...path, 'id']),
            `Two actions are both called \`${action.id}\`.`,
            'Give each a name of its own.',
          ),
        );
      }
      names.add(action.id);
      found.push(...checkOne(review, action, path));
      if (action.indicator !== undefined && framework && !own(framework.indicators, action.indicator)) {
        found.push(
          unknownIndicator.at(
            review.source.at([...path, 'indicator']),
            `The framework defines no indicator \`${action.indicator}\`.`,
            didYouMean(action.indicator, Object.keys(framework.indicators ?? {}), 'Indicators'),
          ),
        );
      }
    }
    found.push(...checkPromised(records, review));
  }
  for (const report of records.report.values()) {
    const review = records.review.get(report.value.review);
    if (review) found.push(...checkOnTheDay(records, review, dayOf(report.value, review.value)));
  }
  return found;
}

function actionsIn(review: Entry<Review>): { action: Action; path: Path }[] {
  return (review.value.areas_for_improvement ?? []).flatMap(({ actions }, i) =>
    (actions ?? []).map((action, n) => ({
      action,
      path: ['areas_for_improvement', i, 'actions', n] as Path,
    })),
  );
}

function checkOne(review: Entry<Review>, action: Action, path: Path): Diagnostic[] {
  const found: Diagnostic[] = [];
  const open = action.status !== 'done' && action.status !== 'stopped';
  if (action.owner === undefined && open) {
    found.push(
      ownerless.at(
        review.source.keyAt([...path, 'id']),
        `Nobody answers for the action \`${action.id}\`.`,
        'Write the role that does: `owner: Head of Adult Services`.',
      ),
    );
  }
  if (action.due === undefined && open) {
    found.push(
      undated.at(
        review.source.keyAt([...path, 'id']),
        `The action \`${action.id}\` has no day by which it is to be done.`,
        'Write it as `due: 2026-03-31`.',
      ),
    );
  }
  found.push(...checkCompleted(review, action.id, action, path));
  return found;
}

/** A day on which something was done belongs to what is done. */
function checkCompleted(
  review: Entry<Review>,
  id: string,
  { status, completed }: Outcome,
  path: Path,
): Diagnostic[] {
  if (completed === undefined || status === 'done') return [];
  return [
    completion.at(
      review.source.at([...path, 'completed']),
      `\`${id}\` was completed on ${longDate(completed)} and yet is \`${status}\`.`,
      'Write `status: done`, or take the day out.',
    ),
  ];
}

function checkPromised(records: Records, review: Entry<Review>): Diagnostic[] {
  const { promised, follows } = review.value;
  const earlier = follows === undefined ? undefined : records.review.get(follows);
  const before = earlier ? actionsIn(earlier) : [];
  const known = before.map(({ action }) => action.id);
  const found: Diagnostic[] = [];
  if (promised && follows === undefined) {
    found.push(
      unknownAction.at(
        review.source.keyAt(['promised']),
        'The review does not say which review it follows, so nothing was promised before it.',
        'Add `follows:` with the name of last time’s review.',
      ),
    );
  }
  if (earlier) {
    for (const id of Object.keys(promised ?? {}).filter((id) => !known.includes(id)))
      found.push(
        unknownAction.at(
          review.source.keyAt(['promised', id]),
          `The review \`${earlier.id}\` has no action \`${id}\`.`,
          didYouMean(id, known, 'Its actions'),
        ),
      );
  }
  const open = before.filter(
    ({ action }) => action.status !== 'done' && action.status !== 'stopped' && !own(promised, action.id),
  );
  for (const [id, outcome] of Object.entries(promised ?? {}))
    found.push(...checkCompleted(review, id, outcome, ['promised', id]));
  if (open.length > 0) {
    found.push(
      noNews.at(
        promised ? review.source.keyAt(['promised']) : review.source.at(['follows']),
        `Nothing is said of what became of ${open.map(({ action }) => `\`${action.id}\``).join(', ')}.`,
        'Write it under `promised:`, one entry for each: its name, then `status:` and, where there is more to say, `progress:`.',
      ),
    );
  }
  return found;
}

/** How actions stand on the day of a paper: of this review's plan, and of last time's promises. */
function checkOnTheDay(records: Records, review: Entry<Review>, day: string): Diagnostic[] {
  const { promised, follows } = review.value;
  const earlier = follows === undefined ? undefined : records.review.get(follows);
  return [
    ...actionsIn(review).flatMap(({ action, path }) => [
      ...late(action, day, review.source.keyAt([...path, 'due'])),
      ...early(action, day, review.source.at([...path, 'completed'])),
    ]),
    ...(earlier ? actionsIn(earlier) : []).flatMap(({ action }) => {
      const outcome = own(promised, action.id);
      if (!outcome) return [];
      const at: Path = ['promised', action.id];
      return [
        ...late(withOutcome(action, outcome), day, review.source.keyAt(at)),
        ...early({ ...outcome, id: action.id }, day, review.source.at([...at, 'completed'])),
      ];
    }),
  ];
}

function late(action: Action, day: string, place: Place): Diagnostic[] {
  if (standingOf(action, day) !== 'overdue') return [];
  return [
    overdue.at(
      place,
      `\`${action.id}\` was due by ${longDate(action.due ?? day)} and is ${action.status} on the day of the paper, ${longDate(day)}.`,
      'If it is done, write `status: done` and `completed:`; if not, say in `progress:` why and by when.',
    ),
  ];
}

/** What was done after the day of the paper was not yet done on it. */
function early({ id, completed, status }: Outcome & { id: string }, day: string, place: Place): Diagnostic[] {
  if (completed === undefined || status !== 'done' || completed <= day) return [];
  return [
    completion.at(
      place,
      `\`${id}\` was completed on ${longDate(completed)}, after the day of the paper, ${longDate(day)}.`,
      'Correct the day, or write how the action stands on the day of the paper.',
    ),
  ];
}
