import { typeset } from '../../compose/markdown.ts';
import type { Plain } from '../../records/read.ts';
import { verbs } from '../../records/report.ts';
import type { Kind, Telling } from '../change.ts';
import { isForm, type Difference } from '../records/differ.ts';
import {
  inShort,
  inWords,
  nameInWords,
  shown,
  tellText,
  textChange,
  upper,
  type Context,
  type Teller,
} from './context.ts';

/** What the council itself puts before members. */
export const tellReport: Teller = (difference, context) => {
  if (context.noun !== 'report') return undefined;
  const [first = '', second, ...rest] = difference.names;
  switch (first) {
    case 'recommendations':
      return tellRecommendation(difference, context);
    case 'implications':
      return tellImplication(second, rest, difference, context);
    case 'body':
      return tellBody(difference, context);
    case 'contacts':
      return tellText(
        'contact',
        `Contact${rest[0] === undefined ? '' : `, ${nameInWords(rest[0])}`}`,
        difference,
        context,
      );
    case 'background_papers':
      return tellText('background-paper', 'Background papers', difference, context);
    case 'appendices':
      return tellText(
        'background-paper',
        `Appendix${second === undefined ? '' : ` ${second}`}${rest[0] === undefined ? '' : `, ${nameInWords(rest[0])}`}`,
        difference,
        context,
      );
    default: {
      const [kind, subject] = parts[first] ?? ['report', upper(nameInWords(first))];
      const field = first === 'author' ? [second] : rest;
      const more = field.flatMap((name) => (name === undefined ? [] : [nameInWords(name)]));
      return tellText(kind, [subject, ...more].join(', '), difference, context);
    }
  }
};

const parts: Readonly<Record<string, readonly [Kind, string]>> = {
  meeting: ['meeting', 'Day of the meeting'],
  item: ['meeting', 'Item on the agenda'],
  title: ['meeting', 'Title of the paper'],
  short_title: ['meeting', 'Short title of the paper'],
  author: ['meeting', 'Author'],
  purpose: ['meeting', 'What members are to do'],
  review: ['meeting', 'The review that the paper is on'],
  style: ['meeting', 'House style of the paper'],
  summary: ['report', 'Summary'],
  background: ['report', 'Background'],
  response: ['report', 'What the council makes of it'],
  conclusion: ['report', 'Conclusion'],
  reasons: ['recommendation', 'Reasons for the recommendations'],
};

function tellBody(difference: Difference, context: Context): Telling {
  const name = (plain: Plain | undefined, side: Context['later']): string | undefined =>
    typeof plain === 'string' ? typeset(side.joined.council.value.bodies[plain]?.name ?? plain) : undefined;
  const words = {
    before: name(difference.before, context.earlier),
    after: name(difference.after, context.later),
  };
  return { kind: 'meeting', subject: 'Body', ...shown(words), sentence: `Body: ${textChange(words)}` };
}

function tellRecommendation(difference: Difference, context: Context): Telling {
  const verb = difference.names[2];
  const subject = 'Recommendation';
  if (difference.what === 'reordered')
    return tellText('recommendation', 'Recommendations', difference, context);
  const words = inWords(difference, context);
  const with_ = (text: string | undefined, plain: Plain | undefined): string | undefined => {
    if (text === undefined) return undefined;
    if (verb !== undefined) return `${verb} ${text}`;
    const own = isForm(plain) ? verbs.find((v) => Object.hasOwn(plain, v)) : undefined;
    return own === undefined ? text : `${own} ${text.slice(own.length + 2)}`;
  };
  const said = {
    before: with_(words.before, difference.before),
    after: with_(words.after, difference.after),
  };
  const whole = verb === undefined ? said.after : undefined;
  const which =
    whole === undefined || said.before === undefined ? subject : `${subject} “${inShort(whole, 70)}”`;
  return {
    kind: 'recommendation',
    subject: which,
    ...shown(said),
    sentence: `${which}: ${textChange(said)}`,
  };
}

function tellImplication(
  heading: string | undefined,
  rest: readonly string[],
  difference: Difference,
  context: Context,
): Telling {
  if (heading === undefined) return tellText('implication', 'Implications', difference, context);
  const of = rest.filter((name) => name !== 'means').map(nameInWords);
  const subject = ['Implications', context.headingOf(heading), ...of].join(', ');
  const words = inWords(difference, context);
  const said = (text: string | undefined): string | undefined =>
    text === 'unknown' ? 'not recorded' : text?.replace(/^means: /, '').replace(/; see: .*$/, '');
  const told = { before: said(words.before), after: said(words.after) };
  const blank = (text: string | undefined): boolean =>
    text === undefined || text === 'not recorded' || text === '';
  const note = blank(told.before) && !blank(told.after) ? 'newly answered' : undefined;
  return {
    kind: 'implication',
    subject,
    ...shown(words),
    ...(note === undefined ? {} : { note }),
    sentence: `${subject}: ${textChange(told)}${note === undefined ? '' : `, ${note}`}`,
  };
}
