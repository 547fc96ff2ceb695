import Handlebars from 'handlebars';
import type { HelperSpec } from '../templates/helpers.ts';
import { SAFE_HTML } from '../templates/shape-types.ts';

interface LayoutHelper {
  spec: HelperSpec;
  run: (...args: unknown[]) => unknown;
}

/** What a layout's templates can call, beside Handlebars' own. */
export const layoutHelpers: Readonly<Record<string, LayoutHelper>> = {
  /** Its texts, one after another, as a string of CSS. */
  css_string: {
    spec: { params: { min: 1, max: 12 }, returns: SAFE_HTML },
    run: (...args) => new Handlebars.SafeString(cssString(args.slice(0, -1).map(String).join(''))),
  },
};

/** A CSS string that can neither end early nor close the `<style>` it stands in. */
export function cssString(text: string): string {
  const escaped = text.replaceAll(/["\\<>&\n\r\f\0]/g, (c) => `\\${(c.codePointAt(0) ?? 0).toString(16)} `);
  return `"${escaped}"`;
}

/** What the checker has to know about the layout's helpers. */
export const layoutHelperSpecs: ReadonlyMap<string, HelperSpec> = new Map(
  Object.entries(layoutHelpers).map(([name, { spec }]) => [name, spec]),
);
