import * as z from 'zod';
import { didYouMean } from '../diagnostics/suggest.ts';
import { isCalendarDate, isPeriod, longDate } from './dates.ts';
import { Prose } from './prose.ts';

// Each schema reads a few values; generating a function for it would take longer than it saves.
z.config({ jitless: true });

/**
 * The kinds of value that records are made of. Each takes the text that stands in the file and says, in
 * words for the person who typed it, what is wrong. A message's first line says what is wrong, its
 * second what to write instead.
 */

/** Joins what is wrong and what to write instead, as every schema message here is given. */
export function say(wrong: string, instead: string): string {
  return `${wrong}\n${instead}`;
}

const missing = say('This is missing.', 'Fill it in; the starter file shows an example.');

function shown(value: unknown): string {
  if (typeof value === 'string')
    return value === '' ? 'nothing' : `\`${value.length > 40 ? `${value.slice(0, 39)}…` : value}\``;
  return Array.isArray(value) ? 'a list' : 'a group of entries';
}

/** A form: entries with known names. An unknown name is an error with the nearest known one. */
export function form<T extends z.core.$ZodLooseShape>(shape: T): z.ZodObject<T, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') {
        // Two lines for each, in the order of the keys.
        return issue.keys
          .map((key) =>
            say(
              `\`${key}\` is not an entry of this form.`,
              didYouMean(key, Object.keys(shape), 'Entries here'),
            ),
          )
          .join('\n');
      }
      if (issue.input === undefined) return missing;
      return say(
        `Here stands ${shown(issue.input)} where a group of entries belongs.`,
        `Write the entries below it, each on a line of its own: ${Object.keys(shape)
          .map((k) => `\`${k}\``)
          .join(', ')}.`,
      );
    },
  });
}

/** A list of at least one. */
export function list<T extends z.ZodType>(item: T): z.ZodArray<T> {
  return z
    .array(item, {
      error: (issue) =>
        issue.input === undefined
          ? missing
          : say(
              `Here stands ${shown(issue.input)} where a list belongs.`,
              'Start each entry on a line of its own with a hyphen and a space.',
            ),
    })
    .min(1, { error: say('The list is empty.', 'Write at least one entry, or leave the whole list out.') });
}

/** Entries under names that the officer chooses. */
export function named<V extends z.ZodType>(value: V): z.ZodRecord<z.ZodType<string, string>, V> {
  return z.record(identifier(), value, {
    error: (issue) =>
      issue.code === 'invalid_key'
        ? say(
            'A name may have small letters, digits, hyphens and underscores only.',
            'Begin with a letter: `older_people`, `home-care`.',
          )
        : issue.input === undefined
          ? missing
          : say(
              `Here stands ${shown(issue.input)} where named entries belong.`,
              'Write one entry a line: a name, a colon, and what belongs to it.',
            ),
  });
}

const isText = {
  error: (issue: { input?: unknown }): string => {
    if (issue.input === undefined) return missing;
    return say(
      `Here stands ${shown(issue.input)} where text belongs.`,
      Array.isArray(issue.input)
        ? 'Write one text after the colon; if it begins with a bracket, put "quotation marks" round the whole of it.'
        : 'Write one text; if it has a colon in it, put "quotation marks" round the whole of it.',
    );
  },
};

const blank = say('This is blank.', 'Write something here, or take the whole entry out.');

/** One line of text, as typed. It quotes nothing: double braces would be printed as they stand. */
export function text(): z.ZodString {
  return template().refine((s) => !s.includes('{{'), {
    error: say(
      'Double braces have no meaning in this entry and would be printed as they stand.',
      'Write the words themselves here.',
    ),
  });
}

/** The same where double braces quote: the wordings of a house style. */
export function template(): z.ZodString {
  return z
    .string(isText)
    .trim()
    .min(1, { error: blank })
    .refine((s) => s !== 'null' && s !== '~', {
      error: say('`null` is not text that members can read.', 'Write the text, or take the entry out.'),
    });
}

/** Markdown that may call helpers: see `docs/prose.md`. */
export function prose(): z.ZodPipe<z.ZodString, z.ZodTransform<Prose, string>> {
  return z
    .string(isText)
    .trim()
    .min(1, { error: blank })
    .transform((markdown) => new Prose(markdown));
}

// Whatever is looked up by name already has a `constructor`, so no entry can be told from that one.
const identifierPattern = /^(?!constructor$)[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/;

/** A name that files and entries go by. Cannot leave its folder: no dots, no slashes. */
export function identifier(): z.ZodString {
  return z.string(isText).regex(identifierPattern, {
    error: (issue) =>
      say(
        `${shown(issue.input)} is not a name that files and entries can go by.`,
        'Use small letters, digits, hyphens and underscores, and begin with a letter: `durham-2002-03`.',
      ),
  });
}

export function isIdentifier(name: string): boolean {
  return identifierPattern.test(name);
}

/** A date as YYYY-MM-DD that exists. Anything else that looks like a date gets a hint made from it. */
export function date(): z.ZodString {
  return z.string(isText).refine(isCalendarDate, { error: (issue) => dateMessage(String(issue.input)) });
}

/** A year (YYYY), a month (YYYY-MM) or a date (YYYY-MM-DD), for things of which no more is known. */
export function whenKnown(): z.ZodString {
  return z.string(isText).refine((s) => isCalendarDate(s) || /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(s), {
    error: (issue) => dateMessage(String(issue.input)),
  });
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

function otherForm(written: string, iso: string): string {
  return say(`\`${written}\` is not a date as records hold it.`, `Write ${iso} (${longDate(iso)}).`);
}

function noSuchDay(written: string): string {
  return say(
    `There is no such day as \`${written}\`.`,
    'Look the day up, and write year, month, day with hyphens: 2003-12-01 for 1 December 2003.',
  );
}

function dateMessage(written: string): string {
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written);
  if (numbers) {
    const [a, b, year] = [Number(numbers[1]), Number(numbers[2]), numbers[3] ?? ''];
    const iso = (day: number, month: number): string | undefined => {
      const made = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      return isCalendarDate(made) ? made : undefined;
    };
    const [british, american] = [iso(a, b), iso(b, a)];
    if (british && american && british !== american) {
      return say(
        `\`${written}\` can be read as two dates.`,
        `Write ${british} (${longDate(british)}) or ${american} (${longDate(american)}).`,
      );
    }
    const only = british ?? american;
    if (only) return otherForm(written, only);
    return noSuchDay(written);
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return noSuchDay(written);
  const named = /^(\d{1,2})(?:st|nd|rd|th)? +([a-z]{3,}),? +(\d{4})$/i.exec(written);
  const month = months.findIndex((name) => name.startsWith((named?.[2] ?? '').toLowerCase().slice(0, 3))) + 1;
  if (named && month > 0) {
    const [, day = '', , year = ''] = named;
    const made = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isCalendarDate(made) ? otherForm(written, made) : noSuchDay(written);
  }
  return say(
    `\`${written}\` is not a date.`,
    'Write year, month, day with hyphens: 2003-12-01 for 1 December 2003.',
  );
}

/** A year from April to March, `2002/2003`. */
export function period(): z.ZodString {
  return z.string(isText).refine(isPeriod, {
    error: (issue) =>
      say(
        `\`${String(issue.input)}\` is not a year from April to March.`,
        'Write two years that follow each other: 2002/2003.',
      ),
  });
}

/** A year or the first or second half of one: `2003/2004`, `2003/2004 H1`. */
export function periodOrHalf(): z.ZodString {
  return z.string(isText).refine((s) => isPeriod(s.replace(/ H[12]$/, '')), {
    error: (issue) =>
      say(
        `\`${String(issue.input)}\` is not a period.`,
        'Write a year as 2003/2004, or half of one as 2003/2004 H1 (April to September) or 2003/2004 H2.',
      ),
  });
}

function plainNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(value) ? Number(value.replaceAll(',', '')) : value;
}

/** A number as British readers write it: 38, 0.5, -3, 1,250. */
export function number(): z.ZodPreprocess<z.ZodNumber> {
  return z.preprocess(
    plainNumber,
    z.number({
      error: (issue) =>
        issue.input === undefined
          ? missing
          : say(
              `${shown(issue.input)} is not a number.`,
              'Write digits only, without the unit: 38 rather than 38%, 2 rather than 2 stars.',
            ),
    }),
  );
}

/** A whole number from `least` up to `most`. */
export function count(least = 0, most = Number.MAX_SAFE_INTEGER): z.ZodPreprocess<z.ZodNumber> {
  return z.preprocess(
    plainNumber,
    number()
      .def.out.int({ error: say('This is not a whole number.', 'Write digits only.') })
      .min(least, { error: say(`This is less than ${String(least)}.`, `Write ${String(least)} or more.`) })
      .max(most, { error: say(`This is more than ${String(most)}.`, `Write ${String(most)} or less.`) }),
  );
}

/** One of a few words. */
export function choice<const T extends readonly [string, ...string[]]>(
  words: T,
): z.ZodEnum<{ [K in T[number]]: K }> {
  return z.enum(words, {
    error: (issue) =>
      issue.input === undefined
        ? missing
        : say(
            `${shown(issue.input)} is not one of the words for this.`,
            didYouMean(typeof issue.input === 'string' ? issue.input : '', words, 'Words for this'),
          ),
  });
}

/** `#` and six digits or letters a to f. */
export function colour(): z.ZodString {
  return z.string(isText).regex(/^#[0-9a-fA-F]{6}$/, {
    error: (issue) =>
      say(
        issue.input === ''
          ? 'No colour stands here; what follows a # is a remark.'
          : `${shown(issue.input)} is not a colour.`,
        'Write it in quotation marks as "#" and six digits or letters a to f: "#7a1f3d".',
      ),
  });
}
