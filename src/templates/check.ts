/**
 * Checks a template, before anything is printed, against the shape of the data it will be given: every name
 * in it must be there, everything it prints must be printable and certain to be filled in, every helper and
 * partial must exist and be given what it takes.
 */

import * as z from 'zod';

import { inOrder } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Program } from './ast.ts';
import { reportNeverEqual } from './comparisons.ts';
import { reportEndless } from './endless.ts';
import { BUILT_IN } from './helpers.ts';
import type { HelperSpec } from './helpers.ts';
import { FALSY, narrowed, TRUTHY } from './narrow.ts';
import { parse } from './parse.ts';
import { syntax } from './rules.ts';
import { report } from './run.ts';
import type { Run, Template, Visit } from './run.ts';
import { shapeOf } from './shape.ts';
import type { Shape } from './shape.ts';
import { checkProgram } from './statements.ts';
import { syntaxProblem } from './syntax.ts';

export type { Template } from './run.ts';

export interface CheckInput {
  template: Template;
  /** What the template is given. */
  input: z.ZodType | Shape;
  /** By the name that `{{> name}}` uses. Those that are not reached are not checked. */
  partials: ReadonlyMap<string, Template>;
  /** By name, besides `if`, `unless`, `each`, `with` and `lookup`, which are known. */
  helpers: ReadonlyMap<string, HelperSpec>;
  /** What `@name` gives at the top, where the page is rendered with such data. */
  data?: ReadonlyMap<string, Shape>;
  /**
   * What was tested before the template is printed at all, as if it stood inside `{{#if path}}` (or, where
   * `there` is false, `{{#unless path}}`). Putting such tags around the text would let an `{{else}}` in it pass.
   */
  known?: readonly { readonly path: string; readonly there: boolean }[];
}

/** Everything that is wrong with the template and the partials it reaches, in the order of file and place. */
export function checkTemplate({ template, input, partials, helpers, data, known }: CheckInput): Diagnostic[] {
  const run: Run = {
    partials,
    helpers: new Map([...helpers, ...BUILT_IN]),
    findings: new Map(),
    comparisons: new Map(),
    parsed: new Map(),
    seen: new Map(),
    queue: [],
    certainCalls: new Map(),
  };
  const given = input instanceof z.ZodType ? shapeOf(input) : input;
  const shape = (known ?? []).reduce(
    (before, { path, there }) => narrowed(before, path.split('.'), there ? TRUTHY : FALSY),
    given,
  );
  const root = { shape, label: 'what this template is given' };
  const env = {
    scopes: [root],
    names: new Map(),
    data: [data ?? new Map()],
    root,
    inPartial: false,
    certain: true,
  } as const;
  run.queue.push({ run, template, env, key: '', given: new Set(), trail: '' });

  for (let visit = run.queue.shift(); visit; visit = run.queue.shift()) {
    const program = programOf(visit);
    if (program) checkProgram(visit, visit.env, program);
  }
  reportNeverEqual(run);
  reportEndless(run);
  return inOrder([...run.findings.values()]);
}

function programOf(visit: Visit): Program | undefined {
  const { run, template } = visit;
  if (run.parsed.has(template)) return run.parsed.get(template);
  let program: Program | undefined;
  try {
    program = parse(template.source);
  } catch (thrown) {
    const { at, message, hint } = syntaxProblem(template.source, thrown);
    report(visit, syntax, { start: at, end: { line: at.line, column: at.column + 1 } }, message, hint);
  }
  run.parsed.set(template, program);
  return program;
}
