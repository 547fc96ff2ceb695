import type { Bars, Chart, History, Panel, Positions, Trend } from './chart.ts';
import type { Figure } from './paper.ts';
import { figure } from './words.ts';

/**
 * A picture in words, and as a table: whatever is drawn is said too, so that nobody has to see it. A chart
 * of several pictures has as many texts, in the order in which the pictures are drawn.
 */

type Table = Figure['table'];
type Row = Table['rows'][number];

/** Whether there is nothing in it that could be drawn. */
export function isEmpty(chart: Chart): boolean {
  switch (chart.type) {
    case 'trend':
      return chart.panels.every(({ points }) => points.length === 0);
    case 'positions':
      return chart.groups.every(({ rows }) => rows.length === 0);
    case 'bars':
      return chart.rows.length === 0;
    case 'history':
      return chart.years.length === 0;
  }
}

/** What each picture of a chart shows: every value, with its period, its target and what it is held against. */
export function inWords(chart: Chart): string[] {
  switch (chart.type) {
    case 'trend':
      return chart.panels.filter(({ points }) => points.length > 0).map(panelInWords);
    case 'positions':
      return chart.groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ steps, rows }) => rows.map((row) => rowInWords(row, steps)).join(' '));
    case 'bars':
      return [barsInWords(chart)];
    case 'history':
      return [historyInWords(chart)];
  }
}

function panelInWords({ name, better, points, target, comparator }: Panel): string {
  return [
    `${name}, ${better}.`,
    `${points.map(({ period, shown }) => `${upper(period)}: ${shown}`).join('; ')}.`,
    ...(target ? [`Target: ${target.shown}.`] : []),
    ...(comparator ? [`${upper(comparator.name)}: ${comparator.shown}.`] : []),
  ].join(' ');
}

function rowInWords(
  { name, at, was }: Positions['groups'][number]['rows'][number],
  steps: readonly string[],
): string {
  const place = (step: number): string =>
    `${wordOf(steps, step)} (step ${String(step + 1)} of ${String(steps.length)})`;
  const before = was === undefined ? '' : was === at ? ', as before' : `, before: ${place(was)}`;
  return `${name}: ${place(at)}${before}.`;
}

function barsInWords({ unit, heading, rows }: Bars): string {
  const said = rows.map(
    ({ name, value, mark }) =>
      `${name}: ${figure(value)} ${value === 1 ? unit.one : unit.many}${mark === undefined ? '' : ` (${mark})`}`,
  );
  return `${heading}. ${said.join('; ')}.`;
}

function historyInWords({ steps, years }: History): string {
  const said = years.map(({ period, at }) => `${period}: ${wordOf(steps, at)}`);
  return `${said.join('; ')}. The scale, from the lowest: ${steps.join(', ')}.`;
}

/**
 * The data of a chart as a table.
 * @param id the figure's, for the identities of the rows
 */
export function dataOf(chart: Chart, id: string): Table {
  const made = tableOf(chart);
  return { ...made, rows: made.rows.map((row) => ({ ...row, id: `${id}/${row.id}` })) };
}

function tableOf(chart: Chart): Table {
  switch (chart.type) {
    case 'trend':
      return trendTable(chart);
    case 'positions':
      return positionsTable(chart);
    case 'bars':
      return {
        columns: [start(chart.heading), end(upper(chart.unit.many))],
        rows: chart.rows.map(({ id, name, value, mark }) => ({
          id,
          head: mark === undefined ? name : `${name} (${mark})`,
          cells: [{ text: figure(value), align: 'end' }],
        })),
      };
    case 'history':
      return {
        columns: [start('Period'), start('Judgement')],
        rows: chart.years.map(({ id, period, at }) => ({
          id,
          head: period,
          cells: [{ text: wordOf(chart.steps, at), align: 'start' }],
        })),
      };
  }
}

/** A row for each indicator and a column for each period; a period that one of them lacks says so. */
function trendTable({ panels }: Trend): Table {
  const periods = inOrder(panels.map(({ points }) => points.map(({ period }) => period)));
  const targets = panels.some(({ target }) => target);
  const beside = [...new Set(panels.flatMap(({ comparator }) => (comparator ? [comparator.name] : [])))];
  return {
    columns: [
      start('Indicator'),
      ...periods.map((period) => end(upper(period))),
      ...(targets ? [end('Target')] : []),
      ...beside.map((name) => end(upper(name))),
    ],
    rows: panels.map(({ id, name, better, points, target, comparator }): Row => {
      const of = (period: string): string =>
        points
          .filter((point) => point.period === period)
          .map(({ shown }) => shown)
          .join('; ');
      return {
        id,
        head: `${name}, ${better}`,
        cells: [
          ...periods.map(of),
          ...(targets ? [target?.shown ?? ''] : []),
          ...beside.map((other) => (comparator?.name === other ? comparator.shown : '')),
        ].map((text) => ({ text: text === '' ? 'not given' : text, align: 'end' })),
      };
    }),
  };
}

function positionsTable({ groups }: Positions): Table {
  const before = groups.some(({ rows }) => rows.some(({ was }) => was !== undefined));
  return {
    columns: [
      start('Judgement'),
      start('Judged'),
      ...(before ? [start('Before')] : []),
      start('The scale, from the lowest'),
    ],
    rows: groups.flatMap(({ steps, rows }) =>
      rows.map(({ id, name, at, was }): Row => {
        const cells = [
          wordOf(steps, at),
          ...(before ? [was === undefined ? 'not known' : wordOf(steps, was)] : []),
          steps.join(', '),
        ];
        return { id, head: name, cells: cells.map((text) => ({ text, align: 'start' })) };
      }),
    ),
  };
}

/** All names of some lists in one order that agrees with each of them as far as that can be. */
function inOrder(lists: readonly (readonly string[])[]): string[] {
  const all: string[] = [];
  for (const list of lists) {
    let after = -1;
    for (const name of list) {
      const known = all.indexOf(name);
      if (known >= 0) after = Math.max(after, known);
      else all.splice(++after, 0, name);
    }
  }
  return all;
}

/** The word of a step, counted from 0; a number where the scale has no such step. */
export function wordOf(steps: readonly string[], at: number): string {
  return steps[at] ?? String(at + 1);
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function start(heading: string): Table['columns'][number] {
  return { heading, align: 'start' };
}

function end(heading: string): Table['columns'][number] {
  return { heading, align: 'end' };
}
