/**
 * The one way of telling people that something is wrong. Every stage returns its value together with
 * the diagnostics it gathered, and never throws for anything that an officer wrote.
 */

/** A place in a file, as editors count: lines and columns start at 1, columns count UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  start: Position;
  end: Position;
}

/**
 * - `error`: the paper must not go out; exit code 1.
 * - `warning`: the paper is made, but somebody should look first.
 * - `suggestion`: nothing is wrong; members could read it more easily. A report can turn it off with a reason.
 * - `machine`: nothing is wrong with the data; this computer cannot do it; exit code 3.
 */
export type Severity = 'error' | 'warning' | 'suggestion' | 'machine';

export interface Diagnostic {
  /** Stable name of the rule, e.g. `implications/blank`. */
  rule: string;
  severity: Severity;
  /** Path relative to the project folder with `/` between folders. Absent where no file is concerned. */
  file?: string;
  range?: Range;
  /** What failed, in one sentence. */
  message: string;
  /** Why it matters. */
  why: string;
  /** What to write or do instead. */
  hint?: string;
  /** The report during whose making it came up, where it concerns one report only. */
  report?: string;
}

/** Where a diagnostic points. */
export interface Place {
  file: string;
  range?: Range | undefined;
}

/** A stage's value with everything it has to say about it. `value` is absent where nothing usable was made. */
export interface Result<T> {
  value: T | undefined;
  diagnostics: Diagnostic[];
}

/** A rule: its identifier, how serious it is and what it protects members and officers from. */
export interface Rule {
  id: string;
  severity: Severity;
  why: string;
  /** Makes the diagnostic for one finding of this rule. */
  at(place: Place | undefined, message: string, hint?: string): Diagnostic;
}

const registry = new Map<string, Rule>();

/**
 * Defines a rule. Called once per rule, at the top level of the module that applies it, so that the
 * reference page can list every rule from the code that defines it.
 * @throws Error when two modules claim the same identifier (a mistake in Scrutineer, not in data).
 */
export function rule(id: string, severity: Severity, why: string): Rule {
  if (registry.has(id)) throw new Error(`Two rules are called ${id}.`);
  const made: Rule = {
    id,
    severity,
    why,
    at(place, message, hint) {
      const diagnostic: Diagnostic = { rule: id, severity, message, why };
      if (place) {
        diagnostic.file = place.file;
        if (place.range) diagnostic.range = place.range;
      }
      if (hint !== undefined) diagnostic.hint = hint;
      return diagnostic;
    },
  };
  registry.set(id, made);
  return made;
}

/** Every rule defined by the modules loaded so far, by identifier. */
export function definedRules(): Rule[] {
  return [...registry.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Errors stop a paper; so does a machine that cannot make it. Warnings and suggestions do not. */
export function stops(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error' || d.severity === 'machine');
}

/** By file, then by place, then by rule, so that one run's output can be compared with another's. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = (d: Diagnostic): [string, number, number, string, string] => [
    d.file ?? '',
    d.range?.start.line ?? 0,
    d.range?.start.column ?? 0,
    d.rule,
    d.message,
  ];
  const seen = new Set<string>();
  return [...diagnostics]
    .sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      for (const i of [0, 1, 2, 3, 4] as const) {
        if (x[i] !== y[i]) return x[i] < y[i] ? -1 : 1;
      }
      return 0;
    })
    .filter((d) => {
      const same = JSON.stringify([key(d), d.report ?? '']);
      if (seen.has(same)) return false;
      seen.add(same);
      return true;
    });
}
