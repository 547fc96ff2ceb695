import { main } from './cli.ts';
import { tellFailureOfProcess } from './cli/failure.ts';

export { quick } from './start/quick.ts';

// Whoever reads the output may stop reading before its end (`scrutineer schema | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// What fails beside the command, where nobody waits for it.
process.once('uncaughtException', (error) => process.exit(tellFailureOfProcess(error)));

/** The exit code, once everything is done. */
export const ended: Promise<number> = main(process.argv.slice(2))
  .catch(tellFailureOfProcess)
  .then((exitCode) => {
    process.exitCode = exitCode;
    return exitCode;
  });
