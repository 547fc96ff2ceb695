import type { Inline } from './inline.ts';
import type { Block, ContentsEntry, Paper, Section } from './paper.ts';
import { mapInlines } from './refer.ts';

/** The tables of a paper in their order, as lines of a list: "Table 1: Judgements on …". */
export function tablesOf(sections: readonly Section[]): ContentsEntry[] {
  return captionsOf('table', sections);
}

/** The figures of a paper in their order, as lines of a list: "Figure 1: Assessments are …". */
export function figuresOf(sections: readonly Section[]): ContentsEntry[] {
  return captionsOf('figure', sections);
}

function captionsOf(kind: 'table' | 'figure', sections: readonly Section[]): ContentsEntry[] {
  const inside = (blocks: readonly Block[]): ContentsEntry[] =>
    blocks.flatMap((block): ContentsEntry[] => {
      switch (block.kind) {
        case 'table':
        case 'figure':
          if (block.kind !== kind) return [];
          return [
            { anchor: block.anchor, text: [{ kind: 'text', text: `${block.label}: ` }, ...block.caption] },
          ];
        case 'list':
          return block.items.flatMap((item) => inside(item.blocks));
        case 'paragraph':
        case 'box':
          return inside(block.blocks);
      }
    });
  return sections.flatMap((section) => inside(section.blocks));
}

/**
 * The same paper with page numbers in its contents and behind its references.
 * @param pages page numbers from 1 by anchor, as measured from a printed copy; a page not known yet takes as
 * much room as one that is
 * @param prefix what stands before each number: "R" in a restricted pack
 */
export function withPages(paper: Paper, pages: ReadonlyMap<string, number>, prefix = ''): Paper {
  const page = (anchor: string): string => `${prefix}${String(pages.get(anchor) ?? 0)}`;
  const entries = (list: readonly ContentsEntry[]): ContentsEntry[] =>
    list.map((entry) => ({ ...entry, page: page(entry.anchor) }));
  const inlines = (content: readonly Inline[]): Inline[] =>
    content.map((inline): Inline => {
      if (inline.kind === 'reference') return { ...inline, page: page(inline.anchor) };
      return 'content' in inline ? { ...inline, content: inlines(inline.content) } : inline;
    });
  return {
    ...paper,
    paged: true,
    contents: entries(paper.contents),
    tables: entries(paper.tables),
    figures: entries(paper.figures),
    sections: mapInlines(paper.sections, inlines),
  };
}
