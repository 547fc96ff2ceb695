import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stops } from '../src/diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../src/diagnostics/text.ts';
import { makeReport, openProject, type Project } from '../src/pipeline.ts';
import { nounNames, nouns } from '../src/records/nouns.ts';
import { realFiles, templatesFor, type World } from '../src/world.ts';
import { projectFolder } from './support/project.ts';

/** The example project with other text in one of its files. */
function projectWith(file: string, text: string): Project {
  const read: World['files']['read'] = (path) =>
    path === join(projectFolder, file) ? new TextEncoder().encode(text) : realFiles.read(path);
  return openProject({
    root: projectFolder,
    templates: templatesFor(projectFolder),
    files: { ...realFiles, read },
    found: new Set(),
    today: () => '2003-12-01',
    env: {},
    out: () => undefined,
    err: () => undefined,
    interactive: false,
    colour: false,
  });
}

const files = nounNames.flatMap((noun) => {
  const folder = `data/${nouns[noun].folder}`;
  return readdirSync(join(projectFolder, folder)).map((name) => `${folder}/${name}`);
});

const typed = fc.constantFrom(
  ...'"\'{}[]:,&*!|>%@`#-?\t\n \\~é9\r'.split(''),
  ...['---', '{{', '}}', '{{{', ': ', '\n  ', '\uFEFF', '\uE0000\uE001', '<b', '[x](', '![', '1) ', 'none'],
  ...['{{rating}}', '\\{{rating}}', '{{#each', '{{!--', '{{> x}}', '{{ref "', '{{national "constructor"}}'],
  ...['constructor', '__proto__', '{{judgement "constructor" "name"}}', '<script>', '***', '9'.repeat(15)],
);
const slip = fc.record({ at: fc.nat(), take: fc.integer({ min: 0, max: 12 }), put: typed });

it('a slip of the pen anywhere in the records is told or does no harm, and nothing stops without a word', async () => {
  const { styles } = projectWith('', '');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(slip, { minLength: 1, maxLength: 3 }),
      async (file, slips) => {
        const text = slips.reduce(
          (t, { at, take, put }) => {
            const from = at % (t.length + 1);
            return t.slice(0, from) + put + t.slice(from + take);
          },
          readFileSync(join(projectFolder, file), 'utf8'),
        );
        const project = projectWith(file, text);
        // The styles are the same each time; reading them again would only take long.
        project.styles = styles;
        for (const report of ['derby-2002', 'durham-2003-12-01']) {
          const made = await makeReport(project, report);
          const { ready } = made;
          const diagnostics = [...made.diagnostics, ...made.remarks()];
          expect(ready === undefined, report).toBe(stops(diagnostics));
          expect(ready?.html.body ?? '').not.toMatch(/undefined|\[object |NaN|<script|<img|\{\{/);
          for (const d of [...project.diagnostics, ...diagnostics]) {
            const { message, hint = '' } = d;
            expect(hint, message).not.toBe('');
            expect(message + hint).not.toMatch(/undefined|\[object |NaN|Invalid (?:input|key)/);
            expect(() => formatDiagnostic(d, (f) => project.texts.get(f), false)).not.toThrow();
          }
        }
      },
    ),
    { numRuns: 120 },
  );
});
