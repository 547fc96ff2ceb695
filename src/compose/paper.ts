import * as z from 'zod';
import { Chart } from './chart.ts';
import { Inline } from './inline.ts';

/**
 * The Paper: the document as a plain tree between data and layout. Everything that a reader sees, in
 * HTML or PDF, comes from it. Numbers and references in it are final; every block has an identity (`id`)
 * made of names rather than positions, so that it survives an edit elsewhere.
 */

/** One step of a scale, and how the council stands to it. */
const Step = z.object({
  word: z.string(),
  judged: z.boolean(),
  lastYear: z.boolean(),
  /** What stands under the step, in words: "judged", "last year"; absent for the others. */
  mark: z.string().optional(),
});

/** A cell is text, or a judgement's whole scale with the council's step marked in words. */
export const Cell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), content: z.array(Inline), align: z.enum(['start', 'end']) }),
  z.object({ kind: z.literal('scale'), steps: z.array(Step) }),
]);
export type Cell = z.infer<typeof Cell>;

const Table = z.object({
  kind: z.literal('table'),
  id: z.string(),
  anchor: z.string(),
  /** "Table 1"; tables are counted through the paper. */
  label: z.string(),
  caption: z.array(Inline),
  /** Whether it is short enough to stand whole on one page. */
  short: z.boolean(),
  columns: z.array(z.object({ heading: z.string(), align: z.enum(['start', 'end']) })),
  rows: z.array(z.object({ id: z.string(), head: z.array(Inline), cells: z.array(Cell) })),
});
export type Table = z.infer<typeof Table>;

/** A picture with its finding, what it shows in words, and its data as a table. */
const Figure = z.object({
  kind: z.literal('figure'),
  id: z.string(),
  anchor: z.string(),
  /** "Figure 1"; figures are counted through the paper. */
  label: z.string(),
  /** What the picture shows to be so: the finding. */
  caption: z.array(Inline),
  chart: Chart,
  /** Everything that the picture shows, in words. */
  alternative: z.string(),
  /** The data of the picture. The first column names the row. */
  table: z.object({
    columns: z.array(z.object({ heading: z.string(), align: z.enum(['start', 'end']) })),
    rows: z.array(
      z.object({
        id: z.string(),
        head: z.string(),
        cells: z.array(z.object({ text: z.string(), align: z.enum(['start', 'end']) })),
      }),
    ),
  }),
});
export type Figure = z.infer<typeof Figure>;

const List = z.object({
  kind: z.literal('list'),
  id: z.string(),
  ordered: z.boolean(),
  items: z.array(
    z.object({
      id: z.string(),
      content: z.array(Inline),
      get blocks() {
        return z.array(Block);
      },
    }),
  ),
});
export type List = z.infer<typeof List>;

const Exempted = z.enum(['withheld', 'shown']);

/** A paragraph with its number, its title where it has one, and what belongs under the same number. */
const Paragraph = z.object({
  kind: z.literal('paragraph'),
  id: z.string(),
  anchor: z.string(),
  number: z.string().optional(),
  /** Heading level of the title, 3 to 6. */
  level: z.number(),
  title: z.array(Inline).optional(),
  content: z.array(Inline).optional(),
  /** Whether the content is a few lines, which are never parted by the end of a page. */
  short: z.boolean(),
  /** Where it is exempt: `withheld` in the public version, which says so in its place, `shown` in the restricted one. */
  exempt: Exempted.optional(),
  get blocks() {
    return z.array(Block);
  },
});
export type Paragraph = z.infer<typeof Paragraph>;

/** A box that sets apart what members should read first. */
const Box = z.object({
  kind: z.literal('box'),
  id: z.string(),
  get blocks() {
    return z.array(Block);
  },
});

export const Block = z.discriminatedUnion('kind', [Paragraph, List, Table, Figure, Box]);
export type Block = z.infer<typeof Block>;

export const Section = z.object({
  kind: z.literal('section'),
  id: z.string(),
  anchor: z.string(),
  /** Whether it starts a page of its own. */
  newPage: z.boolean(),
  heading: z.array(Inline),
  blocks: z.array(Block),
});
export type Section = z.infer<typeof Section>;

/** A line of the contents. */
const ContentsEntry = z.object({
  anchor: z.string(),
  text: z.array(Inline),
  page: z.string().optional(),
});
export type ContentsEntry = z.infer<typeof ContentsEntry>;

const Way = z.object({ href: z.string(), title: z.string() });

/** Where a paper stands in a pack of pages: the ways to the agenda and to the papers beside it. */
const Turn = z.object({
  /** What the pack is called, for a reader who hears the ways read out. */
  label: z.string(),
  up: Way,
  previous: Way.optional(),
  next: Way.optional(),
  /** What a reader has to know of this page among the others: “A new version of this paper is in supplement A.” */
  note: z.string().optional(),
});
export type Turn = z.infer<typeof Turn>;

/** What a draft shows of its clearances. */
const Draft = z.object({
  /** "Draft of this report: not yet cleared by finance." */
  words: z.string(),
  clearances: z.array(
    z.object({
      /** "Finance: Chief Finance Officer" */
      by: z.string(),
      /** The day, in the British long form; absent where they have not cleared it yet. */
      cleared: z.string().optional(),
      comment: z.string().optional(),
    }),
  ),
});

/** The whole paper. */
export const Paper = z.object({
  id: z.string(),
  /** What it is where it is no report: `agenda`, `supplement`. */
  document: z.string().optional(),
  style: z.string(),
  language: z.string(),
  title: z.string(),
  /** For the head of the pages after the first. */
  shortTitle: z.string(),
  council: z.string(),
  body: z.string(),
  /** British long form; absent where the record says that the date is unknown. */
  date: z.string().optional(),
  item: z.string().optional(),
  author: z.string(),
  /** "Report of the Director of Social Services". */
  reportOf: z.string(),
  accent: z.string(),
  contents: z.array(ContentsEntry),
  /** Tables by number, for the list of tables of a paper that gives page numbers. */
  tables: z.array(ContentsEntry),
  /** Figures by number, for the same list. */
  figures: z.array(ContentsEntry),
  /** Whether contents and references give page numbers in print: a paper longer than its style's limit. */
  paged: z.boolean(),
  /** How many sides the style allows before a paper needs contents with page numbers. */
  sides: z.number(),
  /** The day put in the PDF's dates, YYYY-MM-DD: the meeting's, else the latest day the record knows. */
  dated: z.string(),
  /** The words that mark the restricted version; absent in papers for the public. */
  restricted: z.string().optional(),
  /** While somebody has not cleared it who must; absent in what may be published. */
  draft: Draft.optional(),
  sections: z.array(Section),
  /** In a pack of web pages only. */
  turn: Turn.optional(),
});
export type Paper = z.infer<typeof Paper>;
