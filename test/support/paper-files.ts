import type { Paper } from '../../src/compose/paper.ts';
import type { Attachment } from '../../src/finish/finish.ts';
import { printPaper } from '../../src/print/paper.ts';
import type { Printer } from '../../src/print/printer.ts';
import { preparePictures } from '../../src/render/charts/prepare.ts';
import { toHtml } from '../../src/render/document.ts';
import { loadLayout, type TemplateFile } from '../../src/render/layout.ts';
import { rendererFor } from '../../src/render/render.ts';
import { quietWorld } from './project.ts';

/**
 * The files of a Paper that no record stands behind.
 * @param partials templates that take the place of the style's own
 * @returns the HTML; the PDF where it could be made, and what was said of it
 */
export async function filesOf(
  paper: Paper,
  printer?: Printer,
  partials: Readonly<Record<string, string>> = {},
): Promise<{ html: string; pdf?: Uint8Array; said: string[] }> {
  const { layout } = loadLayout(quietWorld, paper.style);
  if (!layout) throw new Error(`there is no layout ${paper.style}`);
  const changed = Object.entries(partials).map(([name, source]): [string, TemplateFile] => [
    name,
    { file: `${name}.hbs`, source },
  ]);
  await preparePictures(paper);
  const { render } = rendererFor({ ...layout, partials: new Map([...layout.partials, ...changed]) });
  const { value: document, diagnostics } = render(paper);
  if (!document) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const html = toHtml(document);
  if (!printer) return { html, said: [] };
  const record: Attachment = {
    name: 'record.yaml',
    mediaType: 'application/yaml',
    description: 'What the paper was made from',
    relationship: 'Source',
    bytes: Buffer.from('a: 1\n'),
  };
  const printed = await printPaper(printer, { paper, document, render, attachments: () => [record] });
  const said = printed.diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
  return { html, said, ...(printed.value ? { pdf: printed.value } : {}) };
}
