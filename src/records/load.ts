import { join } from 'node:path';
import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { calendarsBrought, type World } from '../world.ts';
import { calendarOf, countsWorkingDays, type Calendar } from './calendar.ts';
import type { Council } from './council.ts';
import type { Framework } from './framework.ts';
import { schemaDiagnostics } from './issues.ts';
import type { Meeting } from './meeting.ts';
import { keepRecord, readOnce } from './kept-record.ts';
import { isIdentifier, isRecordFile } from './names.ts';
import { nounNames, nouns, type Noun } from './nouns.ts';
import { readText, type Plain } from './read.ts';
import { referenceDiagnostics } from './references.ts';
import { curlyMarks } from './printed-marks.ts';
import type { Report } from './report.ts';
import type { Review } from './review.ts';
import type { Source } from './source.ts';
import { isAmong, waitingDiagnostics, waitingPlaces } from './waiting.ts';

/** One record: its value, and the file that can say where each part of it stands. */
export interface Entry<T> {
  id: string;
  source: Source;
  /** The record as typed, before the schema took it for what it is. */
  plain: Plain;
  value: T;
}

/** All records of a project that could be read, by identifier. */
export interface Records {
  council: Map<string, Entry<Council>>;
  framework: Map<string, Entry<Framework>>;
  review: Map<string, Entry<Review>>;
  report: Map<string, Entry<Report>>;
  meeting: Map<string, Entry<Meeting>>;
  calendar: Map<string, Entry<Calendar>>;
  /** `noun/id` of every file there is, readable or not: a reference to a broken record does not dangle. */
  present: Set<string>;
  /** Those of them that are not the project’s own: they come with Scrutineer. */
  brought: Set<string>;
  /** The text of every file read, for code frames. */
  texts: Map<string, string>;
}

const fileName = rule(
  'records/file-name',
  'error',
  'One record refers to another by its file’s name, so the name must be one that can be written down.',
);

/**
 * Reads the records of a project. Gathers all that is wrong; never stops at the first.
 * @param reports only what these reports rest on, and the meetings; every record where left out
 */
export function loadRecords(
  world: World,
  reports?: readonly string[],
): { records: Records; diagnostics: Diagnostic[] } {
  const records: Records = {
    council: new Map(),
    framework: new Map(),
    review: new Map(),
    report: new Map(),
    meeting: new Map(),
    calendar: new Map(),
    present: new Set(),
    brought: new Set(),
    texts: new Map(),
  };
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, { noun: Noun; id: string; file: string; path: string }>();
  for (const noun of nounNames) {
    for (const [id, file] of recordFiles(world, noun, diagnostics)) {
      records.present.add(`${noun}/${id}`);
      files.set(`${noun}/${id}`, { noun, id, file, path: join(world.root, file) });
    }
  }
  for (const [id, path] of broughtCalendars(world)) {
    if (records.present.has(`calendar/${id}`)) continue;
    records.present.add(`calendar/${id}`);
    records.brought.add(`calendar/${id}`);
    files.set(`calendar/${id}`, { noun: 'calendar', id, file: `data/calendars/${id}.yaml`, path });
  }
  const load = (name: string): void => {
    const found = files.get(name);
    files.delete(name);
    if (found) diagnostics.push(...loadOne(world, records, found));
  };
  if (reports) loadChains(records, reports, load);
  else for (const name of [...files.keys()]) load(name);
  diagnostics.push(...referenceDiagnostics(records));
  return { records, diagnostics };
}

/** Loads reports, then what they name, and so on. */
function loadChains(records: Records, reports: readonly string[], load: (name: string) => void): void {
  for (const name of records.present) if (name.startsWith('meeting/')) load(name);
  for (const id of reports) {
    load(`report/${id}`);
    const seen = new Set<string>();
    for (let next = records.report.get(id)?.value.review; next !== undefined && !seen.has(next);) {
      seen.add(next);
      load(`review/${next}`);
      const review = records.review.get(next)?.value;
      if (review) {
        load(`framework/${review.framework}`);
        load(`council/${review.council}`);
        const framework = records.framework.get(review.framework)?.value;
        const council = records.council.get(review.council)?.value;
        if (framework && council && countsWorkingDays(framework)) load(`calendar/${calendarOf(council)}`);
      }
      next = review?.follows;
    }
  }
}

/** The calendars that Scrutineer brings along: a project’s own of the same name goes before them. */
function broughtCalendars(world: World): [string, string][] {
  return world.files
    .list(calendarsBrought)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name.replace(/\.yaml$/, ''), join(calendarsBrought, name)]);
}

function recordFiles(world: World, noun: Noun, diagnostics: Diagnostic[]): [string, string][] {
  const folder = `data/${nouns[noun].folder}`;
  const found: [string, string][] = [];
  for (const name of world.files.list(join(world.root, folder))) {
    if (!isRecordFile(name)) continue;
    const id = name.replace(/\.ya?ml$/, '');
    if (!isIdentifier(id) || name.endsWith('.yml')) {
      diagnostics.push(
        fileName.at(
          { file: `${folder}/${name}` },
          `\`${name}\` is not a name that a record can go by.`,
          `Call it ${plainName(id)}.yaml, or another name of small letters, digits, hyphens and underscores that begins with a letter.`,
        ),
      );
      continue;
    }
    found.push([id, `${folder}/${name}`]);
  }
  return found;
}

/** A name near to one that cannot be used: `Anytown Council` becomes `anytown-council`. */
function plainName(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '');
  return isIdentifier(plain) ? plain : 'durham-2003-12-01';
}

function loadOne(
  world: World,
  records: Records,
  { noun, id, file, path }: { noun: Noun; id: string; file: string; path: string },
): Diagnostic[] {
  const found = readText(world, path, file);
  const { known, read, diagnostics } =
    'text' in found ? readOnce(world.kept, noun, { id, file }, found.text) : found;
  const text = (known ?? read)?.source.text ?? textForFrames(world, path);
  if (text !== undefined) records.texts.set(file, text);
  const keep = <S extends z.ZodType>(
    made: { schema: S },
    into: Map<string, Entry<z.output<S>>>,
  ): Diagnostic[] => {
    // What is kept was made by this schema.
    if (known) into.set(id, known as Entry<z.output<S>>);
    if (!read) return diagnostics;
    const { source, plain } = read;
    const { schema } = made;
    const parsed = schema.safeParse(plain);
    // A record with such a place in it is not handed on: the words can reach no paper.
    const waits = waitingPlaces(plain);
    if (waits.length > 0) {
      const others = parsed.success ? [] : parsed.error.issues.filter(({ path }) => !isAmong(path, waits));
      return [
        ...waitingDiagnostics(source, schema, waits),
        ...schemaDiagnostics(source, plain, others, schema),
      ];
    }
    if (!parsed.success) return schemaDiagnostics(source, plain, parsed.error.issues, schema);
    into.set(id, { id, source, plain, value: parsed.data });
    const marks = curlyMarks(source, plain, parsed.data);
    if (world.kept && marks.length === 0)
      keepRecord(world.kept, noun, source.text, { value: parsed.data, plain });
    return marks;
  };
  switch (noun) {
    case 'council':
      return keep(nouns.council, records.council);
    case 'framework':
      return keep(nouns.framework, records.framework);
    case 'review':
      return keep(nouns.review, records.review);
    case 'report':
      return keep(nouns.report, records.report);
    case 'meeting':
      return keep(nouns.meeting, records.meeting);
    case 'calendar':
      return keep(nouns.calendar, records.calendar);
  }
}

/** A file that is not valid YAML can still be shown where it is text of a reasonable size. */
export function textForFrames(world: World, path: string): string | undefined {
  if ((world.files.size(path) ?? Infinity) > 1_000_000) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(world.files.read(path));
  } catch {
    return undefined;
  }
}
