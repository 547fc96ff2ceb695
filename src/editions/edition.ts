import { isDeepStrictEqual } from 'node:util';
import { Document } from 'yaml';
import * as z from 'zod';
import type { Diagnostic, Place, Result } from '../diagnostics/diagnostic.ts';
import { isCalendarDate } from '../records/dates.ts';
import { isIdentifier } from '../records/names.ts';
import { parseYaml, type Plain } from '../records/read.ts';
import { sha256 } from '../travel/manifest.ts';
import { fromPlain, type TravellingRecord } from '../travel/record.ts';
import { damaged, newerFormat } from './rules.ts';

/** What was issued, when, by which role and why, and what its files were when they left the house. */
export interface Edition {
  /** The name of the paper's folder and files: the report's, with the style's where that is not its own. */
  paper: string;
  /** 1, 2, … */
  number: number;
  /** The day it was issued, YYYY-MM-DD. */
  date: string;
  /** The role that issued it, never a person's name. */
  by: string;
  reason: string;
  report: string;
  style: string;
  /** Scrutineer's own version, and the browser's as it names itself. */
  scrutineer: string;
  browser: string;
  /** Which Scrutineer exactly: a name that changes with anything in the program. */
  program: string;
  /** SHA-256 of the style with its wording: the folder in `editions/styles/` that it is kept in. */
  snapshot: string;
  /** SHA-256 and size of each file that was issued, by name. */
  outputs: Record<string, { sha256: string; bytes: number }>;
}

/** The form of `edition.yaml` that this version writes; it reads all up to this one. */
const format = 1;

/** The text of `edition.yaml`: what can be told of the edition first, the record that it was made from after it. */
export function editionFile(edition: Edition, record: TravellingRecord): Uint8Array {
  const document = new Document(
    { format, ...edition, record },
    { schema: 'core', aliasDuplicateObjects: false },
  );
  document.commentBefore = [
    ` Edition ${String(edition.number)} of ${edition.paper}, as it was issued. Nobody writes in this file: a new edition is`,
    ' made with `scrutineer issue`, and `scrutineer verify --all` says whether anything was changed.',
  ].join('\n');
  const text = document.toString({ lineWidth: 110 });
  return new TextEncoder().encode(`${text}${sealStart}${sha256(text)}\n`);
}

/** The last line of the file: SHA-256 of all before it, so that a slip of the hand is noticed. */
const sealStart = 'seal: ';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const counted = z
  .string()
  .regex(/^[0-9]{1,9}$/)
  .transform(Number);
const Head = z.object({
  paper: z.string().refine(isIdentifier),
  number: counted.refine((n) => n > 0),
  date: z.string().refine(isCalendarDate),
  by: z.string().min(1),
  reason: z.string().min(1),
  report: z.string().refine(isIdentifier),
  style: z.string().refine(isIdentifier),
  scrutineer: z.string(),
  browser: z.string(),
  program: z.string(),
  snapshot: hash,
  outputs: z.record(z.string().regex(/^[a-z0-9][a-z0-9_.-]*$/), z.object({ sha256: hash, bytes: counted })),
});

/** Reads what `edition.yaml` tells of the edition, without the record in it, which takes longer. */
export function readEdition(text: string, file: string): Result<Edition> {
  const { plain, diagnostics } = opened(text, file, (whole) => whole.split(/^record:$/m)[0] ?? '');
  if (diagnostics) return { value: undefined, diagnostics };
  const parsed = Head.safeParse(plain);
  if (parsed.success) return { value: parsed.data, diagnostics: [] };
  const name = parsed.error.issues[0]?.path.join(' › ') ?? '';
  return refused({ file }, `It does not say what it has to: \`${name}\` is missing or cannot be right.`);
}

/** Reads the record that the edition was made from. */
export function readEditionRecord(text: string, file: string): Result<TravellingRecord> {
  const { plain, diagnostics } = opened(text, file, (whole) => whole);
  if (diagnostics) return { value: undefined, diagnostics };
  const inside = typeof plain === 'object' && !Array.isArray(plain) ? plain['record'] : undefined;
  const record = inside === undefined ? undefined : fromPlain(inside);
  if (record) return { value: record, diagnostics: [] };
  return refused({ file }, 'The record that the edition was made from is not in it.');
}

/** What stands in the part asked for, once it is known that nobody has changed the file. */
function opened(
  written: string,
  file: string,
  part: (whole: string) => string,
): { plain: Plain; diagnostics?: undefined } | { plain?: undefined; diagnostics: Diagnostic[] } {
  // Version control may have turned the ends of lines round, which changes nothing that the file says.
  const text = written.replaceAll('\r\n', '\n');
  const later = /^format: (\d+)$/m.exec(text.slice(0, 1_000))?.[1];
  if (later !== undefined && Number(later) > format) {
    return {
      diagnostics: [
        newerFormat.at(
          { file },
          `The edition was issued with a newer Scrutineer, in form ${later}; this one reads forms up to ${String(format)}.`,
          'Use the newer Scrutineer for it, on every computer that issues papers.',
        ),
      ],
    };
  }
  const end = text.lastIndexOf(`\n${sealStart}`) + 1;
  const body = text.slice(0, end);
  if (end === 0) return refused({ file }, 'Its last line, `seal:`, is missing: a part of the file is lost.');
  if (text.slice(end) !== `${sealStart}${sha256(body)}\n`)
    return refused(
      { file },
      'It was changed after it was issued: its `seal:` does not belong to what it says.',
    );
  const { read, diagnostics } = parseYaml(file, part(body));
  return read ? { plain: read.plain } : { diagnostics };
}

function refused(place: Place, message: string): { value: undefined; diagnostics: Diagnostic[] } {
  return { value: undefined, diagnostics: [damaged.at(place, message, takeBack)] };
}

/** What to do where something that was issued is not as it was. */
export const takeBack =
  'Take it back from version control or from a backup. What was issued is never mended by hand.';

/** Whether two records, or parts of them, say the same. */
export function isSame(a: unknown, b: unknown): boolean {
  // Maps that were read have no prototype, those that were made have one.
  const plain = (value: unknown): unknown =>
    value === undefined ? value : JSON.parse(JSON.stringify(value));
  return isDeepStrictEqual(plain(a), plain(b));
}
