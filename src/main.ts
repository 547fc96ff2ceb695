#!/usr/bin/env node
import { main } from './cli.ts';

// Whoever reads the output may stop reading before its end (`scrutineer schema | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
