import { tag, type Kid, type Tag } from './tree.ts';

/**
 * A function in the language of web pages, to be called in a page before it is printed. Chromium writes
 * a tag for most elements and keeps next to nothing of what they are: of a note, a definition list, a
 * contents list or an abbreviation there is no trace in the PDF. But it keeps every language, so what
 * gets lost is put into the private part of a language (RFC 5646, 2.2.7), as in `en-GB-x-note`, and
 * taken out of it again by {@link takeHints}. On the paper nothing changes.
 */
export const giveHints = `(() => {
  const hint = (element, words) => {
    const around = element.closest('[lang]');
    element.lang = (around ? around.lang : 'und').replace(/-x-.*/, '') + '-x-' + words;
  };
  const all = (selector) => document.body.querySelectorAll(selector);
  // An element in a line is left out with its language unless it could be chosen with the keyboard.
  for (const element of all('[lang]:not([tabindex])')) element.tabIndex = -1;
  for (const element of all('abbr[title]')) {
    const bytes = [...new TextEncoder().encode(element.title)].map((byte) => byte.toString(16).padStart(2, '0'));
    hint(element, 'abbr-' + bytes.join('').replace(/.{8}(?=.)/g, '$&-'));
  }
  for (const element of all('[role=doc-footnote], [role=doc-endnote], [role=note]')) hint(element, 'note');
  for (const element of all('[role=doc-toc]')) hint(element, 'toc');
  for (const name of ['dl', 'dt', 'dd']) for (const element of all(name)) hint(element, name);
})`;

/** Takes the hints out of the tree's languages and acts on them. */
export function takeHints(kids: readonly Kid[], language: string): Kid[] {
  return kids.map((kid) => {
    if (kid.kind !== 'tag') return kid;
    const [, own = kid.language, words] = /^(.*?)-x-(.*)$/.exec(kid.language ?? '') ?? [];
    const isForeign = own !== undefined && own !== language && own !== 'und';
    const plain: Tag = { ...kid, kids: takeHints(kid.kids, isForeign ? own : language) };
    if (isForeign) plain.language = own;
    else delete plain.language;
    return acted(plain, words);
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
