import type { World } from '../world.ts';

/** A line that says how far a run has come, on a terminal; elsewhere it says nothing. */
export class Progress {
  readonly #world: World;
  readonly #total: number;
  readonly #begun = performance.now();
  #done = 0;

  constructor(world: World, total: number) {
    this.#world = world;
    this.#total = total;
  }

  /** One more is done. */
  tick(name: string): void {
    this.#done++;
    if (!this.#shows) return;
    const each = (performance.now() - this.#begun) / this.#done;
    const left = timeLeft((each * (this.#total - this.#done)) / 1000);
    this.#world.err(`\r\u001b[K[${String(this.#done)}/${String(this.#total)}] ${left}${name}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shows && this.#done > 0) this.#world.err('\r\u001b[K');
  }

  get #shows(): boolean {
    return this.#world.interactive && this.#total > 1;
  }
}

function timeLeft(seconds: number): string {
  if (seconds < 1) return '';
  if (seconds < 90) return `${String(Math.ceil(seconds))} s left: `;
  return `${String(Math.ceil(seconds / 60))} minutes left: `;
}
