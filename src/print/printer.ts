import type { Result } from '../diagnostics/diagnostic.ts';
import type { HtmlDocument } from '../render/document.ts';
import type { World } from '../world.ts';
import type { PrintJob } from './job.ts';
import type { Browser, BrowserDetails } from './launch.ts';
import { KeptPage, TimeIsUp, withinLimit } from './page.ts';
import { Pool } from './pool.ts';
import { proofread } from './proofread.ts';
import { failed } from './rules.ts';
import { startBrowser } from './start.ts';
import { explain, inWords, NoBrowser } from './trouble.ts';

export type { PrintJob } from './job.ts';

/** Prints papers, several at a time. Disposing of it ends the browser and every job that still waits. */
export interface Printer extends AsyncDisposable {
  /** The PDF, tagged, bookmarked and the same bytes for the same job. Never rejects. */
  print(job: PrintJob): Promise<Result<Uint8Array>>;
  /**
   * Has a page loaded with what papers of a style share, fonts above all, before the first of them is there.
   * What goes wrong with that is found when a paper is printed.
   * @param blank a paper of the style without its words
   */
  prepare(blank: HtmlDocument): void;
  /** The browser in use now, or why there is none. */
  readonly browser: Promise<Result<BrowserDetails>>;
}

export interface PrinterOptions {
  /** Print with this browser and no other. */
  browserPath?: string | undefined;
  /** Pages printed at a time; more than two did not pay on two cores. */
  pages?: number | undefined;
  /** Milliseconds after which one job is given up. */
  timeLimit?: number | undefined;
  /** Jobs after which a browser is replaced, since a browser's memory only grows. */
  jobsPerBrowser?: number | undefined;
}

/**
 * Opens a printer. The browser starts at once and in the background, so that it is ready by the time
 * the first paper is: open the printer before reading the records.
 */
export function openPrinter(world: World, options: PrinterOptions = {}): Printer {
  return new BrowserPrinter(world, options);
}

class BrowserPrinter implements Printer {
  readonly #world: World;
  readonly #options: PrinterOptions;
  readonly #pool: Pool;
  readonly #timeLimit: number;
  readonly #closing = new AbortController();
  readonly #started = new Set<Browser>();
  #current: Promise<Result<Browser>>;
  #prepared: Promise<void> | undefined;

  constructor(world: World, options: PrinterOptions) {
    this.#world = world;
    this.#options = options;
    this.#timeLimit = options.timeLimit ?? 60_000;
    this.#pool = new Pool(() => this.#browser(), options.pages ?? 2, options.jobsPerBrowser ?? 500);
    this.#current = this.#start();
  }

  get browser(): Promise<Result<BrowserDetails>> {
    return this.#current.then(({ value, diagnostics }) => ({ value: value?.details, diagnostics }));
  }

  prepare(blank: HtmlDocument): void {
    this.#prepared ??= this.#pool
      .lend(KeptPage.key(blank), (page) => withinLimit(page, page.prepare(blank), this.#timeLimit))
      .catch(() => undefined);
  }

  async print(job: PrintJob): Promise<Result<Uint8Array>> {
    try {
      await this.#prepared;
      const first = await this.#attempt(job);
      const result = first.again && !this.#closing.signal.aborted ? await this.#attempt(job) : first;
      return { value: result.value, diagnostics: result.diagnostics };
    } finally {
      job.asked?.();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await this.#current;
    await Promise.all([...this.#started].map((browser) => browser.close()));
  }

  async #start(): Promise<Result<Browser>> {
    try {
      const started = await startBrowser(this.#world, this.#options.browserPath, this.#closing.signal);
      if (started.value) this.#started.add(started.value);
      return started;
    } catch (error) {
      const message = `The browser could not be started: ${inWords(error)}.`;
      const hint = 'Try once more. `npx scrutineer doctor` checks the browser.';
      return { value: undefined, diagnostics: [failed.at(undefined, message, hint)] };
    }
  }

  /** The browser to open new pages in. A start that failed stays failed: the machine will not change meanwhile. */
  async #browser(): Promise<Browser> {
    for (;;) {
      const asked = this.#current;
      const { value, diagnostics } = await asked;
      if (value === undefined) throw new NoBrowser(diagnostics);
      if (value.alive && !value.retired) return value;
      if (this.#closing.signal.aborted) throw new NoBrowser([]);
      // Another job may have asked for a new one while this one waited.
      if (asked === this.#current) this.#current = this.#start();
    }
  }

  async #attempt(job: PrintJob): Promise<Result<Uint8Array> & { again: boolean }> {
    let used: Browser | undefined;
    try {
      const printed = await this.#pool.lend(KeptPage.key(job.document), (page, browser) => {
        used = browser;
        return withinLimit(page, page.print(job.document, job.asked), this.#timeLimit);
      });
      const { value, diagnostics } = proofread(job, printed);
      return { value, diagnostics: [...(await this.#current).diagnostics, ...diagnostics], again: false };
    } catch (error) {
      const again = !(error instanceof NoBrowser || error instanceof TimeIsUp);
      const found = { stopped: this.#closing.signal.aborted, died: used?.alive === false };
      return { value: undefined, diagnostics: explain(job, error, found), again };
    }
  }
}
