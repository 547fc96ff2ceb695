import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { start } from '../../src/start/kept-code.ts';

let folder: string;
let cache: string;
let program: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-start-'));
  cache = join(folder, 'cache');
  program = join(folder, 'program-1.js');
  writeFileSync(
    program,
    '(function (exports, require, module, __filename) { const { sep } = require("node:path"); exports.answer = (n) => [n * 2, sep, __filename]; })',
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const answer = (): { said: unknown; keep: () => void } => {
  const started = start(program, 'build', { caches: [cache] });
  const { answer } = started.exports as { answer: (n: number) => unknown };
  return { said: answer(21), keep: () => started.keep() };
};
const right = (): unknown[] => [42, '/', program];
const kept = (): string => {
  const [name = ''] = readdirSync(join(cache, 'code'));
  return join(cache, 'code', name);
};

it('keeps what was compiled, runs from it, and does not write it again', () => {
  const first = answer();
  expect(first.said).toEqual(right());
  first.keep();
  expect(readdirSync(join(cache, 'code'))).toHaveLength(1);
  const second = answer();
  second.keep();
  expect(second.said).toEqual(right());
  expect(readdirSync(join(cache, 'code'))).toHaveLength(2);
  const third = answer();
  rmSync(join(cache, 'code'), { recursive: true });
  third.keep();
  expect(third.said).toEqual(right());
  expect(existsSync(join(cache, 'code'))).toBe(false);
});

it.each([
  ['a bit changed', (code: Buffer) => code.with(code.length - 9, (code.at(-9) ?? 0) ^ 1)],
  ['cut short', (code: Buffer) => code.subarray(0, code.length / 2)],
  ['empty', () => Buffer.of()],
  ['the code of another program', (code: Buffer) => Buffer.concat([code.subarray(32), code])],
])('runs where what was kept is spoilt, and mends it: %s', (_, spoil) => {
  answer().keep();
  const whole = readFileSync(kept());
  writeFileSync(kept(), spoil(Buffer.from(whole)));
  const again = answer();
  expect(again.said).toEqual(right());
  again.keep();
  expect(readFileSync(kept()).length).toBe(whole.length);
  expect(answer().said).toEqual(right());
});

it('runs where nothing can be kept', () => {
  writeFileSync(cache, 'a file where the folder should be');
  const { said, keep } = answer();
  keep();
  expect(said).toEqual(right());
});

it.skipIf(process.platform === 'win32')('takes no code that somebody else could have put there', () => {
  answer().keep();
  const before = readFileSync(kept());
  chmodSync(join(cache, 'code'), 0o777);
  writeFileSync(kept(), before);
  const { said, keep } = answer();
  keep();
  expect(said).toEqual(right());
  chmodSync(join(cache, 'code'), 0o700);
});

it('does not keep the code of every version there ever was', () => {
  mkdirSync(join(cache, 'code'), { recursive: true, mode: 0o700 });
  for (let i = 0; i < 80; i++) writeFileSync(join(cache, 'code', `program-${i}-build`), '');
  answer().keep();
  expect(readdirSync(join(cache, 'code'))).toHaveLength(48);
  expect(readdirSync(join(cache, 'code')).some((name) => name.startsWith('program-1-'))).toBe(true);
});
