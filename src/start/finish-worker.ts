import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { start } from './kept-code.ts';

/** The name of the program's file, put in by the bundler. */
declare const finishFile: string;

const started = start(join(import.meta.dirname, finishFile), 'thread');
// Asked to after the listener that answers: what it calls is compiled by then.
parentPort?.once('message', () => setTimeout(() => started.keep(), 0));
