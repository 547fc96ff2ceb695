import { rule, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Report } from '../records/report.ts';
import type { Entry } from '../records/load.ts';
import { kindsInWords, paragraphsInWords } from './schedule-12a.ts';

/** A report that is exempt as a whole: there is nothing to publish. */
const wholeReport = rule(
  'exempt/whole-report',
  'warning',
  'Reports that are exempt as a whole are not open to the public (Local Government Act 1972, section 100B(2)).',
);

/** Something exempt in a file for the public. */
export const leak = rule(
  'exempt/leak',
  'error',
  'What is exempt must not reach the public: once published it cannot be taken back.',
);

/** A file for the public that cannot be searched for what is exempt. */
export const unsearched = rule(
  'exempt/unsearched',
  'error',
  'Nobody can say that nothing exempt is in a file that cannot be read.',
);

const noEdition = rule(
  'exempt/no-edition',
  'error',
  'An edition is what was published, and a report that is exempt as a whole never is.',
);

/** Says that there is no edition of a report that is exempt as a whole. */
export function ofNoEdition(entry: Entry<Report> | undefined): Diagnostic {
  return noEdition.at(
    entry?.source.keyAt(['exempt']),
    'The whole report is exempt, so there is nothing to issue to the public.',
    'Make the restricted pack of its meeting instead. If the report may be published now, take its `exempt:` out first.',
  );
}

/** Says that no public paper is made of a report, where it is exempt as a whole. */
export function ofWholeReport({ value: report, source }: Entry<Report>): Diagnostic | undefined {
  const { exempt } = report;
  if (!exempt) return undefined;
  return wholeReport.at(
    source.keyAt(['exempt']),
    `The whole report is exempt under ${paragraphsInWords(exempt.paragraphs)} of Part 1 of Schedule 12A (${kindsInWords(exempt.paragraphs)}), so no paper for the public is made of it.`,
    'Name it under `exempt_items` of its meeting, and it goes into the restricted pack. Delete files of it that were made for the public before.',
  );
}
