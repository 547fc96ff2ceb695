import * as z from 'zod';
import { didYouMean } from '../diagnostics/suggest.ts';
import { once } from '../once.ts';
import { identifierPattern } from './names.ts';
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

/**
 * Where what an entry means is written down, for the JSON Schemas and the reference: `x.register(described, …)`. A kind
 * of value that is made {@link once} stands in other places too, and takes `x.meta(…)`, which describes a copy of it.
 */
export const described = z.globalRegistry;

function shown(value: unknown): string {
  if (typeof value === 'string')
    return value === '' ? 'nothing' : `\`${value.length > 40 ? `${value.slice(0, 39)}…` : value}\``;
  return Array.isArray(value) ? 'a list' : 'a group of entries';
}

/**
 * A form: entries with known names. An unknown name is an error with the nearest known one.
 * @param forText what to write where a text stands in its place, for a form that is easily taken for one
 */
export function form<T extends z.core.$ZodLooseShape>(
  shape: T,
  forText?: (written: string) => string,
): z.ZodObject<T, z.core.$strict> {
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
        forText !== undefined && typeof issue.input === 'string' && issue.input !== ''
          ? forText(issue.input)
          : `Write the entries below it, each on a line of its own: ${Object.keys(shape)
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
  return entries(identifier(), value, {
    badName: say(
      'A name may have small letters, digits, hyphens and underscores only.',
      'Begin with a letter: `older_people`, `home-care`.',
    ),
    eachLine: 'a name, a colon, and what belongs to it',
  });
}

/**
 * Entries that each stand under something of one kind: a name, or the words of a scale.
 * @param words `badName` is what to say of a name that is none, where its own kind has no words for it; `eachLine`
 * is what an entry looks like
 */
export function entries<V extends z.ZodType>(
  name: z.ZodType<string, string>,
  value: V,
  { badName, eachLine }: { badName?: string; eachLine: string },
): z.ZodRecord<z.ZodType<string, string>, V> {
  return z.record(name, value, {
    error: (issue) =>
      issue.code === 'invalid_key'
        ? badName
        : issue.input === undefined
          ? missing
          : say(
              `Here stands ${shown(issue.input)} where named entries belong.`,
              `Write one entry a line: ${eachLine}.`,
            ),
  });
}

/** Says that text belongs where something else stands. */
export const isText = {
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

/** What is said of a blank. That it can be taken out is not said where the entry is needed: see `issues.ts`. */
export const blank = say('This is blank.', 'Write something here, or take the whole entry out.');

/** One line of text, as typed. It quotes nothing: double braces would be printed as they stand. */
export const text = once((): z.ZodString =>
  template().refine((s) => !s.includes('{{'), {
    error: say(
      'Double braces have no meaning in this entry and would be printed as they stand.',
      'Write the words themselves here.',
    ),
  }),
);

/** The same where double braces quote: the wordings of a house style. */
export const template = once((): z.ZodString =>
  z
    .string(isText)
    .trim()
    .min(1, { error: blank })
    .refine((s) => s !== 'null' && s !== '~', {
      error: say('`null` is not text that members can read.', 'Write the text, or take the entry out.'),
    }),
);

/** Markdown that may call helpers: see `docs/prose.md`. */
export const prose = once((): z.ZodPipe<z.ZodString, z.ZodTransform<Prose, string>> =>
  z
    .string(isText)
    .trim()
    .min(1, { error: blank })
    .transform((markdown) => new Prose(markdown)),
);

/** A name that files and entries go by. Cannot leave its folder: no dots, no slashes. */
export const identifier = once((): z.ZodString =>
  z.string(isText).regex(identifierPattern, {
    error: (issue) =>
      say(
        `${shown(issue.input)} is not a name that files and entries can go by.`,
        'Use small letters, digits, hyphens and underscores, and begin with a letter: `durham-2002-03`.',
      ),
  }),
);

function plainNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(value) ? Number(value.replaceAll(',', '')) : value;
}

/** A number as British readers write it: 38, 0.5, -3, 1,250. */
export const number = once((): z.ZodPreprocess<z.ZodNumber> =>
  z.preprocess(
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
  ),
);

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
export const colour = once((): z.ZodString =>
  z.string(isText).regex(/^#[0-9a-fA-F]{6}$/, {
    error: (issue) =>
      say(
        issue.input === ''
          ? 'No colour stands here; what follows a # is a remark.'
          : `${shown(issue.input)} is not a colour.`,
        'Write it in quotation marks as "#" and six digits or letters a to f: "#7a1f3d".',
      ),
  }),
);
