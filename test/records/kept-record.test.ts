import { expect, it } from 'vitest';
import type { Kept } from '../../src/kept.ts';
import { keepRecord, keptRecord } from '../../src/records/kept-record.ts';
import { loadRecords, type Records } from '../../src/records/load.ts';
import { nounNames } from '../../src/records/nouns.ts';
import { Prose } from '../../src/records/prose.ts';
import { realFiles, type World } from '../../src/world.ts';
import { projectFolder, quietWorld } from '../support/project.ts';

/** What is kept, for as long as a test lasts. */
function memory(): Kept & { files: Map<string, Buffer> } {
  const files = new Map<string, Buffer>();
  return { files, get: (name) => files.get(name), put: (name, bytes) => files.set(name, Buffer.from(bytes)) };
}

const valuesOf = (records: Records): unknown =>
  nounNames.flatMap((noun) =>
    [...records[noun].values()].map(({ id, value, plain }) => [noun, id, value, plain]),
  );

it('records are the same, read for the first time or kept, and are not parsed again', () => {
  const kept = memory();
  const world: World = { ...quietWorld, kept };
  const plain = loadRecords(quietWorld);
  const first = loadRecords(world);
  const again = loadRecords(world);
  expect(kept.files.size).toBe(first.records.present.size);
  for (const { records, diagnostics } of [first, again]) {
    expect(valuesOf(records)).toStrictEqual(valuesOf(plain.records));
    expect(diagnostics).toEqual(plain.diagnostics);
    expect([...records.texts]).toEqual([...plain.records.texts]);
  }
  const path = ['judgements'];
  const place = (records: Records) => records.review.get('durham-2002-03')?.source.at(path);
  expect(place(again.records)).toEqual(place(plain.records));
  // What is kept is what is used: of a record that somebody else put there, nothing is read again.
  for (const [name, bytes] of kept.files)
    kept.files.set(name, Buffer.from(bytes.toString().replace('Durham County Council', 'Nobody')));
  expect([...loadRecords(world).records.council.values()].map(({ value }) => value.name)).toContain('Nobody');
});

it('a record that there is something to tell of is told of each time', () => {
  const kept = memory();
  const read: World['files']['read'] = (path) => {
    const bytes = realFiles.read(path);
    if (!path.endsWith('reviews/durham-2002-03.yaml')) return bytes;
    return Buffer.from(
      Buffer.from(bytes)
        .toString()
        .replace(/^title: .*$/m, 'title: “Annual Review”'),
    );
  };
  const world: World = { ...quietWorld, root: projectFolder, files: { ...realFiles, read }, kept };
  const told = [1, 2].map(() => loadRecords(world).diagnostics.map(({ rule }) => rule));
  expect(told).toEqual([['records/curly-marks'], ['records/curly-marks']]);
});

it('what does not come back as it is, is not kept', () => {
  const kept = memory();
  keepRecord(kept, 'review', 'a', { value: { words: new Prose('Good.') }, plain: { words: 'Good.' } });
  expect(keptRecord(kept, 'review', 'a')?.value).toStrictEqual({ words: new Prose('Good.') });
  expect(keptRecord(kept, 'report', 'a')).toBeUndefined();
  keepRecord(kept, 'review', 'b', { value: { list: ['\0prose', 'x'] }, plain: { list: ['\0prose', 'x'] } });
  keepRecord(kept, 'review', 'c', { value: { day: new Date(0) }, plain: { day: '1970-01-01' } });
  expect(keptRecord(kept, 'review', 'b')).toBeUndefined();
  expect(keptRecord(kept, 'review', 'c')).toBeUndefined();
});
