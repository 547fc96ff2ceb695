import { join } from 'node:path';
import type { Joined } from './join.ts';
import { calendarOf } from '../records/calendar.ts';
import type { Records } from '../records/load.ts';
import type { Reading } from '../reading.ts';
import { sha256, sha256OfFile } from '../travel/manifest.ts';
import type { World } from '../world.ts';

/** Records, and the files that they were read from where they were. */
interface ReadRecords {
  world: World;
  reading?: Reading;
  records: Records;
}

/** SHA-256 of the records that a paper is made from, by path. */
export function recordHashes(
  { world: now, reading, records }: ReadRecords,
  joined: Joined,
): Record<string, string> {
  const { report, review, framework, council, earlier, calendar, meeting } = joined;
  const sources = [report, review, framework, council, ...earlier, calendar, meeting].flatMap((entry) =>
    entry ? [entry.source] : [],
  );
  const hashed = Object.fromEntries(sources.map(({ file, text }) => [file, sha256(text)]));
  // A review further back that cannot be used takes no part yet, and will once it is put right.
  const before = (earlier.at(-1) ?? review).value.follows;
  const file = `data/reviews/${before ?? ''}.yaml`;
  if (before === undefined || !records.present.has(`review/${before}`) || Object.hasOwn(hashed, file))
    return hashed;
  const { world } = reading ?? { world: now };
  try {
    return { ...hashed, [file]: sha256OfFile(file, world.files.read(join(world.root, file))) };
  } catch {
    return hashed;
  }
}

/** The files of a report's chain of records as far as it can be followed. */
export function chainFiles({ records }: ReadRecords, reportId: string): string[] {
  const files = [`data/reports/${reportId}.yaml`];
  const report = records.report.get(reportId)?.value;
  if (report) files.push(`data/reviews/${report.review}.yaml`);
  const review = report && records.review.get(report.review)?.value;
  if (review) files.push(`data/frameworks/${review.framework}.yaml`, `data/councils/${review.council}.yaml`);
  const council = review && records.council.get(review.council)?.value;
  if (council) files.push(`data/calendars/${calendarOf(council)}.yaml`);
  return files;
}
