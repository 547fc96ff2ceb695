import { basename } from 'node:path';
import { inOrder, type Diagnostic, type Result } from './diagnostics/diagnostic.ts';
import { leaksIn } from './exempt/guard.ts';
import { programName } from './editions/program.ts';
import { once } from './once.ts';
import type { Made, Ready } from './pipeline.ts';
import type { Printer } from './print/printer.ts';
import { toHtml } from './render/document.ts';
import { sha256, type Manifest } from './travel/manifest.ts';
import { version } from './version.ts';

/** The files of one report, by path: HTML and PDF. */
export type Outputs = Map<string, Uint8Array>;

/** A report's files, and what is known once they are made. */
export interface MadeFiles {
  files: Outputs;
  /** How it was printed; absent where it was not. */
  printed?: { browser: string; sides: number };
}

/** Who wants to know how far a report's printing is. */
export interface Told {
  /** The browser is printing it, so that there is time for something else. */
  asked?: () => void;
  /** The printer is not needed any more for this report. */
  printed?: (() => void) | undefined;
}

/**
 * Makes a report's files from its paper.
 * @param base path and name of the files, without their ending
 * @param printer prints the PDF; without one there is only HTML
 * @param html whether the HTML is wanted
 * @param told is told of the printing; where nothing is printed, of nothing
 * @returns no value where the paper or any of its files could not be made: half a report is none
 */
export async function outputsOf(
  made: Made,
  base: string,
  printer: Printer | undefined,
  html: boolean,
  told: Told = {},
): Promise<Result<MadeFiles>> {
  const { ready } = made;
  if (!ready) return { value: undefined, diagnostics: [] };
  const inHtml = once(() => new TextEncoder().encode(toHtml(ready.html)));
  if (!printer) return checkedFiles(ready, { files: new Map(html ? [[`${base}.html`, inHtml()]] : []) }, []);
  // Printing is loaded only where something is printed.
  const { printPaper } = await import('./print/paper.ts');
  const { value, diagnostics, pages } = await printPaper(printer, {
    paper: ready.paper,
    document: ready.html,
    render: ready.render,
    printed: told.printed,
    asked: () => {
      if (html) inHtml();
      told.asked?.();
    },
    attachments: () => [
      {
        name: `${ready.paper.id}.yaml`,
        mediaType: 'application/yaml',
        description: 'The record that this paper was made from',
        relationship: 'Source',
        bytes: ready.recordFile(),
      },
    ],
  });
  const browser = (await printer.browser).value?.version;
  if (!value || browser === undefined) return { value: undefined, diagnostics };
  const files: Outputs = new Map(html ? [[`${base}.html`, inHtml()]] : []);
  files.set(`${base}.pdf`, value);
  return checkedFiles(ready, { files, printed: { browser, sides: pages } }, diagnostics);
}

/** Files that nothing exempt was found in: none of them is put in place where it was. */
async function checkedFiles(
  ready: Ready,
  made: MadeFiles,
  diagnostics: Diagnostic[],
): Promise<Result<MadeFiles>> {
  const leaks = await leaksIn(ready, made.files);
  return { value: leaks.length > 0 ? undefined : made, diagnostics: [...diagnostics, ...leaks] };
}

/** SHA-256 of all that reaches a paper's files: where it is the same, so are they. */
export function contentOf({ paper, html, layout }: Ready): string {
  return sha256(JSON.stringify([toHtml(html), html.headings, paper, layout]));
}

/**
 * The manifest that says what files were made from.
 * @param found what there was to say of the paper
 */
export function manifestOf(
  made: Made,
  ready: Ready,
  { files, printed }: MadeFiles,
  found: readonly Diagnostic[],
): Manifest {
  const outputs = [...files].map(
    ([path, bytes]) => [basename(path), { sha256: sha256(bytes), bytes: bytes.length }] as const,
  );
  return {
    scrutineer: version,
    program: programName(),
    report: made.report,
    style: made.style,
    ...(made.draft ? { draft: made.draft.lacking } : {}),
    ...printed,
    content: contentOf(ready),
    ...countOf(found),
    inputs: ready.inputs,
    outputs: Object.fromEntries(outputs),
  };
}

/** How many warnings and suggestions there are, each counted once. */
export function countOf(found: readonly Diagnostic[]): { warnings: number; suggestions: number } {
  const once = inOrder(found);
  return {
    warnings: once.filter((d) => d.severity === 'warning').length,
    suggestions: once.filter((d) => d.severity === 'suggestion').length,
  };
}
