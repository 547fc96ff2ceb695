import type { Agenda, AgendaItem } from '../agenda/agenda.ts';
import { agendaKind } from '../agenda/facts.ts';
import { typeset } from '../compose/markdown.ts';
import type { Paper, Turn } from '../compose/paper.ts';
import { stops, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import { toHtml } from '../render/document.ts';
import type { Renderer } from '../render/render.ts';
import { longDate } from '../records/dates.ts';
import type { PackPaper } from './collect.ts';
import { itemPage, itemPageKind, type FileFact } from './item-page.ts';
import type { Desk, Sheet } from './desk.ts';

/** The page of the agenda itself. */
const indexPage = 'index.html';

/** Which pages there are, and what stands in front of them. */
export interface Web {
  front: Sheet;
  items: readonly AgendaItem[];
  papers: readonly PackPaper[];
  /** The letter of the supplement that it is; absent for the pack. */
  supplement?: string | undefined;
}

/**
 * A public pack or a supplement as web pages: the agenda, and a page for each item with the ways to the one before and the one after.
 * PDFs of others lie beside it, in `files/`. Names of files tell nothing but the item's place on the agenda.
 *
 * @returns the files by their path in the folder of the pack
 */
export function webPack(
  desk: Desk,
  { front: sheet, items, papers, supplement }: Web,
): Result<Map<string, Uint8Array>> {
  const { agenda } = desk;
  const files = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  const front = sheet(new Map(), (item) => (items.includes(item) ? pageOf(items, item) : undefined));
  diagnostics.push(...front.diagnostics);
  const write = (name: string, paper: Paper, render: Renderer['render']): void => {
    const { value, diagnostics: found } = render(paper);
    diagnostics.push(...found);
    if (value) files.set(name, new TextEncoder().encode(toHtml(value)));
  };
  if (front.value) write(indexPage, front.value.paper, front.value.render);
  for (const item of items) {
    const own = papers.find((paper) => paper.kind === 'own' && paper.item.id === item.id);
    const turn = turnAt(agenda, items, item, supplement);
    const name = pageOf(items, item);
    if (own?.kind === 'own') {
      const { value, diagnostics: found } = own.render({ ...own.paper, turn });
      diagnostics.push(...found);
      // The data travels with the page as it does with the paper.
      const data = own.html.data;
      if (value)
        files.set(name, new TextEncoder().encode(toHtml(data === undefined ? value : { ...value, data })));
      continue;
    }
    const beside = papers.flatMap((paper) =>
      paper.kind === 'foreign' && paper.item.id === item.id ? [paper] : [],
    );
    for (const { file, pdf } of beside) files.set(`files/${file}`, pdf);
    const loaded = desk.documents.of(itemPageKind, desk.style);
    const { style: words } = desk.documents.of(agendaKind, desk.style);
    diagnostics.push(...loaded.diagnostics);
    if (!loaded.style || !loaded.renderer || !words) continue;
    const styles = { page: loaded.style, agenda: words };
    const made = itemPage(agenda, desk.project.records, styles, item, beside.map(fileFact), { supplement });
    diagnostics.push(...made.diagnostics);
    if (made.value) write(name, { ...made.value, turn }, loaded.renderer.render);
  }
  return { value: stops(diagnostics) ? undefined : files, diagnostics };
}

function fileFact(paper: PackPaper, index: number, all: readonly PackPaper[]): FileFact {
  if (paper.kind !== 'foreign') throw new Error('only a PDF of somebody else is told of as a file');
  const { name, file, foreign } = paper;
  const pages = foreign.pages.length;
  return {
    id: name,
    title: all.length === 1 ? paper.item.title : `Paper ${String(index + 1)}`,
    href: `files/${file}`,
    length: pages === 1 ? '1 page' : `${String(pages)} pages`,
    tagged: foreign.tagged,
    picture: !foreign.worded,
  };
}

/** The names of the files that a pack of these items can have as web pages. */
export function webNames(items: readonly AgendaItem[]): string[] {
  const files = items.flatMap((item) => item.files.map((file) => `files/${file}`));
  return [indexPage, ...items.map((item) => pageOf(items, item)), ...files];
}

/** "item-7.html": by the number on the agenda, else by the place. */
function pageOf(items: readonly AgendaItem[], item: AgendaItem): string {
  const number = item.number?.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return `item-${number ?? String(items.indexOf(item) + 1)}.html`;
}

function turnAt(
  { meeting, body }: Agenda,
  items: readonly AgendaItem[],
  item: AgendaItem,
  supplement: string | undefined,
): Turn {
  const at = items.indexOf(item);
  const way = (to: AgendaItem | undefined): Turn['up'] | undefined =>
    to && {
      href: pageOf(items, to),
      title: to.number === undefined ? to.title : `${to.number}. ${to.title}`,
    };
  const [previous, next] = [way(items[at - 1]), way(items[at + 1])];
  const { date } = meeting.value;
  return {
    label: 'Papers of this meeting',
    up: {
      href: indexPage,
      title: date === 'unknown' ? `Agenda: ${body.name}` : `Agenda: ${body.name}, ${longDate(date)}`,
    },
    ...(previous ? { previous } : {}),
    ...(next ? { next } : {}),
    ...noteOf(item, supplement),
  };
}

/** What became of a paper that is replaced, as far as it is known when its page is made; and where a new one comes from. */
function noteOf({ entry }: AgendaItem, supplement: string | undefined): Pick<Turn, 'note'> {
  const replaces = entry?.replaces?.trim().replace(/\.?$/, '.');
  if (supplement !== undefined)
    return {
      note: `This paper is in supplement ${supplement}.${replaces === undefined ? '' : typeset(` It takes the place of the one published before. What is different: ${replaces}`)}`,
    };
  if (replaces === undefined || entry?.supplement === undefined) return {};
  return { note: `A new version of this paper is in supplement ${entry.supplement}. ${typeset(replaces)}` };
}
