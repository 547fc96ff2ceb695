import { stops, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import type { Attachment } from '../finish/finishing.ts';
import type { Printer } from '../print/printer.ts';
import type { Face } from '../render/fonts.ts';
import { bindPack, type BoundPart, type PackPage } from './binding/bind.ts';
import { stampDocument, type StampedPage } from './binding/stamps.ts';
import { settle, type Pages, type Part } from './settle.ts';

/** A part of a pack with what its bookmark says and where a diagnostic points. */
export interface PackPart {
  part: Part;
  bookmark: string;
  language: string;
  place?: BoundPart['place'];
  /** What a diagnostic calls it. */
  file?: string;
}

/** What is said of a pack as a whole, and what is laid over its pages. */
export interface PackWords {
  title: string;
  author: string;
  subject: string;
  language: string;
  date: Date;
  attachments: readonly Attachment[];
  /** The number of its first page. */
  first: number;
  /** What stands before each number: "R" in a restricted pack. */
  prefix: string;
  /** "RESTRICTED", across each page. */
  watermark?: string;
  /** At the head of each page. */
  head?: string;
  /** At the foot of pages that come from elsewhere; ours say it themselves. */
  foot: string;
  /** The fonts of the house style. */
  faces: readonly Face[];
}

/** A pack that is made, with the pages of its parts. */
export interface Assembled {
  pdf: Uint8Array;
  pages: ReadonlyMap<string, Pages>;
  /** Whether it claims PDF/UA and PDF/A. */
  claims: boolean;
}

/**
 * Prints the parts of a pack, numbers its pages and binds them into one PDF. Never rejects.
 */
export async function assemble(
  printer: Printer,
  parts: readonly PackPart[],
  words: PackWords,
): Promise<Result<Assembled>> {
  const settled = await settle(
    printer,
    parts.map(({ part }) => part),
    words.first,
  );
  const diagnostics: Diagnostic[] = [...settled.diagnostics];
  if (!settled.value) return { value: undefined, diagnostics };
  const bound = settled.value.flatMap((one): BoundPart[] => {
    const about = parts.find(({ part }) => part.name === one.name);
    if (!about) return [];
    const { bookmark, language, place, file } = about;
    return [
      {
        ...{ id: one.name, bookmark, language, pdf: one.pdf, kind: about.part.kind },
        ...(one.document ? { headings: one.document.headings } : {}),
        ...(place ? { place } : {}),
        ...(file === undefined ? {} : { name: file }),
      },
    ];
  });
  const { title, author, subject, language, date, attachments, first, prefix } = words;
  const made = await bindPack(bound, {
    ...{ title, author, subject, language, date, attachments, firstPage: first, labelPrefix: prefix },
    stamps: (pages) => stampsOf(printer, pages, words),
  });
  diagnostics.push(...made.diagnostics);
  if (!made.value || stops(diagnostics)) return { value: undefined, diagnostics };
  const { pdf, claims } = made.value;
  const pages = new Map(settled.value.map((one) => [one.name, one.pages]));
  return { value: { pdf, pages, claims }, diagnostics };
}

async function stampsOf(
  printer: Printer,
  pages: readonly PackPage[],
  { prefix, watermark, head, foot, faces, language, date }: PackWords,
): Promise<Result<Uint8Array>> {
  const stamped = pages.map(({ number, width, height, foreign }): StampedPage => ({
    ...{ width, height, footRight: `Page ${prefix}${String(number)}` },
    ...(foreign ? { footLeft: foot, ground: true } : {}),
    ...(head === undefined ? {} : { headRight: head }),
    ...(watermark === undefined ? {} : { watermark }),
  }));
  const document = stampDocument(stamped, { faces, family: 'Arimo, Arial, sans-serif', language });
  return printer.print({ id: 'pack', document, date });
}
