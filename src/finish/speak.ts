import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFContext } from '@cantoo/pdf-lib';
import { dictionaryAt, named, textOf } from './objects.ts';
import type { ShownContent } from './shown.ts';
import { inlineTypes, type Kid, type Tag } from './tree.ts';

/** The tags as a screen reader comes by them, a line a tag: `H1: Annual review`, `TH (Column): Indicator`. */
export function speak(context: PDFContext, tags: readonly Tag[], shown: ShownContent): string[] {
  return tags.flatMap((tag) => new Speaker(context, shown).lines(tag, ''));
}

class Speaker {
  readonly #context: PDFContext;
  readonly #shown: ShownContent;

  constructor(context: PDFContext, shown: ShownContent) {
    this.#context = context;
    this.#shown = shown;
  }

  lines(tag: Tag, indent: string): string[] {
    const opening = `${indent}${this.#name(tag)}`;
    const isLine =
      tag.kids.every((kid) => kid.kind !== 'tag' || inlineTypes.has(kid.type)) || tag.actual !== undefined;
    const said = isLine ? this.#words(tag) : '';
    if (isLine) return [said === '' ? opening : `${opening}: ${said}`];
    const below = `${indent}  `;
    const lines = [opening];
    let words = '';
    const endLine = () => {
      if (words.trim() !== '') lines.push(below + tidy(words));
      words = '';
    };
    for (const kid of tag.kids) {
      if (kid.kind !== 'tag' || inlineTypes.has(kid.type)) {
        words += this.#inLine(kid);
      } else {
        endLine();
        lines.push(...this.lines(kid, below));
      }
    }
    endLine();
    return lines;
  }

  #name(tag: Tag): string {
    const said = [...this.#attributes(tag)];
    if (tag.language !== undefined) said.push(`language ${tag.language}`);
    if (tag.expansion !== undefined) said.push(`short for “${tag.expansion}”`);
    if (tag.alternative !== undefined) said.push(`alternative “${tag.alternative}”`);
    for (const kid of tag.kids) if (kid.kind === 'annotation') said.push(this.#link(kid.ref));
    const unique = [...new Set(said)];
    return unique.length === 0 ? tag.type : `${tag.type} (${unique.join(', ')})`;
  }

  *#attributes(tag: Tag): Generator<string> {
    const table = tag.attributes.get('Table');
    const scope = table?.get('Scope');
    if (scope instanceof PDFName) yield scope.decodeText();
    for (const [key, words] of [
      ['ColSpan', 'columns'],
      ['RowSpan', 'rows'],
    ] as const) {
      const span = table?.get(key);
      if (span instanceof PDFNumber) yield `${span.asNumber()} ${words}`;
    }
    const numbering = tag.attributes.get('List')?.get('ListNumbering');
    if (numbering instanceof PDFName) yield numbering.decodeText();
  }

  /** What the link is called, and where it leads. */
  #link(ref: Parameters<PDFContext['lookup']>[0]): string {
    const annotation = this.#context.lookup(ref);
    if (!(annotation instanceof PDFDict)) return 'nowhere';
    const address = textOf(this.#context, dictionaryAt(this.#context, annotation, 'A')?.get(named('URI')));
    const place = this.#context.lookup(annotation.get(named('Dest')));
    const inside =
      place instanceof PDFName ? `#${place.decodeText()}` : place instanceof PDFArray ? 'a page' : 'nowhere';
    const alternative = textOf(this.#context, annotation.get(named('Contents')));
    return `to ${address ?? inside}${alternative === undefined ? ', without words' : ` as “${alternative}”`}`;
  }

  #words(tag: Tag): string {
    return tidy(tag.actual ?? tag.kids.map((kid) => this.#inLine(kid)).join(''));
  }

  #inLine(kid: Kid): string {
    if (kid.kind === 'annotation') return '';
    if (kid.kind === 'piece') return this.#shown.textOf([kid]);
    return `{${this.#name(kid)}: ${this.#words(kid)}}`;
  }
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
