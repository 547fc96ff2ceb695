import { basename } from 'node:path';
import type { Result } from './diagnostics/diagnostic.ts';
import type { Made } from './pipeline.ts';
import type { Printer } from './print/printer.ts';
import { toHtml } from './render/document.ts';
import { manifestFile, sha256 } from './travel/manifest.ts';
import { toYaml } from './travel/record.ts';
import { version } from './version.ts';

/** The files of one report, by path: HTML, PDF and the manifest that says what they were made from. */
export type Outputs = Map<string, Uint8Array>;

/**
 * Makes a report's files from its paper.
 * @param base path and name of the files, without their ending
 * @param printer prints the PDF; without one there is only HTML
 * @param html whether the HTML is wanted
 * @param printedAll told when the printer is not needed any more for this report
 * @returns no value where the paper or any of its files could not be made: half a report is none
 */
export async function outputsOf(
  made: Made,
  base: string,
  printer: Printer | undefined,
  html: boolean,
  printedAll?: () => void,
): Promise<Result<Outputs>> {
  const { ready } = made;
  if (!ready) return { value: undefined, diagnostics: [] };
  const files: Outputs = new Map();
  if (html) files.set(`${base}.html`, new TextEncoder().encode(toHtml(ready.html)));
  const diagnostics = [];
  let browser: string | undefined;
  if (printer) {
    // Printing is loaded only where something is printed.
    const { printPaper } = await import('./print/paper.ts');
    const printed = await printPaper(printer, {
      paper: ready.paper,
      document: ready.html,
      render: ready.render,
      printed: printedAll,
      attachments: () => [
        {
          name: `${ready.paper.id}.yaml`,
          mediaType: 'application/yaml',
          description: 'The record that this paper was made from',
          relationship: 'Source',
          bytes: new TextEncoder().encode(toYaml(ready.record)),
        },
      ],
    });
    diagnostics.push(...printed.diagnostics);
    if (printed.value) diagnostics.push(...ready.ofSides(printed.pages));
    if (!printed.value) return { value: undefined, diagnostics };
    files.set(`${base}.pdf`, printed.value);
    browser = (await printer.browser).value?.version;
  }
  const outputs = Object.fromEntries(
    [...files].map(([path, bytes]) => [basename(path), { sha256: sha256(bytes), bytes: bytes.length }]),
  );
  files.set(
    `${base}.manifest.json`,
    manifestFile({
      scrutineer: version,
      report: made.report,
      style: made.style,
      ...(browser === undefined ? {} : { browser }),
      inputs: ready.inputs,
      outputs,
    }),
  );
  return { value: files, diagnostics };
}
