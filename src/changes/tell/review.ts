import { typeset } from '../../compose/markdown.ts';
import { Prose } from '../../records/prose.ts';
import type { Plain } from '../../records/read.ts';
import type { Path } from '../../records/source.ts';
import { arrow, type Telling } from '../change.ts';
import { isForm, type Difference } from '../records/differ.ts';
import { proseAt, valueAt, type Side } from '../sides.ts';
import {
  inShort,
  inWords,
  nameInWords,
  shown,
  tellText,
  valueInWords,
  type Context,
  type Teller,
} from './context.ts';

/** Areas for improvement, the actions under them, what was promised, good practice, dates and findings. */
export const tellReview: Teller = (difference, context) => {
  if (context.noun !== 'review') return undefined;
  const [first, id, ...rest] = difference.names;
  const ago = context.past ? ', in the review before' : '';
  switch (first) {
    case 'areas_for_improvement': {
      if (rest[0] === 'actions') return tellAction(difference, context);
      const title =
        id === undefined ? 'Areas for improvement' : `Area for improvement “${titleOf(difference, context)}”`;
      if (rest.length === 0 && difference.what !== 'reordered' && id !== undefined)
        return tellWhole('area', title + ago, difference, context);
      return tellText(
        'area',
        `${title}${ago}${rest[0] === undefined ? '' : `, ${nameInWords(rest[0])}`}`,
        difference,
        context,
      );
    }
    case 'promised':
      return tellText(
        'action',
        `Promised last time${id === undefined ? '' : `: “${promisedWords(id, context)}”`}${rest[0] === undefined ? '' : `, ${nameInWords(rest[0])}`}`,
        difference,
        context,
      );
    case 'good_practice':
      return tellText('good-practice', `Good practice${ago}`, difference, context);
    case 'timeline': {
      const event = id === undefined ? 'Dates' : `“${inShort(eventOf(difference, context))}”`;
      return tellText(
        'timeline',
        `${event}${ago}${rest[0] === undefined ? '' : `, ${nameInWords(rest[0])}`}`,
        difference,
        context,
      );
    }
    case undefined:
    default: {
      const names = difference.names.map(nameInWords).join(', ');
      return tellText('finding', `The review’s ${names}${ago}`, difference, context);
    }
  }
};

/** An entry of a side that a difference stands in: the first steps of its path. */
function entryOf(
  difference: Difference,
  context: Context,
  steps: number,
): { side: Side; path: Path; later: boolean } {
  const gone = difference.what === 'removed' && difference.names.length <= steps;
  return gone
    ? { side: context.earlier, path: difference.earlier.slice(0, steps), later: false }
    : { side: context.later, path: difference.later.slice(0, steps), later: true };
}

/** A text of the entry that a difference stands in, as the paper says it. */
function fieldOf(difference: Difference, context: Context, steps: number, field: string): string | undefined {
  const { side, path, later } = entryOf(difference, context, steps);
  const entry = later ? context.is : context.was;
  const value = valueAt(entry?.value, [...path, field]);
  if (value instanceof Prose) return proseAt(side, entry, [...path, field]);
  return typeof value === 'string' ? typeset(value) : undefined;
}

function titleOf(difference: Difference, context: Context): string {
  return fieldOf(difference, context, 2, 'title') ?? difference.names[1] ?? '';
}

function eventOf(difference: Difference, context: Context): string {
  return fieldOf(difference, context, 2, 'event') ?? difference.names[1] ?? '';
}

function promisedWords(id: string, { later }: Context): string {
  for (const area of later.joined.previous?.value.areas_for_improvement ?? [])
    for (const action of area.actions ?? []) if (action.id === id) return inShort(action.action.markdown);
  return id;
}

/** An entry that is new or gone, with all that it says. */
function tellWhole(
  kind: Telling['kind'],
  subject: string,
  difference: Difference,
  context: Context,
): Telling {
  const words = inWords(difference, context);
  const [state, said] = difference.what === 'added' ? ['new', words.after] : ['taken out', words.before];
  return { kind, subject, ...shown(words), sentence: `${subject}: ${state} (${inShort(said ?? '', 400)})` };
}

const fieldWords: Readonly<Record<string, string>> = {
  owner: 'lead',
  due: 'due',
  status: 'status',
  completed: 'done on',
  progress: 'progress',
  indicator: 'the indicator that it should move',
};

function tellAction(difference: Difference, context: Context): Telling {
  const [, , , id, field, ...more] = difference.names;
  if (id === undefined || difference.what === 'reordered')
    return tellText('action', `Actions on “${titleOf(difference, context)}”`, difference, context);
  const action = inShort(fieldOf(difference, context, 4, 'action') ?? id);
  const subject = `Action “${action}”${context.past ? ', in the review before' : ''}`;
  if (field === undefined) {
    const words = inWords(difference, context);
    const said = actionInWords(difference.after ?? difference.before, context, difference);
    const state = difference.what === 'added' ? 'a new action' : 'withdrawn';
    return {
      kind: 'action',
      subject,
      ...shown(words),
      sentence: `${subject}: ${state}${said === '' ? '' : ` (${said})`}`,
    };
  }
  if (field === 'action') return tellText('action', 'Action', difference, context, 'reworded');
  const words = inWords(difference, context);
  const of = [fieldWords[field] ?? nameInWords(field), ...more].join(', ');
  const long = field === 'progress';
  if (long) return tellText('action', subject, difference, context, of);
  return {
    kind: 'action',
    subject,
    detail: of,
    ...shown(words),
    sentence: `${subject}: ${of} ${arrow(words.before, words.after)}`,
  };
}

/** Who leads it, by when, and how it stands. */
function actionInWords(plain: Plain | undefined, context: Context, difference: Difference): string {
  if (!isForm(plain)) return '';
  const side = difference.after === undefined ? context.earlier : context.later;
  return Object.entries(plain)
    .filter(([key]) => key !== 'id' && key !== 'action')
    .map(
      ([key, inside]) =>
        `${fieldWords[key] ?? nameInWords(key)} ${valueInWords(inside, side, undefined, [])}`,
    )
    .join(', ');
}
