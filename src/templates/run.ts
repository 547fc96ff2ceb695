/** What one check keeps track of, over the template it was asked about and all partials reached from it. */

import type { Diagnostic, Position, Rule } from '../diagnostics/diagnostic.ts';
import type { Program, Spot, Stretch } from './ast.ts';
import type { CertainCall } from './endless.ts';
import type { HelperSpec } from './helpers.ts';
import type { Env } from './scope.ts';
import type { LiteralValue } from './shape-types.ts';

/** A template to check and the file it stands in. */
export interface Template {
  /** Path relative to the project folder, for messages. */
  file: string;
  source: string;
  /**
   * The place in `file` of a place in `source` (line from 1, column from 0), for a template that is a text
   * inside a bigger file. Left out: `source` is the whole file.
   */
  placeOf?: (pos: { line: number; column: number }) => Position;
}

/** One template, checked with one input. */
export interface Visit {
  readonly run: Run;
  readonly template: Template;
  readonly env: Env;
  /** Stands for this template with this input. */
  readonly key: string;
  /** The fields that callers wrote into the call of a partial, `{{> name field=value}}`. */
  readonly given: ReadonlySet<string>;
  /** Where it was called from, for a partial: the same partial can be right for one caller and wrong for another. */
  readonly trail: string;
}

/** A comparison with a literal, over all the inputs it was checked with. */
export interface Comparison {
  readonly visit: Visit;
  readonly at: Stretch;
  readonly subject: string;
  readonly value: LiteralValue;
  readonly known: Set<LiteralValue>;
  possible: boolean;
}

export interface Run {
  readonly partials: ReadonlyMap<string, Template>;
  readonly helpers: ReadonlyMap<string, HelperSpec>;
  readonly findings: Map<string, Diagnostic>;
  readonly comparisons: Map<string, Comparison>;
  readonly parsed: Map<Template, Program | undefined>;
  /** For each partial, the inputs it was checked with or will be. */
  readonly seen: Map<Template, Set<string>>;
  readonly queue: Visit[];
  /** By the visit that makes them. */
  readonly certainCalls: Map<string, CertainCall[]>;
}

/** Reports a finding at `at`. The same finding reached by another way is reported once. */
export function report(visit: Visit, rule: Rule, at: Stretch, message: string, hint?: string): void {
  const { run, template, trail } = visit;
  const key = JSON.stringify([template.file, rule.id, placed(template, at.start), message]);
  if (run.findings.has(key)) return;
  const range = { start: placed(template, at.start), end: placed(template, at.end) };
  run.findings.set(key, rule.at({ file: template.file, range }, message + trail, hint));
}

/** Where `spot` is in the template's file. */
export function placed(template: Template, spot: Spot): Position {
  if (template.placeOf) return template.placeOf({ line: spot.line, column: spot.column });
  return { line: spot.line, column: spot.column + 1 };
}
