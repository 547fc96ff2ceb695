import { PDFDict, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { decorationOf } from './artifacts.ts';
import { groupBy } from '../group.ts';
import { bytesOf, dictionaryAt, itemsOf, lookup, named, nameOf, textOf } from './objects.ts';
import { pageRefs, readPages, type Page } from './pages.ts';
import { readPdf } from './read.ts';
import { ShownContent } from './shown.ts';
import { speak } from './speak.ts';
import { readTree } from './tree.ts';
import { wordsOf } from './words.ts';

/** A file that travels inside a PDF. */
export interface Attached {
  name: string;
  mediaType: string;
  description: string;
  relationship: string;
  bytes: Uint8Array;
}

/** What is in a PDF apart from how it looks. */
export interface Description {
  pages: number;
  title: string;
  author: string;
  language: string;
  /** As in the XMP: `PDF/UA-1`, `PDF/A-3a`. */
  claims: string[];
  /** What a screen reader says, tag by tag, set in by level. */
  reading: string[];
  /** Bookmarks, set in by level. */
  outline: string[];
  /** Words that are printed and not read: running headers and footers, by page. */
  unread: string[];
  attachments: Attached[];
}

/**
 * Reads a PDF back as somebody hears it who does not see it.
 * @throws Error where the file is damaged
 */
export async function describePdf(pdf: Uint8Array): Promise<Description> {
  const context = await readPdf(pdf);
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  const leaves = pageRefs(context, catalog);
  const { pages } = readPages(context, leaves);
  const shown = new ShownContent(pages);
  const info = lookup(context, context.trailerInfo.Info);
  const infoText = (key: string) => (info instanceof PDFDict && textOf(context, info.get(named(key)))) || '';
  return {
    pages: pages.length,
    title: infoText('Title'),
    author: infoText('Author'),
    language: textOf(context, catalog.get(named('Lang'))) ?? '',
    claims: claimsOf(context, catalog),
    reading: speak(context, readTree(context, catalog, leaves) ?? [], shown),
    outline: outlineOf(context, dictionaryAt(context, catalog, 'Outlines'), ''),
    unread: pages.flatMap(unreadWords),
    attachments: attachmentsOf(context, catalog),
  };
}

/** The description as lines of text, for a person to read and for a test to keep. */
export function toText(description: Description): string {
  const { title, author, language, pages, claims, reading, outline, unread, attachments } = description;
  const part = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `${name}:`, ...lines.map((line) => `  ${line}`)];
  const files = attachments.map(
    ({ name, mediaType, relationship, description: words }) =>
      `${name} (${mediaType}, ${relationship}): ${words}`,
  );
  return [
    `Title: ${title}`,
    `Author: ${author}`,
    `Language: ${language}`,
    `Pages: ${pages}`,
    `Claims: ${claims.length === 0 ? 'nothing' : claims.join(', ')}`,
    ...part('Read aloud', reading),
    ...part('Bookmarks', outline),
    ...part('Printed and not read', unread),
    ...part('Attached', files),
    '',
  ].join('\n');
}

function claimsOf(context: PDFContext, catalog: PDFDict): string[] {
  const packet = Buffer.from(bytesOf(context, catalog.get(named('Metadata'))) ?? []).toString('utf8');
  const value = (name: string) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(packet)?.[1];
  const [accessible, part, level] = ['pdfuaid:part', 'pdfaid:part', 'pdfaid:conformance'].map(value);
  return [
    ...(accessible === undefined ? [] : [`PDF/UA-${accessible}`]),
    ...(part === undefined ? [] : [`PDF/A-${part}${(level ?? '').toLowerCase()}`]),
  ];
}

function outlineOf(context: PDFContext, parent: PDFDict | undefined, indent: string): string[] {
  const lines: string[] = [];
  const seen = new Set<PDFDict>();
  let item = parent && dictionaryAt(context, parent, 'First');
  for (; item && !seen.has(item); item = dictionaryAt(context, item, 'Next')) {
    seen.add(item);
    lines.push(
      indent + (textOf(context, item.get(named('Title'))) ?? ''),
      ...outlineOf(context, item, `${indent}  `),
    );
  }
  return lines;
}

function unreadWords({ number, layers, area }: Page): string[] {
  const unread = layers
    .flatMap(({ drawings }) => drawings)
    .filter(({ belongs, text }) => typeof belongs !== 'number' && text.trim() !== '');
  const kinds = groupBy(unread, (drawing) => decorationOf(drawing, area));
  return [...kinds].map(([kind, drawings]) => `page ${number}, ${kind}: ${wordsOf(drawings).trim()}`);
}

function attachmentsOf(context: PDFContext, catalog: PDFDict): Attached[] {
  const tree = dictionaryAt(context, dictionaryAt(context, catalog, 'Names'), 'EmbeddedFiles');
  return namesIn(context, tree).flatMap((object) => {
    const file = lookup(context, object);
    if (!(file instanceof PDFDict)) return [];
    const stream = dictionaryAt(context, file, 'EF')?.get(named('F'));
    const bytes = bytesOf(context, stream);
    const holder = lookup(context, stream);
    if (bytes === undefined || !(holder instanceof PDFStream)) return [];
    return [
      {
        name: textOf(context, file.get(named('UF'))) ?? textOf(context, file.get(named('F'))) ?? '',
        mediaType: nameOf(context, holder.dict.get(named('Subtype'))) ?? '',
        description: textOf(context, file.get(named('Desc'))) ?? '',
        relationship: nameOf(context, file.get(named('AFRelationship'))) ?? '',
        bytes,
      },
    ];
  });
}

/** The values of a name tree (ISO 32000-1, 7.9.6). */
function namesIn(context: PDFContext, node: PDFDict | undefined): PDFObject[] {
  if (node === undefined) return [];
  const own = itemsOf(context, node.get(named('Names'))).filter((_, index) => index % 2 === 1);
  const below = itemsOf(context, node.get(named('Kids'))).flatMap((kid) => {
    const found = lookup(context, kid);
    return found instanceof PDFDict ? namesIn(context, found) : [];
  });
  return [...own, ...below];
}
