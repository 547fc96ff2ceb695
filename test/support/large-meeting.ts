import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** A meeting with many reports, and what they are called. */
export interface LargeMeeting {
  meeting: string;
  reports: string[];
}

/** Reports of the example that are copied in turn, each with its review and a figure of it that can be any. */
const patterns = [
  { report: 'exampleshire-rsh-2026-01-13', figure: 'tenants-satisfied', from: 58 },
  { report: 'exampleshire-send-2026-01-13', figure: 'weeks-to-plan', from: 21 },
  { report: 'exampleshire-cqc-2026-01-13', figure: 'social-contact', from: 35 },
] as const;

const meeting = 'large';

/**
 * Writes a project whose Cabinet has a meeting with many reports: copies of the example's, each with a title, figures
 * and a length of its own. Every fourth has no figures and is short; the longest have contents with page numbers.
 * Forty reports come to more than 300 pages.
 *
 * @param from the project’s own folder, from which the example is taken
 * @param into a folder that is there or can be made
 */
export function writeLargeMeeting(from: string, into: string, count: number): LargeMeeting {
  mkdirSync(into, { recursive: true });
  for (const folder of ['data', 'templates'])
    cpSync(join(from, folder), join(into, folder), { recursive: true });
  const file = (noun: string, name: string): string => join(into, 'data', noun, `${name}.yaml`);
  const read = (noun: string, name: string): Record =>
    parse(readFileSync(file(noun, name), 'utf8')) as Record;
  const write = (noun: string, name: string, record: Record): void => {
    writeFileSync(file(noun, name), stringify(record));
  };
  const originals = patterns.map((pattern) => {
    const report = read('reports', pattern.report);
    return { ...pattern, report, review: read('reviews', String(report['review'])) };
  });
  for (const noun of ['reports', 'meetings'])
    for (const name of readdirSync(join(into, 'data', noun))) rmSync(join(into, 'data', noun, name));

  const reports: string[] = [];
  for (let n = 1; n <= count; n++) {
    const original = originals[n % originals.length];
    if (!original) throw new Error('There is nothing to copy.');
    const name = `${meeting}-${String(n).padStart(3, '0')}`;
    const short = n % 4 === 0;
    const review = structuredClone(original.review);
    if (short) withoutFigures(review);
    else otherFigure(review, original.figure, original.from + (n % 7));
    write('reviews', name, review);
    const report = structuredClone(original.report);
    const title = String(report['title']).replace(' (an invented example)', '');
    write('reports', name, {
      ...report,
      review: name,
      title: `Paper ${String(n)}: ${title} (an invented example)`,
      short_title: `Paper ${String(n)} (an invented example)`,
      summary: [`This is paper ${inWords(n)} of a large meeting.`],
      background: ['Exampleshire is invented. So are all figures in this paper, those for England included.'],
      response: Array.from({ length: short ? 1 : 2 + ((n * 5) % 23) }, (_, i) => paragraph(n + i)),
      ...(short ? { conclusion: undefined } : {}),
    });
    reports.push(name);
  }
  write('meetings', meeting, {
    council: 'exampleshire',
    body: 'cabinet',
    date: '2026-01-13',
    time: '10 am',
    venue: 'Council Chamber, County Hall',
    published: '2026-01-05',
    minutes: [{ of: '2025-12-09' }],
    items: reports.map((report, i) => ({ report, wards: [wards[i % wards.length]] })),
  });
  return { meeting, reports };
}

type Record = { [entry: string]: unknown };

/** Gives an indicator's latest figure another value. */
function otherFigure(review: Record, indicator: string, value: number): void {
  const figures = (review['indicators'] as { [name: string]: { value: number | string }[] })[indicator];
  const latest = figures?.at(-1);
  if (!latest) throw new Error(`The review has no ${indicator}.`);
  latest.value = value;
}

/** Takes the indicators out, and what quotes them. */
function withoutFigures(review: Record): void {
  delete review['indicators'];
  delete review['performance'];
  const quotes = (said: unknown): boolean => JSON.stringify(said ?? '').includes('{{indicator');
  for (const area of (review['areas_for_improvement'] ?? []) as Record[]) {
    if (quotes(area['progress'])) delete area['progress'];
    for (const action of (area['actions'] ?? []) as Record[]) delete action['indicator'];
  }
  for (const told of Object.values((review['promised'] ?? {}) as { [id: string]: Record }))
    if (quotes(told['progress'])) delete told['progress'];
}

const wards = ['All', 'Northmoor', 'Samplemouth East', 'Samplemouth West', 'Upper Sample'];

const sentences = [
  'The council has looked at what others do and has chosen what suits a county of villages and small towns.',
  'Those who use the service were asked, and what they said has changed the plan in several places.',
  'Nothing in it depends on money that the council does not have.',
  'Members will be told how it goes, and can ask for more at any time.',
  'Where something was tried before and failed, the plan says what is different now.',
  'Partners have agreed to their part of it in writing.',
];

/** A paragraph of three to six sentences, another for each number. */
function paragraph(n: number): string {
  return Array.from({ length: 3 + (n % 4) }, (_, i) => sentences[(n + i) % sentences.length]).join(' ');
}

const units = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A number by its digits: what stands in figures would be taken for a figure that the record lacks. */
function inWords(n: number): string {
  return Array.from(String(n), (digit) => units[Number(digit)] ?? digit).join(' ');
}
