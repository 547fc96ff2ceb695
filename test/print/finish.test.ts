import { expect, test } from 'vitest';
import { finish } from '../../src/print/finish.ts';

const date = new Date('2003-12-01T10:00:00Z');
const finished = (text: string) => finish(Buffer.from(text, 'latin1'), date).toString('latin1');

test('both dates are set, whatever the time zone they were written in', () => {
  const written = "/CreationDate (D:20260102030405+01'00')\n/ModDate (D:20260102030405-11'30')>>";
  expect(finished(written)).toBe(
    "/CreationDate (D:20031201100000+00'00')\n/ModDate (D:20031201100000+00'00')>>",
  );
});

test('table headers are numbered from the file, wherever they are referred to', () => {
  const written =
    '/ID (node00004711)>> /ID (node00000042)>> /Headers [(node00004711) (node00000042)] /Names [(node00000042) 1 0 R]';
  expect(finished(written)).toBe(
    '/ID (node00000002)>> /ID (node00000001)>> /Headers [(node00000002) (node00000001)] /Names [(node00000001) 1 0 R]',
  );
});

test('text that only looks like it is left alone, and every byte keeps its place', () => {
  const written = '/Title (node00000009) /Alt (D:20260102030405) (node7\\) /ID (node00000008)';
  expect(finished(written)).toBe(
    '/Title (node00000009) /Alt (D:20260102030405) (node7\\) /ID (node00000001)',
  );
});
