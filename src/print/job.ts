import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { HtmlDocument } from '../render/document.ts';

/** One paper to print. */
export interface PrintJob {
  /** The report's identifier; diagnostics carry it. */
  id: string;
  document: HtmlDocument;
  /** Put in the PDF's dates, UTC. */
  date: Date;
  /** Told when the browser has all it needs, or will get no more: whatever is done before that makes it wait. */
  asked?: (() => void) | undefined;
}

/** A diagnostic that concerns this paper and not the others of a run. */
export function about(job: PrintJob, diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, report: job.id };
}
