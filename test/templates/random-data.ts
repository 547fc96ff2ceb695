/** The shape that random templates are made for, and random data of that shape. */

import * as z from 'zod';

const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string(), note: z.string().optional() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({
    kind: z.literal('section'),
    title: z.string().nullable(),
    get blocks() {
      return z.array(Block);
    },
  }),
]);

export const Page = z.object({
  title: z.string(),
  mode: z.enum(['draft', 'final']),
  exempt: z.boolean(),
  lead: z.object({ name: z.string(), role: z.string().optional() }).optional(),
  services: z.array(z.object({ name: z.string(), score: z.number().nullable(), notes: z.array(z.string()) })),
  scores: z.record(z.string(), z.number()),
  sides: z.record(z.enum(['left', 'right']), z.string()),
  blocks: z.array(Block),
  maybes: z.array(z.string().nullable()),
});

/** Throws the same numbers again for the same seed. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 1;
  }

  below(n: number): number {
    this.state = (Math.imul(this.state ^ (this.state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return ((this.state ^ (this.state >>> 13)) >>> 0) % n;
  }

  pick<T>(from: readonly [T, ...T[]]): T {
    return from[this.below(from.length)] ?? from[0];
  }

  times<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }
}

/** Whether optional things are there depends on the number too. */
export function dataFrom(seed: number): unknown {
  const dice = new Dice(seed * 7 + 3);
  const word = (): string => `w${dice.below(9)}`;
  const some = <T>(make: () => T): T | undefined => (dice.below(2) === 0 ? undefined : make());
  const block = (depth: number): z.input<typeof Block> => {
    const kind =
      depth > 2 ? 'paragraph' : dice.pick<z.input<typeof Block>['kind']>(['paragraph', 'list', 'section']);
    if (kind === 'paragraph') return { kind, text: word(), note: some(word) };
    if (kind === 'list') return { kind, items: dice.times(2, word) };
    return { kind, title: some(word) ?? null, blocks: dice.times(2, () => block(depth + 1)) };
  };
  return {
    title: word(),
    mode: dice.pick(['draft', 'final']),
    exempt: dice.below(2) === 0,
    lead: some(() => ({ name: word(), role: some(word) })),
    services: dice.times(3, () => ({
      name: word(),
      score: some(() => dice.below(3)) ?? null,
      notes: dice.times(2, word),
    })),
    scores: Object.fromEntries(dice.times(2, () => [dice.pick(['x', 'y']), dice.below(3)])),
    sides: { left: word(), right: word() },
    blocks: dice.times(3, () => block(0)),
    maybes: dice.times(3, () => some(word) ?? null),
  };
}
