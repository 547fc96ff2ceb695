import { Framework } from '../../src/records/framework.ts';
import { parseYaml } from '../../src/records/read.ts';
import { Review } from '../../src/records/review.ts';
import type { Entry } from '../../src/records/load.ts';
import { importFigures, type Imported } from '../../src/import/import.ts';
import { readTable } from '../../src/import/read-file.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { quietWorld } from '../support/project.ts';

/** A framework with an indicator of each kind that an import has to tell apart. */
export const frameworkText = `name: Figures for tests
regulator: { name: Inspectorate of Figures, short: IOF }
review: review of figures
department: social services
introduced:
  purpose: Figures are looked at.
  parts:
    - { id: figures, part: A list of figures is published. }
  importance: It shows whether figures are read.
indicators:
  assessments: { code: A1, name: Assessments finished within seven working days, unit: "%", better: higher }
  fees:        { code: B2, name: Fees a week for a place, unit: £ a week, better: lower }
  admissions:  { code: C3, name: Admissions of older people, unit: "per 1,000", better: lower }
  visits:      { name: Visits, unit: visits, better: higher }
comparators: { england: England, similar: Similar councils }
sources:
  - { title: Invented for tests, for: everything in this file }
`;

/** The parts of a review that an import does not touch. */
export const reviewHead = `# What the inspectorate found.
council: durham
framework: figures
period: 2003/2004
title: Review of Figures 2003/2004
subject: the department   # as in a sentence
`;

/** The framework, as the program reads it. */
export function testFramework(): Framework {
  return Framework().parse(parseYaml('data/frameworks/figures.yaml', frameworkText).read?.plain);
}

/** A review, as the program reads it. */
export function reviewFrom(text: string): Entry<Review> {
  const { read, diagnostics } = parseYaml('data/reviews/figures.yaml', text);
  if (!read) throw new Error(`not a review: ${diagnostics.map((d) => d.message).join(' ')}\n${text}`);
  return { id: 'figures', source: read.source, plain: read.plain, value: Review().parse(read.plain) };
}

/** What an import of a file makes of a review’s text. */
export interface Ran extends Imported {
  /** The text afterwards: the same where nothing is to be written. */
  text: string;
}

const framework = testFramework();

/** Imports a file into a review without touching the disk. */
export async function importInto(
  review: string,
  file: string | Uint8Array,
  sheet?: string,
): Promise<Ran & { all: Diagnostic[] }> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const read = await readTable('figures.csv', bytes, framework, sheet);
  const world = {
    ...quietWorld,
    files: { ...quietWorld.files, read: () => new TextEncoder().encode(review) },
  };
  if (!read.table)
    return {
      plan: [],
      headers: undefined,
      without: [],
      refused: read.diagnostics,
      diagnostics: read.diagnostics,
      all: read.diagnostics,
      text: review,
    };
  const imported = importFigures(world, read.table, reviewFrom(review), framework);
  const text = imported.bytes ? new TextDecoder('utf-8').decode(imported.bytes) : review;
  return { ...imported, all: [...read.diagnostics, ...imported.diagnostics], text };
}
