import * as z from 'zod';
import { date } from './date-fields.ts';
import { ExemptWhole } from './exempt.ts';
import { choice, described, form, identifier, isText, list, prose, say, text } from './fields.ts';
import { Lead } from './people.ts';
import { once } from '../once.ts';

/**
 * What stands on most agendas, by the name that a record gives it. `reports` and `exempt` are the places where the
 * meeting's own items stand. Source: `seeds/SOURCES.md`, committee papers in England.
 */
const standardItems = [
  'apologies',
  'declarations',
  'minutes',
  'matters_arising',
  'questions',
  'reports',
  'urgent',
  'exclusion',
  'exempt',
] as const;
export type StandardKind = (typeof standardItems)[number];

/** An item of a body's usual agenda: one of the standard ones, or one of the body's own. */
export const StandardItem = once(() =>
  form({
    standard: choice(standardItems).optional().register(described, {
      description:
        'Which of the usual items; `reports` and `exempt` are where the meeting’s own items stand.',
    }),
    id: identifier().optional().register(described, { description: 'A name for an item of the body’s own.' }),
    title: text()
      .optional()
      .register(described, { description: 'The words of the agenda, where they are the council’s own.' }),
    note: prose().optional().register(described, { description: 'What stands below the title.' }),
  }).refine((item) => item.standard !== undefined || (item.title !== undefined && item.id !== undefined), {
    error: say(
      'An item of the usual agenda needs `standard:`, or an `id:` and a `title:` of its own.',
      'Write `- standard: apologies`, or `- id: petitions` with `title: Petitions` below it.',
    ),
  }),
);
export type StandardItem = z.infer<ReturnType<typeof StandardItem>>;

/** A PDF in data/files. */
export const attachedFile = (): z.ZodString =>
  z.string(isText).regex(/^[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*\.pdf$/, {
    error: (issue) =>
      say(
        `\`${typeof issue.input === 'string' ? issue.input : 'This'}\` is not the name of a PDF in data/files.`,
        'Put the file into data/files, and call it by small letters, digits, hyphens and full stops, with .pdf at the end.',
      ),
  });

/** Source: SI 2012/2089, regulations 8 to 11. */
const KeyDecision = once(() =>
  form({
    reference: text().meta({ description: 'Its reference on the forward plan.' }),
    notice: date().optional().register(described, {
      description: 'The day on which its notice was published (regulation 9: 28 clear days before).',
    }),
    general_exception: text().optional().register(described, {
      description:
        'Why the 28 days were impracticable (regulation 10); five clear days’ notice is needed all the same.',
    }),
    special_urgency: text().optional().register(described, {
      description: 'Who agreed that it is urgent and cannot reasonably be deferred, and why (regulation 11).',
    }),
  }),
);

/** One item of a meeting: a report, a PDF of somebody else's, something said, or words alone. */
export const Item = once(() =>
  form({
    id: identifier().optional().register(described, {
      description:
        'What the rest of the record calls the item; the report’s or the file’s name where left out, and `exempt-1`, `exempt-2` … for exempt items.',
    }),
    number: text()
      .optional()
      .register(described, { description: 'The item’s number, where the agenda is not simply counted.' }),
    title: text().optional().register(described, {
      description:
        'What the agenda says, in public too; the report’s own title where left out. An exempt item needs words that the public may read.',
    }),
    report: identifier().optional().register(described, { description: 'A file in data/reports.' }),
    file: attachedFile()
      .optional()
      .register(described, { description: 'A PDF in data/files that comes from elsewhere.' }),
    verbal: text()
      .optional()
      .register(described, { description: 'What is reported by word of mouth; there is no paper.' }),
    from: text().optional().register(described, { description: 'Where a PDF comes from: the organisation.' }),
    lead: Lead().optional().register(described, {
      description: 'The lead officer; the report’s author where left out.',
    }),
    wards: list(text())
      .optional()
      .register(described, { description: 'The wards affected: `[All]`, `[None]`, or their names.' }),
    key_decision: KeyDecision().optional(),
    exempt: ExemptWhole().optional().register(described, {
      description: 'For an exempt item that is no report; a report says it itself.',
    }),
    urgent: text().optional().register(described, {
      description:
        'For an item without five clear days’ notice: the special circumstances for which, in the chair’s opinion, it is considered as a matter of urgency (Local Government Act 1972, s100B(4)(b)).',
    }),
    supplement: text()
      .optional()
      .register(described, { description: 'The letter of the supplement in which it goes out.' }),
    replaces: text().optional().register(described, {
      description: 'For a paper that was in the published pack and goes out again: what is different in it.',
    }),
  }).refine(
    (item) => [item.report, item.file, item.verbal, item.title].some((words) => words !== undefined),
    {
      error: say(
        'An item needs a title, a report, a file or something to be said.',
        'Write `report:` with the report’s name, `file:` with a PDF’s, `verbal:` with what is said, or `title:` with what the item is.',
      ),
    },
  ),
);
export type Item = z.infer<ReturnType<typeof Item>>;
