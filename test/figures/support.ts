import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { join as joinRecords, type Joined } from '../../src/compose/join.ts';
import { proseOrigins } from '../../src/compose/origins.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkFigures } from '../../src/figures/check.ts';
import { loadRecords } from '../../src/records/load.ts';
import { realFiles, type World } from '../../src/world.ts';
import type { Changes } from '../language/support.ts';
import { projectFolder, quietWorld } from '../support/project.ts';

/** What is said of a report of the example whose records have other words in some places, and the text of its files. */
export function figuresOf(
  report: string,
  changes: Changes,
): { diagnostics: Diagnostic[]; text: (file: string) => string; joined: Joined } {
  const texts = new Map<string, string>();
  for (const [file, pairs] of Object.entries(changes)) {
    let text = readFileSync(join(projectFolder, file), 'utf8');
    for (const [from, to] of pairs) {
      if (!text.includes(from)) throw new Error(`${file} does not say “${from}”.`);
      text = text.replace(from, () => to);
    }
    texts.set(file, text);
  }
  const read: World['files']['read'] = (path) => {
    const text = texts.get(path.slice(projectFolder.length).replace(/^\//, ''));
    return text === undefined ? realFiles.read(path) : new TextEncoder().encode(text);
  };
  const { records, diagnostics } = loadRecords({ ...quietWorld, files: { ...realFiles, read } }, [report]);
  const joined = joinRecords(records, report);
  if (!joined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const origins = proseOrigins([joined.report, joined.review, joined.framework]);
  return {
    diagnostics: checkFigures(joined, origins, true),
    text: (file) => texts.get(file) ?? '',
    joined,
  };
}

/** The rule, the file and the words that each finding points to. */
export function pointedAt({ diagnostics, text }: ReturnType<typeof figuresOf>): [string, string, string][] {
  return diagnostics.map(({ rule, file = '', range }) => {
    if (!range) return [rule, file, ''];
    const lines = text(file)
      .split('\n')
      .slice(range.start.line - 1, range.end.line);
    const last = lines.length - 1;
    lines[last] = (lines[last] ?? '').slice(0, range.end.column - 1);
    lines[0] = (lines[0] ?? '').slice(range.start.column - 1);
    return [rule, file, lines.map((line) => line.trim()).join(' ')];
  });
}
