import type { Paper } from '../compose/paper.ts';
import { stops, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import type { Printer } from '../print/printer.ts';
import { checkLayout } from '../render/check-layout.ts';
import { preparePictures } from '../render/charts/prepare.ts';
import { toHtml } from '../render/document.ts';
import { loadLayout } from '../render/layout.ts';
import { rendererFor, type Renderer } from '../render/render.ts';
import type { World } from '../world.ts';
import type { Comparison } from './compare.ts';
import { markedPaper } from './marked.ts';
import { sheetPaper, shownChanges } from './sheet.ts';

/** A document as its two files. No record travels with it: the PDF is PDF/UA-1 and PDF/A-2a. */
export interface DocumentFiles {
  html: Uint8Array;
  pdf: Uint8Array;
}

/** Makes the change sheet: as many changes as go on one page. */
export async function sheetFiles(
  world: World,
  printer: Printer,
  comparison: Comparison,
): Promise<Result<DocumentFiles>> {
  const { renderer, diagnostics } = rendererOf(world, comparison.style.id);
  if (!renderer) return { value: undefined, diagnostics };
  const { countPages } = await import('../print/count.ts');
  const pagesWith = async (most: number): Promise<number | undefined> => {
    const paper = sheetPaper(comparison, most);
    const document = renderer.render(paper).value;
    const date = new Date(`${paper.dated}T00:00:00Z`);
    const printed = document && (await printer.print({ id: paper.id, document, date })).value;
    return printed && countPages(printed);
  };
  // The most that fit: halving the room between what fits and what does not.
  let fits = 0;
  let tooMany = shownChanges(comparison).length + 1;
  for (let most = tooMany - 1; most > fits; most = Math.floor((fits + tooMany) / 2)) {
    const pages = await pagesWith(most);
    // What cannot be printed at all is told when it is printed below.
    if (pages === undefined || pages === 1) fits = most;
    else tooMany = most;
  }
  return filesOf(printer, sheetPaper(comparison, fits), renderer, diagnostics);
}

/** Makes the marked copy of the paper. */
export async function markedFiles(
  world: World,
  printer: Printer,
  comparison: Comparison,
): Promise<Result<DocumentFiles>> {
  const { renderer, diagnostics } = rendererOf(world, comparison.style.id);
  if (!renderer) return { value: undefined, diagnostics };
  const paper = markedPaper(comparison);
  await preparePictures(paper);
  return filesOf(printer, paper, renderer, diagnostics);
}

function rendererOf(world: World, style: string): { renderer?: Renderer; diagnostics: Diagnostic[] } {
  const { layout, diagnostics } = loadLayout(world, style);
  const found = [...diagnostics, ...(layout ? checkLayout(layout) : [])];
  return layout && !stops(found)
    ? { renderer: rendererFor(layout), diagnostics: found }
    : { diagnostics: found };
}

async function filesOf(
  printer: Printer,
  paper: Paper,
  { render }: Renderer,
  before: readonly Diagnostic[],
): Promise<Result<DocumentFiles>> {
  const rendered = render(paper);
  const found = [...before, ...rendered.diagnostics];
  if (!rendered.value || stops(found)) return { value: undefined, diagnostics: found };
  const { printPaper } = await import('../print/paper.ts');
  const printed = await printPaper(printer, {
    paper,
    document: rendered.value,
    render,
    attachments: () => [],
  });
  found.push(...printed.diagnostics);
  if (!printed.value || stops(found)) return { value: undefined, diagnostics: found };
  const html = new TextEncoder().encode(toHtml(rendered.value));
  return { value: { html, pdf: printed.value }, diagnostics: found };
}
