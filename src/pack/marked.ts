import type { DocumentReady } from '../documents.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import type { Printer } from '../print/printer.ts';
import { loadLayout } from '../render/layout.ts';
import type { World } from '../world.ts';
import { assemble } from './assemble.ts';
import { forPack } from './own-part.ts';
import { restrictedPrefix } from './sheets.ts';

/** Prints a restricted document on its own, marked as it is in the restricted pack: head, watermark, and R before page numbers. */
export async function printMarked(
  world: World,
  printer: Printer,
  { paper, html, render }: DocumentReady,
): Promise<Result<Uint8Array>> {
  const { layout, diagnostics } = loadLayout(world, paper.style);
  if (!layout) return { value: undefined, diagnostics };
  const date = new Date(`${paper.dated}T00:00:00Z`);
  const part = { name: paper.id, kind: 'own' as const, date, layOut: () => forPack(render(paper)) };
  const made = await assemble(printer, [{ part, bookmark: paper.title, language: paper.language }], {
    ...{ title: html.title, author: paper.author, subject: `${paper.council}, ${paper.body}` },
    ...{ language: paper.language, date, attachments: [], first: 1, prefix: restrictedPrefix },
    ...{ watermark: 'RESTRICTED', head: 'Not for publication', foot: '', faces: layout.faces },
  });
  return { value: made.value?.pdf, diagnostics: made.diagnostics };
}
