import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { printerFor, report } from '../print/support.ts';
import { finished, printWith } from './support.ts';

const sha = (pdf: Uint8Array) => createHash('sha256').update(pdf).digest('hex');

test('two browsers, a fresh and a used one, come to the same bytes in the end', async () => {
  const fresh = await printWith(printerFor(), report('Same'));
  const used = printerFor(undefined, { pages: 1 });
  for (const name of ['Other', 'Another']) await printWith(used, report(name));
  const later = await printWith(used, report('Same'));
  // As if the browser's own dates and identifiers had stayed in the file.
  const raw = Buffer.from(later)
    .toString('latin1')
    .replaceAll('(node00', '(node99')
    .replace(/D:20031201/g, 'D:20261122');
  expect(raw).not.toBe(Buffer.from(fresh).toString('latin1'));
  expect(sha(await finished(Buffer.from(raw, 'latin1')))).toBe(sha(await finished(fresh)));
});

test('finishing what is finished changes nothing that is read', async () => {
  const once = await finished(await printWith(printerFor(), report('Twice')));
  expect(sha(await finished(once))).toBe(sha(await finished(once)));
  expect((await finished(once)).length).toBeLessThan(once.length * 1.01);
});
