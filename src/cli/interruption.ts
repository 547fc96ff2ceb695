import { exitCodes } from './context.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Somebody pressing Ctrl-C, or a system that wants the program to end: what is in hand is left whole. */
export class Interruption implements Disposable {
  readonly #controller = new AbortController();
  readonly #listen = (): void => {
    // Whoever presses twice does not want to wait. Files are written in one go, so none is cut in half.
    if (this.signal.aborted) process.exit(exitCodes.stopped);
    this.#controller.abort();
  };

  constructor() {
    for (const signal of signals) process.on(signal, this.#listen);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  [Symbol.dispose](): void {
    for (const signal of signals) process.off(signal, this.#listen);
  }
}
