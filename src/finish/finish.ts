import { deflateSync } from 'node:zlib';
import { PDFDict, PDFParser, PDFRawStream, PDFRef, PDFString, type PDFContext } from '@cantoo/pdf-lib';
import { stops, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import { markDecoration, type Decoration } from './artifacts.ts';
import { attach, type Attachment } from './attachments.ts';
import { renameBookmarks } from './bookmarks.ts';
import { checkFonts, checkHidden, checkTree } from './check.ts';
import { srgbProfile } from './colour.ts';
import { takeHints } from './hints.ts';
import { nameBullets } from './labels.ts';
import { mendLinks } from './links.ts';
import { creator, pdfDate, xmp, type Metadata } from './metadata.ts';
import { dictionaryAt, itemsOf, named, lookup, nameOf, text, textOf } from './objects.ts';
import { readPages, type Page } from './pages.ts';
import { decorationsOf } from './reading.ts';
import { damaged, untagged } from './rules.ts';
import { save } from './save.ts';
import { shapeTree } from './shape.ts';
import { ShownContent } from './shown.ts';
import { readTree } from './tree.ts';
import { writeTree } from './write-tree.ts';

/** What is put into a printed PDF. */
export interface Finishing {
  title: string;
  author: string;
  /** BCP 47, e.g. `en-GB`. */
  language: string;
  subject?: string;
  keywords?: readonly string[];
  /** The words of the headings, in order, for the bookmarks. */
  headings?: readonly string[];
  /** The moment that the file bears, in UTC. */
  date: Date;
  /** Files that travel with the paper. With some the file is PDF/A-3a, without any it is PDF/A-2a. */
  attachments: readonly Attachment[];
  /** False: the file claims no standard and is not checked, for example because it holds foreign pages. */
  claim: boolean;
}

export type { Attachment } from './attachments.ts';

/**
 * Makes a PDF that Chromium printed one that a screen reader reads in order and that an archive can
 * keep: PDF/UA-1 (ISO 14289-1) and PDF/A-3a or 2a (ISO 19005-3 and -2) in the same file. The same
 * paper gives the same bytes, whichever browser of one version printed it and when.
 *
 * Where only the author can mend what is missing, there is no value, and the diagnostics say what to
 * do: nothing is claimed that is not so.
 */
export async function finishPdf(pdf: Uint8Array, finishing: Finishing): Promise<Result<Uint8Array>> {
  try {
    const context = await PDFParser.forBytesWithOptions(pdf, Number.POSITIVE_INFINITY, true).parseDocument();
    const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
    const diagnostics = mendContent(context, catalog, finishing.language);
    if (finishing.claim && stops(diagnostics)) return { value: undefined, diagnostics };
    describe(context, catalog, finishing);
    if (finishing.headings && catalog.has(named('Outlines')))
      renameBookmarks(context, catalog, finishing.headings);
    return { value: await save(context), diagnostics: finishing.claim ? diagnostics : [] };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    const message = `The printed PDF could not be read: ${reason}.`;
    return { value: undefined, diagnostics: [damaged.at(undefined, message, 'Print the paper once more.')] };
  }
}

function mendContent(context: PDFContext, catalog: PDFDict, language: string): Diagnostic[] {
  const leaves = pageRefs(context, catalog);
  const content = readPages(context, leaves);
  const roots = readTree(context, catalog, leaves);
  if (roots === undefined || roots.length === 0) {
    const hint = 'Print it with tags on, in a browser that can: Chrome or Edge of this year.';
    return [
      untagged.at(
        undefined,
        'The PDF has no tags at all, so a screen reader has no order to read it in.',
        hint,
      ),
    ];
  }
  const shown = new ShownContent(content.pages);
  const { decorations, lost } = decorationsOf(roots, content.pages, shown);
  const document = shapeTree(takeHints(roots, language));
  nameBullets(document, shown);
  for (const page of content.pages)
    mendPage(context, page, decorations.get(page.number) ?? new Map<number, Decoration>());
  const diagnostics = [
    ...checkTree(document, shown),
    ...checkHidden(content, lost),
    ...checkFonts(content),
    ...mendLinks(context, document, content.pages, shown),
  ];
  writeTree(context, catalog, document, content.pages, shown);
  return diagnostics;
}

/** In the order in which they are bound. */
function pageRefs(context: PDFContext, catalog: PDFDict): PDFRef[] {
  const inFolder = (object: unknown): PDFRef[] => {
    if (!(object instanceof PDFRef)) return [];
    const node = context.lookup(object, PDFDict);
    const isFolder = nameOf(context, node.get(named('Type'))) === 'Pages';
    return isFolder ? itemsOf(context, node.get(named('Kids'))).flatMap(inFolder) : [object];
  };
  return inFolder(catalog.get(named('Pages')));
}

function mendPage(context: PDFContext, page: Page, decorations: ReadonlyMap<number, Decoration>): void {
  for (const layer of page.layers) {
    const bytes = markDecoration(page, layer, decorations);
    if (bytes === layer.bytes) continue;
    const old = layer.form && context.lookup(layer.form);
    const dictionary = old instanceof PDFRawStream ? old.dict : context.obj({});
    dictionary.set(named('Filter'), named('FlateDecode'));
    const stream = PDFRawStream.of(dictionary, deflateSync(bytes));
    if (layer.form) context.assign(layer.form, stream);
    else page.node.set(named('Contents'), context.register(stream));
  }
}

/** Title and language, information dictionary, XMP, colour space and attached files. */
function describe(context: PDFContext, catalog: PDFDict, finishing: Finishing): void {
  const { title, author, language, subject, keywords = [], date, attachments, claim } = finishing;
  const printed = lookup(context, context.trailerInfo.Info);
  const producer = printed instanceof PDFDict ? textOf(context, printed.get(named('Producer'))) : undefined;
  const archive = attachments.length > 0 ? 3 : 2;
  const metadata: Metadata = {
    ...{ title, author, language, subject, keywords, date },
    producer: producer ?? creator,
    archive: claim ? archive : undefined,
  };
  const info = {
    ...{
      Title: text(title),
      Author: text(author),
      Creator: text(creator),
      Producer: text(metadata.producer),
    },
    ...(subject === undefined ? {} : { Subject: text(subject) }),
    ...(keywords.length === 0 ? {} : { Keywords: text(keywords.join(', ')) }),
    ...{ CreationDate: PDFString.of(pdfDate(date)), ModDate: PDFString.of(pdfDate(date)) },
  };
  context.trailerInfo.Info = context.register(context.obj(info));
  const set = (key: string, value: Parameters<PDFDict['set']>[1]) => catalog.set(named(key), value);
  // An archive must be able to read this without knowing PDF, so it is not packed.
  const packet = context.stream(Buffer.from(xmp(metadata), 'utf8'), { Type: 'Metadata', Subtype: 'XML' });
  set('Metadata', context.register(packet));
  set('Lang', text(language));
  const preferences = dictionaryAt(context, catalog, 'ViewerPreferences') ?? context.obj({});
  preferences.set(named('DisplayDocTitle'), context.obj(true));
  set('ViewerPreferences', preferences);
  set('OutputIntents', context.obj([outputIntent(context)]));
  attach(context, catalog, attachments, date);
}

/** Says what the colours of the file mean (ISO 19005-3, 6.2.3). */
function outputIntent(context: PDFContext): PDFRef {
  const dictionary = context.obj({ N: 3, Filter: 'FlateDecode' });
  const profile = context.register(PDFRawStream.of(dictionary, deflateSync(srgbProfile())));
  return context.register(
    context.obj({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: PDFString.of('sRGB'),
      Info: PDFString.of('sRGB IEC61966-2.1'),
      DestOutputProfile: profile,
    }),
  );
}
