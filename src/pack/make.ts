import type { PagesByItem } from '../agenda/item-facts.ts';
import type { Paper } from '../compose/paper.ts';
import { stops, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import type { Attachment } from '../finish/finishing.ts';
import { longDate } from '../records/dates.ts';
import { loadLayout } from '../render/layout.ts';
import { assemble, type Assembled, type PackPart } from './assemble.ts';
import { addressInPack } from './binding/links.ts';
import { filesFolder, type PackPaper } from './collect.ts';
import type { Desk, Sheet } from './desk.ts';
import { forPack, ownPart } from './own-part.ts';
import type { Known, Pages, Part } from './settle.ts';
import { restrictedPrefix, sheetOfOthers } from './sheets.ts';

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
  /** The agenda, or the cover of a supplement. */
  front: Sheet;
}

/** The name of the front among the parts of a pack. */
const frontName = 'agenda';

/** Makes one pack as a PDF. */
export async function makePack(desk: Desk, wanted: Wanted): Promise<Result<Assembled>> {
  const { agenda, project, printer, style } = desk;
  const diagnostics: Diagnostic[] = [];
  const first = wanted.front(new Map(), () => undefined);
  diagnostics.push(...first.diagnostics);
  const { layout } = loadLayout(project.world, style);
  if (!first.value || !layout || stops(diagnostics)) return { value: undefined, diagnostics };
  const { paper } = first.value;
  const restricted = wanted.kind === 'restricted';
  const prefix = restricted ? restrictedPrefix : '';
  const named = new Set(wanted.papers.map(({ name }) => name));
  const parts: PackPart[] = [
    {
      part: sheetPart(frontName, wanted.front, paper, named),
      bookmark: paper.title,
      language: paper.language,
    },
    ...othersPart(desk, wanted.papers, named),
    ...wanted.papers.map((one) => partOf(one, paper.language, prefix)),
  ];
  const day = agenda.meeting.value.date;
  const made = await assemble(printer, parts, {
    title: `${wanted.called}: ${[agenda.body.name, ...(day === 'unknown' ? [] : [longDate(day)])].join(', ')} – ${agenda.council.value.name}`,
    author: agenda.council.value.name,
    subject: `${agenda.council.value.name}, ${agenda.body.name}`,
    language: paper.language,
    date: new Date(`${paper.dated}T00:00:00Z`),
    attachments: wanted.papers.flatMap((one) => (restricted ? [] : attachmentOf(one))),
    first: wanted.first,
    prefix,
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

/** What names the papers of others. */
function othersPart(desk: Desk, papers: readonly PackPaper[], named: ReadonlySet<string>): PackPart[] {
  const sheet = sheetOfOthers(desk, papers);
  const paper = sheet?.(new Map(), () => undefined).value?.paper;
  if (!sheet || !paper) return [];
  const { title: bookmark, language } = paper;
  return [{ part: sheetPart('papers-from-elsewhere', sheet, paper, named), bookmark, language }];
}

/** A sheet in front names the pages of the papers behind it, and leads to them. */
function sheetPart(name: string, sheet: Sheet, { dated }: Paper, named: ReadonlySet<string>): Part {
  return {
    name,
    kind: 'own',
    date: new Date(`${dated}T00:00:00Z`),
    layOut: ({ parts }: Known) => {
      const made = sheet(itemPages(parts, named), (item) => {
        const found = [item.id, `${item.id}-1`].find((one) => named.has(one));
        return found === undefined ? undefined : addressInPack(found);
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

function partOf(one: PackPaper, language: string, prefix: string): PackPart {
  const { name, bookmark, place } = one;
  if (one.kind === 'own')
    return {
      ...{ bookmark, place, language: one.paper.language },
      part: ownPart(name, one.paper, one.render, prefix),
    };
  const { file, pdf, foreign } = one;
  return {
    ...{ bookmark, place, language: foreign.language ?? language, file: `${filesFolder}/${file}` },
    part: { name, kind: 'foreign', pdf, count: foreign.pages.length },
  };
}

/** The data travels with the papers: what each report was made from, as the public may have it. */
function attachmentOf(one: PackPaper): Attachment[] {
  if (one.kind === 'foreign' || !one.report) return [];
  return [
    {
      name: `${one.name}.yaml`,
      mediaType: 'application/yaml',
      description: `The record that the paper on ${one.bookmark} was made from`,
      relationship: 'Source',
      bytes: one.report.ready.recordFile(),
    },
  ];
}
