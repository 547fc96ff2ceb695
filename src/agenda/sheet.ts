import * as z from 'zod';
import { composeDocument, type DocumentKind, type DocumentStyle } from '../compose/document.ts';
import { typeset } from '../compose/markdown.ts';
import type { Paper } from '../compose/paper.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import type { Records } from '../records/load.ts';
import type { Agenda, AgendaItem } from './agenda.ts';
import { aboutMeeting } from './agenda-paper.ts';
import { PageSpan } from './facts/item.ts';
import { meetingFacts, MeetingFacts } from './facts/meeting.ts';
import { pageSpan } from './item-facts.ts';

/** What the wording of the sheet before papers that are bound in as they were received may name. */
const SheetFacts = MeetingFacts.extend({
  single: z.boolean(),
  papers: z.array(
    z.object({
      id: z.string(),
      /** The item's number; empty where it is not known. */
      number: z.string(),
      title: z.string(),
      /** The organisation, where the record names it. */
      from: z.string().optional(),
      pages: PageSpan.optional(),
      /** Whether the file itself says how it is to be read aloud. */
      tagged: z.boolean(),
      /** Whether its pages are pictures, without a word of text. */
      picture: z.boolean(),
    }),
  ),
  /** Whether any of them has words and does not say how they are to be read aloud. */
  untagged: z.boolean(),
  /** Whether any of them is a picture. */
  picture: z.boolean(),
});
type SheetFacts = z.infer<typeof SheetFacts>;

export const sheetKind: DocumentKind<SheetFacts> = { name: 'sheet', facts: SheetFacts };

/** A PDF of somebody else's that is bound into a pack. */
export interface ForeignPaper {
  item: AgendaItem;
  /** What it is called, where an item has several. */
  title?: string | undefined;
  pages?: { first: number; last: number } | undefined;
  /** Whether it has a structure tree. */
  tagged: boolean;
  /** Whether there is any text on its pages. */
  worded: boolean;
}

/** Makes the sheet that names papers as they were received: where they come from, their pages, whom to ask. */
export function foreignSheet(
  agenda: Agenda,
  records: Records,
  style: DocumentStyle,
  papers: readonly ForeignPaper[],
  name = 'papers-from-elsewhere',
): Result<Paper> {
  return composeDocument(sheetKind, style, {
    id: `${agenda.meeting.id}-${name}`,
    facts: {
      ...meetingFacts(agenda, undefined),
      single: papers.length === 1,
      papers: papers.map(({ item, title, pages, tagged, worded }, i) => ({
        id: `${item.id}-${String(i + 1)}`,
        number: item.number ?? '',
        title: typeset(title ?? item.title),
        ...(item.entry?.from === undefined ? {} : { from: typeset(item.entry.from) }),
        ...(pages ? { pages: pageSpan(pages) } : {}),
        tagged,
        picture: !worded,
      })),
      untagged: papers.some(({ tagged, worded }) => !tagged && worded),
      picture: papers.some(({ worded }) => !worded),
    },
    ...aboutMeeting(agenda, records),
  });
}
