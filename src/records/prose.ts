import type { Exempt } from './exempt.ts';

/**
 * Prose as an officer wrote it: Markdown without raw HTML, with calls of the closed set of helpers in
 * double braces. A class of its own, so that prose is told from plain text wherever a record goes.
 */
export class Prose {
  readonly markdown: string;
  /** Why it is kept from the public, where it is. */
  declare readonly exempt?: Exempt;

  constructor(markdown: string, exempt?: Exempt) {
    this.markdown = markdown;
    if (exempt) this.exempt = exempt;
  }

  /** Whether it is exempt and its words are not here: a copy for the public. */
  get withheld(): boolean {
    return this.exempt !== undefined && this.markdown === '';
  }

  /** The same without its words, as the public may have it. */
  withoutWords(): Prose {
    return this.exempt ? new Prose('', this.exempt) : this;
  }

  toJSON(): unknown {
    if (!this.exempt) return this.markdown;
    return { ...this.exempt.toJSON(), ...(this.withheld ? {} : { text: this.markdown }) };
  }
}
