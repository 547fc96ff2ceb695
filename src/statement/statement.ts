import { figuresOf, tablesOf } from '../compose/pages.ts';
import type { Paper } from '../compose/paper.ts';
import { stops, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import type { Printer } from '../print/printer.ts';
import { longDate } from '../records/dates.ts';
import { checkLayout } from '../render/check-layout.ts';
import { toHtml } from '../render/document.ts';
import { loadLayout } from '../render/layout.ts';
import { rendererFor } from '../render/render.ts';
import type { World } from '../world.ts';
import type { AccessibilityRecord } from './record.ts';
import { sectionsOf } from './wording.ts';

/** The name of the statement's files, without their ending. */
export const statementName = 'accessibility-statement';

/** The house style that the statement is laid out in. */
const style = 'modern';
/** A blue that white words stand out from by more than 8 to 1; the statement is no council's own. */
const accent = '#1f4e79';

/** The statement as a Paper, from the record of tests alone. */
export function statementPaper(record: AccessibilityRecord): Paper {
  const sections = sectionsOf(record);
  return {
    id: statementName,
    ...{ style, accent, language: 'en-GB' },
    title: 'Accessibility statement',
    shortTitle: 'Accessibility statement',
    council: `Scrutineer ${record.scrutineer}`,
    body: 'Council papers',
    date: longDate(record.date),
    author: 'Scrutineer',
    reportOf: 'On council papers made with Scrutineer',
    contents: sections.map(({ anchor, heading }) => ({ anchor, text: heading })),
    tables: tablesOf(sections),
    figures: figuresOf(sections),
    paged: false,
    sides: 5,
    dated: record.date,
    sections,
  };
}

/**
 * The statement's HTML and PDF, by file ending. No record travels with it: the PDF is PDF/UA-1 and PDF/A-2a.
 * @returns no value where the layout is broken or the PDF could not be made
 */
export async function statementFiles(
  world: World,
  printer: Printer,
  record: AccessibilityRecord,
): Promise<Result<{ html: Uint8Array; pdf: Uint8Array }>> {
  const { layout, diagnostics } = loadLayout(world, style);
  const found: Diagnostic[] = [...diagnostics, ...(layout ? checkLayout(layout) : [])];
  if (!layout || stops(found)) return { value: undefined, diagnostics: found };
  const { render } = rendererFor(layout);
  const paper = statementPaper(record);
  const rendered = render(paper);
  found.push(...rendered.diagnostics);
  if (!rendered.value || stops(found)) return { value: undefined, diagnostics: found };
  const { printPaper } = await import('../print/paper.ts');
  const job = { paper, document: rendered.value, render, attachments: () => [] };
  const printed = await printPaper(printer, job);
  found.push(...printed.diagnostics);
  if (!printed.value || stops(found)) return { value: undefined, diagnostics: found };
  const html = new TextEncoder().encode(toHtml(rendered.value));
  return { value: { html, pdf: printed.value }, diagnostics: found };
}
