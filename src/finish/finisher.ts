import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Result } from '../diagnostics/diagnostic.ts';
import type { Finishing } from './finishing.ts';

/** What the worker is asked. */
export interface Asked {
  job: number;
  pdf: Uint8Array;
  finishing: Finishing;
}

/** What it answers. */
export interface Answered {
  job: number;
  result: Result<Uint8Array>;
}

/** Room for what a paper leaves behind: with as little as is usual, a fifth of the time goes into tidying up. */
const youngMegabytes = 128;

/**
 * Finishes papers in a thread of its own, so that one paper is finished while the next is composed and
 * printed. Where the program is not bundled there is no file for the thread, and where a thread cannot be
 * had or ends, papers are finished in this one: only slower.
 */
export class Finisher {
  readonly #waiting = new Map<number, (result: Result<Uint8Array> | undefined) => void>();
  #worker: Worker | undefined;
  #jobs = 0;

  constructor() {
    const file = fileURLToPath(new URL('./finish-worker.js', import.meta.url));
    if (!existsSync(file)) return;
    const worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } });
    worker.on('message', ({ job, result }: Answered) => this.#answer(job, result));
    worker.on('error', () => this.#end());
    worker.on('exit', () => this.#end());
    // It holds the process up only while something is asked of it.
    worker.unref();
    this.#worker = worker;
  }

  async finish(pdf: Uint8Array, finishing: Finishing): Promise<Result<Uint8Array>> {
    const worker = this.#worker;
    if (worker) {
      const answered = await new Promise<Result<Uint8Array> | undefined>((resolve) => {
        const job = this.#jobs++;
        this.#waiting.set(job, resolve);
        worker.ref();
        const asked: Asked = { job, pdf, finishing };
        worker.postMessage(asked);
      });
      if (answered) return answered;
    }
    const { finishPdf } = await import('./finish.ts');
    return finishPdf(pdf, finishing);
  }

  #answer(job: number, result: Result<Uint8Array> | undefined): void {
    const resolve = this.#waiting.get(job);
    this.#waiting.delete(job);
    if (this.#waiting.size === 0) this.#worker?.unref();
    resolve?.(result);
  }

  #end(): void {
    this.#worker = undefined;
    for (const job of [...this.#waiting.keys()]) this.#answer(job, undefined);
  }
}
