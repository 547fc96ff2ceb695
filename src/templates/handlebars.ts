import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';

/** What fills in templates that are compiled already. */
export type Runtime = Pick<typeof Handlebars, 'create' | 'template' | 'registerHelper' | 'SafeString'>;

/* eslint-disable @typescript-eslint/no-require-imports -- what an import names would be run at once, all of it */

/** Only what fills templates in; what reads and compiles them is several times as much. */
export const runtime = (
  typeof require === 'undefined' ? fromPackage('handlebars/runtime') : require('handlebars/runtime')
) as Runtime;

/**
 * All of Handlebars, loaded when it is first asked for: where all templates are kept compiled, nothing is read by it.
 * Bundling puts in what `require` names, to be run when it is asked for; from its source there is no `require`.
 */
export function allOfHandlebars(): typeof Handlebars {
  const all: unknown = typeof require === 'undefined' ? fromPackage('handlebars') : require('handlebars');
  // What the package's own types say of it.
  return all as typeof Handlebars;
}

function fromPackage(name: string): unknown {
  return createRequire(import.meta.url)(name);
}
