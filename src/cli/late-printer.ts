import type { Printer, PrinterOptions } from '../print/printer.ts';
import type { World } from '../world.ts';

/** A printer that is opened when it is first asked for, since a run may turn out to need none. */
export class LatePrinter implements AsyncDisposable {
  readonly #world: World;
  readonly #options: PrinterOptions;
  #opened: Promise<Printer> | undefined;

  constructor(world: World, options: PrinterOptions) {
    this.#world = world;
    this.#options = options;
  }

  /** The printer; its browser starts up from the first call on. */
  readonly open = (): Promise<Printer> => (this.#opened ??= this.#open());

  async #open(): Promise<Printer> {
    const { openPrinter } = await import('../print/printer.ts');
    return openPrinter(this.#world, this.#options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#opened)?.[Symbol.asyncDispose]();
  }
}
