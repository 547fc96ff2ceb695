import * as z from 'zod';

/**
 * A chart with its places worked out, in pixels from the upper left: what the partials `trend`, `positions`,
 * `bars` and `history` are given. They write the SVG.
 */

/** A line of text; `y` is its baseline. */
const Label = z.object({
  x: z.number(),
  y: z.number(),
  anchor: z.enum(['start', 'middle', 'end']),
  text: z.string(),
});
export type Label = z.infer<typeof Label>;

/** A line across with its name: a target, a comparator. */
const Mark = z.object({ x1: z.number(), x2: z.number(), y: z.number(), labels: z.array(Label) });
export type Mark = z.infer<typeof Mark>;

/** A place of a value. The latest is ours as it stands, and is filled. */
const Dot = z.object({ x: z.number(), y: z.number(), r: z.number(), filled: z.boolean() });
export type Dot = z.infer<typeof Dot>;

/** An area from its upper left. */
const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Box = z.infer<typeof Box>;

const picture = {
  id: z.string(),
  /** Everything that it shows, in words. */
  alternative: z.string(),
  width: z.number(),
  height: z.number(),
};

const TrendPicture = z.object({
  ...picture,
  title: z.array(Label),
  /** Which way is better. */
  better: z.array(Label),
  /** Through the values, as an SVG path; absent where there is only one. */
  line: z.string().optional(),
  target: Mark.optional(),
  comparator: Mark.optional(),
  dots: z.array(Dot),
  /** What is left free of lines behind the values. */
  behind: z.array(Box),
  values: z.array(Label),
  /** The value of the latest period. */
  latest: z.array(Label),
  axis: z.object({ x1: z.number(), x2: z.number(), y: z.number() }),
  periods: z.array(Label),
});
export type TrendPicture = z.infer<typeof TrendPicture>;

const PositionsPicture = z.object({
  ...picture,
  /** The words of the steps, above their dots. */
  head: z.array(Label),
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.array(Label),
      track: z.object({ x1: z.number(), x2: z.number(), y: z.number() }),
      steps: z.array(Dot),
      /** From the step before to this one, where it moved. */
      moved: z.object({ x1: z.number(), x2: z.number(), y: z.number() }).optional(),
      before: Dot.optional(),
      judged: Dot,
    }),
  ),
});
export type PositionsPicture = z.infer<typeof PositionsPicture>;

const BarsPicture = z.object({
  ...picture,
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.array(Label),
      bar: Box,
      /** Whether it is the council's own, or no row is. */
      filled: z.boolean(),
      /** Whether it is the council's own. */
      own: z.boolean(),
      value: z.array(Label),
    }),
  ),
  /** Where the bars start. */
  base: z.object({ x: z.number(), y1: z.number(), y2: z.number() }),
});
export type BarsPicture = z.infer<typeof BarsPicture>;

const HistoryPicture = z.object({
  ...picture,
  steps: z.array(z.object({ x1: z.number(), x2: z.number(), y: z.number(), labels: z.array(Label) })),
  line: z.string().optional(),
  dots: z.array(Dot),
  periods: z.array(Label),
});
export type HistoryPicture = z.infer<typeof HistoryPicture>;

export const Drawing = z.discriminatedUnion('type', [
  z.object({ type: z.literal('trend'), pictures: z.array(TrendPicture) }),
  z.object({
    type: z.literal('positions'),
    /** Whether a judgement before is shown somewhere. */
    compared: z.boolean(),
    pictures: z.array(PositionsPicture),
  }),
  z.object({ type: z.literal('bars'), pictures: z.array(BarsPicture) }),
  z.object({ type: z.literal('history'), pictures: z.array(HistoryPicture) }),
]);
export type Drawing = z.infer<typeof Drawing>;
