import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { about, type PrintJob } from './job.ts';
import { PageCrashed, TimeIsUp } from './page.ts';
import { browserDied, failed, timeout } from './rules.ts';

/** There is no browser to print with; carries what to tell, which concerns all papers alike. */
export class NoBrowser extends Error {
  readonly diagnostics: Diagnostic[];

  constructor(diagnostics: Diagnostic[]) {
    super('there is no browser');
    this.diagnostics = diagnostics;
  }
}

/** What is known about a print beside the error it ended with. */
export interface Circumstances {
  /** Whether our own side was closing. */
  stopped: boolean;
  /** Whether the browser's process has ended. */
  died: boolean;
}

/** Tells people why a paper was not printed. */
export function explain(job: PrintJob, error: unknown, { stopped, died }: Circumstances): Diagnostic[] {
  if (stopped) {
    const message = `Printing ${job.id} was stopped.`;
    return [about(job, failed.at(undefined, message, 'Start it again to get the PDF.'))];
  }
  if (error instanceof NoBrowser) return error.diagnostics;
  if (error instanceof TimeIsUp) {
    const message = `Printing ${job.id} took longer than ${error.seconds} seconds.`;
    return [about(job, timeout.at(undefined, message, tooMuch))];
  }
  if (died || error instanceof PageCrashed) {
    const message = `The browser ended twice while it printed ${job.id}.`;
    return [
      about(job, browserDied.at(undefined, message, `Close other programs to free memory. ${onceMore}`)),
    ];
  }
  return [about(job, failed.at(undefined, `${job.id} could not be printed: ${inWords(error)}.`, onceMore))];
}

const onceMore = 'Try once more. `npx scrutineer doctor` checks the browser.';
const tooMuch =
  'Try once more. If it happens again, look for a very long table or a very large picture in this paper.';

/** The first line of an error: what follows is for programmers. */
export function inWords(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? error.name) : String(error);
}
