import { setImmediate as turn } from 'node:timers/promises';
import type { Paper } from '../compose/paper.ts';
import { withPages } from '../compose/pages.ts';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { rule, stops } from '../diagnostics/diagnostic.ts';
import { finishBeside, loadFinishing } from '../finish/beside.ts';
import type { Attachment } from '../finish/finish.ts';
import type { HtmlDocument } from '../render/document.ts';
import { countPages } from './count.ts';
import type { Printer } from './printer.ts';

/** A paper to be printed and finished. */
export interface PaperJob {
  paper: Paper;
  document: HtmlDocument;
  /** Lays the paper out again, when page numbers have been put into it. */
  render: (paper: Paper) => Result<HtmlDocument>;
  /** Files that travel with it; made while the browser prints. */
  attachments: () => readonly Attachment[];
  /** Told when the browser is printing it, so that there is time for something else. */
  asked?: (() => void) | undefined;
  /** Told when nothing more of it is to be printed, while the PDF is still to be finished. */
  printed?: (() => void) | undefined;
}

const unsettled = rule('print/page-numbers-unsettled', 'error', 'Members would be sent to the wrong page.');

/** Printings after which page numbers must stand still. */
const mostPrintings = 3;

/**
 * Prints a paper and makes the PDF conform. One longer than its style's limit of sides gets contents with
 * page numbers: they are measured from the printed copy and it is printed again until they stand still.
 */
export async function printPaper(
  printer: Printer,
  job: PaperJob,
): Promise<Result<Uint8Array> & { pages: number }> {
  const { paper } = job;
  const date = new Date(`${paper.dated}T00:00:00Z`);
  const draft = paper.draft && (await import('../draft/behind.ts'));
  let tellAsked = (): void => undefined;
  const asked = new Promise<void>((resolve) => (tellAsked = resolve));
  const print = (document: HtmlDocument): Promise<Result<Uint8Array>> =>
    printer.print({
      id: paper.id,
      document: draft ? draft.printedDraft(document) : document,
      date,
      asked: tellAsked,
    });
  const first = print(job.document);
  // The browser's answers are heard in between, so that it never waits for what is done meanwhile.
  await turn();
  const loading = loadFinishing();
  await Promise.race([asked, first]);
  job.asked?.();
  const attachments = job.attachments();
  let printed = await first;
  let document = job.document;
  const cleared = printed.value && (await draft?.clearedSides(paper, job.render, print));
  const pages = cleared ?? (printed.value ? countPages(printed.value) : 0);
  if (printed.value && pages > paper.sides) {
    const settled = await withPageNumbers(job, print);
    printed = settled.printed;
    document = settled.document;
  }
  const behind = printed.value && (await draft?.behindDraft(document, printed.value, print));
  job.printed?.();
  if (behind && !behind.value) return { ...behind, pages };
  if (!printed.value || stops(printed.diagnostics)) return { ...printed, pages };
  await loading;
  const finished = await finishBeside(printed.value, {
    title: document.title,
    author: paper.author,
    language: document.language,
    subject: `${paper.council}, ${paper.body}`,
    headings: document.headings,
    date,
    attachments,
    claim: true,
    ...(behind?.value ? { behind: behind.value } : {}),
  });
  const about = (d: Diagnostic): Diagnostic => ({ ...d, report: paper.id });
  return {
    value: finished.value,
    diagnostics: [...printed.diagnostics, ...(behind?.diagnostics ?? []), ...finished.diagnostics.map(about)],
    pages: pages > paper.sides ? countPages(printed.value) : pages,
  };
}

async function withPageNumbers(
  { paper, render }: PaperJob,
  print: (document: HtmlDocument) => Promise<Result<Uint8Array>>,
): Promise<{ printed: Result<Uint8Array>; document: HtmlDocument }> {
  const { destinationPages } = await import('./destinations.ts');
  let pages: ReadonlyMap<string, number> = new Map();
  for (let printing = 1; ; printing++) {
    const rendered = render(withPages(paper, pages));
    const document = rendered.value;
    if (!document) throw new Error('A paper that was laid out once can be laid out again.');
    const printed = await print(document);
    if (!printed.value) return { printed, document };
    const measured = await destinationPages(printed.value);
    if (printing > 1 && same(measured, pages)) return { printed, document };
    if (printing > mostPrintings) {
      const diagnostic = unsettled.at(
        undefined,
        `The page numbers of “${paper.title}” still moved after ${String(mostPrintings)} printings.`,
        'Shorten the paper or its headings a little, so that a line no longer hangs between two pages.',
      );
      return {
        printed: {
          value: undefined,
          diagnostics: [...printed.diagnostics, { ...diagnostic, report: paper.id }],
        },
        document,
      };
    }
    pages = measured;
  }
}

function same(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([name, page]) => b.get(name) === page);
}
