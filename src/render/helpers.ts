import { runtime } from '../templates/handlebars.ts';
import { drawing } from './charts/prepare.ts';

/** What a layout's templates can call, beside Handlebars' own. */
export const layoutHelpers = {
  /** Its texts, one after another, as a string of CSS. */
  css_string: (...args: unknown[]) =>
    new runtime.SafeString(cssString(args.slice(0, -1).map(String).join(''))),
  /** A chart with its places worked out, for the partial of its kind. */
  drawing,
};

/** A CSS string that can neither end early nor close the `<style>` it stands in. */
export function cssString(text: string): string {
  const escaped = text.replaceAll(/["\\<>&\n\r\f\0]/g, (c) => `\\${(c.codePointAt(0) ?? 0).toString(16)} `);
  return `"${escaped}"`;
}
