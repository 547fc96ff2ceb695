import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { changesBetween } from '../../src/changes/changes.ts';
import { isForm } from '../../src/changes/records/differ.ts';
import { schemaFor, schemaOf } from '../../src/changes/records/schema.ts';
import { sideOf } from '../../src/changes/sides.ts';
import { figure } from '../../src/compose/words.ts';
import { isCalendarDate, longDate } from '../../src/records/dates.ts';
import { isNoun, nouns } from '../../src/records/nouns.ts';
import type { Plain } from '../../src/records/read.ts';
import type { Path } from '../../src/records/source.ts';
import type { TravellingRecord } from '../../src/travel/record.ts';
import { exampleReports } from '../support/records.ts';
import { recordOf, sideFrom, styleFor } from './support.ts';

/** One place in a record where another value can stand, and what would have to be told then. */
interface Edit {
  record: string;
  path: Path;
  value: string;
  named: string;
}

const word = 'Zanzibar';

function editsOf(record: TravellingRecord): Edit[] {
  return Object.entries(record.records).flatMap(([name, plain]) => {
    const [noun = ''] = name.split('/');
    return isNoun(noun) ? leaves(plain, nouns[noun].schema, name, []) : [];
  });
}

function leaves(plain: Plain, around: z.ZodType, record: string, path: Path): Edit[] {
  const schema = schemaFor(around, plain);
  if (Array.isArray(plain))
    return plain.flatMap((p, i) => leaves(p, schemaOf(schema, undefined), record, [...path, i]));
  if (isForm(plain))
    return Object.entries(plain).flatMap(([key, inside]) =>
      leaves(inside, schemaOf(schema, key), record, [...path, key]),
    );
  const wanted = edited(plain);
  if (!around.safeParse(wanted.value).success) return [];
  return [{ record, path, ...wanted }];
}

function edited(text: string): { value: string; named: string } {
  if (isCalendarDate(text)) {
    const next = new Date(Date.parse(`${text}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    return { value: next, named: longDate(next) };
  }
  const n = Number(text);
  if (/^-?\d+(\.\d+)?$/.test(text)) return { value: String(n + 1), named: figure(n + 1) };
  return { value: `${text} ${word}`, named: word };
}

function withEdit(record: TravellingRecord, { record: name, path, value }: Edit): TravellingRecord {
  const change = (plain: Plain | undefined, [step, ...rest]: Path): Plain => {
    if (step === undefined) return value;
    if (Array.isArray(plain)) return plain.map((p, i) => (i === step ? change(p, rest) : p));
    return isForm(plain) ? { ...plain, [step]: change(plain[step], rest) } : '';
  };
  return { ...record, records: { ...record.records, [name]: change(record.records[name], path) } };
}

describe.each(exampleReports)('changes of %s', (report) => {
  const style = styleFor(report);
  const record = recordOf(report);
  const now = sideFrom(record, style);
  const edits = editsOf(record);

  it('are none between a paper and itself', () => {
    const { changes, paper, renumbered } = changesBetween(now, sideFrom(record, style), style);
    expect({ changes, paper, renumbered }).toEqual({ changes: [], paper: [], renumbered: 0 });
  });

  it('name the new value of every single edit, and the same the other way round', () => {
    expect(edits.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.constantFrom(...edits), (edit) => {
        const { value: then } = sideOf(withEdit(record, edit), style);
        // A name that others refer to by: the paper cannot be made at all.
        if (!then) return;
        const there = changesBetween(now, then, style).changes;
        const words = there.map(({ sentence, after }) =>
          `${sentence} ${after ?? ''}`.replaceAll('\u00a0', ' '),
        );
        expect(
          words.filter((w) => w.includes(edit.named) || w.includes(edit.value)),
          words.join('\n'),
        ).not.toEqual([]);
        const back = changesBetween(then, now, style).changes;
        const turned = back.map(({ before, after, was, is }) => ({
          before: after,
          after: before,
          was: is,
          is: was,
        }));
        const plain = there.map(({ before, after, was, is }) => ({ before, after, was, is }));
        const sorted = (list: readonly object[]): string[] =>
          list.map((one) => JSON.stringify(one, Object.keys({ before: 0, after: 0, was: 0, is: 0 }))).sort();
        expect(sorted(turned)).toEqual(sorted(plain));
      }),
      { numRuns: Number(process.env['CHANGES_RUNS'] ?? 40) },
    );
  });
});
