import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaDiagnostics } from '../../src/records/issues.ts';
import { nounNames, nouns } from '../../src/records/nouns.ts';
import { parseYaml, type Plain } from '../../src/records/read.ts';
import { projectFolder } from '../support/project.ts';

function plainOf(text: string): Plain | undefined {
  return parseYaml('data/test.yaml', text).read?.plain;
}

function problems(text: string): { rule: string; line: number | undefined }[] {
  return parseYaml('data/test.yaml', text).diagnostics.map((d) => ({
    rule: d.rule,
    line: d.range?.start.line,
  }));
}

describe('a record', () => {
  it('is read as it was typed, whatever YAML makes of its words elsewhere', () => {
    const text =
      'a: no\nb: Yes\nc: 0020\nd: 2003-12-01\ne: ~\nf: null\ng: 1e3\nh: 0x1F\ni:\nj: "no"\nk: .inf\n';
    expect({ ...(plainOf(text) as object) }).toEqual({
      a: 'no',
      b: 'Yes',
      c: '0020',
      d: '2003-12-01',
      e: '~',
      f: 'null',
      g: '1e3',
      h: '0x1F',
      i: '',
      j: 'no',
      k: '.inf',
    });
    expect({ ...(plainOf(`%YAML 1.1\n---\na: no\n`) as object) }).toEqual({ a: 'no' });
  });

  it('can have an entry of any name', () => {
    const plain = plainOf('__proto__: { polluted: yes }\nconstructor: x\n') as object;
    expect(Object.keys(plain)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(plain)).toBe(null);
    expect('polluted' in {}).toBe(false);
  });

  it('may repeat a part of itself, but not one that repeats others', () => {
    expect(plainOf('a: &x { b: c }\nd: *x\n')).toMatchObject({ d: { b: 'c' } });
    expect(problems('a: &x [1]\nb: &y [*x, *x]\nc: [*y, *y]\n')).toEqual([
      { rule: 'records/aliases', line: 3 },
    ]);
    expect(problems(`a: &x 1\nb: [${Array.from({ length: 60 }, () => '*x').join(', ')}]\n`)).toEqual([
      { rule: 'records/aliases', line: 2 },
    ]);
  });

  it.each([
    ['a: x\na: y\n', 'records/duplicate-key', 2],
    ['a:\n\tb: x\n', 'records/yaml', 2],
    ['a: "open\nb: x\n', 'records/yaml', 1],
    ["a: 'tis so\nb: x\n", 'records/yaml', 1],
    ['a: { b: c\nd: e\n', 'records/yaml', 1],
    ['a: [b, c\nd: e\n', 'records/yaml', 1],
    ['a: b: c\n', 'records/yaml', 1],
    ['a: b\nc d\ne: f\n', 'records/yaml', 2],
    ['a: - b\n', 'records/yaml', 1],
    ['a: {{rating}}\n', 'records/yaml', 1],
    ['a: "b" c\n', 'records/yaml', 1],
    ['a: "C:\\papers"\n', 'records/yaml', 1],
    ['a: `b`\n', 'records/yaml', 1],
    ['a: > 5 people\nb: c\n', 'records/yaml', 1],
    ['a: *bold* words\n', 'records/misread', 1],
    ['a: *word\n', 'records/misread', 1],
    ['a: &so on\n', 'records/misread', 1],
    ['a: & so on\n', 'records/yaml', 1],
    ['a:\n  - b\n   - c\n', 'records/misread', 3],
    ['a: !b c\n', 'records/tag', 1],
    ['a: b\n---\nc: d\n', 'records/yaml', 2],
    ['# nothing\n', 'records/empty', undefined],
  ])('%j is refused once, where the slip is', (text, rule, line) => {
    expect(problems(text)).toEqual([{ rule, line }]);
  });

  it('with any sign in any place is read or refused, and never stops the run', () => {
    const examples = nounNames.flatMap((noun) => {
      const folder = join(projectFolder, 'data', nouns[noun].folder);
      return readdirSync(folder).map((name) => ({ noun, text: readFileSync(join(folder, name), 'utf8') }));
    });
    const sign = fc.constantFrom(
      ...'"\'{}[]:,&*!|>%@`#-?\t\n \\~é\u0000\uFEFF\r'.split(''),
      '---',
      '{{',
      ': ',
      '\n  ',
    );
    const slip = fc.record({ at: fc.nat(), take: fc.integer({ min: 0, max: 3 }), put: sign });
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.array(slip, { minLength: 1, maxLength: 4 }),
        ({ noun, text }, slips) => {
          const typed = slips.reduce((t, { at, take, put }) => {
            const from = at % (t.length + 1);
            return t.slice(0, from) + put + t.slice(from + take);
          }, text);
          const { read, diagnostics } = parseYaml('data/test.yaml', typed);
          expect(read === undefined).toBe(diagnostics.length > 0);
          const lines = typed.split(/\r\n|\r|\n/).length;
          const told = [...diagnostics];
          if (read) {
            const parsed = nouns[noun].schema.safeParse(read.plain);
            if (!parsed.success) {
              const found = schemaDiagnostics(read.source, read.plain, parsed.error.issues);
              expect(found.length).toBeGreaterThan(0);
              told.push(...found);
            }
          }
          for (const d of told) {
            expect(d.message).not.toMatch(/undefined|\[object|Invalid input|Invalid key/);
            expect(d.hint ?? '', d.message).not.toBe('');
            expect(d.range?.start.line ?? 1).toBeLessThanOrEqual(lines);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
