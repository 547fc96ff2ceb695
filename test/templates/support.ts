/** Checking a small template in a test, and saying where the findings are. */

import type { z } from 'zod';

import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkTemplate } from '../../src/templates/check.ts';
import type { CheckInput } from '../../src/templates/check.ts';
import { LOGIC_HELPERS } from '../../src/templates/helpers.ts';
import type { HelperSpec } from '../../src/templates/helpers.ts';

export interface Options {
  helpers?: Record<string, HelperSpec>;
  partials?: Record<string, string>;
  data?: CheckInput['data'];
  known?: CheckInput['known'];
}

/** The findings for `source`, as `page.hbs`; partials are `<name>.hbs`. */
export function findings(source: string, input: z.ZodType, options: Options = {}): Diagnostic[] {
  const partials = Object.entries(options.partials ?? {});
  return checkTemplate({
    template: { file: 'page.hbs', source },
    input,
    partials: new Map(partials.map(([name, text]) => [name, { file: `${name}.hbs`, source: text }])),
    helpers: new Map([...LOGIC_HELPERS, ...Object.entries(options.helpers ?? {})]),
    ...(options.data ? { data: options.data } : {}),
    ...(options.known ? { known: options.known } : {}),
  });
}

/** `file:line:column rule: message` and the hint on a line of its own, which is what a person sees of it. */
export function told(source: string, input: z.ZodType, options: Options = {}): string[] {
  return findings(source, input, options).map((d) => {
    const { line, column } = d.range?.start ?? { line: 0, column: 0 };
    const to = d.range?.end ?? { line: 0, column: 0 };
    const end = to.line === line ? `${to.column}` : `${to.line}:${to.column}`;
    const hint = d.hint === undefined ? '' : ` → ${d.hint}`;
    return `${d.file ?? ''}:${line}:${column}-${end} ${d.rule}: ${d.message}${hint}`;
  });
}
