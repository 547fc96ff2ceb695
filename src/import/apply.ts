import { isDeepStrictEqual } from 'node:util';
import type { YAMLMap } from 'yaml';
import { groupBy } from '../group.ts';
import { periodOrder } from '../records/dates.ts';
import { IndicatorValue } from '../records/indicators.ts';
import { parseYaml } from '../records/read.ts';
import type { Review } from '../records/review.ts';
import { draftOf } from './draft.ts';
import { carriedOut, placeInTime, type Change, type Plan } from './plan.ts';
import type { Written } from './written.ts';
import { digits } from './xlsx.ts';
import { YamlEditor } from './yaml-editor.ts';
import { CannotEdit, listIn, mapIn, under } from './yaml-nodes.ts';

/**
 * Writes a plan into the text of a review. Then reads the new text as the program reads records: where it
 * does not say exactly what was meant, there is no new text.
 * @returns the new text, or undefined where the record cannot be changed in place
 */
export function applyPlan(file: string, text: string, review: Review, plan: Plan): string | undefined {
  const made = editedText(text, plan);
  if (made === undefined) return undefined;
  const { read, diagnostics } = parseYaml(file, made);
  if (!read || diagnostics.length > 0) return undefined;
  const said = draftOf(read.plain);
  const meant = { ...review, indicators: carriedOut(plan, review.indicators ?? {}) };
  return said && isDeepStrictEqual(said, meant) ? made : undefined;
}

function editedText(text: string, plan: Plan): string | undefined {
  const editor = new YamlEditor(text);
  try {
    const section = under(editor.root, 'indicators');
    const byIndicator = groupBy(
      plan.filter(({ what }) => what !== 'unchanged'),
      ({ indicator }) => indicator,
    );
    if (section === undefined) {
      editor.addSection(
        'indicators',
        [...byIndicator].map(([id, changes]) => [id, inTime(changes).map(writtenFigure)] as const),
      );
      return editor.text;
    }
    const lists = mapIn(section);
    const known = [...byIndicator].filter(([id]) => under(lists, id) !== undefined);
    // First what goes into figures, then figures, then lists: all may be put below the same line.
    for (const [id, changes] of known) changeFigures(editor, lists, id, changes);
    for (const [id, changes] of known) addFigures(editor, lists, id, changes);
    for (const [id, changes] of byIndicator)
      if (under(lists, id) === undefined) editor.addList(lists, id, inTime(changes).map(writtenFigure));
    return editor.text;
  } catch (error) {
    if (error instanceof CannotEdit) return undefined;
    throw error;
  }
}

/** The figures of a list with the period each is for. */
function figuresIn(lists: YAMLMap, id: string): { map: YAMLMap; period: string }[] {
  return listIn(under(lists, id)).items.map((item) => {
    const map = mapIn(item);
    return { map, period: textOf(under(map, 'period')) };
  });
}

function changeFigures(editor: YamlEditor, lists: YAMLMap, id: string, changes: readonly Change[]): void {
  const figures = figuresIn(lists, id);
  for (const { what, period, entries } of changes) {
    if (what !== 'changed') continue;
    const { map } = figures.find((f) => f.period === period) ?? {};
    if (!map) throw new CannotEdit();
    // What each form is to have besides: `target` in the figure, `england` in its comparators.
    const added = new Map<YAMLMap, [string, Written][]>();
    const add = (form: YAMLMap, name: string, value: Written): void => {
      added.set(form, [...(added.get(form) ?? []), [name, value]]);
    };
    for (const [name, changed] of groupBy(entries, ({ path }) => path[0] ?? '')) {
      const held = under(map, name);
      const inside = changed.map(({ path, to }) => [path[1], writtenValue(to)] as const);
      if (held === undefined) {
        const form: Record<string, Written> = {};
        for (const [inner, value] of inside)
          if (inner === undefined) add(map, name, value);
          else form[inner] = value;
        if (Object.keys(form).length > 0) add(map, name, form);
        continue;
      }
      for (const [inner, value] of inside) {
        const form = inner === undefined ? map : mapIn(held);
        const node = inner === undefined ? held : under(form, inner);
        if (node !== undefined) editor.replace(node, value, map.flow === true || form.flow === true);
        else add(form, inner ?? name, value);
      }
    }
    for (const [form, entriesOfForm] of added) editor.addEntries(form, entriesOfForm);
  }
}

function addFigures(editor: YamlEditor, lists: YAMLMap, id: string, changes: readonly Change[]): void {
  const added = inTime(changes.filter(({ what }) => what === 'added'));
  if (added.length === 0) return;
  const figures = figuresIn(lists, id);
  for (const [place, group] of groupBy(added, ({ period }) => placeInTime(figures, period)))
    editor.addItems(listIn(under(lists, id)), place, group.map(writtenFigure));
}

function inTime(changes: readonly Change[]): Change[] {
  return changes.toSorted((a, b) => (periodOrder(a.period) < periodOrder(b.period) ? -1 : 1));
}

/** A figure as a record writes it, its entries in the order of the form. */
function writtenFigure({ value }: Change): Written {
  const made: Record<string, Written> = {};
  for (const name of IndicatorValue().keyof().options) {
    const held = value[name];
    if (held === undefined) continue;
    made[name] =
      typeof held === 'object'
        ? Object.fromEntries(Object.entries(held).map(([inner, v]) => [inner, writtenValue(v)]))
        : writtenValue(held);
  }
  return made;
}

function writtenValue(value: number | string): string {
  return typeof value === 'number' ? digits(value) : value;
}

function textOf(node: unknown): string {
  return typeof node === 'object' && node !== null && 'value' in node ? String(node.value) : '';
}
