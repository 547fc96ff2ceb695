import { chunksIn } from './chunks.ts';

const chunks = chunksIn(import.meta.dirname, 'thread');
// The bundler's table of parts has what the file exports.
const { firstAnswer } = chunks.load('chunk:finish/src/finish/worker.ts') as { firstAnswer: Promise<void> };
// Not before: finishing waits now and again, and half-way most of it is not yet compiled.
void firstAnswer.then(() => chunks.keep());
