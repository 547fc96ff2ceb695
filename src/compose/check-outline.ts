import type { z } from 'zod';
import { rule, stops, type Diagnostic, type Position } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Entry } from '../records/load.ts';
import type { Path, Source } from '../records/source.ts';
import { checkTemplate } from '../templates/check.ts';
import type { HelperSpec } from '../templates/helpers.ts';
import {
  mayBeBlank,
  missingPartial,
  neverEqual,
  notAList,
  printsStructure,
  rawOutput,
  unknownField,
} from '../templates/rules.ts';
import { shapeOf } from '../templates/shape.ts';
import type { ObjectShape, Shape } from '../templates/shape-types.ts';
import { Chart } from './chart.ts';
import type { BlockOutline, DocumentOutline, Outline } from './outline.ts';
import { wordingHelpers } from './wording.ts';

const notAPicture = rule(
  'templates/not-a-picture',
  'error',
  'Only what has values to draw can be shown as a figure; anything else would leave its place empty.',
);
const chart = shapeOf(Chart);

const one: HelperSpec = { params: { min: 1, max: 1 } };
const two: HelperSpec = { params: { min: 2, max: 2 } };
const twoValued: ReadonlySet<string> = new Set(['link', 'code']);
const helpers: ReadonlyMap<string, HelperSpec> = new Map(
  Object.keys(wordingHelpers).map((name) => [name, twoValued.has(name) ? two : one]),
);

const noPartials =
  'A wording takes nothing from the parts of the page. Write the words themselves, with fields as `{{name}}`.';

/** Mistakes that leave a hole where something should stand. With any other, a wording cannot be filled in at all. */
const leaveHoles: ReadonlySet<string> = new Set(
  [unknownField, mayBeBlank, notAList, printsStructure, rawOutput].map(({ id }) => id),
);

/** Whether an outline can be filled in although this is wrong with it, so that more mistakes come to light. */
export function canBeFilledIn(found: readonly Diagnostic[]): boolean {
  return found.every((diagnostic) => !stops([diagnostic]) || leaveHoles.has(diagnostic.rule));
}

/** What can be named at some place of an outline, and what is known to be there. */
interface Scope {
  shape: ObjectShape;
  /** Paths that were asked for with `when`, or refused with `unless`, further out. */
  guards: readonly { path: string; there: boolean }[];
  /**
   * What a mistake further out leaves open: after a wrong `when`, what may be blank; after a wrong `each`,
   * every name. What follows from the mistake is not told as well.
   */
  open?: 'blanks' | 'names';
}

/**
 * Everything that is wrong with the wordings and paths of an outline: names that the facts do not have,
 * helpers that there are not, values that may be missing where they are printed.
 * @param facts what the wordings may name
 */
export function checkOutline(
  { source, value: outline }: Pick<Entry<Outline | DocumentOutline>, 'source' | 'value'>,
  facts: z.ZodType,
): Diagnostic[] {
  const shape = shapeOf(facts);
  if (shape.kind !== 'object') throw new Error('Facts are an object.');
  const checker = new OutlineChecker(source);
  const outer: Scope = { shape, guards: [] };
  checker.wording(outline.report_of, ['report_of'], outer);
  if ('title' in outline) {
    checker.wording(outline.title, ['title'], outer);
    checker.wording(outline.short_title, ['short_title'], outer);
  }
  outline.sections.forEach((section, i) => {
    const path: Path = ['sections', i];
    const scope = checker.enter(section, path, outer);
    checker.wording(section.heading, [...path, 'heading'], scope);
    section.blocks.forEach((block, j) => checker.block(block, [...path, 'blocks', j], scope));
  });
  return checker.diagnostics;
}

class OutlineChecker {
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  block(block: BlockOutline, path: Path, outer: Scope): void {
    const scope = this.enter(block, path, outer);
    if (block.number !== undefined) this.wording(block.number, [...path, 'number'], scope);
    if (block.title !== undefined) this.wording(block.title, [...path, 'title'], scope);
    if (block.text !== undefined) this.wording(block.text, [...path, 'text'], scope);
    if (block.prose !== undefined) this.#path(block.prose, [...path, 'prose'], scope, (p) => `{{${p}}}`);
    if (block.list) {
      const inner = this.#each(block.list.each, [...path, 'list', 'each'], scope);
      this.wording(block.list.text, [...path, 'list', 'text'], inner);
    }
    if (block.table) {
      const { caption, each, head, columns } = block.table;
      const at: Path = [...path, 'table'];
      this.wording(caption, [...at, 'caption'], scope);
      this.wording(head.heading, [...at, 'head', 'heading'], scope);
      const inner = this.#each(each, [...at, 'each'], scope);
      this.wording(head.text, [...at, 'head', 'text'], inner);
      columns.forEach((column, i) => {
        this.wording(column.heading, [...at, 'columns', i, 'heading'], scope);
        if (column.text !== undefined) this.wording(column.text, [...at, 'columns', i, 'text'], inner);
        if (column.scale !== undefined) {
          this.#path(
            column.scale,
            [...at, 'columns', i, 'scale'],
            inner,
            (p) => `{{#each ${p}.steps}}{{word}}{{/each}}`,
          );
        }
      });
    }
    if (block.figure) {
      const at: Path = [...path, 'figure'];
      this.wording(block.figure.caption, [...at, 'caption'], scope);
      this.#picture(block.figure.picture, [...at, 'picture'], scope);
    }
    block.under?.forEach((under, i) => this.block(under, [...path, 'under', i], scope));
    block.box?.forEach((inside, i) => this.block(inside, [...path, 'box', i], scope));
  }

  /** The scope inside an entry with `when`, `unless` or `each`. */
  enter(
    entry: { when?: string | undefined; unless?: string | undefined; each?: string | undefined },
    path: Path,
    outer: Scope,
  ): Scope {
    let scope = outer;
    if (entry.when !== undefined) {
      scope = this.#guarded(entry.when, true, [...path, 'when'], scope);
    }
    if (entry.unless !== undefined) {
      scope = this.#guarded(entry.unless, false, [...path, 'unless'], scope);
    }
    return entry.each === undefined ? scope : this.#each(entry.each, [...path, 'each'], scope);
  }

  wording(template: string, path: Path, scope: Scope): void {
    const lines = template.split('\n');
    const placeOf = ({ line, column }: Position): Position =>
      this.#placeIn(
        path,
        template,
        lines.slice(0, line - 1).reduce((n, l) => n + l.length + 1, column),
      );
    this.#check({ source: template, placeOf }, scope);
  }

  #guarded(guard: string, there: boolean, path: Path, scope: Scope): Scope {
    const right = this.#path(guard, path, scope, (p) => `{{#if ${p}}}{{/if}}`);
    if (!right) return { open: 'blanks', ...scope };
    return { ...scope, guards: [...scope.guards, { path: guard, there }] };
  }

  #each(each: string, path: Path, outer: Scope): Scope {
    const right = this.#path(each, path, outer, (p) => `{{#each ${p}}}{{/each}}`);
    if (!right) return { ...outer, open: 'names' };
    const list = resolve(outer.shape, each);
    const item = list?.kind === 'array' ? whole(list.item) : undefined;
    if (item?.kind !== 'object') return outer;
    return {
      ...outer,
      shape: { ...outer.shape, fields: new Map([...outer.shape.fields, ...item.fields]) },
      // Beyond this point these names mean something else.
      guards: outer.guards.filter((g) => !item.fields.has(g.path.split('.')[0] ?? '')),
    };
  }

  /** Checks a path by a template that uses it; says whether it is right. */
  #path(written: string, path: Path, scope: Scope, template: (path: string) => string): boolean {
    const before = template('|').indexOf('|');
    const placeOf = ({ column }: Position): Position =>
      this.#placeIn(path, written, Math.min(Math.max(column - before, 0), written.length));
    return this.#check({ source: template(written), placeOf }, scope);
  }

  #picture(picture: string, path: Path, scope: Scope): void {
    const right = this.#path(picture, path, scope, (p) => `{{#if ${p}}}{{/if}}`);
    if (!right || scope.open === 'names' || resolve(scope.shape, picture) === chart) return;
    const pictures = resolve(scope.shape, 'pictures');
    const names = pictures?.kind === 'object' ? [...pictures.fields.keys()] : [];
    this.diagnostics.push(
      notAPicture.at(
        this.#source.at(path),
        `\`${picture}\` is not a picture.`,
        didYouMean(
          picture,
          names.map((name) => `pictures.${name}`),
          'Pictures',
        ),
      ),
    );
  }

  #placeIn(path: Path, text: string, offset: number): Position {
    const source = this.#source;
    const position =
      offset < text.length
        ? source.inText(path, text, offset, offset + 1).range?.start
        : source.inText(path, text, text.length - 1, text.length).range?.end;
    return position ?? { line: 1, column: 1 };
  }

  #check(template: { source: string; placeOf: (pos: Position) => Position }, scope: Scope): boolean {
    const { file } = this.#source;
    const found = checkTemplate({
      template: { file, ...template },
      input: scope.shape,
      known: scope.guards,
      partials: new Map(),
      helpers,
    }).filter((d) => isTold(d, scope));
    this.diagnostics.push(
      ...found.map((d) => (d.rule === missingPartial.id ? { ...d, hint: noPartials } : d)),
    );
    return found.length === 0;
  }
}

/** Whether a finding is more than what follows from a mistake further out. */
function isTold({ rule: id }: Diagnostic, { open }: Scope): boolean {
  if (open === 'names') return !leaveHoles.has(id) && id !== neverEqual.id;
  return open !== 'blanks' || id !== mayBeBlank.id;
}

function resolve(shape: Shape, path: string): Shape | undefined {
  let at: Shape | undefined = shape;
  for (const name of path.split('.')) {
    at = at?.kind === 'object' ? at.fields.get(name) : undefined;
    at = at && whole(at);
  }
  return at;
}

/** A value that may be absent, taken as there. */
function whole(shape: Shape): Shape {
  return shape.kind === 'maybe' ? shape.of : shape;
}
