import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import type { HtmlDocument } from '../render/document.ts';
import type { World } from '../world.ts';
import { finish } from './finish.ts';
import type { Browser, BrowserDetails } from './launch.ts';
import { KeptPage, type Printed, type Style } from './page.ts';
import { Pool } from './pool.ts';
import { blocked, browserDied, failed, missingCharacter, noText, timeout } from './rules.ts';
import { startBrowser } from './start.ts';
import { findText } from './text.ts';

/** One paper to print. */
export interface PrintJob {
  /** The report's identifier; diagnostics carry it. */
  id: string;
  document: HtmlDocument;
  /** Put in the PDF's dates, UTC. */
  date: Date;
}

/** Prints papers, several at a time. Disposing of it ends the browser and every job that still waits. */
export interface Printer extends AsyncDisposable {
  /** The PDF, tagged, bookmarked and the same bytes for the same job. Never rejects. */
  print(job: PrintJob): Promise<Result<Uint8Array>>;
  /** Loads a style's head and fonts while its first paper is still being composed. Optional, and never fails. */
  prepare(style: Style): void;
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
  #preparing: Promise<unknown> = Promise.resolve();

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

  prepare(style: Style): void {
    const work = (page: KeptPage) => withinLimit(page, page.prepare(style), this.#timeLimit);
    // What goes wrong here goes wrong again when a paper is printed, and is told then.
    this.#preparing = this.#pool.lend(KeptPage.key(style), work).catch(() => undefined);
  }

  async print(job: PrintJob): Promise<Result<Uint8Array>> {
    await this.#preparing;
    const first = await this.#attempt(job);
    const result = first.again && !this.#closing.signal.aborted ? await this.#attempt(job) : first;
    return { value: result.value, diagnostics: result.diagnostics };
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
      return {
        value: undefined,
        diagnostics: [failed.at(undefined, `The browser could not be started: ${words(error)}.`)],
      };
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
        return withinLimit(page, page.print(job.document), this.#timeLimit);
      });
      const { value, diagnostics } = examined(job, printed);
      return { value, diagnostics: [...(await this.#current).diagnostics, ...diagnostics], again: false };
    } catch (error) {
      const diagnostics = this.#explain(job, error, used);
      return {
        value: undefined,
        diagnostics,
        again: !(error instanceof NoBrowser || error instanceof TimeIsUp),
      };
    }
  }

  #explain(job: PrintJob, error: unknown, used: Browser | undefined): Diagnostic[] {
    if (this.#closing.signal.aborted) {
      return [
        about(job, failed.at(undefined, `Printing ${job.id} was stopped.`, 'Start it again to get the PDF.')),
      ];
    }
    if (error instanceof NoBrowser) return error.diagnostics;
    if (error instanceof TimeIsUp) {
      const message = `Printing ${job.id} took longer than ${error.seconds} seconds.`;
      const hint =
        'Try once more. If it happens again, look for a very long table or a very large picture in this paper.';
      return [about(job, timeout.at(undefined, message, hint))];
    }
    if (error instanceof PageCrashed || used?.alive === false) {
      const message = `The browser ended twice while it printed ${job.id}.`;
      const hint =
        'Close other programs to free memory and try again. “scrutineer doctor” checks the browser.';
      return [about(job, browserDied.at(undefined, message, hint))];
    }
    const message = `${job.id} could not be printed: ${words(error)}.`;
    return [
      about(job, failed.at(undefined, message, 'Try once more. “scrutineer doctor” checks the browser.')),
    ];
  }
}

class NoBrowser extends Error {
  readonly diagnostics: Diagnostic[];
  constructor(diagnostics: Diagnostic[]) {
    super('no browser');
    this.diagnostics = diagnostics;
  }
}

class PageCrashed extends Error {}

class TimeIsUp extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super('time is up');
    this.seconds = seconds;
  }
}

async function withinLimit<T>(page: KeptPage, work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const trouble = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeIsUp(limit / 1000)), limit);
    void page.crashed.then(() => reject(new PageCrashed()));
  });
  try {
    return await Promise.race([work, trouble]);
  } finally {
    clearTimeout(timer);
  }
}

/** The bytes as they go out, with what a reader would miss in them. */
function examined(job: PrintJob, { pdf, refused }: Printed): Result<Uint8Array> {
  const diagnostics = refused.map((address) =>
    about(
      job,
      blocked.at(
        undefined,
        `${job.id} asks for ${address}, which is not fetched.`,
        'Put the file into the project, or take it out of the style.',
      ),
    ),
  );
  const { glyphs, missing } = findText(pdf);
  if (glyphs === 0) {
    const hint =
      'Check that the paper has text and that its style names a font; “scrutineer doctor” checks the browser.';
    return {
      value: undefined,
      diagnostics: [
        ...diagnostics,
        about(job, noText.at(undefined, `The PDF of ${job.id} has no text.`, hint)),
      ],
    };
  }
  if (missing > 0) {
    const message = `${missing} ${missing === 1 ? 'character' : 'characters'} of ${job.id} could not be drawn in any font.`;
    diagnostics.push(
      about(
        job,
        missingCharacter.at(
          undefined,
          message,
          'Look for empty boxes in the PDF, and use another character or add a font to the style.',
        ),
      ),
    );
  }
  return { value: finish(pdf, job.date), diagnostics };
}

function about(job: PrintJob, diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, report: job.id };
}

function words(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? error.name) : String(error);
}
