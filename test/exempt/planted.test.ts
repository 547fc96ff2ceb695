import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { publicPlain } from '../../src/exempt/redact.ts';
import { makeReport, openProject } from '../../src/pipeline.ts';
import type { Plain } from '../../src/records/read.ts';
import { quietWorld, run, testProject } from '../support/project.ts';
import { passage, places, planted, readings, secret } from './planting.ts';

/** Secrets that exist nowhere else are planted wherever a record can hold them; no byte of them may come out. */

const report = 'exampleshire-cqc-2026-01-13';
const example = openProject(quietWorld, [report]).records;
const reportEntry = example.report.get(report);
const reviewEntry = reportEntry && example.review.get(reportEntry.value.review);
if (!reportEntry || !reviewEntry) throw new Error('the example cannot be read');

interface Planted {
  report: Plain;
  review: Plain;
  secrets: string[];
}

const reportPlaces = places(reportEntry.value);
const reviewPlaces = places(reviewEntry.value);

/** @param chosen which of the places are exempt */
function plant(chosen: (n: number) => boolean): Planted {
  const made: Planted = { report: reportEntry?.plain ?? '', review: reviewEntry?.plain ?? '', secrets: [] };
  reportPlaces.forEach((path, n) => {
    if (!chosen(n)) return;
    made.report = planted(made.report, path, () => passage(secret(n, 'Rep'), n % 2 === 0));
    made.secrets.push(secret(n, 'Rep'));
  });
  reviewPlaces.forEach((path, n) => {
    if (!chosen(n + reportPlaces.length)) return;
    made.review = planted(made.review, path, () => passage(secret(n, 'Rev'), n % 2 === 1));
    made.secrets.push(secret(n, 'Rev'));
  });
  const reason = 'A bidder who knew would bid higher.';
  Object.assign(made.report, {
    internal_notes: [secret(0, 'Note')],
    clearance: ['finance', 'legal', 'portfolio_holder'].map((by) => ({
      by,
      date: '2026-01-02',
      comment: secret(0, 'Clear'),
    })),
    appendices: [
      { id: 'open-one', title: 'A survey' },
      {
        id: 'closed-one',
        title: secret(0, 'App'),
        attached: secret(1, 'App'),
        exempt: ['1'],
        public_interest: reason,
      },
    ],
  });
  made.secrets.push(secret(0, 'Note'), secret(0, 'Clear'), secret(0, 'App'), secret(1, 'App'), 'Qxremark');
  return made;
}

function write(root: string, { report: r, review }: Planted): void {
  const text = (plain: Plain): string => `# Qxremark\n${stringify(plain)}`;
  writeFileSync(join(root, `data/reports/${report}.yaml`), text(r));
  writeFileSync(join(root, `data/reviews/${reviewEntry?.id ?? ''}.yaml`), text(review));
}

async function proveNothingOut(made: Planted): Promise<void> {
  using project = testProject();
  write(project.root, made);
  const ran = await run(project.root, ['build', report]);
  expect(ran.exitCode, ran.err).toBe(0);
  const folder = join(project.root, 'out', report);
  const files = readdirSync(folder);
  expect(files.filter((file) => /\.(?:html|pdf|manifest\.json)$/.test(file))).toHaveLength(3);
  for (const file of files) {
    const text = await readings(join(folder, file));
    expect(
      made.secrets.filter((one) => text.includes(one.toLowerCase())),
      file,
    ).toEqual([]);
  }
  // The redacted records are valid ones, and make the same paper.
  const html = readFileSync(join(folder, `${report}.html`), 'utf8');
  using copy = testProject();
  const open = {
    report: publicPlain('report', made.report),
    review: publicPlain('review', made.review),
    secrets: [],
  };
  mkdirSync(join(copy.root, 'out'), { recursive: true });
  write(copy.root, open);
  const again = await run(copy.root, ['build', report]);
  expect(again.exitCode, again.err).toBe(0);
  expect(readFileSync(join(copy.root, 'out', report, `${report}.html`), 'utf8')).toBe(html);
  expect(
    readFileSync(join(copy.root, 'out', report, `${report}.pdf`)).equals(
      readFileSync(join(folder, `${report}.pdf`)),
    ),
  ).toBe(true);
}

describe('secrets in records', { timeout: 240_000 }, () => {
  it('never come out where every passage is exempt', async () => {
    await proveNothingOut(plant(() => true));
  });

  it('never come out wherever they are', async () => {
    const some = fc.infiniteStream(fc.boolean());
    await fc.assert(
      fc.asyncProperty(some, async (stream) => {
        const flags = [...stream.take(reportPlaces.length + reviewPlaces.length)];
        await proveNothingOut(plant((n) => flags[n] === true));
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('are in the restricted version, which is numbered as the public one', async () => {
    using project = testProject();
    const made = plant(() => true);
    write(project.root, made);
    const opened = openProject({ ...quietWorld, root: project.root }, [report]);
    const restricted = await makeReport(opened, report, undefined, { part: 'restricted' });
    const open = await makeReport(opened, report);
    const text = JSON.stringify(restricted.paper);
    for (const token of made.secrets.filter((one) => /Rep\d/.test(one))) expect(text).toContain(token);
    const numbers = (paper: unknown): string[] =>
      [
        ...JSON.stringify(paper).matchAll(/"id":"([^"]+)","anchor":"[^"]+","level":\d,"number":"([^"]+)"/g),
      ].map(([, id = '', n = '']) => `${n} ${id}`);
    expect(numbers(open.paper).length).toBeGreaterThan(10);
    expect(numbers(restricted.paper)).toEqual(numbers(open.paper));
  });
});
