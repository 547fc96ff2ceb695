import * as z from 'zod';
import { composeDocument, type DocumentKind, type DocumentStyle } from '../compose/document.ts';
import type { Paper } from '../compose/paper.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import type { Records } from '../records/load.ts';
import type { Agenda } from './agenda.ts';
import { aboutMeeting, codeOf } from './agenda-paper.ts';
import { ItemFact, PageSpan } from './facts/item.ts';
import { dayInFull, meetingFacts, MeetingFacts } from './facts/meeting.ts';
import { itemFact, pageSpan, type ItemOptions, type PagesByItem } from './item-facts.ts';
import { prose } from '../compose/shapes/prose.ts';

/** What the wording of a supplement's cover may name. */
const SupplementFacts = MeetingFacts.extend({
  letter: z.string(),
  /** "Thursday 8 January 2026" */
  day: z.string(),
  /** What members should know about it. */
  note: prose.optional(),
  items: z.array(
    ItemFact.extend({
      /** The pages of the published pack that its paper takes the place of. */
      replaced_pages: PageSpan.optional(),
    }),
  ),
});
type SupplementFacts = z.infer<typeof SupplementFacts>;

export const supplementKind: DocumentKind<SupplementFacts> = { name: 'supplement', facts: SupplementFacts };

/** Which supplement it is, and where its papers stand. */
export interface SupplementOptions extends Pick<ItemOptions, 'pages' | 'href'> {
  letter: string;
  /** By item, the pages of the published pack that are replaced. */
  replacedPages?: PagesByItem | undefined;
}

/** Makes the cover of a supplement in one house style. No value where the meeting's record has no such supplement. */
export function supplementPaper(
  agenda: Agenda,
  records: Records,
  style: DocumentStyle,
  { letter, replacedPages, ...options }: SupplementOptions,
): Result<Paper> {
  const { meeting } = agenda;
  const supplement = meeting.value.supplements?.find((s) => s.letter === letter);
  if (!supplement) return { value: undefined, diagnostics: [] };
  const items = agenda.items.filter(({ entry }) => entry?.supplement === letter);
  return composeDocument(supplementKind, style, {
    id: `${meeting.id}-supplement-${letter.toLowerCase()}`,
    facts: {
      ...meetingFacts(agenda, codeOf(agenda)),
      letter,
      day: dayInFull(supplement.published),
      ...(supplement.note ? { note: supplement.note } : {}),
      items: items.map((item) => {
        const replaced = replacedPages?.get(item.id);
        const open = item.part === 'public';
        return {
          ...itemFact(agenda, records, item, { ...(open ? options : {}), supplement: letter }),
          ...(replaced && open ? { replaced_pages: pageSpan(replaced) } : {}),
        };
      }),
    },
    ...aboutMeeting(agenda, records),
    dated: supplement.published,
  });
}
