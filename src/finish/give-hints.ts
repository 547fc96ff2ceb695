/**
 * A function in the language of web pages, to be called in a page before it is printed. Chromium writes
 * a tag for most elements and keeps next to nothing of what they are: of a note, a definition list, a
 * contents list or an abbreviation there is no trace in the PDF. But it keeps every language, so what
 * gets lost is put into the private part of a language (RFC 5646, 2.2.7), as in `en-GB-x-note`, and
 * taken out of it again in `hints.ts`. On the paper nothing changes.
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
  for (const name of ['ins', 'del'])
    for (const element of all(name)) {
      element.tabIndex = -1;
      hint(element, name);
    }
  for (const name of ['dl', 'dt', 'dd']) for (const element of all(name)) hint(element, name);
})`;
