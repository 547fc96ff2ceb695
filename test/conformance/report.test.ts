import { describe, expect, it } from 'vitest';
import { parseFlavours, type Flavour } from './flavours.ts';
import { judge } from './judge.ts';
import { renderHtmlReport } from './nu-report.ts';
import { renderReport } from './report.ts';
import type { FailedRule, FlavourResult, Validation } from './verapdf.ts';

const UNMAPPED: FailedRule = {
  specification: 'ISO 14289-1:2014',
  clause: '7.1',
  testNumber: 5,
  object: 'SENonStandard',
  description: 'All non-standard structure types shall be mapped',
  failedChecks: 1200,
  failures: [
    {
      message: 'Non-standard structure type Strong is not mapped',
      context:
        'root/document[0]/StructTreeRoot[0](18 0 obj PDStructTreeRoot)/K[0](19 0 obj SEDocument Document)/K[1](25 0 obj SENonStandard Strong)',
    },
  ],
};

function result(flavour: Flavour, failedRules: FailedRule[] = []): FlavourResult {
  return { flavour, compliant: failedRules.length === 0, checks: 1000, failedRules, problem: null };
}

function file(claims: Flavour[], results: FlavourResult[], name = 'a.pdf'): Validation {
  return { file: name, claims, results, problem: null };
}

describe('judge', () => {
  it('passes a file that claims what is required and keeps it', () => {
    expect(judge(file(['ua1'], [result('ua1')]), ['ua1']).outcome).toBe('passed');
  });

  it('fails a file that does not claim what is required, even if it keeps it', () => {
    expect(judge(file([], [result('ua1')]), ['ua1'])).toMatchObject({
      outcome: 'failed',
      unclaimed: ['ua1'],
    });
  });

  it('fails a file that breaks a claim that nobody required', () => {
    expect(judge(file(['3a'], [result('3a', [UNMAPPED])]), []).outcome).toBe('failed');
  });

  it('fails a claim that nothing was checked against', () => {
    expect(judge(file(['ua1', '3a'], [result('ua1')]), ['ua1']).outcome).toBe('failed');
  });

  it('counts a file without any claim as skipped when nothing is required', () => {
    expect(judge(file([], []), []).outcome).toBe('no-claim');
  });
});

describe('renderReport', () => {
  it('tells rule, finding, place and meaning', () => {
    const report = renderReport([judge(file(['ua1'], [result('ua1', [UNMAPPED])]), ['ua1'])]);
    expect(report).toBe(
      [
        'a.pdf  claims PDF/UA-1',
        '  FAIL  PDF/UA-1  1,000 checks, 1 rule broken',
        '      7.1-5  SENonStandard, 1,200 times  (ISO 14289-1:2014)',
        '        found:  Non-standard structure type Strong is not mapped',
        '        at:     tag Document > Strong (object 25)',
        '        and 1,199 more',
        '        means:  Map this tag to a standard one in the RoleMap, for example Strong to Span.',
        '',
        '0 passed, 1 failed',
        '',
      ].join('\n'),
    );
  });

  it("falls back to the rule's own words", () => {
    const rule = { ...UNMAPPED, clause: '7.15', description: 'Dynamic XFA forms\n shall not be used' };
    const report = renderReport([judge(file(['ua1'], [result('ua1', [rule])]), [])]);
    expect(report).toContain('rule:   Dynamic XFA forms shall not be used\n');
  });

  it('tells a long row of failing files briefly after the first five', () => {
    const verdicts = Array.from({ length: 7 }, () => judge(file(['ua1'], [result('ua1', [UNMAPPED])]), []));
    const report = renderReport(verdicts);
    expect(report.match(/means:/g)).toHaveLength(5);
    expect(report.match(/7\.1-5/g)).toHaveLength(7);
    expect(report).toContain('Only the first 5 failing files');
  });

  it('counts skipped files', () => {
    expect(renderReport([judge(file([], []), [])])).toMatch(
      /^a\.pdf {2}claims nothing\n\n0 passed, 0 failed, 1 skipped\n$/,
    );
  });
});

describe('renderHtmlReport', () => {
  const warning = { line: 3, message: 'The “list” role is unnecessary for element “ol”.', extract: '<ol>' };

  it('tells errors with line and place, and counts warnings by their words', () => {
    const error = { line: 7, message: 'An “img” element must have an “alt” attribute.', extract: '<img>' };
    const report = renderHtmlReport([
      { file: 'a.html', errors: [], warnings: [warning] },
      { file: 'b.html', errors: [error], warnings: [warning] },
    ]);
    expect(report).toBe(
      [
        'a.html',
        '  PASS  HTML',
        '',
        'b.html',
        '  FAIL  HTML  1 error',
        '      line 7: An “img” element must have an “alt” attribute.',
        '        at:     <img>',
        '',
        'Warnings, which fail nothing:',
        '  2 × The “list” role is unnecessary for element “ol”.',
        '      meant so: Safari drops a list without bullets unless its role is written.',
        '',
        '1 passed, 1 failed (HTML)',
        '',
      ].join('\n'),
    );
  });
});

describe('parseFlavours', () => {
  it('reads a list once each', () => {
    expect(parseFlavours('ua1, 3A,ua1')).toEqual(['ua1', '3a']);
    expect(parseFlavours('none')).toEqual([]);
  });

  it('names the known ones when it meets another', () => {
    expect(() => parseFlavours('ua1,pdfx')).toThrow('There is no flavour "pdfx". Use some of: ua1, ua2,');
  });
});
