import { parentPort } from 'node:worker_threads';
import { finishPdf } from './finish.ts';
import type { Asked, Answered } from './finisher.ts';

/**
 * Finishes what it is sent, one paper after another, beside the thread that composes and prints. Resolves once the first
 * paper is finished and handed back: what finishing calls has been called then.
 */
export const firstAnswer = new Promise<void>((answered) => {
  parentPort?.on('message', ({ job, pdf, finishing }: Asked) => {
    void finishPdf(pdf, finishing).then((result) => {
      const answer: Answered = { job, result };
      // Handed over rather than copied, where the bytes are alone in their memory.
      const own = result.value?.buffer;
      parentPort?.postMessage(
        answer,
        own instanceof ArrayBuffer && own.byteLength === result.value?.length ? [own] : [],
      );
      answered();
    });
  });
});
