import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { makeReport, openProject, type Made } from '../../src/pipeline.ts';
import { realFiles } from '../../src/world.ts';
import { testProject } from '../support/project.ts';

/** Words of the example to put in another's place, by file. */
export type Changes = Record<string, readonly [string, string][]>;

export const durham = 'data/reports/durham-2003-12-01.yaml';
export const durhamReview = 'data/reviews/durham-2002-03.yaml';
export const framework = 'data/frameworks/ssi-star-ratings.yaml';
export const outline = 'templates/durham-scrutiny/outline.yaml';

/** The example's Durham paper with some words changed, and the text of its files. */
export async function durhamWith(
  changes: Changes,
  style?: string,
): Promise<{ made: Made; text: (file: string) => string }> {
  using project = testProject();
  const texts = new Map<string, string>();
  for (const [file, pairs] of Object.entries(changes)) {
    const path = join(project.root, file);
    let text = readFileSync(path, 'utf8');
    for (const [from, to] of pairs) {
      if (!text.includes(from)) throw new Error(`${file} does not say “${from}”.`);
      text = text.replace(from, () => to);
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    texts.set(file, text);
  }
  const opened = openProject({
    root: project.root,
    templates: join(project.root, 'templates'),
    files: realFiles,
    found: new Set(),
    today: () => '2003-12-01',
    env: {},
    out: () => undefined,
    err: () => undefined,
    interactive: false,
    colour: false,
  });
  const made = await makeReport(opened, 'durham-2003-12-01', style);
  return {
    made: { ...made, diagnostics: [...made.diagnostics, ...made.remarks()] },
    text: (file) => texts.get(file) ?? '',
  };
}

/** What was found, each with its rule, file and the words that its place points to. */
export function found({ made, text }: Awaited<ReturnType<typeof durhamWith>>): [string, string, string][] {
  return made.diagnostics.map((d) => [d.rule, d.file ?? '', pointedAt(d, text(d.file ?? ''))]);
}

function pointedAt({ range }: Diagnostic, text: string): string {
  if (!range) return '';
  const lines = text.split('\n').slice(range.start.line - 1, range.end.line);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, range.end.column - 1);
  lines[0] = (lines[0] ?? '').slice(range.start.column - 1);
  return lines.map((line) => line.trim()).join(' ');
}
