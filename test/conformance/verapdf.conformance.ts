import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onePage, type Faults } from './fixtures.ts';
import type { Flavour } from './flavours.ts';
import { judge } from './judge.ts';
import { findLauncher } from './launcher.ts';
import { renderReport } from './report.ts';
import { isNotAvailable, validate, type Validation } from './verapdf.ts';

const REQUIRED: readonly Flavour[] = ['ua1', '3a'];

const launcher = await findLauncher();
if (!launcher.available) console.warn(`The gate's own tests are left out. ${launcher.reason}`);
// In CI they are not optional: they run, and fail with the reason.
const optional = !process.env['CI'];

describe.skipIf(!launcher.available && optional)('the conformance gate', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function check(files: Record<string, Uint8Array | string>): Promise<Validation[]> {
    const paths = Object.keys(files).map((name) => join(folder, name));
    await Promise.all(Object.values(files).map((bytes, index) => writeFile(paths[index] ?? '', bytes)));
    const answer = await validate(paths, REQUIRED, { alsoClaimed: true });
    if (isNotAvailable(answer)) throw new Error(answer.reason);
    return answer;
  }

  async function checkPage(faults: Faults): Promise<{ broken: string[]; report: string; outcome: string }> {
    const answer = await check({ 'page.pdf': await onePage(faults) });
    const verdicts = answer.map((validation) => judge(validation, REQUIRED));
    const broken = answer.flatMap(({ results }) =>
      results.flatMap(({ flavour, failedRules }) =>
        failedRules.map((rule) => `${flavour} ${rule.clause}-${rule.testNumber}`),
      ),
    );
    return { broken, report: renderReport(verdicts), outcome: verdicts[0]?.outcome ?? '' };
  }

  it('passes a page that keeps both standards', async () => {
    const { broken, outcome, report } = await checkPage({});
    expect(broken).toEqual([]);
    expect(outcome).toBe('passed');
    expect(report).toMatch(/PASS {2}PDF\/UA-1 {2}\d+ checks/);
    expect(report).toMatch(/^1 passed, 0 failed$/m);
  });

  it('fails content that is neither tagged nor decoration', async () => {
    const { broken, outcome, report } = await checkPage({ unmarkedSquare: true });
    expect(broken).toEqual(['ua1 7.1-3', '3a 6.2.4.3-2']);
    expect(outcome).toBe('failed');
    expect(report).toContain('found:  Content is neither marked as Artifact nor tagged as real content');
    expect(report).toContain('at:     page 1: ');
    expect(report).toContain('means:  Unmarked content');
  });

  it('fails a file without tags under both standards', async () => {
    const { broken } = await checkPage({ untagged: true });
    expect(broken).toEqual(['ua1 6.2-1', 'ua1 7.1-11', '3a 6.7.2.2-1', '3a 6.7.3.3-1']);
  });

  it('fails a file that claims nothing', async () => {
    const { broken, report } = await checkPage({ noMetadata: true });
    expect(broken).toEqual(['ua1 7.1-8', '3a 6.6.2.1-1']);
    expect(report).toContain('page.pdf  claims nothing');
    expect(report).toContain("FAIL  PDF/UA-1  is required, but the file's metadata does not claim it");
  });

  it('says what is wrong with files it cannot read, and still checks the others', async () => {
    const answer = await check({
      'locked.pdf': await onePage({ locked: true }),
      'text.pdf': 'This is no PDF.',
      'empty.pdf': '',
      'Ŵyl Ddewi.pdf': await onePage(),
    });
    expect(answer.map(({ problem }) => problem?.kind ?? 'none')).toEqual([
      'encrypted',
      'broken',
      'broken',
      'none',
    ]);
    expect(answer.map((validation) => judge(validation, REQUIRED).outcome)).toEqual([
      'failed',
      'failed',
      'failed',
      'passed',
    ]);
  });

  it('names a file that is not there', async () => {
    const answer = await validate([join(folder, 'nowhere.pdf')], ['ua1']);
    expect(answer).toMatchObject([{ problem: { kind: 'missing' }, results: [] }]);
  });
});
