import { withUnit } from '../../compose/words.ts';
import { typeset } from '../../compose/markdown.ts';
import { courseOf, type Course } from '../../derive/indicators.ts';
import { longDate, periodInWords } from '../../records/dates.ts';
import type { Indicator } from '../../records/indicators.ts';
import { own } from '../../records/judging.ts';
import type { Plain } from '../../records/read.ts';
import { arrow, type Telling } from '../change.ts';
import { isForm, wordsOf } from '../records/differ.ts';
import type { Side } from '../sides.ts';
import {
  frameworkOf,
  inWords,
  nameInWords,
  shown,
  tellText,
  type Context,
  type InWords,
  type Teller,
} from './context.ts';

/** Figures of indicators: `indicators › name › period › field` of a review. */
export const tellIndicators: Teller = (difference, context) => {
  const [first, id, period, field, more] = difference.names;
  if (context.noun !== 'review' || first !== 'indicators' || id === undefined) return undefined;
  const definition = definitionOf(id, context);
  const name = typeset(definition?.name ?? id);
  const subject = context.past ? `${name}, in the review before` : name;
  if (period === undefined || difference.what === 'reordered')
    return tellText('indicator', subject, difference, context);
  const detail = periodInWords(period).replace(/^the /, '');
  const unit = definition?.unit ?? '';
  const telling = (of: string, words: InWords, note?: string): Telling => ({
    kind: 'indicator',
    subject,
    detail: of === '' ? detail : `${of}, ${detail}`,
    ...shown(words),
    ...(note === undefined ? {} : { note }),
    sentence: `${subject}: ${of === '' ? '' : `${of} `}${arrow(words.before, words.after)} (${detail})${note === undefined ? '' : `, ${note}`}`,
  });
  if (field === undefined) {
    const words = {
      before: difference.before === undefined ? undefined : figureInWords(difference.before, unit),
      after: difference.after === undefined ? undefined : figureInWords(difference.after, unit),
    };
    const note = words.before === undefined ? 'a new figure' : 'the figure is gone';
    const figure = words.after ?? words.before ?? '';
    return { ...telling('', words, note), sentence: `${subject}: ${figure} (${detail}), ${note}` };
  }
  const numbers = (): InWords => {
    const figure = (plain: Plain | undefined): string | undefined =>
      plain === undefined ? undefined : numberInWords(plain, unit);
    return { before: figure(difference.before), after: figure(difference.after) };
  };
  switch (field) {
    case 'value':
      return telling('', numbers(), context.past ? undefined : courseNote(id, period, definition, context));
    case 'target':
      return telling('target', numbers());
    case 'comparators':
      return telling(
        more === undefined ? 'averages' : typeset(own(frameworkOf(context).comparators, more) ?? more),
        typeof (difference.after ?? difference.before) === 'string'
          ? numbers()
          : inWords(difference, context),
      );
    case 'local':
      if (more === 'value') return telling('the council’s own figure', numbers());
      if (more === undefined)
        return telling('the council’s own figure', {
          before: difference.before === undefined ? undefined : figureInWords(difference.before, unit),
          after: difference.after === undefined ? undefined : figureInWords(difference.after, unit),
        });
      return telling(`the council’s own figure, ${nameInWords(more)}`, inWords(difference, context));
    default:
      return telling(fieldWords[field] ?? nameInWords(field), inWords(difference, context));
  }
};

const fieldWords: Readonly<Record<string, string>> = {
  period: 'period',
  numerator: 'how many',
  denominator: 'of how many',
  as_at: 'the day the figure stood at',
  source: 'source',
  note: 'note',
};

function definitionOf(id: string, { earlier, later }: Context): Indicator | undefined {
  return (
    own(later.joined.framework.value.indicators, id) ?? own(earlier.joined.framework.value.indicators, id)
  );
}

/** A figure with its unit; what is no number as it was typed. */
function numberInWords(plain: Plain, unit: string): string {
  const n = typeof plain === 'string' ? Number(plain.replaceAll(',', '')) : NaN;
  return Number.isNaN(n) ? wordsOf(plain) : withUnit(n, unit);
}

/** A figure with what is recorded beside it: "41%, target 45%". */
function figureInWords(plain: Plain, unit: string): string {
  if (!isForm(plain)) return numberInWords(plain, unit);
  return Object.entries(plain)
    .filter(([key]) => key !== 'period')
    .map(([key, inside]) => {
      if (key === 'value') return numberInWords(inside, unit);
      if (key === 'target') return `target ${numberInWords(inside, unit)}`;
      if (key === 'as_at' && typeof inside === 'string') return `as at ${longDate(inside)}`;
      return isForm(inside)
        ? `${nameInWords(key)} ${figureInWords(inside, unit)}`
        : `${nameInWords(key)} ${wordsOf(inside)}`;
    })
    .join(', ');
}

const directions = { improved: 'better than', unchanged: 'the same as', worse: 'worse than' } as const;

/** What the figure says now that it did not say before: of the period before it, and of its target. */
function courseNote(
  id: string,
  period: string,
  definition: Indicator | undefined,
  context: Context,
): string | undefined {
  if (!definition) return undefined;
  const of = ({ joined }: Side): Course | undefined =>
    courseOf(
      definition,
      [joined.review, ...joined.earlier].flatMap((r) => own(r.value.indicators, id) ?? []),
    );
  const [was, is] = [of(context.earlier), of(context.later)];
  if (!was || is?.latest.period !== period) return undefined;
  const notes: string[] = [];
  if (is.direction !== undefined && is.direction !== was.direction && is.before)
    notes.push(`now ${directions[is.direction]} ${periodInWords(is.before.period)}`);
  const met = ({ overTarget }: Course): boolean => (overTarget ?? -1) >= 0;
  if (is.overTarget !== undefined && was.overTarget !== undefined && met(is) !== met(was))
    notes.push(met(is) ? 'the target is now met' : 'the target is no longer met');
  return notes.length === 0 ? undefined : notes.join('; ');
}
