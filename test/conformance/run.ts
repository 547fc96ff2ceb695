/**
 * The conformance gate: `npm run test:conformance [-- files or folders]`.
 *
 * Each PDF (by default all below `out/`) is held to what its metadata claims and to what `--require` names. Exit code
 * 0: all pass, or the validator cannot be had here (never so when CI is set); 1: a file fails, or there is none;
 * 2: the gate itself could not run.
 */

import { parseArgs } from 'node:util';
import { parseFlavours, type Flavour } from './flavours.ts';
import { pdfFiles } from './files.ts';
import { judge } from './judge.ts';
import { renderReport } from './report.ts';
import { isNotAvailable, validate, type NotAvailable } from './verapdf.ts';

const USAGE = `Usage: npm run test:conformance [-- [--require ua1,3a] [file or folder]...]
  --require LIST   what every file must claim and keep; "none" holds each file to its own claims only`;

function readArguments(): { required: Flavour[]; paths: string[] } | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { require: { type: 'string', default: 'none' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return undefined;
  return {
    required: parseFlavours(values.require),
    paths: positionals.length > 0 ? positionals : ['out'],
  };
}

async function main(): Promise<number> {
  const wanted = readArguments();
  if (wanted === undefined) {
    console.log(USAGE);
    return 0;
  }
  const files = await pdfFiles(wanted.paths);
  if (files.length === 0) {
    console.error(
      `There is no PDF in ${wanted.paths.join(', ')}, so nothing was checked. Make the papers first.`,
    );
    return 1;
  }
  const answer = await validate(files, wanted.required, { alsoClaimed: true });
  if (isNotAvailable(answer)) return tellNotAvailable(answer);

  const verdicts = answer.map((validation) => judge(validation, wanted.required));
  process.stdout.write(renderReport(verdicts));
  return verdicts.some((verdict) => verdict.outcome === 'failed') ? 1 : 0;
}

/** A developer without Java goes on; in CI a gate that did not run is a failure. */
function tellNotAvailable({ reason }: NotAvailable): number {
  console.error(`PDF conformance was NOT checked. ${reason}`);
  if (!inCi()) return 0;
  console.error('This is CI, where the check is not optional.');
  return 1;
}

function inCi(): boolean {
  const ci = process.env['CI'] ?? '';
  return ci !== '' && ci !== '0' && ci !== 'false';
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof TypeError) console.error(USAGE);
  process.exitCode = 2;
}
