import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { job, paper, printerFor, programOf, report, run, worldWith } from './support.ts';

const sha = (pdf: Uint8Array | undefined) =>
  createHash('sha256')
    .update(pdf ?? 'none')
    .digest('hex');

test('a page that printed other papers before gives the same bytes as a new one', async () => {
  const fresh = await printerFor().print(job('same', report('Same')));
  const used = printerFor(worldWith(), { pages: 1 });
  for (const name of ['Other', 'Another', 'Same']) await used.print(job(name, report(name)));
  const other = await used.print(job('swept', report('Swept'), { head: '<style>p { color: red }</style>' }));
  const again = await used.print(job('same', report('Same')));
  expect(other.value).toBeDefined();
  expect(fresh.value).toBeDefined();
  expect(sha(again.value)).toBe(sha(fresh.value));
});

test('a page prepared for papers of a style gives the same bytes, and so does one prepared for others', async () => {
  const fresh = await printerFor().print(job('same', report('Same')));
  expect(fresh.value).toBeDefined();
  for (const blank of [paper(''), paper('', { head: '<style>p { color: red }</style>' })]) {
    const printer = printerFor();
    printer.prepare(blank);
    let asked = 0;
    const printed = await printer.print({ ...job('same', report('Same')), asked: () => asked++ });
    expect(sha(printed.value)).toBe(sha(fresh.value));
    expect(asked).toBeGreaterThan(0);
  }
});

test('another process in another time zone and language gives the same bytes', async () => {
  const { value } = await printerFor().print(job('same', report('Same')));
  const program = await programOf(`
    let input = '';
    for await (const chunk of process.stdin) input += chunk;
    const { id, date, document } = JSON.parse(input);
    await using printer = print.openPrinter(print.realWorld());
    const { value, diagnostics } = await printer.print({ id, date: new Date(date), document });
    const { createHash } = await import('node:crypto');
    console.log(createHash('sha256').update(value ?? JSON.stringify(diagnostics)).digest('hex'));
  `);
  const elsewhere = { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' };
  const { code, out } = await run(program, elsewhere, JSON.stringify(job('same', report('Same'))));
  expect(code).toBe(0);
  expect(out.trim()).toBe(sha(value));
});

test('only the dates differ between two days', async () => {
  const printer = printerFor();
  const paper = job('dated', report('Dated'));
  const first = await printer.print(paper);
  const later = await printer.print({ ...paper, date: new Date('2026-06-30T22:15:59Z') });
  const undated = (pdf: Uint8Array | undefined) =>
    Buffer.from(pdf ?? [])
      .toString('latin1')
      .replaceAll(/Date \(D:\d{14}\+00'00'\)/g, 'Date');
  expect(undated(later.value)).toBe(undated(first.value));
  expect(sha(later.value)).not.toBe(sha(first.value));
});
