import { describe, expect, it } from 'vitest';
import { definedRules } from '../../src/diagnostics/diagnostic.ts';
import { settle } from '../../src/language/accept.ts';
import { lengthDiagnostic } from '../../src/language/length.ts';
import { openProject } from '../../src/pipeline.ts';
import { acceptable } from '../../src/records/report.ts';
import { realWorld } from '../../src/world.ts';
import { projectFolder } from '../support/project.ts';
import { durham, durhamWith, found, type Changes } from './support.ts';

const response = 'Keeping {{rating}} will not be easy for the County Council';
const accepting = (accept: string): Changes => ({
  [durham]: [
    [response, `The LAC plan and the PBX stand. ${response}`],
    ['accept:', `accept:\n${accept}`],
  ],
});
const lac = '  - { rule: language/unexplained-acronym, where: LAC, reason: as in the letter of the day }';

describe('accept', () => {
  it('turns off a rule, or one place where it would be found', async () => {
    const all = '  - { rule: language/unexplained-acronym, reason: as in the letter of the day }';
    expect(found(await durhamWith(accepting(all)))).toEqual([]);
    expect(found(await durhamWith(accepting(lac)))).toEqual([
      ['language/unexplained-acronym', durham, 'PBX'],
    ]);
  });

  it('is itself found where it turns off nothing', async () => {
    const unused = '  - { rule: language/capitals, reason: as in the source }';
    const read = await durhamWith(accepting(`${lac}\n${lac.replace('LAC', 'PBX')}\n${unused}`));
    expect(found(read)).toEqual([
      ['language/accept-unused', durham, '{ rule: language/capitals, reason: as in the source }'],
    ]);
  });

  it('may be without use in another style than the report’s own', async () => {
    const unused = '  - { rule: language/capitals, reason: as in the source }';
    const read = await durhamWith(accepting(unused), 'modern');
    expect(found(read).filter(([rule]) => rule === 'language/accept-unused')).toEqual([]);
  });

  it.each([
    ['  - { rule: language/capital, reason: because }', 'Did you mean `language/capitals`?'],
    ['  - { rule: language/capitals, reason: "" }', 'Write something here'],
    ['  - { rule: language/capitals }', 'Fill it in'],
    ['  - { rule: implications/blank, reason: because }', 'Words for this: `language/long-sentence`'],
  ])('must name a suggestion and a reason: %s', async (accept, hint) => {
    const { made } = await durhamWith(accepting(accept));
    const [first] = made.diagnostics.filter((d) => d.file === durham);
    expect(first).toMatchObject({ severity: 'error', file: durham });
    expect(first?.hint).toContain(hint);
  });

  it('does not travel with the paper', async () => {
    const { made } = await durhamWith(accepting(lac));
    expect(made.ready?.html.data).toBeDefined();
    expect(made.ready?.html.data).not.toContain('as in the letter');
  });

  it('can name every suggestion but its own, and every warning of typed figures and of background papers', () => {
    const rules = definedRules().filter(
      (r) => r.severity === 'suggestion' || /^(?:figures|background-papers)\//.test(r.id),
    );
    expect(rules.map((r) => r.id).filter((id) => id !== 'language/accept-unused')).toEqual(
      [...acceptable].sort(),
    );
  });
});

describe('language/too-long', () => {
  it('compares printed sides with the style’s limit', () => {
    expect(lengthDiagnostic('durham-2003-12-01', 5, 5)).toBeUndefined();
    expect(lengthDiagnostic('durham-2003-12-01', 6, 5)).toMatchObject({
      rule: 'language/too-long',
      severity: 'suggestion',
      file: durham,
      report: 'durham-2003-12-01',
      message: 'The paper has 6 sides; its house style allows 5.',
    });
  });

  it('can be accepted, and an acceptance without need is found', () => {
    const report = openProject(realWorld(projectFolder)).records.report.get('durham-2003-12-01');
    if (!report) throw new Error('the example is not there');
    const accept = [{ rule: 'language/too-long', reason: 'a joint paper' } as const];
    const accepting = { ...report, value: { ...report.value, accept } };
    const found = lengthDiagnostic(report.id, 6, 5);
    if (!found) throw new Error('nothing was found');
    const judged = new Set([found.rule]);
    expect(settle(report, [{ diagnostic: found, words: '' }], judged)).toEqual([found]);
    expect(settle(accepting, [{ diagnostic: found, words: '' }], judged)).toEqual([]);
    expect(settle(accepting, [], judged)).toMatchObject([{ rule: 'language/accept-unused', file: durham }]);
  });
});
