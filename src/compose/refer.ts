import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { plainText } from './markdown.ts';
import type { Inline } from './inline.ts';
import type { Block, Paragraph, Section } from './paper.ts';

const dangling = rule(
  'prose/dangling-reference',
  'error',
  'A reference that leads nowhere sends members looking for a paragraph that is not there.',
);

/** A reference by name, before it is known what it leads to. */
export function openReference(to: string): Inline {
  return { kind: 'reference', to, anchor: '', text: '' };
}

/**
 * Resolves every reference of numbered sections: "paragraph 10.3", "Table 1", "Figure 1", or the section's heading in
 * quotation marks. A name is a block's identity or its last part.
 * @param places where each name was written, for the ones that lead nowhere
 */
export function resolveReferences(
  sections: readonly Section[],
  places: ReadonlyMap<string, Place>,
): { sections: Section[]; diagnostics: Diagnostic[] } {
  const targets = targetsOf(sections);
  const diagnostics: Diagnostic[] = [];
  const inlines = (content: readonly Inline[]): Inline[] =>
    content.map((inline): Inline => {
      if (!('content' in inline) && inline.kind !== 'reference') return inline;
      if (inline.kind !== 'reference') return { ...inline, content: inlines(inline.content) };
      const target = targets.get(inline.to);
      if (target) return { ...inline, ...target };
      const names = [...targets.keys()].filter((name) => !name.includes('/'));
      diagnostics.push(
        dangling.at(
          places.get(inline.to),
          `There is no paragraph, table, figure or section called \`${inline.to}\` in this paper.`,
          didYouMean(inline.to, names, 'Names here'),
        ),
      );
      return { kind: 'text', text: inline.to };
    });
  const resolved = mapInlines(sections, inlines);
  return { sections: resolved, diagnostics };
}

function targetsOf(sections: readonly Section[]): Map<string, { anchor: string; text: string }> {
  const targets = new Map<string, { anchor: string; text: string }>();
  const add = (id: string, anchor: string, text: string): void => {
    targets.set(id, { anchor, text });
    const last = id.split('/').at(-1) ?? id;
    if (!targets.has(last)) targets.set(last, { anchor, text });
  };
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      switch (block.kind) {
        case 'paragraph':
          add(block.id, block.anchor, paragraphWords(block));
          walk(block.blocks);
          break;
        case 'table':
        case 'figure':
          add(block.id, block.anchor, block.label);
          break;
        case 'list':
          block.items.forEach((item) => walk(item.blocks));
          break;
        case 'box':
          walk(block.blocks);
          break;
      }
    }
  };
  for (const section of sections) walk(section.blocks);
  for (const section of sections) add(section.id, section.anchor, `“${plainText(section.heading)}”`);
  return targets;
}

function paragraphWords(paragraph: Paragraph): string {
  if (paragraph.number !== undefined) return `paragraph\u00a0${paragraph.number}`;
  return paragraph.title ? `“${plainText(paragraph.title)}”` : 'the paragraph';
}

/** The same sections with every run of words changed. */
export function mapInlines(
  sections: readonly Section[],
  change: (content: readonly Inline[]) => Inline[],
): Section[] {
  const blocks = (list: readonly Block[]): Block[] =>
    list.map((block): Block => {
      switch (block.kind) {
        case 'paragraph':
          return {
            ...block,
            ...(block.title ? { title: change(block.title) } : {}),
            ...(block.content ? { content: change(block.content) } : {}),
            blocks: blocks(block.blocks),
          };
        case 'list':
          return {
            ...block,
            items: block.items.map((item) => ({
              ...item,
              content: change(item.content),
              blocks: blocks(item.blocks),
            })),
          };
        case 'table':
          return {
            ...block,
            caption: change(block.caption),
            rows: block.rows.map((row) => ({
              ...row,
              head: change(row.head),
              cells: row.cells.map((cell) =>
                cell.kind === 'words' ? { ...cell, content: change(cell.content) } : cell,
              ),
            })),
          };
        case 'figure':
          return { ...block, caption: change(block.caption) };
        case 'box':
          return { ...block, blocks: blocks(block.blocks) };
      }
    });
  return sections.map((section) => ({
    ...section,
    heading: change(section.heading),
    blocks: blocks(section.blocks),
  }));
}
