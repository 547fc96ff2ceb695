import * as z from 'zod';
import { isExemptParagraph, type ExemptParagraph } from '../exempt/schedule-12a.ts';
import { described, form, isText, list, number, prose, say, text } from './fields.ts';
import { once } from '../once.ts';
import { Prose } from './prose.ts';

/**
 * Why something is kept from the public. A class of its own, so that what is exempt is known wherever a record goes.
 *
 * Information is exempt while "in all the circumstances of the case, the public interest in maintaining the exemption
 * outweighs the public interest in disclosing the information" (Local Government Act 1972, Schedule 12A, paragraph 10):
 * so each exemption says why it does. These reasons are for the public too, as the notice of a private meeting gives
 * them (SI 2012/2089, regulation 5).
 */
export class Exempt {
  readonly paragraphs: readonly ExemptParagraph[];
  readonly publicInterest: string;

  constructor(paragraphs: readonly ExemptParagraph[], publicInterest: string) {
    this.paragraphs = paragraphs;
    this.publicInterest = publicInterest;
  }

  toJSON(): { exempt: readonly ExemptParagraph[]; public_interest: string } {
    return { exempt: this.paragraphs, public_interest: this.publicInterest };
  }
}

const paragraph = once(() =>
  number().refine(isExemptParagraph, {
    error: (issue) =>
      say(
        `Part 1 of Schedule 12A has no paragraph ${String(issue.input)}.`,
        'Write a number from 1 to 7: 3 for financial or business affairs.',
      ),
  }),
);

/** Paragraph numbers of Schedule 12A, Part 1, in order and each once. */
export const Paragraphs = once(() =>
  list(paragraph())
    .transform((numbers) => [...new Set(numbers)].sort((a, b) => a - b))
    .meta({
      description:
        'The paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972 that make it exempt: [3]. ' +
        '1 an individual; 2 who an individual is; 3 financial or business affairs; 4 labour relations; ' +
        '5 legal privilege; 6 notices and orders; 7 crime.',
    }),
);

/** What is said where the public interest test is missing. */
export const noReason = say(
  'It is not said why the public interest in keeping this back outweighs the public interest in disclosing it.',
  'Write the reason after `public_interest:`. Nothing is exempt without it (Local Government Act 1972, Schedule 12A, paragraph 10).',
);

/** The public interest test, in words that the public may read. */
const PublicInterest = once(() =>
  z
    .string({ error: (issue) => (issue.input === undefined ? noReason : isText.error(issue)) })
    .trim()
    .min(1, { error: noReason })
    .pipe(text())
    .meta({
      description:
        'Why the public interest in keeping it back outweighs the public interest in disclosing it. The public reads this.',
    }),
);

/** A passage that is kept from the public; without `text` in a copy that the public may have. */
const ExemptPassage = once(() =>
  form({
    exempt: Paragraphs(),
    public_interest: PublicInterest(),
    text: prose().optional().register(described, { description: 'What only members and officers may read.' }),
  })
    .transform((p) => new Prose(p.text?.markdown ?? '', new Exempt(p.exempt, p.public_interest)))
    .meta({ description: 'A passage that is exempt from publication: Part II.' }),
);

/** What {@link passage} reads: see there. */
type Passage = z.ZodUnion<readonly [ReturnType<typeof prose>, ReturnType<typeof ExemptPassage>]>;

/** Prose, or prose that is kept from the public: `{ exempt: [3], public_interest: …, text: … }`. */
export const passage = once((): Passage => z.union([prose(), ExemptPassage()]));

/** A report that is exempt as a whole. */
export const ExemptWhole = once(() =>
  form({ paragraphs: Paragraphs(), public_interest: PublicInterest() }).transform(
    (e) => new Exempt(e.paragraphs, e.public_interest),
  ),
);

/** An entry of a list that may be exempt as a whole, with what it says beside its name; kept from the public then. */
export const exemptEntry = once(() => ({
  exempt: Paragraphs().optional(),
  public_interest: PublicInterest().optional(),
}));
