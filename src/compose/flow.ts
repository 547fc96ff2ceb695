import { plainText, type Flow } from './markdown.ts';
import type { Inline } from './inline.ts';
import type { Block, List, Paragraph } from './paper.ts';

/** `next-steps/laming-audit` as an HTML id. */
export function anchorOf(id: string): string {
  return id.replaceAll('/', '--');
}

/**
 * Letters of a paragraph of about three lines. A browser breaks these badly: two lines on one page and one
 * on the next satisfy it, whatever `widows` says.
 */
const shortParagraph = 260;

export function isShort(content: readonly Inline[] | undefined): boolean {
  return plainText(content ?? []).length <= shortParagraph;
}

/** Paragraphs and lists of prose: the first paragraph takes the block's identity, number and title. */
export function fromFlow(
  flow: readonly Flow[],
  id: string,
  first: Pick<Paragraph, 'level' | 'number' | 'title'>,
): Paragraph[] {
  const made: Paragraph[] = [];
  for (const part of flow) {
    if (part.kind === 'paragraph' || made.length === 0) {
      const own = made.length === 0 ? id : `${id}/${String(made.length + 1)}`;
      made.push({
        kind: 'paragraph',
        id: own,
        anchor: anchorOf(own),
        ...(made.length === 0 ? first : withoutTitle(first)),
        ...(part.kind === 'paragraph' ? { content: part.content } : {}),
        short: part.kind === 'paragraph' && isShort(part.content),
        blocks: [],
      });
    }
    if (part.kind === 'list') {
      const last = made.at(-1);
      if (last) last.blocks.push(listFromFlow(part, last.id, last.blocks.length));
    }
  }
  return made;
}

function withoutTitle({
  level,
  number,
}: Pick<Paragraph, 'level' | 'number'>): Pick<Paragraph, 'level' | 'number'> {
  return { level, ...(number === undefined ? {} : { number }) };
}

function listFromFlow(flow: Extract<Flow, { kind: 'list' }>, parent: string, at: number): List {
  const id = `${parent}/list${at === 0 ? '' : `-${String(at + 1)}`}`;
  return {
    kind: 'list',
    id,
    ordered: flow.ordered,
    items: flow.items.map((parts, i) => {
      const own = `${id}/${String(i + 1)}`;
      const [head, ...rest] = parts;
      const content: Inline[] = head?.kind === 'paragraph' ? head.content : [];
      return {
        id: own,
        content,
        blocks: [
          ...(head?.kind === 'list' ? [listFromFlow(head, own, 0)] : []),
          // A paragraph of its own cannot go by the entry's name.
          ...fromFlow(rest, head?.kind === 'paragraph' && rest[0]?.kind === 'list' ? own : `${own}/more`, {
            level: 6,
          }).flatMap(flat),
        ],
      };
    }),
  };
}

/** A paragraph that holds nothing but a list is that list. */
function flat(paragraph: Paragraph): Block[] {
  return paragraph.content === undefined ? paragraph.blocks : [paragraph];
}

export function withBelow(paragraphs: Paragraph[], below: Block[]): Block[] {
  const last = paragraphs.at(-1);
  if (!last) return below;
  return [...paragraphs.slice(0, -1), { ...last, blocks: [...last.blocks, ...below] }];
}
