/**
 * What stands against using a house style at all. Templates that were in order are not looked at again until they
 * change, so that this, with the shapes of everything they may name, is loaded only for those that are not known.
 */
import { canBeFilledIn, checkOutline } from './compose/check-outline.ts';
import { Facts } from './compose/facts.ts';
import type { Style } from './compose/style.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';

export { checkLayout } from './render/check-layout.ts';

/** What is wrong with the wordings of a style's outline, and whether they can be filled in all the same. */
export function checkWordings(style: Style): { wrong: Diagnostic[]; broken: boolean } {
  const wrong = checkOutline(style, Facts);
  return { wrong, broken: !canBeFilledIn(wrong) };
}
