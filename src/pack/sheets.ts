import { agendaPaper } from '../agenda/agenda-paper.ts';
import { agendaKind } from '../agenda/facts.ts';
import type { PagesByItem } from '../agenda/item-facts.ts';
import { foreignSheet, sheetKind } from '../agenda/sheet.ts';
import { supplementKind, supplementPaper } from '../agenda/supplement.ts';
import type { DocumentKind, DocumentStyle } from '../compose/document.ts';
import type { Paper } from '../compose/paper.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import type { PackPaper } from './collect.ts';
import type { Desk, Sheet } from './desk.ts';

/** Pages of a restricted pack are R1, R2 …: nobody takes them for pages of the public one. */
export const restrictedPrefix = 'R';

/** The front of a public or restricted pack: the agenda. */
export function agendaFront(desk: Desk, part: 'public' | 'restricted'): Sheet {
  const { agenda, project } = desk;
  return (pages, href) =>
    inStyle(desk, agendaKind, (style) =>
      agendaPaper(agenda, project.records, style, {
        ...{ part, pages, href, asPublished: part === 'public' },
        prefix: part === 'restricted' ? restrictedPrefix : '',
      }),
    );
}

/** The front of a supplement. @param replacedPages by item, the pages of what was published that it takes the place of */
export function supplementFront(desk: Desk, letter: string, replacedPages: PagesByItem): Sheet {
  const { agenda, project } = desk;
  return (pages, href) =>
    inStyle(desk, supplementKind, (style) =>
      supplementPaper(agenda, project.records, style, { letter, pages, href, replacedPages }),
    );
}

/** The sheet that names the papers of others in a pack; `undefined` where there are none. */
export function sheetOfOthers(desk: Desk, papers: readonly PackPaper[]): Sheet | undefined {
  const others = papers.flatMap((paper) => (paper.kind === 'foreign' ? [paper] : []));
  if (others.length === 0) return undefined;
  return (pages) =>
    inStyle(desk, sheetKind, (style) =>
      foreignSheet(
        desk.agenda,
        desk.project.records,
        style,
        others.map(({ item, name, foreign }) => ({
          item,
          pages: pages.get(name),
          tagged: foreign.tagged,
          worded: foreign.worded,
        })),
      ),
    );
}

function inStyle<F>(
  { documents, style }: Desk,
  kind: DocumentKind<F>,
  make: (style: DocumentStyle) => Result<Paper>,
): ReturnType<Sheet> {
  const loaded = documents.of(kind, style);
  if (!loaded.style || !loaded.renderer) return { value: undefined, diagnostics: loaded.diagnostics };
  const { value: paper, diagnostics } = make(loaded.style);
  return {
    value: paper && { paper, render: loaded.renderer.render },
    diagnostics: [...loaded.diagnostics, ...diagnostics],
  };
}
