import { Document } from 'yaml';
import * as z from 'zod';
import type { Joined } from '../compose/join.ts';
import type { Style } from '../compose/style.ts';
import { publicJoined, publicPlain } from '../exempt/redact.ts';
import { nameFor, type Kept } from '../kept.ts';
import type { Entry } from '../records/load.ts';
import { isNoun, nouns, type Noun } from '../records/nouns.ts';
import { parseYaml, type Plain } from '../records/read.ts';

/**
 * The record that travels with a paper: everything the paper was made from but its house style, as typed,
 * without what is for the office only. Whoever has the paper can make it again, byte for byte.
 */
export interface TravellingRecord {
  report: string;
  style: string;
  /** In a draft: what it says of that it is one. */
  draft?: string;
  /** By `noun/name`, e.g. `review/durham-2002-03`. */
  records: Record<string, Plain>;
}

/** What travels of the records that a paper was made from. What is exempt never does, whoever the paper is for. */
export function travellingRecord(whole: Joined, style: Style, draft?: string): TravellingRecord {
  const joined = publicJoined(whole);
  const records: Record<string, Plain> = {};
  const add = (noun: Noun, entry: Entry<unknown> | undefined): void => {
    if (entry) records[`${noun}/${entry.id}`] = publicPart(entry.plain, noun);
  };
  add('council', joined.council);
  add('framework', joined.framework);
  add('calendar', joined.calendar);
  add('review', joined.review);
  for (const earlier of joined.earlier) add('review', earlier);
  add('report', joined.report);
  const name = `report/${joined.report.id}`;
  const report = records[name];
  // The agenda stays at home; what the paper took from it goes along.
  if (joined.item !== undefined && typeof report === 'object' && !Array.isArray(report))
    records[name] = { ...report, item: joined.item };
  return {
    report: joined.report.id,
    style: style.id,
    ...(draft === undefined ? {} : { draft }),
    records,
  };
}

/**
 * As a YAML file, to be attached to the PDF.
 * @param kept has what earlier runs wrote of the same records
 */
export function toYaml({ records, ...about }: TravellingRecord, kept?: Kept): string {
  const head = new Document(about, { schema: 'failsafe' });
  head.commentBefore = ' What this paper was made from. `scrutineer extract` gives it back as files.';
  const written = Object.entries(records).map(([name, plain]) => writtenRecord(name, plain, kept));
  return `${head.toString(layout)}records:\n${written.join('')}`;
}

const layout = { lineWidth: 110 };

/** Records as they stand in the file: most papers of a run rest on the same council, framework and review. */
const writtenRecords = new WeakMap<object, { name: string; text: string }>();

function writtenRecord(name: string, plain: Plain, kept: Kept | undefined): string {
  const key = typeof plain === 'object' ? plain : undefined;
  const known = key && writtenRecords.get(key);
  if (known?.name === name) return known.text;
  const keptAs = kept && nameFor('travelling', name, JSON.stringify(plain));
  const earlier = keptAs && kept.get(keptAs)?.toString();
  const text = earlier ?? writeRecord(name, plain);
  if (keptAs && earlier === undefined) kept.put(keptAs, Buffer.from(text));
  if (key) writtenRecords.set(key, { name, text });
  return text;
}

function writeRecord(name: string, plain: Plain): string {
  // Written under `records:`, so that lines are folded for the place where they stand.
  const whole = new Document({ records: { [name]: plain } }, { schema: 'failsafe' }).toString(layout);
  return whole.slice(whole.indexOf('\n') + 1);
}

/** As JSON that can stand in an HTML `<script>` of data: no `<` in it. */
export function toDataBlock(record: TravellingRecord): string {
  return JSON.stringify(record).replaceAll('<', '\\u003c');
}

const Travelling = z.object({
  report: z.string(),
  style: z.string(),
  draft: z.string().optional(),
  records: z.record(z.string(), z.unknown()),
});

/** Reads what travelled, as YAML or JSON; undefined where it is something else. */
export function fromText(text: string): TravellingRecord | undefined {
  const { read } = parseYaml('record', text);
  return read && fromPlain(read.plain);
}

/** The same for YAML that has been read. */
export function fromPlain(plain: Plain): TravellingRecord | undefined {
  const parsed = Travelling.safeParse(plain);
  if (!parsed.success) return undefined;
  const records: Record<string, Plain> = {};
  for (const [name, value] of Object.entries(parsed.data.records)) {
    const [noun = '', id] = name.split('/');
    // What parseYaml gives is plain all the way down.
    if (isNoun(noun) && id !== undefined) records[name] = publicPlain(noun, value as Plain);
  }
  const { report, style, draft } = parsed.data;
  return { report, style, ...(draft === undefined ? {} : { draft }), records };
}

/** One travelled record as the text of its file. */
export function recordFile(noun: Noun, plain: Plain): string {
  const document = new Document(plain, { schema: 'failsafe' });
  document.commentBefore = ` yaml-language-server: $schema=../../seeds/schema/${noun}.json`;
  return document.toString({ lineWidth: 110 });
}

const publicParts = new WeakMap<object, Plain>();

/** Nouns with entries that do not travel; of the others no schema need be made to know. */
export const withOfficeEntries: ReadonlySet<Noun> = new Set(['council', 'report'] as const);

/** {@link forPublic}, once for each record. */
function publicPart(plain: Plain, noun: Noun): Plain {
  if (typeof plain !== 'object' || !withOfficeEntries.has(noun)) return plain;
  const known = publicParts.get(plain);
  if (known !== undefined) return known;
  const made = forPublic(plain, nouns[noun].schema);
  publicParts.set(plain, made);
  return made;
}

/** A record without the entries whose schema says that they do not travel, at whatever depth they stand. */
function forPublic(plain: Plain, schema: z.core.$ZodType): Plain {
  if (typeof plain !== 'object' || Array.isArray(plain)) return plain;
  const form = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  const kept: Record<string, Plain> = {};
  for (const [key, value] of Object.entries(plain)) {
    const field = fieldOf(form, key);
    if (field && z.globalRegistry.get(field)?.['travels'] === false) continue;
    kept[key] = field ? forPublic(value, field) : value;
  }
  return kept;
}

/** What an entry of a form must be, or each of the entries under names that officers choose. */
function fieldOf(form: z.core.$ZodType, key: string): z.core.$ZodType | undefined {
  if (form instanceof z.ZodRecord) return form.valueType;
  return form instanceof z.ZodObject ? (form.shape as z.core.$ZodShape)[key] : undefined;
}
