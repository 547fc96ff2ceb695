import { join as joinRecords, type Joined } from '../../src/compose/join.ts';
import { loadRecords, type Records } from '../../src/records/load.ts';
import { Framework } from '../../src/records/framework.ts';
import { parseYaml } from '../../src/records/read.ts';
import type { Review } from '../../src/records/review.ts';
import { realFiles } from '../../src/world.ts';
import { join } from 'node:path';
import { projectFolder, quietWorld } from './project.ts';

/** A slip in a file of the example: the words there, and what stands there instead. */
export type Slip = readonly [file: string, from: string, to: string];

let asTheyAre: Records | undefined;

/** The example's records as they are, or with slips made in them. Nothing is checked. */
export function exampleRecords(slips: readonly Slip[] = []): Records {
  if (slips.length === 0) return (asTheyAre ??= loadRecords(quietWorld).records);
  const read = (path: string): Uint8Array => {
    const bytes = realFiles.read(path);
    const here = slips.filter(([file]) => path === join(projectFolder, file));
    if (here.length === 0) return bytes;
    let text = new TextDecoder().decode(bytes);
    for (const [file, from, to] of here) {
      if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
      text = text.replace(from, () => to);
    }
    return new TextEncoder().encode(text);
  };
  return loadRecords({ ...quietWorld, files: { ...realFiles, read } }).records;
}

/** The records of one of the example's reports, joined. */
export function joinedExample(report: string, slips: readonly Slip[] = []): Joined {
  const joined = joinRecords(exampleRecords(slips), report);
  if (!joined) throw new Error(`The records of ${report} cannot be joined.`);
  return joined;
}

/** Every report of the example. */
export const exampleReports: readonly string[] = [...exampleRecords().report.keys()];

/** A framework of the example. */
export function exampleFramework(id: string): Framework {
  const file = `data/frameworks/${id}.yaml`;
  const text = new TextDecoder().decode(realFiles.read(join(projectFolder, file)));
  return Framework().parse(parseYaml(file, text).read?.plain);
}

/** The same with other things said in its review. */
export function withReview(joined: Joined, changes: Partial<Review>): Joined {
  return { ...joined, review: { ...joined.review, value: { ...joined.review.value, ...changes } } };
}

/** The same under a framework of which other things are said. */
export function withFramework(joined: Joined, changes: Partial<Framework>): Joined {
  return { ...joined, framework: { ...joined.framework, value: { ...joined.framework.value, ...changes } } };
}
