import { expect, it } from 'vitest';
import * as z from 'zod';
import { schemaDiagnostics } from '../../src/records/issues.ts';
import { nounNames, nouns } from '../../src/records/nouns.ts';
import { parseYaml } from '../../src/records/read.ts';
import { placesIn } from '../support/schemas.ts';

const mistakes = [
  '{}',
  'place:',
  'place: zzz',
  'place: [zzz]',
  'place: []',
  'place: { zzz: zzz }',
  'place: { "": zzz }',
  'place: {}',
];

it.each(nounNames)('every mistake in a %s is told in words that say what to write instead', (noun) => {
  const places = [...placesIn(nouns[noun].schema, noun)];
  expect(places.length).toBeGreaterThan(5);
  for (const [path, place] of places) {
    const schema = z.strictObject({ place });
    for (const mistake of mistakes) {
      const { read } = parseYaml('data/test.yaml', mistake);
      if (read === undefined) throw new Error(`${mistake} is no YAML`);
      const issues = schema.safeParse(read.plain).error?.issues ?? [];
      for (const { message, hint = '' } of schemaDiagnostics(read.source, read.plain, issues, schema)) {
        expect(message, `${path}: ${mistake}`).toMatch(/[.?]$/);
        expect(message, `${path}: ${mistake}`).not.toMatch(/Invalid|expected|received|Unrecognized/);
        expect(hint, `${path}: ${mistake}`).not.toBe('');
      }
    }
  }
});
