import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describePdf, toText, type Description } from '../src/finish/describe.ts';
import { projectFolder, run, testProject, type TestProject } from './support/project.ts';
import { wordsByTags } from './support/tags.ts';
import { houseStyles } from './support/web-conditions.ts';

/** The reading order as a screen reader has it. The goldens are to be read by a person when they change. */

const own = { 'derby-2002': 'derby-cabinet', 'durham-2003-12-01': 'durham-scrutiny' } as const;
const reports = ['derby-2002', 'durham-2003-12-01'] as const;
const papers = reports.flatMap((report) =>
  houseStyles.map((style) => (own[report] === style ? report : `${report}-${style}`)),
);
/** A paper over its limit of sides, which has contents with page numbers. */
const long = 'durham-2003-12-01-long';
const goldens = ['derby-2002', 'durham-2003-12-01', 'durham-2003-12-01-modern', long];

/** Types that stand inside a line of text. */
const isItem = (line: string): boolean => /^\s*LI$/.test(line);

describe('the structure of every finished PDF', () => {
  let project: TestProject;
  const made = new Map<string, { bytes: Buffer; description: Description }>();
  const keep = async (name: string, path: string): Promise<void> => {
    const bytes = readFileSync(join(project.root, 'out', path, `${path}.pdf`));
    made.set(name, { bytes, description: await describePdf(bytes) });
  };

  beforeAll(async () => {
    project = testProject();
    for (const style of houseStyles) {
      const built = await run(project.root, ['build', '--style', style, '--emit', 'pdf']);
      expect(built.exitCode, built.err).toBe(0);
    }
    for (const name of papers) await keep(name, name);
    const outline = join(project.root, 'templates/durham-scrutiny/outline.yaml');
    writeFileSync(outline, readFileSync(outline, 'utf8').replace('sides: 5', 'sides: 2'));
    const built = await run(project.root, ['build', 'durham-2003-12-01', '--emit', 'pdf']);
    expect(built.exitCode, built.err).toBe(0);
    await keep(long, 'durham-2003-12-01');
  });
  afterAll(() => project[Symbol.dispose]());

  const of = (name: string): { bytes: Buffer; description: Description } => {
    const found = made.get(name);
    if (!found) throw new Error(`${name} was not made`);
    return found;
  };
  const linesOf = (name: string): string[] => of(name).description.reading;
  const all = [...papers, long];

  it.each(goldens)('%s is read as it was when somebody last read it through', (name) => {
    const folder = join(projectFolder, 'test', 'expected', 'structure');
    const file = join(folder, `${name}.txt`);
    const text = toText(of(name).description);
    if (process.env['UPDATE_CASES'] === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, text);
    }
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  it.each(all)('%s: an independent reader finds the same words in the same order', async (name) => {
    const ours = linesOf(name).map((line) =>
      line
        // What tags say beside the words: their types, and links' alternatives.
        .replaceAll(/\{(\w+)(?: \((?:[^()]|\([^()]*\))*\))?: /g, '{')
        .replace(/^\s*\w+(?: \((?:[^()]|\([^()]*\))*\))?(?:: |$)/, ''),
    );
    expect(letters(ours.join(' '))).toBe(letters(await wordsByTags(of(name).bytes)));
  });

  it.each(all)('%s: starts with one H1 and skips no heading level', (name) => {
    const levels = linesOf(name).flatMap((line) => {
      const level = /^\s*H(\d):/.exec(line)?.[1];
      return level === undefined ? [] : [Number(level)];
    });
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => {
      expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
    });
    expect(levels.length).toBeGreaterThan(8);
  });

  it.each(all)('%s: every table has a caption, column headers and a header in each row', (name) => {
    const tables = under(linesOf(name), 'Table');
    expect(tables.length).toBeGreaterThan(3);
    for (const table of tables) {
      expect(table[0]?.trim()).toMatch(/^Caption: Table \d+: \S/);
      const [head = [], ...rows] = under(table, 'TR');
      expect(head.length).toBeGreaterThan(1);
      for (const cell of head) expect(cell.trim()).toMatch(/^TH \(Column\): \S/);
      expect(rows.length).toBeGreaterThan(0);
      for (const [first = '', ...others] of rows) {
        expect(first.trim()).toMatch(/^TH \(Row\): \S/);
        expect(others.filter((line) => /^\s*TD/.test(line))).toHaveLength(head.length - 1);
      }
    }
    expect(linesOf(name).filter((line) => /^\s*TH(?! \((?:Row|Column)\): \S)/.test(line))).toEqual([]);
  });

  it.each(all)('%s: lists hold items and nothing else, each with a body', (name) => {
    const lists = under(linesOf(name), 'L');
    expect(lists.length).toBeGreaterThan(3);
    for (const list of lists) {
      const level = depth(list[0] ?? '');
      expect(list.filter((line) => depth(line) === level).every(isItem)).toBe(true);
      for (const item of under(list, 'LI')) expect(item.some((line) => /^\s*LBody/.test(line))).toBe(true);
    }
  });

  it.each(all)('%s: nothing is empty, and numbers stand apart from their words', (name) => {
    const lines = linesOf(name);
    lines.forEach((line, i) => {
      const holds = line.includes(': ') || depth(lines[i + 1] ?? '') > depth(line);
      expect(holds, `“${line.trim()}” is empty`).toBe(true);
      expect(line).not.toMatch(/(?:P|H\d): \d+(?:\.\d+)*(?=[A-Za-z])/);
    });
    expect(lines.join('\n')).not.toMatch(/[★☆✓✗]/);
    expect(lines.join('\n')).toMatch(/2 out of 3 stars/);
  });

  it.each(all)('%s: a scale is heard as its steps, the judged one in words', (name) => {
    const scales = under(linesOf(name), 'L').filter((list) => list.some((line) => line.includes('judged')));
    expect(scales.length).toBeGreaterThan(2);
    for (const scale of scales) {
      expect(scale.filter(isItem)).toHaveLength(4);
      expect(scale.filter((line) => line.includes('judged'))).toHaveLength(1);
    }
  });

  it.each(all)('%s: page furniture is printed and not read', (name) => {
    const { reading, unread, pages } = of(name).description;
    expect(reading.join('\n')).not.toMatch(/Page \d+ of \d+/);
    const footers = unread.filter((line) => line.includes(', footer: '));
    expect(footers).toHaveLength(pages);
    expect(unread.filter((line) => line.includes(', header: '))).toHaveLength(pages - 1);
    for (const footer of footers) expect(footer).toMatch(/Page \d of \d/);
  });

  it.each(all)('%s: every link says where it leads, and headings are bookmarks', (name) => {
    const { reading, outline } = of(name).description;
    for (const line of reading)
      for (const [link] of line.matchAll(/\{Link[^}]*\}|Link \([^)]*\)/g))
        expect(link).toMatch(/to #?\S+ as “.+”/);
    const headings = reading.filter((line) => /^\s*H\d:/.test(line));
    expect(outline).toHaveLength(headings.length);
  });
});

function depth(line: string): number {
  return line.length - line.trimStart().length;
}

/** What stands below each tag of this type. */
function under(lines: readonly string[], type: string): string[][] {
  return lines.flatMap((line, i) => {
    if (line.trim().replace(/ \(.*\)$/, '') !== type) return [];
    const end = lines.findIndex((later, j) => j > i && depth(later) <= depth(line));
    return [lines.slice(i + 1, end < 0 ? undefined : end)];
  });
}

/** Letters and digits alone: readers part words differently. */
function letters(text: string): string {
  return text.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
