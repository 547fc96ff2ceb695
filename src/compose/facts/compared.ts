import type { Direction, DirectionCounts } from '../../derive/indicators.ts';
import { capital, countInWords, listInWords } from '../words.ts';

/** How a sentence says what became of one thing and of several: "is worse", "are worse". */
export type Says = Readonly<Record<Direction, { one: string; many: string }>>;

/**
 * What became of things that can be compared: "Of the nine judgements that can be compared, three are better than last
 * time, five are the same and one is worse." What became of none of them is left out.
 * Of things that were just told of, it is enough to say: "Three are better than last time, five are the same and one is
 * worse."
 * @param things with what they are compared with: "indicator that can be compared with the period before"
 */
export function comparedInWords(
  { comparable, ...counts }: DirectionCounts,
  things: { one: string; many: string },
  says: Says,
  told = false,
): string {
  const found = (['improved', 'unchanged', 'worse'] as const).filter((direction) => counts[direction] > 0);
  const [first] = found;
  if (first === undefined) return '';
  if (comparable === 1) return `The one ${things.one} ${says[first].one}.`;
  const all = comparable === 2 ? 'both' : 'all';
  const became =
    found.length === 1
      ? `${all} ${says[first].many}`
      : listInWords(
          found.map((direction) => {
            const n = counts[direction];
            return `${countInWords(n)} ${n === 1 ? says[direction].one : says[direction].many}`;
          }),
        );
  if (told) return `${capital(became)}.`;
  return `Of the ${countInWords(comparable)} ${things.many}, ${became}.`;
}
