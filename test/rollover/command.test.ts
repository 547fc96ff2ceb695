import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, testProject } from '../support/project.ts';
import { fillIn, rollover, waiting } from './support.ts';

/** From one year to the next: start, fill in, and put before members. */

const placesOf = (found: { file: string; waits: { line: number; column: number }[] }): string[] =>
  found.waits.map(({ line, column }) => `${found.file}:${String(line)}:${String(column)}`);

/** Two reports rest on this review. */
const cqc = ['exampleshire-cqc-2024-25', '--report', 'exampleshire-cqc-2026-01-13'];

describe('scrutineer rollover', () => {
  it('carries Durham 2002/2003 on to 2003/2004', async () => {
    using project = testProject();
    const { root } = project;
    const old = ['data/reviews/durham-2002-03.yaml', 'data/reports/durham-2003-12-01.yaml'];
    const before = old.map((file) => readFileSync(join(root, file)));
    const { review, report, written } = await rollover(root, 'durham-2002-03', '--to', '2003/04');
    expect(written).toBe(true);
    if (!report) throw new Error('no report was started');
    expect([review.file, report.file]).toEqual([
      'data/reviews/durham-2003-04.yaml',
      'data/reports/durham-2004.yaml',
    ]);

    // The check lists exactly what waits, and no paper is made.
    const found = await waiting(root, [review.id, report.id]);
    expect(found.others).toEqual([]);
    expect(found.waits.sort()).toEqual([...placesOf(review), ...placesOf(report)].sort());
    const early = await run(root, ['build', 'durham-2004', '--emit', 'paper']);
    expect(early.exitCode).toBe(1);
    expect(early.err).toContain('This waits to be supplied');

    const answers: Record<string, string> = {
      timeline: '[{ id: announcement, date: 2004-11-18, event: the inspectorate announced its ratings }]',
      'judgements › children › serving_people_well': 'most',
      'judgements › children › capacity_for_improvement': 'promising',
      'judgements › adults › serving_people_well': 'most',
      'judgements › adults › capacity_for_improvement': 'promising',
      rating: '2',
      good_practice: '[Fewer children move from one home to the next]',
      performance: 'More indicators rose than fell.',
      areas_for_improvement:
        '[{ id: stability, title: Stable homes, finding: Some children still move too often. }]',
      'indicators › initial-assessments › entry 1 › value': '52',
    };
    fillIn(root, review, (entry) => answers[entry]);
    fillIn(root, report, (entry) => {
      if (entry === 'meeting') return '2004-12-06';
      if (entry === 'response') return '[The County Council means to keep what was gained.]';
      if (entry === 'recommendations') return '[{ note: "the award of {{rating}}" }]';
      return 'none';
    });
    expect(await waiting(root, [review.id, report.id])).toEqual({ waits: [], others: [] });
    const { out, exitCode, err } = await run(root, ['build', 'durham-2004', '--emit', 'paper']);
    expect(exitCode, err).toBe(0);
    // Last year's judgements are the previous ones, and its figure the one before.
    expect(out).toMatch(/2002\/2003/);
    expect(out).toMatch(/the same as last year/);
    expect(out).toMatch(/Up from 1\sstar/);
    const modern = await run(root, ['build', 'durham-2004', '--style', 'modern', '--emit', 'paper']);
    expect(modern.exitCode, modern.err).toBe(0);
    expect(modern.out).toMatch(/the same as in 2002\/2003/);
    expect(out).toMatch(/38%/);
    expect(out).toMatch(/52%/);
    expect(out).not.toMatch(/to be supplied/i);
    expect(old.map((file) => readFileSync(join(root, file)))).toEqual(before);
  });

  it('carries the promises of Exampleshire’s assessment on, two years later', async () => {
    using project = testProject();
    const { root } = project;
    const { review, report } = await rollover(root, ...cqc, '--to', '2026/2027');
    if (!report) throw new Error('no report was started');
    const found = await waiting(root, [review.id, report.id]);
    expect(found.others).toEqual([]);
    expect(found.waits).toHaveLength(review.waits.length + report.waits.length);
    const answers: Record<string, string> = {
      timeline: '[{ id: report-published, date: 2027-05-18, event: the Commission published its report }]',
      rating: 'good',
      areas_for_improvement: '[{ id: waiting, title: Waiting, finding: Some still wait too long. }]',
      good_practice: '[Reviews on time]',
    };
    fillIn(root, review, (entry) => {
      if (entry.startsWith('judgements')) return '3';
      if (entry.startsWith('promised')) return `What came of it is told here.`;
      if (entry.endsWith('source')) return 'Adult Social Care Outcomes Framework';
      if (entry.endsWith('numerator')) return '770';
      if (entry.endsWith('denominator')) return '1000';
      if (entry.startsWith('indicators › quality-of-life')) return '19';
      if (entry.startsWith('indicators')) return '77';
      return answers[entry] ?? 'The assessors saw what had become better.';
    });
    fillIn(root, report, (entry) => {
      if (entry === 'meeting') return '2027-06-15';
      if (/^(?:summary|background|response)$/.test(entry)) return '[The council is better than it was.]';
      if (entry === 'recommendations') return '[{ note: "the rating of {{rating}}" }]';
      return entry.startsWith('implications') || entry === 'background_papers' ? 'none' : 'It is public.';
    });
    const after = await waiting(root, [review.id, report.id]);
    expect(after.waits).toEqual([]);
    // What was due in the meantime and is still as it was is told as overdue, one by one.
    for (const other of after.others) expect(other).toMatch(/was due by|asks for clearance/);
    const { out, exitCode, err } = await run(root, ['build', report.id, '--emit', 'paper']);
    expect(exitCode, err).toBe(0);
    expect(out).toMatch(/Clear the backlog of yearly reviews/);
    expect(out).toMatch(/What came of it is told here/);
    expect(out).toMatch(/Done on 12 December 2025/);
    expect(out).toMatch(/requires improvement/i);
    expect(out).not.toMatch(/to be supplied/i);
  });

  it('takes figures that wait from a spreadsheet', async () => {
    using project = testProject();
    const { root } = project;
    const { review } = await rollover(root, ...cqc, '--to', '2025/2026');
    const csv =
      'Indicator,Period,Value,Target,England\nsocial-contact,2025/26,47.1,47,46\nat-home,2025/26,82,,\n';
    writeFileSync(join(root, 'figures.csv'), csv);
    const ran = await run(root, ['import', 'indicators', 'figures.csv', '--into', review.id]);
    expect(ran.exitCode, ran.err).toBe(0);
    expect(ran.out).not.toContain('9007');
    const made = readFileSync(join(root, review.file), 'utf8');
    expect(made).toContain(
      '- { period: 2025/2026, value: 47.1, target: 47, comparators: { england: 46 }, source: to be supplied }',
    );
    expect(made).toContain(
      '- { period: 2025/2026, value: 82, target: to be supplied, comparators: { england: to be supplied }, source: to be supplied }',
    );
    const found = await waiting(root, [review.id]);
    expect(found.others).toEqual([]);
    expect(found.waits).toHaveLength(review.waits.length - 4);
  });

  it('writes nothing in a preview, and refuses a second time', async () => {
    using project = testProject();
    const { root } = project;
    expect((await rollover(root, 'derby-2001-02', '--to', '2002/2003', '--preview')).written).toBe(false);
    const made = await rollover(root, 'derby-2001-02', '--to', '2002/2003');
    expect(made.written).toBe(true);
    const first = readFileSync(join(root, made.review.file));
    const again = await run(root, ['rollover', 'derby-2001-02', '--to', '2002/2003']);
    expect(again.exitCode).toBe(2);
    expect(again.err).toContain('exists already, and nothing is overwritten');
    expect(readFileSync(join(root, made.review.file))).toEqual(first);
  });
});

describe('a record written in many ways', () => {
  it.each(['as it is', 'with Windows’ line breaks'])('is carried on in the same ways, %s', async (how) => {
    using project = testProject();
    const { root } = project;
    const windows = (text: string): string => (how === 'as it is' ? text : text.replaceAll('\n', '\r\n'));
    const input = readFileSync(new URL('records/odd-2002-03.yaml', import.meta.url), 'utf8');
    writeFileSync(join(root, 'data/reviews/odd-2002-03.yaml'), windows(input));
    const ran = await run(root, ['rollover', 'odd-2002-03', '--to', '2003/2004']);
    expect(ran.exitCode, ran.err).toBe(0);
    const expected = new URL('records/odd-2003-04.yaml', import.meta.url);
    const made = readFileSync(join(root, 'data/reviews/odd-2003-04.yaml'), 'utf8');
    if (process.env['UPDATE_CASES'] === '1' && how === 'as it is') writeFileSync(expected, made);
    expect(made).toBe(windows(readFileSync(expected, 'utf8')));
  });

  it('is refused where it repeats itself', async () => {
    using project = testProject();
    const { root } = project;
    const file = join(root, 'data/reviews/durham-2002-03.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replace('children: {', 'children: &same {').replace(/adults: {3}\{.*\}/, 'adults: *same'),
    );
    const ran = await run(root, ['rollover', 'durham-2002-03', '--to', '2003/2004']);
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain('[rollover/not-in-place]');
  });
});
