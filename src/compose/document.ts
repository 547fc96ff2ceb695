import { join } from 'node:path';
import type { z } from 'zod';
import type { Diagnostic, Place, Result } from '../diagnostics/diagnostic.ts';
import type { Council } from '../records/council.ts';
import type { Entry } from '../records/load.ts';
import type { Prose } from '../records/prose.ts';
import type { World } from '../world.ts';
import { expandAbbreviations } from './abbreviations.ts';
import { accentOf } from './accent.ts';
import { typeset, type Flow } from './markdown.ts';
import { numberSections } from './number.ts';
import { proseOrigins } from './origins.ts';
import { DocumentOutline } from './outline.ts';
import { readOutline } from './read-outline.ts';
import { figuresOf, tablesOf } from './pages.ts';
import type { Paper } from './paper.ts';
import { readProse } from './prose.ts';
import { openReference, resolveReferences } from './refer.ts';
import { RunIns } from './run-in.ts';
import { sameNames } from './same-names.ts';
import { buildSections } from './tree.ts';
import { wordingFor } from './wording.ts';

/**
 * Documents that are no reports: an agenda, the cover of a supplement, minutes, a decision sheet. Their standard wording
 * stands in the house style as that of a report does, in an outline of their own over facts of their own. Numbering,
 * references, layout, printing and tags are a report's.
 *
 * To add a kind of document:
 * 1. write its facts as a zod schema (`src/agenda/facts.ts` is an example) and a function that makes them from records;
 * 2. name the kind: `{ name: 'minutes', facts: MinutesFacts }`;
 * 3. write `templates/shared/minutes.yaml`, an outline over these facts; a house style that words it differently has its
 *    own `minutes.yaml`;
 * 4. make the paper with {@link composeDocument}, in a style from `DocumentStyles` (src/documents.ts), which checks the
 *    outline against the facts and lays the paper out;
 * 5. add the kind to those in test/docs.test.ts, so that its names are listed in docs/wording.md.
 */
export interface DocumentKind<F> {
  /** The name of its outline's file, without `.yaml`; papers bear it as {@link Paper.document}. */
  name: string;
  /** What its wordings may name. */
  facts: z.ZodType<F>;
}

/** The outline of a kind of document in a house style, with the file it stands in. `id` is the style's name. */
export type DocumentStyle = Entry<DocumentOutline>;

/** What a document is made from, beside its style. */
export interface DocumentContent<F> {
  id: string;
  facts: F;
  council: Council;
  /** The body's full name. */
  body: string;
  /** In the British long form; absent where it is not known. */
  date?: string | undefined;
  author: string;
  /** The day that its PDF bears, YYYY-MM-DD. */
  dated: string;
  /** The records whose prose it may show. */
  records: readonly Entry<unknown>[];
  /** The words that mark a restricted document. */
  restricted?: string | undefined;
}

/** Reads the outline of a kind of document: the style's own, else the one that all styles share. */
export function loadDocumentOutline(
  world: World,
  { name }: Pick<DocumentKind<unknown>, 'name'>,
  style: string,
): { style?: DocumentStyle; diagnostics: Diagnostic[]; text?: { file: string; text: string } } {
  const own = world.files.size(join(world.templates, style, `${name}.yaml`)) !== undefined;
  const folder = own ? style : 'shared';
  const path = join(world.templates, folder, `${name}.yaml`);
  const file = `templates/${folder}/${name}.yaml`;
  return readOutline(world, { style, path, file }, 'document', DocumentOutline);
}

/** Makes the Paper of one document in one house style. */
export function composeDocument<F extends Readonly<Record<string, unknown>>>(
  { name }: DocumentKind<F>,
  style: DocumentStyle,
  content: DocumentContent<F>,
): Result<Paper> {
  const diagnostics: Diagnostic[] = [];
  const outline = style.value;
  const { facts, council } = content;
  const origins = proseOrigins(content.records);
  const read = new Map<Prose, Flow[]>();
  const flowOf = (prose: Prose): Flow[] => {
    const known = read.get(prose);
    if (known) return known;
    // There is no review that it could quote.
    const made = readProse(prose, new Map(), origins);
    diagnostics.push(...made.diagnostics);
    read.set(prose, made.flow);
    return made.flow;
  };
  const runIns = new RunIns(origins);
  const wording = wordingFor(flowOf, openReference, (prose) => runIns.tell(prose));
  const { sections: built } = buildSections(outline, facts, wording);
  diagnostics.push(...sameNames(built, style.source.file));
  const resolved = resolveReferences(numberSections(built, outline.numbering), new Map<string, Place>());
  diagnostics.push(...resolved.diagnostics, ...runIns.findings.map(({ diagnostic }) => diagnostic));
  const { sections } = resolved;
  return {
    value: {
      id: content.id,
      document: name,
      style: style.id,
      language: outline.language,
      title: wording.text(outline.title, facts),
      shortTitle: wording.text(outline.short_title, facts),
      council: typeset(council.name),
      body: typeset(content.body),
      ...(content.date === undefined ? {} : { date: content.date }),
      author: typeset(content.author),
      reportOf: wording.text(outline.report_of, facts),
      accent: accentOf(council),
      contents: sections.map(({ anchor, heading }) => ({ anchor, text: heading })),
      tables: tablesOf(sections),
      figures: figuresOf(sections),
      paged: false,
      sides: outline.sides,
      dated: content.dated,
      ...(content.restricted === undefined ? {} : { restricted: content.restricted }),
      sections: expandAbbreviations(sections, new Map(Object.entries(council.abbreviations ?? {}))),
    },
    diagnostics,
  };
}
