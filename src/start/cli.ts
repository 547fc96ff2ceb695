#!/usr/bin/env node
import { tellFailureOfProcess } from '../cli/failure.ts';
import { chunksIn } from './chunks.ts';
import type * as program from '../main.ts';

const commands = [
  ...['build', 'status', 'check', 'new', 'list', 'extract', 'statement', 'schema', 'doctor'],
  ...['agenda', 'pack', 'minutes', 'changes'],
];
const purpose = process.argv.find((word) => commands.includes(word)) ?? 'help';

try {
  const chunks = chunksIn(import.meta.dirname, purpose);
  const { ended, quick } = chunks.load('chunk:front/src/main.ts') as typeof program;
  void ended.then((exitCode) => {
    // A run that failed, or had nothing to do, came only part of the way.
    if (exitCode === 0 && !quick.yes) chunks.keep();
    // Giving back all memory piece by piece would take a while. What is still to be written is waited for, and what
    // failed beside the command is told first.
    setImmediate(() => {
      if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
    });
  });
} catch (error) {
  process.exitCode = tellFailureOfProcess(error);
}
