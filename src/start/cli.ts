#!/usr/bin/env node
import { join } from 'node:path';
import { start } from './kept-code.ts';
import type * as program from '../main.ts';

/** The name of the program's file, put in by the bundler. */
declare const programFile: string;

const commands = [
  ...['build', 'status', 'check', 'new', 'list', 'extract', 'statement', 'schema', 'doctor'],
  ...['agenda', 'pack', 'minutes', 'changes'],
];
const purpose = process.argv.find((word) => commands.includes(word)) ?? 'help';
const started = start(join(import.meta.dirname, programFile), purpose);

const { ended, quick } = started.exports as typeof program;
void ended.then((exitCode) => {
  // A run that failed, or had nothing to do, came only part of the way.
  if (exitCode === 0 && !quick.yes) started.keep();
});
