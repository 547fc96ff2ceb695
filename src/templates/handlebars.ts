import Handlebars from 'handlebars';

/** What fills in templates that are compiled already. */
export type Runtime = Pick<typeof Handlebars, 'create' | 'template' | 'registerHelper' | 'SafeString'>;

/**
 * Only what fills templates in. The bundle has no more of Handlebars loaded than this as long as nothing else is asked
 * for: what reads and compiles templates is several times as much (src/stand-ins/late-handlebars.cjs).
 */
export const runtime: Runtime = Handlebars;

/** All of Handlebars. Where all templates are kept compiled, nobody asks. */
export function allOfHandlebars(): typeof Handlebars {
  return Handlebars;
}
