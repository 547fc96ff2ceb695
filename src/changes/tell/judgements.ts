import { typeset } from '../../compose/markdown.ts';
import { ratingInWords } from '../../compose/facts/overall.ts';
import { countInWords } from '../../compose/words.ts';
import { own, ratingPlace, stepsOf } from '../../records/judging.ts';
import type { Plain } from '../../records/read.ts';
import { arrow } from '../change.ts';
import { longDate } from '../../records/dates.ts';
import {
  frameworkOf,
  inWords,
  shown,
  stepsInWords,
  tellText,
  upper,
  type Context,
  type Teller,
} from './context.ts';

/** Judgements, the overall one, last time's, and the national figures that a rating is set beside. */
export const tellJudgements: Teller = (difference, context) => {
  const { names } = difference;
  if (context.noun === 'framework') return tellNational(difference, context);
  if (context.noun !== 'review') return undefined;
  const [first, ...rest] = names;
  const ago = context.past ? ', in the review before' : '';
  if (first === 'rating') return tellRating(upper(ratingName(context)) + ago, difference, context);
  if (first === 'judgements') return tellJudgement(rest, ago, difference, context);
  if (first === 'national') return tellText('national', 'National figures used', difference, context);
  if (first !== 'previous') return undefined;
  if (rest[0] === 'rating')
    return tellRating(`${upper(ratingName(context))} of last time`, difference, context);
  if (rest[0] === 'judgements') return tellJudgement(rest.slice(1), ', last time', difference, context);
  const kind = rest[0] === 'recognises' ? 'finding' : 'judgement';
  return tellText(
    kind,
    `Last time’s review${rest[0] === undefined ? '' : `, ${rest[0]}`}`,
    difference,
    context,
  );
};

function ratingName(context: Context): string {
  return frameworkOf(context).overall?.name ?? 'overall judgement';
}

const tellRating = (
  subject: string,
  difference: Parameters<Teller>[0],
  context: Context,
): ReturnType<Teller> => {
  const f = frameworkOf(context);
  const words = (plain: Plain | undefined): string | undefined =>
    typeof plain === 'string' ? ratingInWords(f, plain) : undefined;
  const place = (plain: Plain | undefined): number =>
    ratingPlace(f, typeof plain === 'string' ? plain : undefined);
  const said = { before: words(difference.before), after: words(difference.after) };
  const note = stepsInWords(place(difference.before), place(difference.after), countInWords);
  return {
    kind: 'rating',
    subject,
    ...shown(said),
    ...(note === undefined ? {} : { note }),
    sentence: `${subject}: ${arrow(said.before, said.after)}${note === undefined ? '' : `, ${note}`}`,
  };
};

function tellJudgement(
  [service, question]: readonly string[],
  ago: string,
  difference: Parameters<Teller>[0],
  context: Context,
): ReturnType<Teller> {
  const f = frameworkOf(context);
  const of = service === undefined ? 'Judgements' : typeset(own(f.services, service)?.name ?? service);
  if (question === undefined || difference.what === 'reordered')
    return tellText('judgement', of + ago, difference, context);
  const name = typeset(own(f.questions, question)?.name ?? question);
  const subject = `${of}, ${name.charAt(0).toLowerCase()}${name.slice(1)}${ago}`;
  const words = inWords(difference, context);
  const steps = stepsOf(f, question).map((s) => s.step);
  const note = stepsInWords(
    steps.indexOf(words.before ?? ''),
    steps.indexOf(words.after ?? ''),
    countInWords,
  );
  return {
    kind: 'judgement',
    subject,
    ...shown(words),
    ...(note === undefined ? {} : { note }),
    sentence: `${subject}: ${arrow(words.before, words.after)}${note === undefined ? '' : `, ${note}`}`,
  };
}

/** How many councils were given each rating: `overall › national › announcement › councils › rating`. */
const tellNational: Teller = (difference, context) => {
  const [first, second, announced, field, rating] = difference.names;
  if (first !== 'overall' || second !== 'national' || announced === undefined) return undefined;
  const detail = `announced ${longDate(announced)}`;
  const subject =
    rating === undefined
      ? 'Councils by rating'
      : `Councils with ${ratingInWords(frameworkOf(context), rating)}`;
  if (field === 'councils' || field === undefined)
    return tellText(
      'national',
      field === undefined || rating !== undefined ? subject : 'Councils by rating',
      difference,
      context,
      detail,
    );
  return tellText('national', `National figures, ${field}`, difference, context, detail);
};
