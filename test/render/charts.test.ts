import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Chart } from '../../src/compose/chart.ts';
import { inWords } from '../../src/compose/describe-chart.ts';
import { across, drawChart, narrow, wide } from '../../src/render/charts/draw.ts';
import { Drawing, type Label } from '../../src/render/charts/drawing.ts';
import { collide, reach } from '../../src/render/charts/labels.ts';
import { preparePictures } from '../../src/render/charts/prepare.ts';
import { loadLayout } from '../../src/render/layout.ts';
import { rendererFor, type Renderer } from '../../src/render/render.ts';
import { edges } from '../support/edge-charts.ts';
import { bars, charts, paperWith } from '../support/pictures.ts';
import { projectFolder, quietWorld } from '../support/project.ts';
import { randomChart } from '../support/random-charts.ts';

/** What a reader's eye meets in a drawing: pictures with all of their labels. */
function picturesOf(chart: Chart): { width: number; height: number; alternative: string; labels: Label[] }[] {
  const drawing = drawChart(chart);
  return drawing.pictures.map((picture) => ({ ...picture, labels: labelsIn(picture) }));
}

function labelsIn(value: unknown): Label[] {
  if (Array.isArray(value)) return value.flatMap(labelsIn);
  if (typeof value !== 'object' || value === null) return [];
  return isLabel(value) ? [value] : Object.values(value).flatMap(labelsIn);
}

function isLabel(value: object): value is Label {
  return 'anchor' in value && 'text' in value;
}

/** Every number of a drawing. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function inside(chart: Chart): void {
  for (const { width, height, labels } of picturesOf(chart)) {
    if (chart.type === 'positions') expect(width).toBeLessThanOrEqual(across);
    else expect([narrow, wide]).toContain(width);
    for (const label of labels) {
      const { left, right } = reach(label);
      expect(left, label.text).toBeGreaterThanOrEqual(-0.2);
      expect(right, label.text).toBeLessThanOrEqual(width + 0.2);
      expect(label.y - 10, label.text).toBeGreaterThanOrEqual(0);
      expect(label.y + 3, label.text).toBeLessThanOrEqual(height);
      expect(label.text).not.toBe('');
    }
  }
}

describe('charts', () => {
  let render: Renderer['render'];
  beforeAll(async () => {
    const { layout } = loadLayout(quietWorld, 'modern');
    if (!layout) throw new Error('there is no layout');
    ({ render } = rendererFor(layout));
    await preparePictures(paperWith());
  });
  const figures = (shown: readonly Chart[]): string => {
    const body = render(paperWith(shown)).value?.body ?? '';
    return [...body.matchAll(/<figure[\s\S]*?<\/figure>/g)].map(([figure]) => figure).join('\n');
  };

  it.each(Object.entries(edges))('%s is drawn as it was when somebody last looked at it', (name, chart) => {
    const folder = join(projectFolder, 'test/expected/pictures');
    const file = join(folder, `${name}.html`);
    const html = `${figures([chart])}\n`;
    if (process.env['UPDATE_CASES'] === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, html);
    }
    expect(html).toBe(readFileSync(file, 'utf8'));
    expect(html).not.toMatch(/NaN|Infinity|undefined|\[object/);
    inside(chart);
  });

  it('are the same bytes each time', () => {
    expect(figures(charts)).toBe(figures(structuredClone(charts)));
  });

  it('have as many pictures as texts, and each says its own', () => {
    for (const chart of [...charts, ...Object.values(edges)])
      expect(picturesOf(chart).map(({ alternative }) => alternative)).toEqual(inWords(chart));
  });

  it('keep every word inside the picture, whatever the data', () => {
    fc.assert(
      fc.property(randomChart, (chart) => {
        inside(chart);
        expect(Drawing.safeParse(drawChart(chart)).success).toBe(true);
        expect(numbersIn(drawChart(chart)).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('put no words on others, whatever the data', () => {
    fc.assert(
      fc.property(randomChart, (chart) => {
        for (const { labels } of picturesOf(chart))
          labels.forEach((label, i) => {
            for (const other of labels.slice(i + 1))
              expect(overlap(label, other), `“${label.text}” and “${other.text}”`).toBe(false);
          });
      }),
      { numRuns: 150 },
    );
  });

  it('name the council’s own in words where it is filled', () => {
    const drawing = drawChart(bars);
    if (drawing.type !== 'bars') throw new Error('no bars');
    const filled = drawing.pictures.flatMap(({ rows }) => rows.filter((row) => row.filled));
    expect(filled.map((row) => row.value.map(({ text }) => text).join(' '))).toEqual(['61 (Exampleshire)']);
  });
});

/** Nearer than a reader can part: the letters themselves touch. */
function overlap(a: Label, b: Label): boolean {
  const [one, other] = [reach(a), reach(b)];
  return (
    collide(a, b) && one.left < other.right - 1 && other.left < one.right - 1 && Math.abs(a.y - b.y) < 12
  );
}
