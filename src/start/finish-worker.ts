import { parentPort } from 'node:worker_threads';
import { chunksIn } from './chunks.ts';

const chunks = chunksIn(import.meta.dirname, 'thread');
chunks.load('chunk:finish/src/finish/worker.ts');
// Asked to after the listener that answers: what it calls is compiled by then.
parentPort?.once('message', () => setTimeout(() => chunks.keep(), 0));
