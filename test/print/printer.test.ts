import { expect, test } from 'vitest';
import { job, printerFor, readPdf, report, worldWith } from './support.ts';

test('the PDF has text, tags, bookmarks, title, language and dates', async () => {
  const printer = printerFor();
  const printed = await printer.print(job('durham', report('Annual review'), { title: 'Star ratings 2003' }));
  expect(printed.diagnostics).toEqual([]);
  const pdf = await readPdf(printed.value);
  expect(pdf.texts[0]).toContain('Members are asked to note the award.');
  expect(pdf.texts[0]).toContain('Page 1');
  expect(pdf.texts.length).toBeGreaterThan(1);
  expect(pdf.outline).toEqual(['Annual review', ...[1, 2, 3].map((n) => `Section ${n} of Annual review`)]);
  expect(pdf.marked).toBe(true);
  expect(pdf.structure).toContain('"role":"H1"');
  expect(pdf.info).toMatchObject({
    Title: 'Star ratings 2003',
    Language: 'en-GB',
    CreationDate: "D:20031201100000+00'00'",
    ModDate: "D:20031201100000+00'00'",
  });
});

test('each paper keeps its own title, page CSS, language and body, in any order and at the same time', async () => {
  const printer = printerFor();
  const languages = ['en-GB', 'cy', 'en-GB', 'en-GB', 'cy', 'en-GB'];
  const printed = await Promise.all(
    languages.map((language, n) =>
      printer.print(
        job(`paper-${n}`, `<h1>Body ${n}</h1>`, {
          title: `Title ${n}`,
          language,
          pageCss: `@page { @bottom-left { content: "Foot ${n}"; font: 10pt Arimo } }`,
        }),
      ),
    ),
  );
  for (const [n, { value, diagnostics }] of printed.entries()) {
    expect(diagnostics).toEqual([]);
    const pdf = await readPdf(value);
    expect(pdf.texts).toHaveLength(1);
    expect(pdf.texts[0]?.match(/(Body|Foot) \d/g)?.sort()).toEqual([`Body ${n}`, `Foot ${n}`]);
    expect(pdf.info).toMatchObject({ Title: `Title ${n}`, Language: languages[n] });
  }
});

test('pictures and fonts that stand in the paper itself are in the PDF at the first print', async () => {
  const picture =
    'data:image/svg+xml,' +
    encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"><text y="20">x</text></svg>');
  const printer = printerFor();
  const body = `<p>Normal <b>bold</b></p><img alt="chart" loading="lazy" src="${picture}">`;
  const { value, diagnostics } = await printer.print(job('pictures', body));
  expect(diagnostics).toEqual([]);
  const bytes = Buffer.from(value ?? []).toString('latin1');
  const fonts = [...bytes.matchAll(/\/BaseFont \/\w+\+([\w-]+)/g)].map(([, name]) => name);
  expect(new Set(fonts)).toEqual(new Set(['Arimo-Regular', 'Arimo-Bold', 'OpenSans-Regular']));
  expect((await readPdf(value)).structure).toContain('"alt":"chart"');
});

test('a paper without text is an error', async () => {
  const { value, diagnostics } = await printerFor().print(job('blank', '<hr>', { head: '' }));
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ rule: 'print/no-text', severity: 'error', report: 'blank' }]);
});

test('a character that no font can draw is a warning', async () => {
  const { value, diagnostics } = await printerFor().print(job('rare', '<p>Known and \u{13000} unknown.</p>'));
  expect(value).toBeDefined();
  expect(diagnostics).toMatchObject([
    { rule: 'print/missing-character', severity: 'warning', report: 'rare' },
  ]);
});

test('a date that is none is told, not thrown', async () => {
  const { value, diagnostics } = await printerFor().print({
    ...job('when', '<p>x</p>'),
    date: new Date(NaN),
  });
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ rule: 'print/failed', report: 'when' }]);
});

test('with no browser every paper says where was looked and what to do', async () => {
  const printer = printerFor(worldWith({ SCRUTINEER_BROWSER: '', SCRUTINEER_NO_EMBEDDED: '1', PATH: '' }));
  const results = await Promise.all([printer.print(job('a', 'A')), printer.print(job('b', 'B'))]);
  for (const { value, diagnostics } of results) {
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ rule: 'print/no-browser', severity: 'machine' }]);
    expect(diagnostics[0]?.message).toContain('/opt/google/chrome/chrome');
    expect(diagnostics[0]?.hint).toBeTruthy();
  }
  expect((await printer.browser).value).toBeUndefined();
});
