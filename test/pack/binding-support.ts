import { PDFDocument, StandardFonts, degrees } from '@cantoo/pdf-lib';
import { bindPack, type BoundPart, type PackAbout } from '../../src/pack/binding/bind.ts';
import type { BoundPack, PackPage } from '../../src/pack/binding/part.ts';
import { stampDocument } from '../../src/pack/binding/stamps.ts';
import type { Diagnostic, Result } from '../../src/diagnostics/diagnostic.ts';
import type { Printer } from '../../src/print/printer.ts';
import { loadLayout } from '../../src/render/layout.ts';
import { date, worldWith } from '../print/support.ts';

export const about: PackAbout = {
  title: 'Agenda and reports',
  author: 'Committee Services',
  language: 'en-GB',
  subject: 'Cabinet, 1 December 2003',
  date: new Date('2003-12-01T10:00:00Z'),
  attachments: [],
  firstPage: 1,
};

/** One of our own. Its margins are empty, since a pack's stamps have the page numbers. */
export const noMargins = '@page { @bottom-right { content: none } }';

export function own(
  id: string,
  bookmark: string,
  pdf: Uint8Array,
  change: Partial<BoundPart> = {},
): BoundPart {
  return { id, bookmark, pdf, language: 'en-GB', kind: 'own', ...change };
}

export function foreign(
  id: string,
  bookmark: string,
  pdf: Uint8Array,
  change: Partial<BoundPart> = {},
): BoundPart {
  return { ...own(id, bookmark, pdf), kind: 'foreign', name: `${id}.pdf`, ...change };
}

/** Prints “Page n” for every page, as the clerk's desk does. */
export function stamper(
  printer: Printer,
  watermark?: string,
): (pages: readonly PackPage[]) => Promise<Result<Uint8Array>> {
  const { layout } = loadLayout(worldWith(), 'modern');
  return (pages) => {
    const document = stampDocument(
      pages.map(({ number, width, height, foreign: ground }) => ({
        ...{ width, height, ground, footRight: `Page ${number}`, footLeft: 'Cabinet · 1 December 2003' },
        ...(watermark === undefined ? {} : { watermark, headRight: 'Not for publication' }),
      })),
      { faces: layout?.faces ?? [], family: 'Arimo, sans-serif', language: 'en-GB' },
    );
    return printer.print({ id: 'stamps', document, date });
  };
}

/** The pack; fails the test with what was said where there is none. */
export async function bound(
  parts: readonly BoundPart[],
  change: Partial<PackAbout> = {},
): Promise<BoundPack & { diagnostics: Diagnostic[] }> {
  const { value, diagnostics } = await bindPack(parts, { ...about, ...change });
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { ...value, diagnostics };
}

/** What was said, as `rule: message`. */
export function said(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

/** Pages from another program: upright, landscape, turned, and one filled with colour to the edge. */
export async function fromElsewhere(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.setTitle('Inspection report');
  for (const [index, [width, height, turn]] of (
    [
      [612, 792, 0],
      [842, 595, 0],
      [595, 842, 90],
      [595, 842, 270],
      [1191, 842, 0],
    ] as const
  ).entries()) {
    const page = document.addPage([width, height]);
    page.setRotation(degrees(turn));
    if (index === 1) page.drawRectangle({ x: 0, y: 0, width, height });
    page.drawText(`Elsewhere ${index + 1}`, { x: 72, y: 400, font, size: 18 });
  }
  return document.save({ useObjectStreams: true });
}
