import { parseArgs } from 'node:util';
import { isCalendarDate } from '../../src/records/dates.ts';
import { parseFlavours, type Flavour } from './flavours.ts';

export const USAGE = `Usage: npm run test:conformance [-- [--require ua1,3a] [--record YYYY-MM-DD] [file or folder]...]
  Without files: makes all example papers in all house styles, and a long one, and checks those.
  --require LIST   what every PDF must claim and keep; "none" holds each file to its own claims only
  --record DATE    also run the tests of web pages, and write what was found to docs/accessibility.json as of DATE`;

/** What was asked of the gate. */
export interface Wanted {
  required: Flavour[];
  record: string | undefined;
  paths: string[];
}

/**
 * Reads the command line; `undefined` when only help is wanted.
 *
 * @throws Error with a message for the user
 */
export function readArguments(): Wanted | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      require: { type: 'string', default: 'none' },
      record: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  if (values.record !== undefined && !isCalendarDate(values.record))
    throw new Error(`"${values.record}" is not a day. Write it as YYYY-MM-DD.`);
  if (values.record !== undefined && positionals.length > 0)
    throw new Error('A record is of all example papers: name no files with --record.');
  return { required: parseFlavours(values.require), record: values.record, paths: positionals };
}
