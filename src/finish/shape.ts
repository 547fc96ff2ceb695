import { isDecorated } from './hints.ts';
import { inlineTypes, tag, tagsIn, type Kid, type Tag } from './tree.ts';

/**
 * Gives the tags of Chromium the shape that the standards ask for (ISO 32000-1, 14.8.4). Chromium has
 * `NonStruct` for every run of text and for every element it knows no tag for; here a run goes into its
 * parent, and an element becomes a paragraph, a section or nothing, by what it holds.
 */
export function shapeTree(roots: readonly Kid[]): Tag {
  const [first] = roots;
  const isDocument = roots.length === 1 && first?.kind === 'tag' && first.type === 'Document';
  const document = isDocument ? first : tag('Document', [...roots]);
  return { ...document, kids: shapeBlocks(document.kids).filter(isFilled) };
}

const textTypes = new Set(['P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Lbl', ...inlineTypes]);
const cellTypes = new Set(['TH', 'TD', 'LBody', 'Caption', 'Note', 'Form', 'Formula']);
const tableTypes = new Set(['Table', 'THead', 'TBody', 'TFoot', 'TR']);
const heading = /^H[1-6]?$/;

/** What holds paragraphs, tables and lists: a run of text between them becomes a paragraph. */
function shapeBlocks(kids: readonly Kid[]): Kid[] {
  const shaped: Kid[] = [];
  let line: Kid[] = [];
  const endLine = () => {
    const filled = line.filter(isFilled);
    if (filled.length > 0) shaped.push(tag('P', filled));
    line = [];
  };
  const flows = kids.some(isRun);
  for (const kid of kids) {
    if (isRun(kid) || (flows && isWrapper(kid))) {
      line.push(...shapeInline([kid]));
    } else {
      endLine();
      if (kid.kind === 'tag') shaped.push(...shapeBlock(kid));
    }
  }
  endLine();
  return shaped.filter(isFilled);
}

function shapeBlock(block: Tag): Kid[] {
  const { type, kids } = block;
  if (textTypes.has(type)) return [{ ...block, kids: shapeInline(kids) }];
  if (cellTypes.has(type)) return [{ ...block, kids: shapeCell(kids) }];
  if (tableTypes.has(type)) return [{ ...block, kids: shapeRows(kids) }];
  switch (type) {
    case 'L':
      return [{ ...block, kids: kids.flatMap(shapeItem) }];
    case 'LI':
      return shapeItem(block);
    case 'TOCI':
      return [{ ...block, kids: shapeEntry(block.kids) }];
    case 'Figure':
      return [shapeFigure(block)];
    case 'NonStruct':
      return shapeUnknown(block);
    default:
      return [{ ...block, kids: shapeBlocks(kids) }];
  }
}

function shapeUnknown(block: Tag): Kid[] {
  if (block.expansion !== undefined) return [tag('P', shapeInline([block]))];
  if (isWrapper(block)) return [{ ...block, type: 'P', kids: shapeInline(block.kids) }];
  const kids = shapeBlocks(block.kids);
  const [first] = kids;
  if (first?.kind === 'tag' && heading.test(first.type)) return [{ ...block, type: 'Sect', kids }];
  return block.language === undefined ? kids : [{ ...block, type: 'Div', kids }];
}

/** What can hold text as well as paragraphs. */
function shapeCell(kids: readonly Kid[]): Kid[] {
  const isText = kids.every((kid) => isRun(kid) || isWrapper(kid));
  return isText && (kids.some(isRun) || kids.length === 1)
    ? shapeInline(kids).filter(isFilled)
    : shapeBlocks(kids);
}

function shapeInline(kids: readonly Kid[]): Kid[] {
  return kids
    .flatMap((kid): Kid[] => {
      if (kid.kind !== 'tag') return [kid];
      const linked = kid.kids.some(({ kind }) => kind === 'annotation');
      const isPlain = kid.type === 'NonStruct' || kid.type === 'Div' || kid.type === 'Link';
      if (isPlain && linked) return [{ ...kid, type: 'Link', kids: shapeInline(kid.kids) }];
      if (isPlain) {
        const inner = shapeInline(kid.kids);
        const says = kid.language !== undefined || kid.expansion !== undefined || isDecorated(kid);
        return says ? [{ ...kid, type: 'Span', kids: inner }] : inner;
      }
      return inlineTypes.has(kid.type) || kid.type === 'Lbl'
        ? [{ ...kid, kids: shapeInline(kid.kids) }]
        : shapeBlock(kid);
    })
    .filter(isFilled);
}

/** A list item is a label and a body (ISO 32000-1, table 336). */
function shapeItem(kid: Kid): Kid[] {
  if (kid.kind === 'tag' && kid.type === 'Caption') return shapeBlock(kid);
  if (kid.kind === 'tag' && kid.type === 'NonStruct' && tagsIn(kid.kids).some(({ type }) => type === 'LI')) {
    return kid.kids.flatMap(shapeItem);
  }
  const item = kid.kind === 'tag' && kid.type === 'LI' ? kid : tag('LI', [kid]);
  const isPart = (type: string) => (part: Kid) => part.kind === 'tag' && part.type === type;
  const labels = item.kids.filter(isPart('Lbl'));
  const bodies = item.kids.filter(isPart('LBody'));
  const rest = item.kids.filter((part) => !labels.includes(part) && !bodies.includes(part));
  const parts = [...labels, ...bodies, ...(rest.length > 0 ? [tag('LBody', rest)] : [])];
  return [
    {
      ...item,
      kids: parts.flatMap((part) => (part.kind === 'tag' ? shapeBlock(part) : [])).filter(isFilled),
    },
  ];
}

/** An entry of the contents: a reference to the place, and the entries below it. */
function shapeEntry(kids: readonly Kid[]): Kid[] {
  const isPart = (kid: Kid) => kid.kind === 'tag' && (kid.type === 'TOC' || kid.type === 'Lbl');
  const words = shapeInline(kids.filter((kid) => !isPart(kid)));
  const parts = kids.filter(isPart).flatMap((kid) => (kid.kind === 'tag' ? shapeBlock(kid) : []));
  const labels = parts.filter((kid) => kid.kind === 'tag' && kid.type === 'Lbl');
  return [...labels, tag('Reference', words), ...parts.filter((part) => !labels.includes(part))].filter(
    isFilled,
  );
}

function shapeRows(kids: readonly Kid[]): Kid[] {
  return kids
    .flatMap((kid): Kid[] => {
      if (kid.kind !== 'tag') return [];
      return kid.type === 'NonStruct' || kid.type === 'Div' ? shapeRows(kid.kids) : shapeBlock(kid);
    })
    .filter(isFilled);
}

/** A `<figure>` around a picture or a table is a group: what it holds has the alternative. */
function shapeFigure(figure: Tag): Tag {
  if (figure.alternative !== undefined && figure.alternative.trim() !== '') {
    return { ...figure, kids: shapeInline(figure.kids) };
  }
  const holds = new Set(['Figure', 'Table', 'L', 'P']);
  const content = figure.kids.filter((kid) => !(kid.kind === 'tag' && kid.type === 'Caption'));
  if (!tagsIn(content).some(({ type }) => holds.has(type))) return figure;
  return { ...figure, type: 'Div', kids: shapeBlocks(figure.kids) };
}

/** Certainly a part of a line of text. */
function isRun(kid: Kid): boolean {
  if (kid.kind !== 'tag') return true;
  if (inlineTypes.has(kid.type) || kid.type === 'Lbl' || isDecorated(kid)) return true;
  return kid.type === 'NonStruct' && kid.kids.length > 0 && kid.kids.every(({ kind }) => kind === 'piece');
}

/** An element of no known kind that holds text only: `<sub>` as well as `<dt>`. */
function isWrapper(kid: Kid): boolean {
  return (
    kid.kind === 'tag' &&
    kid.type === 'NonStruct' &&
    kid.kids.some(isRun) &&
    kid.kids.every((inner) => isRun(inner) || isWrapper(inner))
  );
}

/** Empty cells hold a table together; other tags without content say nothing. */
function isFilled(kid: Kid): boolean {
  return kid.kind !== 'tag' || kid.kids.length > 0 || kid.type === 'TD' || kid.type === 'TH';
}
