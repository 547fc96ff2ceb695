/** One way of making the paper. */
export interface Contender {
  name: string;
  /** Makes it, and returns the milliseconds it took; may be called again. */
  once: () => Promise<number>;
}

/** What came of a contender. */
export interface Figure {
  name: string;
  /** Milliseconds, the median of all rounds. */
  median?: number;
  rounds: number[];
  /** Why there is no figure. */
  unavailable?: string;
}

/** How often to measure, and when to stop. */
export interface Rounds {
  rounds: number;
  /** Milliseconds that all rounds together should not take longer than; one is always measured. */
  budget: number;
}

/**
 * Measures in rounds, each contender once a round, so that a machine that is busy for a while is busy
 * for all of them. A contender that fails is left out from there on.
 */
export async function measure(
  contenders: readonly Contender[],
  { rounds, budget }: Rounds,
  signal: AbortSignal,
): Promise<Figure[]> {
  const figures = contenders.map(({ name }): Figure => ({ name, rounds: [] }));
  const begun = performance.now();
  for (let round = 1; round <= rounds; round += 1) {
    for (const [index, { once }] of contenders.entries()) {
      const figure = figures[index];
      if (figure === undefined || figure.unavailable !== undefined) continue;
      try {
        figure.rounds.push(await once());
      } catch (error) {
        signal.throwIfAborted();
        figure.unavailable = error instanceof Error ? error.message : String(error);
      }
    }
    const each = (performance.now() - begun) / round;
    if (each * (round + 1) > budget) break;
  }
  for (const figure of figures) if (figure.unavailable === undefined) figure.median = median(figure.rounds);
  return figures;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? upper) + upper) / 2 : upper;
}

/** The mean of what came after the first, which pays for what is made once. */
export function meanOfOthers(values: readonly number[]): number {
  const others = values.slice(1);
  return others.reduce((sum, value) => sum + value, 0) / others.length;
}
