import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** A diagnostic with the part of the paper that it is about. */
export interface Note {
  diagnostic: Diagnostic;
  /** The HTML id of that part; undefined where none is known. */
  anchor: string | undefined;
}

/** How far the PDF is: `none` before there was one, `following` while it is being made. */
export interface Pdf {
  state: 'none' | 'following' | 'ready' | 'failed';
  /** When the file that can be opened now was written. */
  at: Date | undefined;
}

/** A paper as the preview shows it. */
export interface Shown {
  report: string;
  title: string;
  /** Another one after each change of its page. */
  revision: number;
  /** The last version without errors, as the whole HTML file; undefined where there was none yet. */
  html: string | undefined;
  /** When that version came up. */
  since: Date | undefined;
  /** Whether the records say what that version says. */
  current: boolean;
  notes: readonly Note[];
  pdf: Pdf;
}

/** Everything that pages of the preview show, and who wants to know when it changes. */
export class Board {
  readonly #papers = new Map<string, Shown>();
  readonly #listeners = new Set<() => void>();
  #loose: readonly Diagnostic[] = [];
  #revision = 0;

  /** Another one after any change. */
  get revision(): number {
    return this.#revision;
  }

  /** What there is to say that belongs to no paper. */
  get loose(): readonly Diagnostic[] {
    return this.#loose;
  }

  get papers(): readonly Shown[] {
    return [...this.#papers.values()].sort((a, b) => (a.report < b.report ? -1 : 1));
  }

  paper(report: string): Shown | undefined {
    return this.#papers.get(report);
  }

  /** Shows something else of a paper; nobody is told where it is the same as before. */
  put(report: string, change: Partial<Omit<Shown, 'report' | 'revision'>>): void {
    const before = this.#papers.get(report) ?? newPaper(report);
    const after = { ...before, ...change };
    if (this.#papers.has(report) && JSON.stringify(before) === JSON.stringify(after)) return;
    this.#papers.set(report, { ...after, revision: this.#count() });
    this.#tell();
  }

  /** Shows these papers and no others, and what belongs to none of them. */
  keep(reports: readonly string[], loose: readonly Diagnostic[]): void {
    const gone = [...this.#papers.keys()].filter((report) => !reports.includes(report));
    for (const report of gone) this.#papers.delete(report);
    if (gone.length === 0 && JSON.stringify(loose) === JSON.stringify(this.#loose)) return;
    this.#loose = loose;
    this.#count();
    this.#tell();
  }

  /** @returns what ends the listening */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #count(): number {
    return ++this.#revision;
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function newPaper(report: string): Shown {
  return {
    report,
    title: report,
    revision: 0,
    html: undefined,
    since: undefined,
    current: false,
    notes: [],
    pdf: { state: 'none', at: undefined },
  };
}
