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

  /** {@link Printer.prepare}, where it is open. */
  readonly prepare: Printer['prepare'] = (blank) => {
    // An opened printer never rejects.
    void this.#opened?.then((printer) => printer.prepare(blank));
  };

  async #open(): Promise<Printer> {
    const { openPrinter } = await import('../print/printer.ts');
    return openPrinter(this.#world, this.#options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#opened)?.[Symbol.asyncDispose]();
  }
}
