import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, stringify, visit } from 'yaml';
import { loadRecords, type Entry, type Records } from '../../src/records/load.ts';
import { parseYaml } from '../../src/records/read.ts';
import { Report } from '../../src/records/report.ts';
import { Review } from '../../src/records/review.ts';
import { remarksOf } from '../../src/rollover/comments.ts';
import { meant } from '../../src/rollover/meant.ts';
import { laterPeriod, moveTo } from '../../src/rollover/period.ts';
import { planReport } from '../../src/rollover/report.ts';
import { planReview } from '../../src/rollover/review.ts';
import { splice } from '../../src/rollover/splice.ts';
import type { Step } from '../../src/rollover/step.ts';
import { projectFolder, quietWorld, run, testProject } from '../support/project.ts';

/** However a record is written, it says afterwards what was meant, and no remark in it is lost. */

const { records } = loadRecords(quietWorld);
const ids = [...records.review.keys()];

function stepsFor(entry: Entry<Review>, all: Records): Step[] {
  const framework = all.framework.get(entry.value.framework);
  const move = moveTo(entry.value.period, laterPeriod(entry.value.period, 1));
  if (!framework || !move) throw new Error(`${entry.id} cannot move on`);
  return planReview(entry, framework.value, move).steps;
}

function reviewOf(id: string, text: string): Entry<Review> {
  const { read, diagnostics } = parseYaml(`data/reviews/${id}.yaml`, text);
  if (!read) throw new Error(diagnostics.map((d) => d.message).join(' '));
  return { id, source: read.source, plain: read.plain, value: Review().parse(read.plain) };
}

const plainly = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function proveReview(id: string, text: string): void {
  const entry = reviewOf(id, text);
  const steps = stepsFor(entry, records);
  const made = splice(text, steps);
  const { read, diagnostics } = parseYaml('made.yaml', made);
  expect(diagnostics.map((d) => d.message)).toEqual([]);
  expect(plainly(read?.plain)).toEqual(plainly(meant(entry.plain, steps)));
  for (const { text: remark } of remarksOf(text)) expect(made).toContain(remark);
  const returns = (t: string): number => t.split('\r\n').length - 1;
  const breaks = (t: string): number => t.split('\n').length - 1;
  expect(returns(made)).toBe(returns(text) === 0 ? 0 : breaks(made));
}

/** Puts remarks behind lines and between them, wherever the record says the same with them. */
function withRemarks(text: string, places: readonly { line: number; between: boolean }[]): string {
  const said = JSON.stringify(parseYaml('x', text).read?.plain);
  let made = text;
  places.forEach(({ line, between }, n) => {
    const lines = made.split('\n');
    const at = line % lines.length;
    const indent = /^ */.exec(lines[at] ?? '')?.[0] ?? '';
    if (between) lines.splice(at, 0, `${indent}# remark ${String(n)}, with: a colon`);
    else lines[at] = `${lines[at] ?? ''}   # remark ${String(n)} {behind}`;
    const tried = lines.join('\n');
    const { read } = parseYaml('x', tried);
    if (JSON.stringify(read?.plain) === said && remarksOf(tried).length > remarksOf(made).length)
      made = tried;
  });
  return made;
}

const remarks = fc.array(fc.record({ line: fc.nat(300), between: fc.boolean() }), { maxLength: 25 });

describe('a rollover', () => {
  it('keeps every remark, wherever it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), remarks, fc.boolean(), (id, places, windows) => {
        const text = withRemarks(records.review.get(id)?.source.text ?? '', places);
        proveReview(id, windows ? text.replaceAll('\n', '\r\n') : text);
      }),
      { numRuns: 60 },
    );
  });

  it.each(
    ids.flatMap((id) =>
      (['double', 'single', 'flow', 'flow lists', 'indent 4', 'flush lists', 'literal'] as const).map(
        (way) => [id, way] as const,
      ),
    ),
  )('%s, written with %s, says what was meant', (id, way) => {
    const text = records.review.get(id)?.source.text ?? '';
    const document = parseDocument(text, { schema: 'failsafe' });
    visit(document, {
      Scalar(key, node) {
        if (key === 'key') return;
        if (way === 'double') node.type = 'QUOTE_DOUBLE';
        if (way === 'single') node.type = 'QUOTE_SINGLE';
        if (way === 'literal' && String(node.value).length > 60) node.type = 'BLOCK_LITERAL';
      },
      Seq(_key, node) {
        if (way === 'flow lists') node.flow = true;
      },
    });
    const made =
      way === 'flow'
        ? stringify(document.toJS(), { collectionStyle: 'flow', lineWidth: 0, schema: 'failsafe' })
        : document.toString({ indent: way === 'indent 4' ? 4 : 2, indentSeq: way !== 'flush lists' });
    proveReview(id, made);
  });

  it.each([...records.report.keys()])('the report %s says what was meant and keeps its remarks', (id) => {
    const entry = records.report.get(id);
    if (!entry) throw new Error(id);
    const move = moveTo('2024/2025', '2025/2026');
    if (!move) throw new Error('no move');
    fc.assert(
      fc.property(remarks, (places) => {
        const text = withRemarks(entry.source.text, places);
        const { read } = parseYaml('x', text);
        if (!read) throw new Error('not read');
        const steps = planReport(
          { ...entry, plain: read.plain, value: Report().parse(read.plain) },
          'next',
          move,
        );
        const made = splice(text, steps);
        expect(plainly(parseYaml('x', made).read?.plain)).toEqual(plainly(meant(read.plain, steps)));
        for (const { text: remark } of remarksOf(text)) expect(made).toContain(remark);
      }),
      { numRuns: 15 },
    );
  });

  it('keeps the mark at the start of a file and Windows’ line breaks, and touches no old file', async () => {
    using project = testProject();
    const { root } = project;
    const file = join(root, 'data/reviews/durham-2002-03.yaml');
    writeFileSync(file, `\ufeff${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`);
    const folders = ['data/reviews', 'data/reports'];
    const all = (): Map<string, string> =>
      new Map(
        folders.flatMap((folder) =>
          readdirSync(join(root, folder)).map((name) => [
            name + folder,
            readFileSync(join(root, folder, name), 'latin1'),
          ]),
        ),
      );
    const before = all();
    expect((await run(root, ['rollover', 'durham-2002-03', '--to', '2003/2004'])).exitCode).toBe(0);
    const after = all();
    expect(after.size).toBe(before.size + 2);
    for (const [name, bytes] of before) expect(after.get(name)).toBe(bytes);
    const made = readFileSync(join(root, 'data/reviews/durham-2003-04.yaml'), 'utf8');
    expect(made.startsWith('\ufeff# yaml-language-server')).toBe(true);
    expect(made.replaceAll('\r\n', '')).not.toContain('\n');
    expect(projectFolder).not.toBe(root);
  });
});
