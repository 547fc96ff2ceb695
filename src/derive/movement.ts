/** How a judgement moved from one review to the next. */
export interface Movement {
  /** Steps up the scale; negative for down, 0 where it stayed. */
  by: number;
  from: string;
  to: string;
}

/**
 * How far a judgement moved on its scale. Turning the two round turns the sign round.
 * @param steps the words of the scale from the lowest to the highest
 * @returns nothing where one of the two is not known or not on the scale
 */
export function movementOn(
  steps: readonly string[],
  from: string | undefined,
  to: string | undefined,
): Movement | undefined {
  if (from === undefined || to === undefined) return undefined;
  const [was, is] = [steps.indexOf(from), steps.indexOf(to)];
  return was < 0 || is < 0 ? undefined : { by: is - was, from, to };
}
