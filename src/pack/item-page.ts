import * as z from 'zod';
import { aboutMeeting, codeOf } from '../agenda/agenda-paper.ts';
import type { Agenda, AgendaItem } from '../agenda/agenda.ts';
import { ItemFact } from '../agenda/facts/item.ts';
import { meetingFacts, MeetingFacts } from '../agenda/facts/meeting.ts';
import { itemFact } from '../agenda/item-facts.ts';
import { composeDocument, type DocumentKind, type DocumentStyle } from '../compose/document.ts';
import type { Paper } from '../compose/paper.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import type { Records } from '../records/load.ts';

/** A PDF of somebody else's, as the page of its item tells of it. */
const FileFact = z.object({
  id: z.string(),
  /** "The paper", or which of several it is. */
  title: z.string(),
  href: z.string(),
  /** "4 pages", "1 page". */
  length: z.string(),
  /** Whether a screen reader is told what is on its pages. */
  tagged: z.boolean(),
});
export type FileFact = z.infer<typeof FileFact>;

/** What the wording of the page of an item without a paper of ours may name. */
export const ItemPageFacts = MeetingFacts.extend({
  item: ItemFact,
  files: z.array(FileFact).optional(),
});
export type ItemPageFacts = z.infer<typeof ItemPageFacts>;

export const itemPageKind: DocumentKind<ItemPageFacts> = { name: 'item', facts: ItemPageFacts };

/** The web page of an item that has no paper of ours: what the agenda says of it, and the PDFs that go with it. */
export function itemPage(
  agenda: Agenda,
  records: Records,
  style: DocumentStyle,
  item: AgendaItem,
  files: readonly FileFact[],
): Result<Paper> {
  const made = composeDocument(itemPageKind, style, {
    id: `${agenda.meeting.id}-${item.id}`,
    facts: {
      ...meetingFacts(agenda, codeOf(agenda)),
      item: itemFact(records, item, {}),
      ...(files.length === 0 ? {} : { files: [...files] }),
    },
    ...aboutMeeting(agenda, records),
  });
  const { value: paper, diagnostics } = made;
  return {
    value: paper && { ...paper, ...(item.number === undefined ? {} : { item: item.number }) },
    diagnostics,
  };
}
