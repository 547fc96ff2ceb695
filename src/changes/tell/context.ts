import { typeset } from '../../compose/markdown.ts';
import type { Entry } from '../../records/load.ts';
import { isCalendarDate, longDate } from '../../records/dates.ts';
import type { Framework } from '../../records/framework.ts';
import type { Noun } from '../../records/nouns.ts';
import type { Plain } from '../../records/read.ts';
import type { Path } from '../../records/source.ts';
import { arrow, type Telling } from '../change.ts';
import { compareInlines } from '../paper/inlines.ts';
import type { Difference } from '../records/differ.ts';
import { proseAt, type Side } from '../sides.ts';

/** What somebody who tells a difference may look at. */
export interface Context {
  earlier: Side;
  later: Side;
  noun: Noun;
  /** Whether the record is a review before the paper's own. */
  past: boolean;
  /** The record on each side. */
  was: Entry<unknown> | undefined;
  is: Entry<unknown> | undefined;
  /** What the house style calls the heading of an implication. */
  headingOf: (implication: string) => string;
}

/** Tells one difference, or leaves it to others. */
export type Teller = (difference: Difference, context: Context) => Telling | undefined;

/** The framework by which things are named: the later one. */
export function frameworkOf({ later }: Context): Framework {
  return later.joined.framework.value;
}

/** A value in words, on either side. */
export interface InWords {
  before: string | undefined;
  after: string | undefined;
}

/** What stood and what stands there, as the paper would say it. */
export function inWords({ before, after, earlier, later }: Difference, context: Context): InWords {
  return {
    before: before === undefined ? undefined : valueInWords(before, context.earlier, context.was, earlier),
    after: after === undefined ? undefined : valueInWords(after, context.later, context.is, later),
  };
}

/** Dates in the long form, prose with what it quotes, forms entry by entry. */
export function valueInWords(
  plain: Plain,
  side: Side,
  entry: Entry<unknown> | undefined,
  path: Path,
): string {
  if (typeof plain === 'string') {
    if (isCalendarDate(plain)) return longDate(plain);
    return proseAt(side, entry, path) ?? typeset(plain);
  }
  if (Array.isArray(plain))
    return plain.map((inside, i) => valueInWords(inside, side, entry, [...path, i])).join('; ');
  return Object.entries(plain)
    .map(([key, inside]) => `${nameInWords(key)}: ${valueInWords(inside, side, entry, [...path, key])}`)
    .join('; ');
}

/** An entry's name as people say it: "short title". */
export function nameInWords(key: string): string {
  return key.replaceAll('_', ' ');
}

/** From this many letters on, only the words of a text that changed are told. */
const longText = 70;

/** What became of a text: the whole where it is short, else the words that changed. */
export function textChange({ before, after }: InWords): string {
  const quote = (text: string): string => (/\s/.test(text) && text !== '' ? `“${text}”` : text);
  if (before === undefined || after === undefined) {
    const text = quote(after ?? before ?? '');
    return arrow(before === undefined ? undefined : text, after === undefined ? undefined : text);
  }
  if (before === after) return 'set differently, with the same words';
  if (before.length <= longText && after.length <= longText) return arrow(quote(before), quote(after));
  const compared = compareInlines([{ kind: 'text', text: before }], [{ kind: 'text', text: after }]);
  if (!compared.changed) return 'set differently, with the same words';
  if (compared.before === '') return `“${compared.after}” put in`;
  if (compared.after === '') return `“${compared.before}” taken out`;
  return `“${compared.before}” → “${compared.after}”`;
}

/** A change of a text under a name. */
export function tellText(
  kind: Telling['kind'],
  subject: string,
  difference: Difference,
  context: Context,
  detail?: string,
): Telling {
  if (difference.what === 'reordered')
    return {
      kind,
      subject,
      ...(detail === undefined ? {} : { detail }),
      sentence: `${subject}: now in another order`,
    };
  const words = inWords(difference, context);
  return {
    kind,
    subject,
    ...(detail === undefined ? {} : { detail }),
    ...shown(words),
    sentence: `${subject}${detail === undefined ? '' : `, ${detail}`}: ${textChange(words)}`,
  };
}

/** Before and after, as far as there are any. */
export function shown({ before, after }: InWords): Pick<Telling, 'before' | 'after'> {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** "up a step", "down two steps"; nothing where it cannot be said. */
export function stepsInWords(from: number, to: number, counted: (n: number) => string): string | undefined {
  if (from < 0 || to < 0 || from === to) return undefined;
  const by = Math.abs(to - from);
  return `${to > from ? 'up' : 'down'} ${by === 1 ? 'a step' : `${counted(by)} steps`}`;
}

/** The first letter as a sentence begins. */
export function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A sentence's words without the full stop, cut where they are many. */
export function inShort(words: string, most = 90): string {
  const plain = words.replace(/\.\s*$/, '');
  if (plain.length <= most) return plain;
  return `${plain.slice(0, plain.lastIndexOf(' ', most - 1))} …`;
}

/** What the schema says of an entry, to stand in brackets. */
export function descriptionWords({ description }: Difference): string | undefined {
  return description?.replace(/\.$/, '').replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}
