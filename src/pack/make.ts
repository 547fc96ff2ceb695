import { join } from 'node:path';
import { agendaPaper } from '../agenda/agenda-paper.ts';
import type { Agenda } from '../agenda/agenda.ts';
import { agendaKind } from '../agenda/facts.ts';
import type { ItemOptions, PagesByItem } from '../agenda/item-facts.ts';
import type { Paper } from '../compose/paper.ts';
import { stops, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import type { DocumentStyles } from '../documents.ts';
import type { Attachment } from '../finish/finishing.ts';
import type { Project } from '../pipeline.ts';
import type { Printer } from '../print/printer.ts';
import { longDate } from '../records/dates.ts';
import { loadLayout } from '../render/layout.ts';
import type { Renderer } from '../render/render.ts';
import { toYaml } from '../travel/record.ts';
import { assemble, type Assembled, type PackPart } from './assemble.ts';
import { addressInPack } from './binding/links.ts';
import { filesFolder, type PackPaper } from './collect.ts';
import { forPack, ownPart } from './own-part.ts';
import type { Known, Pages, Part } from './settle.ts';

/** What every pack of a meeting is made with. */
export interface Desk {
  project: Project;
  agenda: Agenda;
  documents: DocumentStyles;
  printer: Printer;
  /** The council's house style, in which the front is set. */
  style: string;
}

/** One pack to be made. */
export interface Wanted {
  kind: 'public' | 'restricted' | 'supplement';
  /** "Public pack", as it is called in the file's title. */
  called: string;
  papers: readonly PackPaper[];
  /** The number of its first page. */
  first: number;
  /** Whether one of its reports is not cleared. */
  draft: boolean;
  /** Makes the front: the agenda or the cover of a supplement. */
  front: (pages: PagesByItem, options: ItemOptions) => Result<{ paper: Paper; render: Renderer['render'] }>;
}

/** The name of the front among the parts of a pack. */
export const frontName = 'agenda';

/** Makes one pack as a PDF. */
export async function makePack(desk: Desk, wanted: Wanted): Promise<Result<Assembled>> {
  const { agenda, project, printer, style } = desk;
  const diagnostics: Diagnostic[] = [];
  const first = wanted.front(new Map(), {});
  diagnostics.push(...first.diagnostics);
  const { layout } = loadLayout(project.world, style);
  if (!first.value || !layout || stops(diagnostics)) return { value: undefined, diagnostics };
  const { paper } = first.value;
  const named = new Set(wanted.papers.map(({ name }) => name));
  const parts: PackPart[] = [
    {
      part: frontPart(wanted, paper, named),
      bookmark: paper.title,
      language: paper.language,
    },
    ...wanted.papers.map((one) => partOf(one, paper.language)),
  ];
  const restricted = wanted.kind === 'restricted';
  const day = agenda.meeting.value.date;
  const made = await assemble(printer, parts, {
    title: [wanted.called, agenda.body.name, ...(day === 'unknown' ? [] : [longDate(day)])].join(' – '),
    author: agenda.council.value.name,
    subject: `${agenda.council.value.name}, ${agenda.body.name}`,
    language: paper.language,
    date: new Date(`${paper.dated}T00:00:00Z`),
    attachments: wanted.papers.flatMap((one) => (restricted ? [] : attachmentOf(one))),
    first: wanted.first,
    prefix: restricted ? 'R' : '',
    ...(restricted ? { watermark: 'RESTRICTED', head: 'Not for publication' } : {}),
    ...(wanted.draft && !restricted ? { watermark: 'DRAFT' } : {}),
    foot: [agenda.council.value.name, agenda.body.name, ...(day === 'unknown' ? [] : [longDate(day)])].join(
      ' · ',
    ),
    faces: layout.faces,
  });
  diagnostics.push(...made.diagnostics);
  return { value: stops(diagnostics) ? undefined : made.value, diagnostics };
}

/** The front names the pages of the papers behind it, and leads to them. */
function frontPart({ front }: Wanted, { dated }: Paper, named: ReadonlySet<string>): Part {
  return {
    name: frontName,
    kind: 'own',
    date: new Date(`${dated}T00:00:00Z`),
    layOut: ({ parts }: Known) => {
      const made = front(itemPages(parts, named), {
        href: (item) => {
          const name = [item.id, `${item.id}-1`].find((one) => named.has(one));
          return name === undefined ? undefined : addressInPack(name);
        },
      });
      if (!made.value) return { value: undefined, diagnostics: made.diagnostics };
      return forPack(made.value.render(made.value.paper));
    },
  };
}

/** Before anything is printed pages have numbers too, so that the front is about as long as it will be. */
function itemPages(known: ReadonlyMap<string, Pages>, named: ReadonlySet<string>): PagesByItem {
  return new Map([...named].map((name) => [name, known.get(name) ?? { first: 100, last: 110 }]));
}

function partOf(one: PackPaper, language: string): PackPart {
  const { name, bookmark, place } = one;
  if (one.kind === 'own')
    return {
      ...{ bookmark, place, language: one.paper.language },
      part: ownPart(name, one.paper, one.ready.render),
    };
  const { file, pdf, foreign } = one;
  return {
    ...{ bookmark, place, language: foreign.language ?? language, file: `${filesFolder}/${file}` },
    part: { name, kind: 'foreign', pdf, count: foreign.pages.length },
  };
}

/** The data travels with the papers: what each report was made from, as the public may have it. */
function attachmentOf(one: PackPaper): Attachment[] {
  if (one.kind === 'foreign') return [];
  return [
    {
      name: `${one.name}.yaml`,
      mediaType: 'application/yaml',
      description: `The record that the paper on ${one.bookmark} was made from`,
      relationship: 'Source',
      bytes: new TextEncoder().encode(toYaml(one.ready.record)),
    },
  ];
}

/** The front of a public or restricted pack: the agenda. */
export function agendaFront(
  { agenda, project, documents, style }: Desk,
  part: 'public' | 'restricted',
): Wanted['front'] {
  return (pages, options) => {
    const loaded = documents.of(agendaKind, style);
    if (!loaded.style || !loaded.renderer) return { value: undefined, diagnostics: loaded.diagnostics };
    const { value: paper, diagnostics } = agendaPaper(agenda, project.records, loaded.style, {
      ...options,
      part,
      pages,
      asPublished: part === 'public',
    });
    const { render } = loaded.renderer;
    return {
      value: paper && { paper, render },
      diagnostics: [...loaded.diagnostics, ...diagnostics],
    };
  };
}

/** Where the files of a meeting are written. */
export function packFolder(out: string, meeting: string): string {
  return join(out, meeting);
}
