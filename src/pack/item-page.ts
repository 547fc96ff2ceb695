import * as z from 'zod';
import { agendaFacts } from '../agenda/agenda-facts.ts';
import { aboutMeeting, codeOf } from '../agenda/agenda-paper.ts';
import type { Agenda, AgendaItem } from '../agenda/agenda.ts';
import { AgendaFacts } from '../agenda/facts.ts';
import { ItemFact } from '../agenda/facts/item.ts';
import { itemFact, type ItemOptions } from '../agenda/item-facts.ts';
import { composeDocument, type DocumentKind, type DocumentStyle } from '../compose/document.ts';
import type { BlockOutline, SectionOutline } from '../compose/outline.ts';
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
  /** Whether its pages are pictures, without a word of text. */
  picture: z.boolean(),
});
export type FileFact = z.infer<typeof FileFact>;

/**
 * What the wording of the page of an item without a paper of ours may name: what the agenda may, with the item's own names
 * beside them, as inside the agenda's `each: items`.
 */
const ItemPageFacts = AgendaFacts.extend({ ...ItemFact.shape, files: z.array(FileFact).optional() });
type ItemPageFacts = z.infer<typeof ItemPageFacts>;

export const itemPageKind: DocumentKind<ItemPageFacts> = { name: 'item', facts: ItemPageFacts };

/** How the page of an item is made. */
export interface ItemPageStyles {
  /** Of the page. */
  page: DocumentStyle;
  /** Of the agenda, whose words on the item stand on the page too. */
  agenda: DocumentStyle;
}

/** The web page of an item that has no paper of ours: what the agenda says of it, and the PDFs that go with it. */
export function itemPage(
  agenda: Agenda,
  records: Records,
  styles: ItemPageStyles,
  item: AgendaItem,
  files: readonly FileFact[],
  options: Pick<ItemOptions, 'supplement'> = {},
): Result<Paper> {
  // What became of it in a supplement, the page says in its head.
  const about = { ...options, asPublished: true };
  const facts = agendaFacts(agenda, records, { part: 'public', ...about }, codeOf(agenda)).value;
  if (!facts) return { value: undefined, diagnostics: [] };
  const made = composeDocument(itemPageKind, withAgenda(styles), {
    id: `${agenda.meeting.id}-${item.id}`,
    facts: {
      ...facts,
      ...itemFact(agenda, records, item, about),
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

/** The style of the page, with what the agenda says under an item at the end of its section `item`. */
function withAgenda({ page, agenda }: ItemPageStyles): DocumentStyle {
  const said = saidUnderItems(agenda.value.sections);
  const sections = page.value.sections.map((section) =>
    section.id === 'item' ? { ...section, blocks: [...section.blocks, ...said] } : section,
  );
  return { ...page, value: { ...page.value, sections } };
}

/** What stands beside an item's title on the agenda: the page says it in its own words, or has no need to. */
const besideTitle = new Set(['pages', 'follows', 'verbal', 'no-paper', 'withheld']);

function saidUnderItems(sections: readonly SectionOutline[]): BlockOutline[] {
  const items = sections.find(({ id }) => id === 'items')?.blocks.find(({ each }) => each === 'items');
  return (items?.under ?? []).filter(({ id }) => !besideTitle.has(id));
}
