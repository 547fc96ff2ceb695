import { join } from 'node:path';
import * as z from 'zod';
import type { Result } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { isCalendarDate } from '../records/dates.ts';
import { version } from '../version.ts';
import type { World } from '../world.ts';

/** How one PDF kept one standard. */
const Standard = z.strictObject({
  /** As people call it: "PDF/UA-1". */
  name: z.string(),
  checks: z.number().int().min(1),
  brokenRules: z.number().int().min(0),
});

const TestedPaper = z.strictObject({
  name: z.string(),
  title: z.string(),
  /** The house style's name for people. */
  style: z.string(),
  pages: z.number().int().min(1),
  /** Whether it is long enough to give page numbers in its contents. */
  paged: z.boolean(),
  standards: z.array(Standard).min(1),
  /** Errors that the Nu Html Checker found in its web page. */
  htmlErrors: z.number().int().min(0),
});

/** How the web pages were looked at in a browser. */
const WebTests = z.strictObject({
  /** The sets of axe-core's rules that were held to: `wcag22aa`. */
  rules: z.array(z.string()).min(1),
  views: z
    .array(z.strictObject({ width: z.number().int(), colours: z.enum(['light', 'dark', 'forced']) }))
    .min(1),
  /** The width, in pixels, of a 1,280 pixel window enlarged to 400%. */
  enlargedWidth: z.number().int(),
  passed: z.number().int().min(0),
  failed: z.number().int().min(0),
});

/**
 * What was tested for accessibility and when: written by the conformance gate (`npm run test:conformance --
 * --record 2026-11-22`), read by the accessibility statement, which claims nothing else.
 */
export const AccessibilityRecord = z.strictObject({
  date: z.string().refine(isCalendarDate, 'is not a day as YYYY-MM-DD'),
  scrutineer: z.string(),
  /** The browser that printed, as it names itself. */
  browser: z.string(),
  tools: z.array(z.strictObject({ name: z.string(), version: z.string(), checks: z.string() })).min(1),
  papers: z.array(TestedPaper).min(1),
  web: WebTests,
});
export type AccessibilityRecord = z.infer<typeof AccessibilityRecord>;
export type TestedPaper = z.infer<typeof TestedPaper>;

/** Where the record stands, from the project's folder. */
export const recordFile = 'docs/accessibility.json';

const missing = rule(
  'statement/no-record',
  'error',
  'An accessibility statement says what was tested and when. Without the record it would be a promise that nobody checked.',
);
const unreadable = rule(
  'statement/record-unreadable',
  'error',
  'An accessibility statement may claim only what the record of tests shows.',
);
const otherVersion = rule(
  'statement/other-version',
  'warning',
  'What was true of another version need not be true of the papers that this one makes.',
);

const record = 'Make it with: npm run test:conformance -- --record <the day, YYYY-MM-DD>';

/** Reads the record of tests: the project's own, else the one that Scrutineer brings along. */
export function readAccessibilityRecord(world: World): Result<AccessibilityRecord> {
  const path = [world.root, join(world.templates, '..')]
    .map((folder) => join(folder, recordFile))
    .find((file) => world.files.size(file) !== undefined);
  if (path === undefined)
    return {
      value: undefined,
      diagnostics: [missing.at(undefined, `There is no ${recordFile}, the record of tests.`, `${record}.`)],
    };
  const refuse = (what: string): Result<AccessibilityRecord> => ({
    value: undefined,
    diagnostics: [unreadable.at({ file: recordFile }, what, `Nobody writes this file by hand. ${record}.`)],
  });
  let written: unknown;
  try {
    written = JSON.parse(new TextDecoder().decode(world.files.read(path)));
  } catch {
    return refuse('The record of tests cannot be read.');
  }
  const parsed = AccessibilityRecord.safeParse(written);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? '' : ` at \`${issue.path.join('.')}\``;
    return refuse(`The record of tests is not of the form that was expected${place}.`);
  }
  const { scrutineer } = parsed.data;
  const diagnostics =
    scrutineer === version
      ? []
      : [
          otherVersion.at(
            { file: recordFile },
            `The tests were made with Scrutineer ${scrutineer}; this is ${version}.`,
            `Test again. ${record}.`,
          ),
        ];
  return { value: parsed.data, diagnostics };
}

/** Whether every test passed that the record knows of. */
export function allKept({ papers, web }: AccessibilityRecord): boolean {
  return papers.every((paper) => faultsOf(paper) === 0) && web.failed === 0 && web.passed > 0;
}

/** Rules that a paper's PDF breaks, and errors in its HTML. */
export function faultsOf({ standards, htmlErrors }: TestedPaper): number {
  return standards.reduce((sum, { brokenRules }) => sum + brokenRules, htmlErrors);
}
