/**
 * Prose as an officer wrote it: Markdown without raw HTML, with calls of the closed set of helpers in
 * double braces. A class of its own, so that prose is told from plain text wherever a record goes.
 */
export class Prose {
  readonly markdown: string;

  constructor(markdown: string) {
    this.markdown = markdown;
  }

  toJSON(): string {
    return this.markdown;
  }
}
