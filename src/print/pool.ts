import type { Browser } from './launch.ts';
import type { KeptPage } from './page.ts';

/** Pages to print on, kept loaded between jobs; the browser under them is replaced when it is worn or dead. */
export class Pool {
  readonly #browser: () => Promise<Browser>;
  readonly #recycleAfter: number;
  readonly #slots: Slot[];
  readonly #waiting: (() => void)[] = [];

  /** @param browser the browser that new pages are to be opened in */
  constructor(browser: () => Promise<Browser>, pages: number, recycleAfter: number) {
    this.#browser = browser;
    this.#recycleAfter = recycleAfter;
    this.#slots = Array.from({ length: pages }, () => ({ busy: false, held: undefined }));
  }

  /**
   * Lends a page, best one that has the wanted head loaded already, for as long as `work` takes. Where
   * work fails, the browser is not given any new work: a page that hangs can hold up its neighbours.
   */
  async lend<T>(key: string, work: (page: KeptPage, browser: Browser) => Promise<T>): Promise<T> {
    const slot = await this.#free(key);
    try {
      const { page, browser } = await this.#equip(slot);
      browser.jobs += 1;
      if (browser.jobs >= this.#recycleAfter) browser.retired = true;
      try {
        return await work(page, browser);
      } catch (error) {
        browser.retired = true;
        throw error;
      } finally {
        release(browser);
      }
    } finally {
      slot.busy = false;
      this.#waiting.shift()?.();
    }
  }

  async #free(key: string): Promise<Slot> {
    for (;;) {
      const free = this.#slots.filter((slot) => !slot.busy);
      const slot = free.find((s) => s.held?.page.loaded === key) ?? free.find((s) => s.held) ?? free[0];
      if (slot) {
        slot.busy = true;
        return slot;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async #equip(slot: Slot): Promise<Held> {
    if (slot.held && (!slot.held.browser.alive || slot.held.browser.retired)) slot.held = undefined;
    if (slot.held) {
      slot.held.browser.inUse += 1;
      return slot.held;
    }
    const browser = await this.#browser();
    browser.inUse += 1;
    try {
      slot.held = { browser, page: await browser.openPage() };
      return slot.held;
    } catch (error) {
      browser.retired = true;
      release(browser);
      throw error;
    }
  }
}

/** A retired browser goes when the last of its pages is given back. */
function release(browser: Browser): void {
  browser.inUse -= 1;
  if (browser.retired && browser.inUse === 0) void browser.close();
}

interface Held {
  page: KeptPage;
  browser: Browser;
}

interface Slot {
  busy: boolean;
  held: Held | undefined;
}
