import * as z from 'zod';
import {
  choice,
  count,
  described,
  form,
  identifier,
  list,
  named,
  template,
  text,
} from '../records/fields.ts';
import { once } from '../once.ts';

/**
 * A house style's outline: which sections in which order, the standard wording of each, the numbering
 * scheme, the implications headings and the limit of sides. Wordings are short Handlebars templates over
 * `Facts`, giving Markdown. Inside `each`, the names of the item stand beside those outside it.
 */

const wording = (): ReturnType<typeof template> => template();
const flag = (): ReturnType<typeof choice<['yes', 'no']>> => choice(['yes', 'no']);
/** A path of names into the facts: `overall.previous`. */
const path = (): z.ZodString =>
  text().regex(/^[a-z_]+(\.[a-z_]+)*$/, {
    error: 'This is not a path of names.\nWrite names joined by dots: `overall.previous`.',
  });

/** Made when something is to be read by them: see `kept-record.ts`. */
const schemas = once(() => {
  const Column = form({
    heading: wording(),
    align: choice(['start', 'end']).optional(),
    text: wording().optional().register(described, { description: 'What stands in the cell.' }),
    scale: path().optional().register(described, { description: 'Instead of text: a judgement’s scale.' }),
  });

  const TableOutline = form({
    caption: wording(),
    each: path().meta({ description: 'What the rows are made from.' }),
    head: form({ heading: wording(), text: wording() }).meta({
      description: 'The first column: the header of each row.',
    }),
    columns: list(Column),
  });
  const ListOutline = form({
    each: path(),
    text: wording(),
    ordered: flag().optional(),
  });

  const FigureOutline = form({
    picture: path().meta({ description: 'Which picture: `pictures.trend`. Without it there is no figure.' }),
    caption: wording().meta({ description: 'What the picture shows to be so: the finding.' }),
  });
  const BlockOutline = form({
    id: identifier(),
    when: path().optional().register(described, { description: 'Only where there is such a thing.' }),
    unless: path().optional().register(described, { description: 'Only where there is no such thing.' }),
    each: path().optional().register(described, { description: 'Once for each of these.' }),
    numbered: flag()
      .optional()
      .register(described, { description: '`no` leaves the paragraph without a number.' }),
    number: wording().optional().register(described, {
      description: 'Its number, where the record gives it and it is not counted: an item of an agenda.',
    }),
    title: wording().optional(),
    text: wording().optional(),
    prose: path()
      .optional()
      .register(described, { description: 'An officer’s prose, paragraph by paragraph, lists and all.' }),
    list: ListOutline.optional(),
    table: TableOutline.optional(),
    figure: FigureOutline.optional(),
    get under(): z.ZodOptional<z.ZodArray<typeof BlockOutline>> {
      return z.array(BlockOutline).optional();
    },
    get box(): z.ZodOptional<z.ZodArray<typeof BlockOutline>> {
      return z.array(BlockOutline).optional();
    },
  });
  const SectionOutline = form({
    id: identifier(),
    when: path().optional(),
    unless: path().optional(),
    each: path().optional(),
    heading: wording(),
    new_page: flag().optional(),
    blocks: list(BlockOutline),
  });
  const Marks = form({ judged: text(), last_year: text(), last_time: text().optional() }).meta({
    description: 'The words under the steps of a scale.',
  });

  const Outline = form({
    name: text(),
    description: text(),
    language: choice(['en-GB']),
    numbering: choice(['continuous', 'by-section', 'none']),
    sides: count(1).register(described, {
      description: 'How many sides of A4 a paper in this style may have.',
    }),
    report_of: wording(),
    implications: form({
      none: wording().meta({ description: 'What stands under a heading answered `none`.' }),
      unknown: wording().meta({ description: 'What stands under a heading answered `unknown`.' }),
      headings: named(form({ heading: text(), required: flag() })),
    }),
    marks: Marks,
    sections: list(SectionOutline),
  }).meta({
    id: 'outline',
    title: 'Outline',
    description: 'A house style’s sections, wording and numbering.',
  });
  const DocumentOutline = form({
    name: text(),
    description: text(),
    language: choice(['en-GB']),
    numbering: choice(['continuous', 'by-section', 'none']),
    sides: count(1).register(described, {
      description: 'How many sides of A4 it may have before it needs contents.',
    }),
    title: wording(),
    short_title: wording().meta({ description: 'For the head of the pages after the first.' }),
    report_of: wording().meta({ description: 'The line below the title.' }),
    marks: Marks.optional(),
    sections: list(SectionOutline),
  }).meta({
    id: 'document',
    title: 'Document',
    description: 'The sections and wording of an agenda, a supplement or another document of a meeting.',
  });

  return { TableOutline, FigureOutline, BlockOutline, SectionOutline, Outline, DocumentOutline };
});
type Schemas = ReturnType<typeof schemas>;

export type TableOutline = z.infer<Schemas['TableOutline']>;
export type FigureOutline = z.infer<Schemas['FigureOutline']>;
export type BlockOutline = z.infer<Schemas['BlockOutline']>;
export type SectionOutline = z.infer<Schemas['SectionOutline']>;

export const Outline = (): Schemas['Outline'] => schemas().Outline;
export type Outline = z.infer<Schemas['Outline']>;

/** The outline of a document that is no report: an agenda, a supplement, minutes. Its facts are its own kind's. */
export const DocumentOutline = (): Schemas['DocumentOutline'] => schemas().DocumentOutline;
export type DocumentOutline = z.infer<Schemas['DocumentOutline']>;
