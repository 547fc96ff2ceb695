/**
 * How web pages are shown while accessibility rules are tried on them. test/web.test.ts tests exactly this, and the
 * record of tests that the accessibility statement is made from says exactly this.
 */

/** The house styles that come with Scrutineer. */
export const houseStyles = ['derby-cabinet', 'durham-scrutiny', 'modern'] as const;

/** Sets of axe-core's rules: WCAG 2.0 to 2.2, levels A and AA, and what axe calls good practice. */
export const axeRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

/** Widths of the window in pixels: a phone, a computer. */
export const widths = [360, 1280] as const;

/** Colour schemes that a reader may prefer, each tried at every width. */
export const schemes = ['light', 'dark'] as const;

/** The width at which a reader's own colours replace those of the page. */
export const forcedColoursWidth = 1280;

/** A window of 1,280 pixels enlarged to 400%. */
export const enlargedWidth = 320;

/** The widest text spacing that a reader may set (WCAG 2.2, 1.4.12). */
export const widestSpacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';

/** Every combination of width and colours that axe-core's rules are tried in. */
export const views = [
  ...widths.flatMap((width) => schemes.map((colours) => ({ width, colours }))),
  { width: forcedColoursWidth, colours: 'forced' as const },
];
