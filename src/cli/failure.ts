/**
 * The last resort: what nobody foresaw. It is told in words; where in the program it happened is for those who
 * mend it. Nothing is imported, so that it works even where the program cannot be loaded.
 */

/** This computer, with this program on it, cannot do it. */
const failed = 3;

/** Where a failure is told. */
export interface Telling {
  out: (text: string) => void;
  err: (text: string) => void;
  env: Readonly<Record<string, string | undefined>>;
}

/**
 * Tells that Scrutineer itself has failed.
 * @param args what was typed after the program's name
 * @returns the process's exit code
 */
export function tellFailure(error: unknown, args: readonly string[], { out, err, env }: Telling): number {
  const what = (error instanceof Error ? error.message || error.name : String(error)).trim();
  const message = `Scrutineer itself has failed: ${what.replaceAll(/\s*\n\s*/g, ' ')}`;
  const left =
    'Files are written whole or not at all: nothing half made was left, and what was not made again is as it was.';
  const typed = ['npx', 'scrutineer', ...args]
    .map((word) => (/^[\w./:=-]+$/.test(word) ? word : `"${word}"`))
    .join(' ');
  const hint = `Run \`npx scrutineer doctor\`. If it finds nothing, report this with the command (\`${typed}\`) and the record it was about. With SCRUTINEER_DEBUG=1 in the environment the command shows where it failed.`;
  const wanted = [env['SCRUTINEER_DEBUG'], env['NODE_DEBUG']].some((set) => set !== undefined && set !== '');
  const stack = wanted && error instanceof Error ? error.stack : undefined;
  if (args.includes('--json')) {
    const result = { message: `${message} ${left}`, hint, ...(stack === undefined ? {} : { stack }) };
    out(`${JSON.stringify({ exitCode: failed, result, diagnostics: [] })}\n`);
  } else {
    err(`${message}\n${left}\nWhat to do: ${hint}\n${stack === undefined ? '' : `\n${stack}\n`}`);
  }
  return failed;
}

/** Of a process that has nothing but itself. */
export function tellFailureOfProcess(error: unknown): number {
  return tellFailure(error, process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    env: process.env,
  });
}
