import { exemptParagraph } from '../exempt/marking.ts';
import { Prose } from '../records/prose.ts';
import type { Chart } from './chart.ts';
import { dataOf, inWords, isEmpty } from './describe-chart.ts';
import { anchorOf, fromFlow, isShort, withBelow } from './flow.ts';
import { unnumbered } from './number.ts';
import type { BlockOutline, FigureOutline, Outline, SectionOutline, TableOutline } from './outline.ts';
import type { Block, Cell, Figure, Section, Table } from './paper.ts';
import { each, lookUp, scopes } from './scopes.ts';
import type { ScaleFact } from './shapes/judgements.ts';
import type { Scope, Wording } from './wording.ts';

/** By the identity of a section or block, the part of the outline that it was made from. */
export type Outlines = ReadonlyMap<string, SectionOutline | BlockOutline>;

/** What sections are made from: the outline of a report, or of another document. */
type Sections = Pick<Outline, 'sections'> & { marks?: Outline['marks'] | undefined };

/** Where an outline has no words for the steps of a scale. */
const plainMarks: Outline['marks'] = { judged: 'judged', last_year: 'last year' };

/** The sections of a style's outline, filled from the facts; numbers and references still open. */
export function buildSections(
  outline: Sections,
  facts: Scope,
  wording: Wording,
): { sections: Section[]; outlines: Outlines } {
  const builder = new Builder(outline, wording);
  return { sections: builder.sections(facts), outlines: builder.outlines };
}

/** Rows of a table that is moved to the next page rather than broken. */
const longestShortTable = 4;

class Builder {
  readonly #outline: Sections;
  readonly #wording: Wording;
  readonly outlines = new Map<string, SectionOutline | BlockOutline>();

  constructor(outline: Sections, wording: Wording) {
    this.#outline = outline;
    this.#wording = wording;
  }

  sections(facts: Scope): Section[] {
    return this.#outline.sections
      .flatMap((section) =>
        scopes(section, facts).map(({ scope, name }) => this.#section(section, scope, name ?? section.id)),
      )
      .filter((section) => section.blocks.length > 0);
  }

  #section(section: SectionOutline, scope: Scope, id: string): Section {
    this.outlines.set(id, section);
    return {
      kind: 'section',
      id,
      anchor: anchorOf(id),
      newPage: section.new_page === 'yes',
      heading: this.#wording.inline(section.heading, scope),
      blocks: this.#blocks(section.blocks, scope, id, 3),
    };
  }

  #blocks(outlines: readonly BlockOutline[], scope: Scope, parent: string, level: number): Block[] {
    return outlines.flatMap((outline) =>
      scopes(outline, scope).flatMap(({ scope: inner, name }) =>
        this.#block(outline, inner, `${parent}/${name ?? outline.id}`, level),
      ),
    );
  }

  #block(outline: BlockOutline, scope: Scope, id: string, level: number): Block[] {
    this.outlines.set(id, outline);
    if (outline.box) return [{ kind: 'box', id, blocks: this.#blocks(outline.box, scope, id, level) }];
    const number = this.#number(outline, scope);
    const below: Block[] = [
      ...(outline.list ? this.#list(outline.list, scope, id) : []),
      ...(outline.table ? [this.#table(outline.table, scope, id)] : []),
      ...(outline.figure ? this.#figure(outline.figure, scope, id) : []),
      ...this.#blocks(outline.under ?? [], scope, id, level + (outline.title === undefined ? 0 : 1)),
    ];
    const title = outline.title === undefined ? {} : { title: this.#wording.inline(outline.title, scope) };
    if (outline.prose !== undefined) {
      const value = lookUp(scope, outline.prose);
      const flow = value instanceof Prose ? this.#wording.flow(value) : [];
      const first = { level, ...number, ...title };
      const exempt = value instanceof Prose ? value.exempt : undefined;
      const made =
        value instanceof Prose && exempt
          ? exemptParagraph(value, exempt, flow, id, first)
          : fromFlow(flow, id, first);
      return withBelow(made, below);
    }
    if (outline.text === undefined && outline.title === undefined) return below;
    const content = outline.text === undefined ? {} : { content: this.#wording.inline(outline.text, scope) };
    return [
      {
        kind: 'paragraph',
        id,
        anchor: anchorOf(id),
        level,
        ...number,
        ...title,
        ...content,
        short: isShort(content.content),
        blocks: below,
      },
    ];
  }

  #number({ number, numbered }: BlockOutline, scope: Scope): { number?: string } {
    if (number === undefined) return numbered === 'no' ? {} : { number: unnumbered };
    const given = this.#wording.text(number, scope);
    return given === '' ? {} : { number: given };
  }

  #list(outline: NonNullable<BlockOutline['list']>, scope: Scope, parent: string): Block[] {
    const items = each(outline.each, scope).map(({ scope: inner, name }, i) => ({
      id: `${parent}/${name ?? String(i + 1)}`,
      content: this.#wording.inline(outline.text, inner),
      blocks: [],
    }));
    const [only] = items;
    // One bullet is not a list.
    if (only && items.length === 1)
      return [
        {
          kind: 'paragraph',
          id: only.id,
          anchor: anchorOf(only.id),
          level: 6,
          content: only.content,
          short: isShort(only.content),
          blocks: [],
        },
      ];
    return items.length === 0
      ? []
      : [{ kind: 'list', id: `${parent}/list`, ordered: outline.ordered === 'yes', items }];
  }

  #table(outline: TableOutline, scope: Scope, parent: string): Table {
    const id = `${parent}/table`;
    const rows = each(outline.each, scope);
    return {
      kind: 'table',
      id,
      anchor: anchorOf(id),
      label: '',
      caption: this.#wording.inline(outline.caption, scope),
      columns: [
        { heading: this.#wording.text(outline.head.heading, scope), align: 'start' },
        ...outline.columns.map((column) => ({
          heading: this.#wording.text(column.heading, scope),
          align: column.align ?? 'start',
        })),
      ],
      short: rows.length <= longestShortTable,
      rows: rows.map(({ scope: inner, name }, i) => ({
        id: `${id}/${name ?? String(i + 1)}`,
        head: this.#wording.inline(outline.head.text, inner),
        cells: outline.columns.map((column): Cell => {
          if (column.scale !== undefined)
            return { kind: 'scale', steps: this.#steps(lookUp(inner, column.scale)) };
          return {
            kind: 'words',
            content: this.#wording.inline(column.text ?? '', inner),
            align: column.align ?? 'start',
          };
        }),
      })),
    };
  }

  #figure({ picture, caption }: FigureOutline, scope: Scope, parent: string): Figure[] {
    const chart = lookUp(scope, picture);
    if (!isChart(chart) || isEmpty(chart)) return [];
    const id = `${parent}/figure`;
    return [
      {
        kind: 'figure',
        id,
        anchor: anchorOf(id),
        label: '',
        caption: this.#wording.inline(caption, scope),
        chart,
        alternative: inWords(chart).join(' '),
        table: dataOf(chart, id),
      },
    ];
  }

  #steps(value: unknown): Extract<Cell, { kind: 'scale' }>['steps'] {
    if (!isScale(value)) return [];
    const { judged, last_year, last_time } = this.#outline.marks ?? plainMarks;
    const lastYear = value.yearly ? last_year : (last_time ?? last_year);
    return value.steps.map((step) => {
      const marks = [...(step.judged ? [judged] : []), ...(step.lastYear ? [lastYear] : [])];
      return { ...step, ...(marks.length > 0 ? { mark: marks.join(', ') } : {}) };
    });
  }
}

function isScale(value: unknown): value is ScaleFact {
  return typeof value === 'object' && value !== null && 'steps' in value;
}

/** The outline's paths were checked against the facts: what has a type there is a chart. */
function isChart(value: unknown): value is Chart {
  return typeof value === 'object' && value !== null && 'type' in value;
}
