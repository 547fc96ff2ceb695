import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stops } from '../../src/diagnostics/diagnostic.ts';
import { makeReport, openProject } from '../../src/pipeline.ts';
import { realFiles, type World } from '../../src/world.ts';
import { projectFolder, quietWorld } from '../support/project.ts';

/** The example project with other text in one of its files. */
function worldWith(file: string, text: string): World {
  const read: World['files']['read'] = (path) =>
    path === join(projectFolder, file) ? new TextEncoder().encode(text) : realFiles.read(path);
  return { ...quietWorld, files: { ...realFiles, read }, found: new Set() };
}

const reports = { 'derby-cabinet': 'derby-2002', 'durham-scrutiny': 'durham-2003-12-01' } as const;

const put = fc.constantFrom(
  ...[
    '{{',
    '}}',
    '{',
    '}',
    '{{#if}}x{{/if}}',
    '{{#each}}x{{/each}}',
    '{{#with}}{{/with}}',
    '{{/if}}',
    '{{else}}',
  ],
  ...[
    '{{> foo}}',
    '{{#> foo}}{{/foo}}',
    '{{#*inline "a"}}{{/inline}}',
    '{{* a}}',
    '{{#body}}{{/body}}',
    '{{{body.name}}}',
  ],
  ...[
    '{{posessive body.name}}',
    '{{possessive}}',
    '{{possessive body body}}',
    '{{lookup body}}',
    '{{log body}}',
    '{{put 1}}',
  ],
  ...[
    '{{body}}',
    '{{body.nam}}',
    '{{../body}}',
    '{{@root.body.nam.e}}',
    '{{#each body}}{{this}}{{/each}}',
    '{{constructor}}',
  ],
  ...[
    '{{#unless a b}}{{/unless}}',
    '{{link body.name}}',
    '{{code body.name}}',
    '{{ref}}',
    '{{ref body}}',
    '{{"a"}}',
    '{{12}}',
  ],
  ...[
    '{{#each services}}{{#each questions}}{{../../x}}{{/each}}',
    '{{helperMissing}}',
    '{{!--',
    '(',
    ')',
    '',
    'z',
    '.',
    ' ',
  ],
);
/** Most slips are made where something is filled in. */
const slip = fc.record({
  at: fc.nat(),
  take: fc.integer({ min: 0, max: 6 }),
  put,
  anywhere: fc.nat({ max: 4 }),
});

it('a slip in the wording of a house style is told or does no harm, and nothing stops without a word', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('derby-cabinet', 'durham-scrutiny'),
      fc.array(slip, { minLength: 1, maxLength: 3 }),
      async (style, slips) => {
        const file = `templates/${style}/outline.yaml`;
        const text = slips.reduce(
          (t, { at, take, put, anywhere }) => {
            const ends = [...t.matchAll(/\{\{|\}\}/g)].map(({ index }) => index);
            const from = anywhere === 0 ? at % (t.length + 1) : (ends[at % ends.length] ?? 0);
            return t.slice(0, from) + put + t.slice(from + take);
          },
          readFileSync(join(projectFolder, file), 'utf8'),
        );
        const report = reports[style];
        const made = await makeReport(openProject(worldWith(file, text), [report]), report);
        expect(made.ready === undefined).toBe(stops(made.diagnostics));
        made.remarks();
      },
    ),
    { numRuns: 100 },
  );
});
