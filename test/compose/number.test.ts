import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/compose/markdown.ts';
import { numberSections, unnumbered, type Scheme } from '../../src/compose/number.ts';
import type { Inline } from '../../src/compose/inline.ts';
import type { Block, Figure, Paragraph, Section, Table } from '../../src/compose/paper.ts';
import { openReference, resolveReferences } from '../../src/compose/refer.ts';
import { anchorOf } from '../../src/compose/flow.ts';
import { bars, figureOf } from '../support/pictures.ts';

/** What a block is, before it has a name and a number. */
type Sketch =
  | { kind: 'paragraph'; numbered: boolean; titled: boolean; blocks: Sketch[] }
  | { kind: 'box'; blocks: Sketch[] }
  | { kind: 'list'; items: Sketch[][] }
  | { kind: 'table' | 'figure' };

const { blocks: sketches } = fc.letrec<{ block: Sketch; blocks: Sketch[] }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 3, size: 'max' }),
  block: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Sketch>({ kind: 'table' }, { kind: 'figure' }),
    fc.record({
      kind: fc.constant('paragraph' as const),
      numbered: fc.boolean(),
      titled: fc.boolean(),
      blocks: tie('blocks'),
    }),
    fc.record({ kind: fc.constant('box' as const), blocks: tie('blocks') }),
    fc.record({
      kind: fc.constant('list' as const),
      items: fc.array(tie('blocks'), { maxLength: 2, size: 'max' }),
    }),
  ),
}));

const words = (text: string): Inline[] => [{ kind: 'text', text }];

/** The tree of a sketch, each block named by where it stands; every paragraph refers to `refersTo`. */
function blocksOf(list: readonly Sketch[], parent: string, refersTo: readonly string[]): Block[] {
  return list.map((sketch, i): Block => {
    const id = `${parent}/${sketch.kind}-${String(i + 1)}`;
    switch (sketch.kind) {
      case 'paragraph':
        return {
          kind: 'paragraph',
          id,
          anchor: anchorOf(id),
          level: 3,
          short: true,
          ...(sketch.numbered ? { number: unnumbered } : {}),
          ...(sketch.titled ? { title: words(`Title of ${id}`) } : {}),
          content: [
            ...words('See '),
            { kind: 'strong', content: refersTo.map((to) => openReference(to)) },
            ...words('.'),
          ],
          blocks: blocksOf(sketch.blocks, id, refersTo),
        };
      case 'box':
        return { kind: 'box', id, blocks: blocksOf(sketch.blocks, id, refersTo) };
      case 'list':
        return {
          kind: 'list',
          id,
          ordered: false,
          items: sketch.items.map((blocks, j) => {
            const own = `${id}/${String(j + 1)}`;
            return {
              id: own,
              content: refersTo.map((to) => openReference(to)),
              blocks: blocksOf(blocks, own, refersTo),
            };
          }),
        };
      case 'figure':
        return { ...figureOf(bars, id), caption: refersTo.map((to) => openReference(to)) };
      case 'table':
        return {
          kind: 'table',
          id,
          anchor: anchorOf(id),
          label: '',
          caption: refersTo.map((to) => openReference(to)),
          short: true,
          columns: [{ heading: 'Column', align: 'start' }],
          rows: [
            {
              id: `${id}/row`,
              head: refersTo.map((to) => openReference(to)),
              cells: [{ kind: 'words', align: 'start', content: refersTo.map((to) => openReference(to)) }],
            },
          ],
        };
    }
  });
}

function sectionsOf(drawn: readonly Sketch[][], refersTo: readonly string[] = []): Section[] {
  return drawn.map((blocks, i) => {
    const id = `section-${String(i + 1)}`;
    return {
      kind: 'section',
      id,
      anchor: anchorOf(id),
      newPage: false,
      heading: words(`Heading ${String(i + 1)}`),
      blocks: blocksOf(blocks, id, refersTo),
    };
  });
}

const papers = fc.array(sketches, { maxLength: 4, size: 'max' });
const schemes: readonly Scheme[] = ['continuous', 'by-section', 'none'];

/** Everything in the order in which it is read, with the number of the paragraph that it is below. */
function walk(
  blocks: readonly Block[],
  visit: (block: Block, above: string | undefined) => void,
  above?: string,
): void {
  for (const block of blocks) {
    visit(block, above);
    if (block.kind === 'paragraph') walk(block.blocks, visit, block.number ?? above);
    else if (block.kind === 'box') walk(block.blocks, visit, above);
    else if (block.kind === 'list') block.items.forEach((item) => walk(item.blocks, visit, above));
  }
}

function paragraphs(sections: readonly Section[]): { paragraph: Paragraph; above: string | undefined }[] {
  const found: { paragraph: Paragraph; above: string | undefined }[] = [];
  for (const { blocks } of sections)
    walk(blocks, (block, above) => block.kind === 'paragraph' && found.push({ paragraph: block, above }));
  return found;
}

function labelled(sections: readonly Section[]): (Table | Figure)[] {
  const found: (Table | Figure)[] = [];
  for (const { blocks } of sections) walk(blocks, (block) => 'label' in block && found.push(block));
  return found;
}

/** The names of all that a reference can lead to inside sections, in the order in which it is read. */
function named(sections: readonly Section[]): string[] {
  const found: string[] = [];
  for (const { blocks } of sections)
    walk(blocks, (block) => (block.kind === 'paragraph' || 'label' in block) && found.push(block.id));
  return found;
}

describe.each(schemes)('numbers %s', (scheme) => {
  it('go to the paragraphs that are to have one, and each is given once', () => {
    fc.assert(
      fc.property(papers, (drawn) => {
        const before = paragraphs(sectionsOf(drawn));
        const after = paragraphs(numberSections(sectionsOf(drawn), scheme));
        const numbers = after.flatMap(({ paragraph }) => paragraph.number ?? []);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(numbers).not.toContain(unnumbered);
        const wanted = before.filter(({ paragraph }) => paragraph.number !== undefined);
        expect(
          after.filter(({ paragraph }) => paragraph.number !== undefined).map((p) => p.paragraph.id),
        ).toEqual(scheme === 'none' ? [] : wanted.map(({ paragraph }) => paragraph.id));
      }),
    );
  });

  it('count up from 1 without a gap, and stand below the number of what they are in', () => {
    fc.assert(
      fc.property(papers, (drawn) => {
        const sections = numberSections(sectionsOf(drawn), scheme);
        /** How many numbers were given below each one, the paper and its sections being empty at first. */
        const counted = new Map<string, number>();
        const expected = (above: string): string => {
          const n = (counted.get(above) ?? 0) + 1;
          counted.set(above, n);
          return above === '' ? String(n) : `${above}.${String(n)}`;
        };
        for (const section of sections) {
          const numbered = paragraphs([section]).filter(({ paragraph }) => paragraph.number !== undefined);
          const top = numbered.filter(({ above }) => above === undefined);
          const bySection = scheme === 'by-section' && top.length > 0 ? expected('') : '';
          for (const { paragraph, above } of numbered) {
            const alone = above === undefined && bySection !== '' && top.length === 1;
            expect(paragraph.number).toBe(alone ? bySection : expected(above ?? bySection));
          }
        }
      }),
    );
  });

  it('leave all else as it was', () => {
    fc.assert(
      fc.property(papers, (drawn) => {
        const without = (sections: readonly Section[]): string =>
          JSON.stringify(sections, (key, value: unknown) =>
            key === 'number' || key === 'label' ? undefined : value,
          );
        expect(without(numberSections(sectionsOf(drawn), scheme))).toBe(without(sectionsOf(drawn)));
      }),
    );
  });

  it('of tables, and of figures, run through the whole paper', () => {
    fc.assert(
      fc.property(papers, (drawn) => {
        const numbered = numberSections(sectionsOf(drawn), scheme);
        for (const [kind, name] of [['table', 'Table'] as const, ['figure', 'Figure'] as const]) {
          const made = labelled(numbered).flatMap((block) => (block.kind === kind ? block.label : []));
          expect(made).toEqual(made.map((_, i) => `${name} ${String(i + 1)}`));
        }
      }),
    );
  });

  it('are what every reference says, wherever it stands', () => {
    fc.assert(
      fc.property(papers, fc.nat(), fc.boolean(), (drawn, pick, short) => {
        const sections = sectionsOf(drawn);
        // Where a short name stands for several, it leads to the first that is read; sections come last.
        const ids = [...named(sections), ...sections.map((section) => section.id)];
        const id = ids[pick % Math.max(1, ids.length)];
        fc.pre(id !== undefined);
        const name = short ? (id.split('/').at(-1) ?? id) : id;
        const numbered = numberSections(sectionsOf(drawn, [name]), scheme);
        const { sections: resolved, diagnostics } = resolveReferences(numbered, new Map());
        expect(diagnostics).toEqual([]);
        const wanted = short ? ids.find((other) => other.split('/').at(-1) === name) : id;
        const said = references(resolved);
        expect(said).toHaveLength(references(numbered).length);
        for (const reference of said) {
          const target = targetOf(resolved, reference.anchor);
          expect(target?.id).toBe(wanted);
          expect(reference.text).toBe(target?.words);
        }
      }),
    );
  });

  it('are not made up for a name that leads nowhere', () => {
    fc.assert(
      fc.property(papers, (drawn) => {
        const numbered = numberSections(sectionsOf(drawn, ['nowhere']), scheme);
        const { sections, diagnostics } = resolveReferences(numbered, new Map());
        expect(diagnostics.map((d) => d.rule)).toEqual(
          references(numbered).map(() => 'prose/dangling-reference'),
        );
        expect(references(sections)).toEqual([]);
      }),
    );
  });
});

type Reference = Extract<Inline, { kind: 'reference' }>;

function references(value: unknown): Reference[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  if (isReference(value)) return [value];
  return Object.values(value).flatMap(references);
}

function isReference(value: object): value is Reference {
  return 'kind' in value && value.kind === 'reference';
}

/** What stands under an anchor, and what a reference to it must say. */
function targetOf(sections: readonly Section[], anchor: string): { id: string; words: string } | undefined {
  for (const section of sections)
    if (section.anchor === anchor) return { id: section.id, words: `“${plainText(section.heading)}”` };
  const table = labelled(sections).find((t) => t.anchor === anchor);
  if (table) return { id: table.id, words: table.label };
  const paragraph = paragraphs(sections).find((p) => p.paragraph.anchor === anchor)?.paragraph;
  if (!paragraph) return undefined;
  const { id, number, title } = paragraph;
  if (number !== undefined) return { id, words: `paragraph\u00a0${number}` };
  return { id, words: title ? `“${plainText(title)}”` : 'the paragraph' };
}
