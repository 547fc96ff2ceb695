import type { z } from 'zod';
import { checkOutline } from './compose/check-outline.ts';
import { loadDocumentOutline, type DocumentKind, type DocumentStyle } from './compose/document.ts';
import type { Paper } from './compose/paper.ts';
import { useKeptWordings } from './compose/wording.ts';
import { stops, type Diagnostic, type Result } from './diagnostics/diagnostic.ts';
import type { Printer } from './print/printer.ts';
import { checkLayout } from './render/check-layout.ts';
import { toHtml, type HtmlDocument } from './render/document.ts';
import { loadLayout } from './render/layout.ts';
import { rendererFor, type Renderer } from './render/render.ts';
import { sha256 } from './travel/manifest.ts';
import type { World } from './world.ts';

/** A kind of document in a house style, ready to be filled in and laid out. */
export interface LoadedDocument {
  /** Absent where its outline cannot be used. */
  style?: DocumentStyle;
  /** Absent where the layout cannot be used. */
  renderer?: Renderer;
  diagnostics: Diagnostic[];
}

interface LoadedLayout {
  renderer?: Renderer;
  diagnostics: Diagnostic[];
}

/** The outlines and layouts of documents that are no reports, each read and checked once in a run. */
export class DocumentStyles {
  readonly #world: World;
  readonly #layouts = new Map<string, LoadedLayout>();
  readonly #documents = new Map<string, LoadedDocument>();
  /** Text of files read so far, for code frames. */
  readonly texts = new Map<string, string>();

  constructor(world: World) {
    this.#world = world;
  }

  /** A kind of document in a house style. */
  of<F>(kind: DocumentKind<F>, style: string): LoadedDocument {
    const name = `${style}/${kind.name}`;
    const known = this.#documents.get(name);
    if (known) return known;
    const layout = this.#layout(style, kind.name);
    const read = loadDocumentOutline(this.#world, kind, style);
    if (read.text) this.texts.set(read.text.file, read.text.text);
    const diagnostics = [...layout.diagnostics, ...read.diagnostics];
    if (read.style) {
      diagnostics.push(...this.#check(read.style, kind.facts));
      if (this.#world.kept) useKeptWordings(this.#world.kept, read.style.value);
    }
    const loaded: LoadedDocument = {
      ...(read.style && !stops(diagnostics) ? { style: read.style } : {}),
      ...(layout.renderer ? { renderer: layout.renderer } : {}),
      diagnostics,
    };
    this.#documents.set(name, loaded);
    return loaded;
  }

  /** What was in order is so until the outline, or Scrutineer's own code, changes. */
  #check(style: DocumentStyle, facts: z.ZodType): Diagnostic[] {
    const { found } = this.#world;
    const inOrder = sha256(JSON.stringify([import.meta.url, style.source.file, style.source.text]));
    if (found.has(inOrder)) return [];
    const wrong = checkOutline(style, facts);
    if (wrong.length === 0) found.add(inOrder);
    return wrong;
  }

  #layout(style: string, document: string): LoadedLayout {
    const name = `${style}/${document}`;
    const known = this.#layouts.get(name);
    if (known) return known;
    const { found, kept } = this.#world;
    const { layout, diagnostics } = loadLayout(this.#world, style, document);
    const loaded: LoadedLayout = { diagnostics };
    if (layout) {
      for (const t of [layout.page, layout.pageCss, ...layout.partials.values()])
        this.texts.set(t.file, t.source);
      const inOrder = sha256(
        JSON.stringify([import.meta.url, { ...layout, partials: [...layout.partials] }]),
      );
      const wrong = found.has(inOrder) ? [] : checkLayout(layout);
      diagnostics.push(...wrong);
      if (!stops(wrong)) loaded.renderer = rendererFor(layout, kept);
      if (wrong.length === 0) found.add(inOrder);
    }
    this.#layouts.set(name, loaded);
    return loaded;
  }
}

/** A document that is fit to be printed. */
export interface DocumentReady {
  paper: Paper;
  html: HtmlDocument;
  render: Renderer['render'];
}

/** Lays out a document's paper; no value where anything stands against printing it. */
export function layOut({ renderer }: LoadedDocument, paper: Paper): Result<DocumentReady> {
  if (!renderer) return { value: undefined, diagnostics: [] };
  const { value: html, diagnostics } = renderer.render(paper);
  return {
    value: html && !stops(diagnostics) ? { paper, html, render: renderer.render } : undefined,
    diagnostics,
  };
}

/** A document's HTML file. */
export function htmlFile({ html }: DocumentReady): Uint8Array {
  return new TextEncoder().encode(toHtml(html));
}

/** Prints a document: PDF/UA-1 and PDF/A-2a, as no record travels with it. */
export async function printDocument(
  printer: Printer,
  { paper, html, render }: DocumentReady,
): Promise<Result<Uint8Array> & { pages: number }> {
  const { printPaper } = await import('./print/paper.ts');
  return printPaper(printer, { paper, document: html, render, attachments: () => [] });
}
