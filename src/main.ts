import { main } from './cli.ts';

export { quick } from './start/quick.ts';

// Whoever reads the output may stop reading before its end (`scrutineer schema | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

/** The exit code, once everything is done. */
export const ended: Promise<number> = main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
  return exitCode;
});
