import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf, type ReadPdf } from './support/pdf.ts';
import { run, testProject, type TestProject } from './support/project.ts';

/** What must hold of every example paper in every house style, read back from what was written. */
const styles = ['derby-cabinet', 'durham-scrutiny', 'modern'] as const;
const own = { 'derby-2002': 'derby-cabinet', 'durham-2003-12-01': 'durham-scrutiny' } as const;
const reports = ['derby-2002', 'durham-2003-12-01'] as const;

describe('every paper in every style', () => {
  let project: TestProject;
  const pdfs = new Map<string, Buffer>();
  const htmls = new Map<string, string>();
  const read = new Map<string, ReadPdf>();

  beforeAll(async () => {
    project = testProject();
    for (const style of styles) {
      const built = await run(project.root, ['build', '--style', style]);
      expect(built.exitCode, built.err).toBe(0);
      for (const report of reports) {
        const name = own[report] === style ? report : `${report}-${style}`;
        const pdf = readFileSync(join(project.root, 'out', name, `${name}.pdf`));
        pdfs.set(`${report} ${style}`, pdf);
        htmls.set(
          `${report} ${style}`,
          readFileSync(join(project.root, 'out', name, `${name}.html`), 'utf8'),
        );
        read.set(`${report} ${style}`, await readPdf(pdf));
      }
    }
  });
  afterAll(() => project[Symbol.dispose]());

  const each = reports.flatMap((report) => styles.map((style) => [report, style] as const));
  const pdf = (report: string, style: string): ReadPdf => {
    const found = read.get(`${report} ${style}`);
    if (!found) throw new Error('not made');
    return found;
  };

  it.each(each)(
    '%s, %s: is tagged, titled, in British English, its title shown, bookmarked',
    (report, style) => {
      const found = pdf(report, style);
      expect(found).toMatchObject({ tagged: true, displaysTitle: true, language: 'en-GB' });
      expect(found.title).toMatch(
        report === 'derby-2002'
          ? /^Social Services Inspectorate annual review.* – Council Cabinet$/
          : /^Annual Review.*, 1 December 2003$/,
      );
      expect(found.outline.map((entry) => entry.trim())).toEqual(
        expect.arrayContaining(['Background papers']),
      );
    },
  );

  it.each(each)(
    '%s, %s: every page says which page it is, and from the second on which paper',
    (report, style) => {
      const { pages } = pdf(report, style);
      pages.forEach((text, i) => {
        expect(text).toContain(`Page ${String(i + 1)} of ${String(pages.length)}`);
        const short =
          report === 'derby-2002'
            ? 'Annual review 2001/2002 and star rating'
            : 'Annual review and star rating 2002/2003';
        expect(text.startsWith(short)).toBe(i > 0);
      });
    },
  );

  it.each(each)('%s, %s: the rating stands on the first half page', (report, style) => {
    const lines = pdf(report, style).pages[0]?.split('\n') ?? [];
    const at = lines.findIndex((line) => line.includes('2 out of 3 stars'));
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(lines.length / 2);
  });

  it.each(each)(
    '%s, %s: keeps within the style’s five sides, and leaves no page nearly empty',
    (report, style) => {
      const { pages } = pdf(report, style);
      expect(pages.length).toBeLessThanOrEqual(5);
      for (const text of pages) expect(text.split('\n').length).toBeGreaterThan(8);
    },
  );

  it.each(each)('%s, %s: no straight quotes, double spaces, “1 stars” or holes', (report, style) => {
    const text = pdf(report, style).pages.join('\n');
    expect(text).not.toMatch(/["']| {2}|\b1 stars\b|undefined|\[object|NaN|\{\{| ,| \.(?!\w)|\.\./);
    expect(htmls.get(`${report} ${style}`)).not.toMatch(/<(td|th|li|p|h\d)[^>]*>\s*<\/\1>/);
  });

  it.each(each)(
    '%s, %s: numbers count up without gap or double, and every link leads somewhere',
    (report, style) => {
      const html = htmls.get(`${report} ${style}`) ?? '';
      const numbers = [...html.matchAll(/class="number">([\d.]+) </g)].map((m) => m[1] ?? '');
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(numbers.length).toBeGreaterThan(8);
      numbers.forEach((number) => {
        const parts = number.split('.').map(Number);
        const last = parts.at(-1) ?? 0;
        if (last > 1)
          expect(
            numbers.some(
              (n) =>
                n === [...parts.slice(0, -1), last - 1].join('.') ||
                n.startsWith(`${[...parts.slice(0, -1), last - 1].join('.')}.`),
            ),
            `what comes before ${number}`,
          ).toBe(true);
      });
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]));
      for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    },
  );

  it.each(each)('%s, %s: the HTML stands alone, without scripts', (report, style) => {
    const html = htmls.get(`${report} ${style}`) ?? '';
    const page = html.replace(/<script type="application\/json" id="record">[^<]*<\/script>/, '');
    expect(page).not.toMatch(/<script|<link|<img|\son\w+=|src=/);
    expect(html.match(/url\((?!data:)/)).toBeNull();
    expect(html).toContain("default-src 'none'");
  });

  it('numbers the Durham paper as the original: 5.1 and 5.2, 10.1 to 10.5, 11 to note', () => {
    const text = pdf('durham-2003-12-01', 'durham-scrutiny').pages.join('\n');
    for (const start of [
      '1 To inform',
      '5.1 Services for children',
      '5.2 Services for adults',
      '10.1 Victoria Climbié',
      '10.5 Partnership boards',
      '11 Elected Members are asked to note',
    ]) {
      expect(text).toMatch(new RegExp(`^${start.replaceAll('.', '\\.')}`, 'm'));
    }
  });

  it('numbers the Derby paper’s implications 3 to 7 and ends with the recommendation', () => {
    const { pages } = pdf('derby-2002', 'derby-cabinet');
    const text = pages.join('\n');
    for (const start of [
      '3 None.',
      '4 None.',
      '5.1 The programme',
      '5.2 The social services budget',
      '6 None.',
      '7 How well social services perform',
      '8 To consider this report.',
    ]) {
      expect(text).toMatch(new RegExp(`^${start.replaceAll('.', '\\.')}`, 'm'));
    }
    expect(text).toMatch(/^1\.5 Recommendation\nTo consider this report\.$/m);
  });

  it('gives the same bytes when built again', async () => {
    using again = testProject();
    const built = await run(again.root, ['build', '--style', 'modern'], {
      env: { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' },
    });
    expect(built.exitCode, built.err).toBe(0);
    for (const report of reports) {
      const name = join(again.root, 'out', `${report}-modern`, `${report}-modern`);
      expect(readFileSync(`${name}.pdf`).equals(pdfs.get(`${report} modern`) ?? Buffer.of())).toBe(true);
      expect(readFileSync(`${name}.html`, 'utf8')).toBe(htmls.get(`${report} modern`));
    }
  });
});
