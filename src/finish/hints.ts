import { PDFName } from '@cantoo/pdf-lib';
import { tag, type Kid, type Tag } from './tree.ts';

/** Takes the hints out of the tree's languages and acts on them. */
export function takeHints(kids: readonly Kid[], language: string): Kid[] {
  return kids.map((kid) => {
    if (kid.kind !== 'tag') return kid;
    const hinted = kid.language?.includes('-x-') ? /^(.*?)-x-(.*)$/.exec(kid.language) : null;
    const own = hinted?.[1] ?? kid.language;
    const isForeign = own !== undefined && own !== language && own !== 'und';
    const plain: Tag = { ...kid, kids: takeHints(kid.kids, isForeign ? own : language) };
    if (isForeign) plain.language = own;
    else if (plain.language !== undefined) delete plain.language;
    return hinted ? acted(plain, hinted[2]) : plain;
  });
}

function acted(plain: Tag, words = ''): Tag {
  const [name = '', ...more] = words.split('-');
  switch (name) {
    case 'abbr':
      return { ...plain, expansion: Buffer.from(more.join(''), 'hex').toString('utf8') };
    case 'note':
      return { ...plain, type: 'Note' };
    case 'toc':
      return { ...plain, kids: plain.kids.map(contentsOf) };
    case 'ins':
      return decorated(plain, 'Underline');
    case 'del':
      return decorated(plain, 'LineThrough');
    case 'dl':
      return { ...plain, type: 'L', kids: definitions(plain.kids) };
    case 'dt':
      return { ...plain, type: 'Lbl' };
    case 'dd':
      return { ...plain, type: 'LBody' };
    default:
      return plain;
  }
}

/** Words with a line under or through them (ISO 32000-1, 14.8.5.4.5): what was put in or taken out. */
function decorated(plain: Tag, line: 'Underline' | 'LineThrough'): Tag {
  const layout = new Map([
    ...(plain.attributes.get('Layout') ?? []),
    ['TextDecorationType', PDFName.of(line)] as const,
  ]);
  return { ...plain, attributes: new Map([...plain.attributes, ['Layout', layout]]) };
}

/** Whether a line under or through the words says that they were put in or taken out. */
export function isDecorated({ attributes }: Tag): boolean {
  return attributes.get('Layout')?.has('TextDecorationType') ?? false;
}

/** A term with what follows it up to the next term is one item (ISO 32000-1, table 336). */
function definitions(kids: readonly Kid[]): Kid[] {
  const items: Tag[] = [];
  // Terms and definitions can be wrapped in pairs.
  const parts = kids.flatMap((kid) => (kid.kind === 'tag' && kid.type === 'NonStruct' ? kid.kids : [kid]));
  for (const part of parts) {
    const last = items.at(-1);
    const startsItem = part.kind === 'tag' && part.type === 'Lbl';
    if (last && !(startsItem && last.kids.some((kid) => kid.kind === 'tag' && kid.type === 'LBody')))
      last.kids.push(part);
    else items.push(tag('LI', [part]));
  }
  return items;
}

/** A list of contents (ISO 32000-1, table 333) out of lists of links. */
function contentsOf(kid: Kid): Kid {
  if (kid.kind !== 'tag') return kid;
  const kids = kid.kids.map(contentsOf);
  if (kid.type === 'L') return { ...kid, type: 'TOC', attributes: new Map(), kids };
  return kid.type === 'LI' ? { ...kid, type: 'TOCI', kids } : { ...kid, kids };
}
