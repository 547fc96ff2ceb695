import { Paper } from '../compose/paper.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkTemplate } from '../templates/check.ts';
import { layoutHelperSpecs } from './helper-specs.ts';
import type { Layout } from './layout.ts';

/** Everything that is wrong with a layout's templates, before anything is laid out with them. */
export function checkLayout(layout: Layout): Diagnostic[] {
  const given = { input: Paper, partials: layout.partials, helpers: layoutHelperSpecs };
  return [layout.page, layout.pageCss].flatMap((template) => checkTemplate({ template, ...given }));
}
