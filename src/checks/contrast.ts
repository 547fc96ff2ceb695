import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import type { Records } from '../records/load.ts';

const contrast = rule(
  'council/contrast',
  'error',
  'Members with weak sight could not read the words on it (WCAG 2.2, 1.4.3).',
);

/** WCAG 2.2 success criterion 1.4.3: text of this size needs this much. */
const needed = 4.5;

/** A council's accent colour carries white words, so it must stand out from white. */
export function checkContrast(records: Records): Diagnostic[] {
  return [...records.council.values()].flatMap(({ source, value }) => {
    if (value.accent === undefined) return [];
    const ratio = contrastWithWhite(value.accent);
    if (ratio >= needed) return [];
    return [
      contrast.at(
        source.at(['accent']),
        `White words on ${value.accent} have a contrast of ${ratio.toFixed(1)} to 1; ${String(needed)} to 1 is needed.`,
        'Choose a darker shade of the colour.',
      ),
    ];
  });
}

/** Contrast ratio with white, 1 to 21, by the definition in WCAG 2.2. @param colour `#rrggbb` */
export function contrastWithWhite(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}
