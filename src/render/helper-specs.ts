import type { HelperSpec } from '../templates/helpers.ts';
import { shapeOf } from '../templates/shape.ts';
import { SAFE_HTML } from '../templates/shape-types.ts';
import { Drawing } from './charts/drawing.ts';
import type { layoutHelpers } from './helpers.ts';

const specs: Readonly<Record<keyof typeof layoutHelpers, HelperSpec>> = {
  css_string: { params: { min: 1, max: 12 }, returns: SAFE_HTML },
  drawing: { params: { min: 1, max: 1 }, returns: shapeOf(Drawing) },
};

/** What the checker has to know about the layout's helpers. */
export const layoutHelperSpecs: ReadonlyMap<string, HelperSpec> = new Map(Object.entries(specs));
