import type { Agenda, AgendaItem } from '../agenda/agenda.ts';

/** One paper of a pack: a report of ours, a PDF of somebody else's, or what is still open of the meeting before. */
export type Entry =
  | { kind: 'report'; item: AgendaItem; report: string }
  | { kind: 'file'; item: AgendaItem; file: string }
  | { kind: 'matters'; item: AgendaItem };

/**
 * The papers of a published pack, in the order of the agenda. What goes out in a supplement is not among them, unless it
 * replaces a paper that was; nor is anything that is taken after the public have left.
 */
export function publicEntries({ items }: Agenda): Entry[] {
  return items.flatMap((item) => {
    const follows = item.entry?.supplement !== undefined && item.entry.replaces === undefined;
    return item.part === 'public' && !follows ? entriesOf(item) : [];
  });
}

/** The papers of the restricted pack that are exempt as a whole, in the order of the agenda. */
export function exemptEntries({ items }: Agenda): Entry[] {
  return items.flatMap((item) => (item.part === 'exempt' ? entriesOf(item) : []));
}

/** The public papers that go out in one supplement. */
export function supplementEntries({ items }: Agenda, letter: string): Entry[] {
  return items.flatMap((item) =>
    item.part === 'public' && item.entry?.supplement === letter ? entriesOf(item) : [],
  );
}

function entriesOf(item: AgendaItem): Entry[] {
  const { report, files } = item;
  return [
    ...(report === undefined ? [] : [{ kind: 'report' as const, item, report }]),
    ...(item.standard === 'matters_arising' ? [{ kind: 'matters' as const, item }] : []),
    ...files.map((file) => ({ kind: 'file' as const, item, file })),
  ];
}

/** What a paper's part of the pack is called: in bookmarks' destinations and in the names of files. */
export function partName(entry: Entry): string {
  if (entry.kind !== 'file' || entry.item.files.length === 1) return entry.item.id;
  return `${entry.item.id}-${String(entry.item.files.indexOf(entry.file) + 1)}`;
}
