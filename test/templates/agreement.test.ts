/**
 * The checker's one promise, tried against Handlebars itself: a template without findings prints no gap, no
 * "[object Object]", and does not fail, whatever the data, as long as the data is of the shape.
 */

import fc from 'fast-check';
import Handlebars from 'handlebars';
import { expect, it } from 'vitest';

import { findings } from './support.ts';
import { dataFrom, Page } from './random-data.ts';
import { helperSpecs, templateFrom } from './random-page.ts';
import type { Files } from './random-page.ts';

const implemented: Record<string, (...args: unknown[]) => unknown> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  not: (a) => !a,
  and: (...args) => args.slice(0, -1).reduce((a, b) => (truthy(a) ? b : a)),
  or: (...args) => args.slice(0, -1).reduce((a, b) => (truthy(a) ? a : b)),
  upper(value) {
    if (value === null || value === undefined) throw new Error('upper was given nothing');
    return typeof value === 'string' ? value.toUpperCase() : JSON.stringify(value);
  },
};

function truthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function rendered({ page, partials }: Files, data: unknown): string {
  const engine = Handlebars.create();
  for (const [name, helper] of Object.entries(implemented)) engine.registerHelper(name, helper);
  for (const [name, source] of Object.entries(partials)) engine.registerPartial(name, source);
  return engine.compile(page)(data);
}

const accepted = ({ page, partials }: Files): boolean =>
  findings(page, Page, { partials, helpers: helperSpecs }).length === 0;

it('lets nothing through that Handlebars would print with a gap, or fail at', () => {
  let printed = 0;
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const files = templateFrom(seed, accepted);
      for (let variant = 0; variant < 6; variant += 1) {
        const data = Page.parse(dataFrom(seed + variant));
        const output = rendered(files, data);
        // Every value is printed between [ and ].
        const bad = /\[\]|object Object|,|undefined|null/.exec(output);
        expect(bad, `${JSON.stringify(files, null, 1)}\n${JSON.stringify(data)}\n${output}`).toBeNull();
        printed += output.split('[').length - 1;
      }
    }),
    { numRuns: 40, seed: 20031201 },
  );
  // Were nearly everything refused, the above would say little.
  expect(printed).toBeGreaterThan(1000);
});
