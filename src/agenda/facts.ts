import * as z from 'zod';
import type { DocumentKind } from '../compose/document.ts';
import { ItemFact } from './facts/item.ts';
import { MeetingFacts } from './facts/meeting.ts';
import { prose } from '../compose/shapes/prose.ts';

const paragraphs = z.array(z.object({ id: z.string(), text: prose }));

/** What the wording of an agenda may name. The schema is what it is checked against before any agenda is made. */
export const AgendaFacts = MeetingFacts.extend({
  /** Whether it is the agenda of the restricted pack, Part II. */
  restricted: z.boolean(),
  /** Whether only some of the meeting's items are known. */
  others_unknown: z.boolean(),
  items: z.array(ItemFact),
  /** The same, by what the public may hear and what is taken in private; one part where there is no such thing. */
  parts: z.array(
    z.object({
      id: z.string(),
      /** Whether it is what the public may hear, beside what is taken in private. */
      open: z.boolean(),
      /** Whether it is what is taken in private. */
      closed: z.boolean(),
      /** Whether it has to say that the other items are not known. */
      others_unknown: z.boolean(),
      items: z.array(ItemFact),
    }),
  ),
  /** The day of the meeting before, from which matters may arise. */
  previous: z.string().optional(),
  /** What the resolution to exclude the public is about; absent where nothing is taken in private. */
  exclusion: z
    .object({
      /** "item 12", "items 12 and 13 and the exempt part of item 7"; "the items below" where they have no numbers. */
      items: z.string(),
      /** What is exempt: items as a whole, and others of which a part is. */
      exempt: z.array(ItemFact),
      /** When notice was given that it is to be taken in private (SI 2012/2089, regulation 5). */
      notice: z
        .object({
          first: z.string().optional(),
          further: z.string().optional(),
          /** Whether nobody said anything against it. */
          unopposed: z.boolean(),
          /** What was said against it, and what the council answered. */
          representations: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
  public_access: paragraphs.optional(),
  accessibility: paragraphs.optional(),
});
export type AgendaFacts = z.infer<typeof AgendaFacts>;

export const agendaKind: DocumentKind<AgendaFacts> = { name: 'agenda', facts: AgendaFacts };
