import * as z from 'zod';
import { Lead } from '../../records/people.ts';
import { prose } from '../../compose/shapes/prose.ts';

/** Pages that a paper stands on. */
export const PageSpan = z.object({
  /** As it is printed on the page: "12", and "R3" in a restricted pack. */
  first: z.string(),
  last: z.string(),
  /** Whether it is one page only. */
  single: z.boolean(),
});
export type PageSpan = z.infer<typeof PageSpan>;

/** Which of the usual items it is: one of these is true at most, so that each can have a note of its own. */
const Usual = z.object({
  apologies: z.boolean(),
  declarations: z.boolean(),
  minutes: z.boolean(),
  matters_arising: z.boolean(),
  questions: z.boolean(),
  urgent: z.boolean(),
  exclusion: z.boolean(),
});
export type Usual = z.infer<typeof Usual>;

/** Why an item is exempt, in words that the public may read. */
export const ExemptFact = z.object({
  /** "paragraph 3", "paragraphs 1 and 3". */
  paragraphs: z.string(),
  /** "financial or business affairs". */
  kinds: z.string(),
  /** Why the public interest in keeping it back outweighs the public interest in disclosing it. */
  reason: z.string(),
});
export type ExemptFact = z.infer<typeof ExemptFact>;

/** One item of the agenda, as its wording may name it. */
export const ItemFact = z.object({
  id: z.string(),
  /** Empty where it is not known. */
  number: z.string(),
  title: z.string(),
  /** Where its paper is to be read. */
  href: z.string().optional(),
  usual: Usual,
  /** Where its paper stands in the pack that this agenda goes in front of. */
  pages: PageSpan.optional(),
  verbal: z.boolean(),
  /** Nothing is put before the meeting but the words of the agenda. */
  no_paper: z.boolean(),
  /** Its paper comes in a supplement, of this letter. */
  to_follow: z.string().optional(),
  /** Whether anything of what follows is known: lead officer, origin, wards, key decision, supplement. */
  particulars: z.boolean(),
  lead: Lead().optional(),
  /** Whose paper it is where it comes from elsewhere. */
  from: z.string().optional(),
  /** "all", "none", "Northmoor and Upper Sample". */
  wards: z.string().optional(),
  key_decision: z
    .object({
      reference: z.string(),
      general_exception: z.string().optional(),
      special_urgency: z.string().optional(),
    })
    .optional(),
  /** What the council's own usual agenda says below the title. */
  note: prose.optional(),
  /** The special circumstances for which the chair takes it as a matter of urgency. */
  late: z.string().optional(),
  /** A new version of a paper that was published before: the supplement it is in, and what is different. */
  replaced: z.object({ letter: z.string(), what: z.string() }).optional(),
  /** Whether it is taken in private. */
  private: z.boolean(),
  /** Why it is exempt: the item as a whole where it is taken in private, else parts of its report. */
  exempt: ExemptFact.optional(),
  /** For an item of which a part is exempt: the number of the item after which that part is considered. */
  exempt_after: z.string().optional(),
});
export type ItemFact = z.infer<typeof ItemFact>;
