import { PDFContext, PDFDict, PDFString, type PDFRef } from '@cantoo/pdf-lib';
import { stops, type Diagnostic, type Result } from '../../diagnostics/diagnostic.ts';
import { writeAbout } from '../../finish/about.ts';
import { renameBookmarks } from '../../finish/bookmarks.ts';
import { mendContent } from '../../finish/mend.ts';
import { dictionaryAt, named } from '../../finish/objects.ts';
import { layOver } from '../../finish/overlay.ts';
import type { Page } from '../../finish/pages.ts';
import { save } from '../../finish/save.ts';
import { sheetOf } from '../../finish/sheet.ts';
import type { ShownContent } from '../../finish/shown.ts';
import { tag, type Kid, type Tag } from '../../finish/tree.ts';
import { writeTree } from '../../finish/write-tree.ts';
import { clean } from './clean.ts';
import { PackDestinations } from './destinations.ts';
import { adoptTree, keysOf } from './foreign-tree.ts';
import { bindLinks } from './links.ts';
import { bindOutline } from './outline.ts';
import type { BoundPack, BoundPart, PackAbout, PackPage } from './part.ts';
import { bindPages, type ReadPart } from './read-part.ts';
import { readParts, type ReadParts } from './read-parts.ts';
import { unbound } from './rules.ts';
import { scopeIds } from './scope.ts';

export type { BoundPack, BoundPart, PackAbout, PackPage, PageSpan } from './part.ts';

/**
 * Binds PDFs into one: our own papers keep their tags, links, destinations and bookmarks and are finished
 * on the way as a single paper is; files from elsewhere keep what they have, without what acts by itself.
 * Every page has its number as its label, and what is to be laid over it. The same parts give the same
 * bytes. Never rejects.
 *
 * A link whose address is `https://pack.invalid/<part>` (see `addressInPack`) leads to that part.
 */
export async function bindPack(parts: readonly BoundPart[], about: PackAbout): Promise<Result<BoundPack>> {
  try {
    const context = PDFContext.create();
    const { value, diagnostics } = await readParts(context, parts, about.firstPage);
    if (!value) return { value: undefined, diagnostics };
    const bound = await bind(context, value, about);
    return { value: bound.value, diagnostics: [...diagnostics, ...bound.diagnostics] };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    const hint = 'Make the pack once more.';
    return {
      value: undefined,
      diagnostics: [unbound.at(undefined, `The pack could not be bound: ${reason}.`, hint)],
    };
  }
}

async function bind(context: PDFContext, read: ReadParts, about: PackAbout): Promise<Result<BoundPack>> {
  const { parts, tagged } = read;
  const claims = parts.every(({ part }) => part.kind === 'own');
  const stamps = await stampsFor(context, parts, about);
  const catalog = context.obj({ Type: 'Catalog' });
  context.trailerInfo.Root = context.register(catalog);
  const info = parts.find(({ part }) => part.kind === 'own')?.info;
  if (info) context.trailerInfo.Info = info;
  catalog.set(named('Pages'), bindPages(context, parts));
  const destinations = new PackDestinations(
    context,
    parts.map((part) => part.destinations),
  );
  const diagnostics = [
    ...stamps.diagnostics,
    ...bindContent(context, catalog, parts, tagged, destinations, about),
  ];
  if (stamps.value) {
    const leaves = parts.flatMap((part) => part.leaves);
    diagnostics.push(...(await layOver(context, leaves, stamps.value)));
  }
  if (stops(diagnostics)) return { value: undefined, diagnostics };
  catalog.set(named('Dests'), context.register(destinations.write()));
  catalog.set(named('Outlines'), bindOutline(context, parts, destinations));
  catalog.set(named('PageMode'), named('UseOutlines'));
  catalog.set(named('PageLabels'), context.obj(labelsFrom(about)));
  writeAbout(context, catalog, { ...about, claim: claims });
  const pages = new Map(parts.map(({ part, first, last }) => [part.id, { first, last }]));
  return { value: { pdf: save(context), pages, claims }, diagnostics };
}

/** Every page is called what is printed on it (ISO 32000-1, 12.4.2). */
function labelsFrom({ firstPage, labelPrefix = '' }: PackAbout) {
  const prefix = labelPrefix === '' ? {} : { P: PDFString.of(labelPrefix) };
  return { Nums: [0, { S: 'D', ...prefix, ...(firstPage === 1 ? {} : { St: firstPage }) }] };
}

async function stampsFor(
  context: PDFContext,
  parts: readonly ReadPart[],
  { stamps }: PackAbout,
): Promise<Result<Uint8Array>> {
  if (typeof stamps !== 'function') return { value: stamps, diagnostics: [] };
  const pages = parts.flatMap(({ part, leaves, first }) =>
    leaves.map((leaf, index): PackPage => {
      const { width, height } = sheetOf(context, context.lookup(leaf, PDFDict));
      return { number: first + index, width, height, part: part.id, foreign: part.kind === 'foreign' };
    }),
  );
  return stamps(pages);
}

/** All tags of all parts become one tree, with one tag a part. */
function bindContent(
  context: PDFContext,
  catalog: PDFDict,
  parts: readonly ReadPart[],
  tagged: ReadonlySet<ReadPart>,
  destinations: PackDestinations,
  about: PackAbout,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const kids: Kid[] = [];
  const pages: Page[] = [];
  const shownOn = new Map<number, ShownContent>();
  const adopted: { part: ReadPart; number: number; holder: Tag }[] = [];
  parts.forEach((part, index) => {
    const { language } = part.part;
    const inPart = (kind: Tag): Tag => ({
      ...kind,
      type: 'Part',
      ...(language === about.language ? {} : { language }),
    });
    if (part.part.kind === 'foreign') {
      if (!tagged.has(part)) return;
      const holder = inPart(tag('Part', []));
      kids.push(holder);
      adopted.push({ part, number: index + 1, holder });
      return;
    }
    const mended = mendOwn(context, part, destinations);
    diagnostics.push(...mended.diagnostics.map((d) => ({ ...d, report: part.part.id })));
    if (!mended.document) return;
    scopeIds(context, mended.document, index + 1);
    kids.push(inPart(mended.document));
    for (const page of mended.pages) {
      pages.push(page);
      shownOn.set(page.number, mended.shown);
    }
  });
  const cleanPart = (part: ReadPart, keys?: number) => clean(context, part, destinations, keys);
  for (const part of parts) if (part.part.kind === 'foreign' && !tagged.has(part)) cleanPart(part);
  if (kids.length === 0) return diagnostics;
  const outlines = parts
    .filter(({ part }) => part.kind === 'own')
    .map((part) => dictionaryAt(context, part.catalog, 'Outlines'));
  const shown = {
    formOf: (piece: Parameters<ShownContent['formOf']>[0]): PDFRef | undefined =>
      shownOn.get(piece.page)?.formOf(piece),
  };
  const tree = writeTree(context, catalog, tag('Document', kids), pages, shown, outlines);
  let keys = tree.parents.size() / 2;
  for (const { part, number, holder } of adopted) {
    cleanPart(part, keys);
    adoptTree(context, part, number, tree, tree.refOf(holder), keys);
    keys += keysOf(context, part);
  }
  return diagnostics;
}

function mendOwn(context: PDFContext, read: ReadPart, destinations: PackDestinations) {
  const { part, catalog, first } = read;
  if (part.headings && catalog.has(named('Outlines'))) renameBookmarks(context, catalog, part.headings);
  const broken = bindLinks(context, read, destinations);
  const mended = mendContent(context, catalog, part.language, first);
  return { ...mended, diagnostics: [...broken, ...mended.diagnostics] };
}
