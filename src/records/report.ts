import * as z from 'zod';
import { date } from './date-fields.ts';
import { clearers } from './deadlines.ts';
import { Exempt, exemptEntry, ExemptWhole, noReason, passage } from './exempt.ts';
import { choice, described, form, identifier, list, named, say, text } from './fields.ts';
import { Contact } from './people.ts';
import { once } from '../once.ts';

/** What a recommendation can ask members to do. Source: the verbs committees use, `seeds/SOURCES.md`. */
export const verbs = ['note', 'consider', 'agree', 'approve', 'endorse', 'refer'] as const;

/** `- that members note the award` as it is written with its verb first: `- note: the award`. */
function withItsVerb(written: string): string {
  const [, verb = '', what = ''] =
    new RegExp(`\\b(${verbs.join('|')})s?:?\\s+(\\S.*)`, 'is').exec(written.replace(/\.$/, '')) ?? [];
  const short = what.split(/\s+/).slice(0, 6).join(' ');
  return verb === ''
    ? `Put the verb first, with a colon: \`- note: …\`. The verbs are ${verbs.map((v) => `\`${v}\``).join(', ')}.`
    : `Put the verb first, with a colon: \`- ${verb.toLowerCase()}: ${short}${short === what.trim() ? '' : ' …'}\`.`;
}

const Recommendation = once(() =>
  form(
    {
      note: passage().optional(),
      consider: passage().optional(),
      agree: passage().optional(),
      approve: passage().optional(),
      endorse: passage().optional(),
      refer: passage().optional(),
    },
    withItsVerb,
  )
    .refine((r) => verbs.filter((v) => r[v] !== undefined).length === 1, {
      error: say(
        'A recommendation asks for one thing with one verb.',
        'Write it as `- note: the award of 2 stars`, one entry for each verb.',
      ),
    })
    .meta({ description: 'One verb and what it is about: `note: the award of {{rating}}`.' }),
);

/** What a report can turn off, with a reason: suggestions on plain language, figures typed in prose, what its source does not say. */
export const acceptable = [
  'language/long-sentence',
  'language/unexplained-acronym',
  'language/capitals',
  'language/link-text',
  'language/too-long',
  'figures/typed-older',
  'figures/typed-unknown',
  'prose/list-run-in',
  'background-papers/unknown',
] as const;

const Accepted = once(() =>
  form({
    rule: choice(acceptable).register(described, { description: 'The rule, as it is printed in brackets.' }),
    reason: text().meta({ description: 'Why it stays as it is.' }),
    where: text().optional().register(described, {
      description: 'Words of the one place that is meant; every place where left out.',
    }),
  }),
);

/** `none` and `unknown` are answers; a blank is not. */
const Answer = once(() =>
  z
    .union([
      z.literal('none'),
      z.literal('unknown'),
      // A blank gets through here so that the check can name it by the house style's heading.
      z.literal(''),
      passage(),
      form({
        means: passage().meta({ description: 'What it means for this report.' }),
        see: list(text())
          .optional()
          .register(described, { description: 'Names of the paragraphs where it is discussed.' }),
      }),
    ])
    .meta({
      description:
        '`none`, `unknown` (the source does not say), or what the report means under this heading.',
    }),
);

/** Something that goes with the report. What is exempt has no title in a copy that the public may have. */
const Appendix = once(() =>
  form({
    id: identifier(),
    title: text().optional(),
    attached: text()
      .optional()
      .register(described, { description: 'Where it can be had, if it is not part of this file.' }),
    ...exemptEntry(),
  })
    .superRefine((appendix, context) => {
      const { title, exempt, public_interest } = appendix;
      const miss = (name: string, error: string): void => {
        context.addIssue({ code: 'custom', path: [name], message: error });
      };
      if (title === undefined && exempt === undefined)
        miss('title', say('This is missing.', 'Fill it in; the starter file shows an example.'));
      if (exempt && public_interest === undefined) miss('public_interest', noReason);
      if (!exempt && public_interest !== undefined)
        miss('exempt', say('It is not said which paragraph makes this exempt.', 'Write `exempt: [3]`.'));
    })
    .transform(({ id, title, attached, exempt, public_interest }): AppendixEntry => ({
      id,
      ...(title === undefined ? {} : { title }),
      ...(attached === undefined ? {} : { attached }),
      ...(exempt && { exempt: new Exempt(exempt, public_interest ?? '') }),
    })),
);

/** An appendix as it was read. */
export interface AppendixEntry {
  id: string;
  title?: string;
  attached?: string;
  exempt?: Exempt;
}

/** What we put before which body, and what we ask of it. */
export const Report = once(() =>
  form({
    review: identifier().meta({ description: 'A file in data/reviews, without .yaml.' }),
    style: identifier().optional().register(described, {
      description: 'A folder in templates/; the council’s house style where left out.',
    }),
    body: identifier().meta({ description: 'One of the bodies in the council’s file.' }),
    meeting: z
      .union([z.literal('unknown'), date()])
      .meta({ description: 'The day of the meeting, or `unknown`.' }),
    item: text().optional().register(described, { description: 'The item’s number on the agenda.' }),
    purpose: choice(['decision', 'information']).register(described, {
      description: 'Whether members decide or are informed.',
    }),
    exempt: ExemptWhole().optional().register(described, {
      description:
        'Why the whole report is kept from the public, where it is: it stands in the restricted pack only.',
    }),
    title: text().meta({ description: 'The title of the paper; it must make sense by itself.' }),
    short_title: text().optional().register(described, {
      description: 'For the head of the pages after the first; the title where left out.',
    }),
    author: form({ role: text(), name: text().optional() }).meta({ description: 'Whose report it is.' }),
    summary: list(passage())
      .optional()
      .register(described, { description: 'What members must know, beside the rating: a paragraph each.' }),
    background: list(passage())
      .optional()
      .register(described, { description: 'Background particular to this year: a paragraph each.' }),
    response: list(passage())
      .optional()
      .register(described, { description: 'What the council makes of it and will do: a paragraph each.' }),
    conclusion: passage().optional(),
    recommendations: list(Recommendation()),
    reasons: passage().optional().register(described, { description: 'Why members are asked to do so.' }),
    implications: named(Answer()).register(described, {
      description: 'An answer for each heading of the house style.',
    }),
    background_papers: z
      .union([z.literal('none'), z.literal('unknown'), list(passage())], {
        error: (issue) =>
          issue.input === undefined || issue.input === ''
            ? say(
                'It is not declared whether there are background papers.',
                'Write `background_papers: none`, or list them below it.',
              )
            : undefined,
      })
      .meta({
        description:
          '`none`, the list of them (Local Government Act 1972, s100D), or `unknown` for a historic paper whose source does not say.',
      }),
    appendices: list(Appendix()).optional(),
    contacts: list(Contact()).optional(),
    internal_notes: list(text()).optional().register(described, {
      description: 'For the office only: never printed, never published with the paper.',
      travels: false,
    }),
    clearance: list(
      form({
        by: choice(clearers),
        role: text().optional(),
        date: date(),
        comment: text().optional(),
      }),
    )
      .optional()
      .register(described, {
        description: 'Who has cleared the report, and when. Taken out before publication.',
        travels: false,
      }),
    accept: list(Accepted()).optional().register(described, {
      description:
        'What is said of plain language, of figures typed in prose or of background papers, and turned off for this report.',
      travels: false,
    }),
  }).meta({
    id: 'report',
    title: 'Report',
    description: 'What we put before which body, and what we ask of it.',
  }),
);

export type Report = z.infer<ReturnType<typeof Report>>;
export type Answer = Report['implications'][string];
