import type * as z from 'zod';
import { compose, type Wordings } from '../compose/compose.ts';
import { join, type Joined } from '../compose/join.ts';
import { plainText, type Flow } from '../compose/markdown.ts';
import type { Inline } from '../compose/inline.ts';
import type { Paper } from '../compose/paper.ts';
import { mapInlines } from '../compose/refer.ts';
import type { Style } from '../compose/style.ts';
import { dayOf } from '../derive/day.ts';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { schemaDiagnostics } from '../records/issues.ts';
import type { Entry, Records } from '../records/load.ts';
import { isNoun, nouns, type Noun } from '../records/nouns.ts';
import { Prose } from '../records/prose.ts';
import { parseYaml, type Plain } from '../records/read.ts';
import type { Path } from '../records/source.ts';
import { recordFile, type TravellingRecord } from '../travel/record.ts';

/** One of the two things that are compared: what a paper was made from, and the paper that it makes. */
export interface Side {
  record: TravellingRecord;
  joined: Joined;
  paper: Paper;
  /** The day of the paper, on which all that is due or overdue is judged. */
  day: string;
  wordings: Wordings;
}

/**
 * The side that a record makes in a house style.
 * @param known the same record before some change to it: places are shown in its files, which saves reading them
 * @returns no value where a record does not fit the forms of this version
 */
export function sideOf(record: TravellingRecord, style: Style, known?: Side): Result<Side> {
  const { records, diagnostics } = recordsOf(record, known);
  const joined = join(records, record.report);
  if (!joined) return { value: undefined, diagnostics };
  const { value: paper, wordings, diagnostics: found } = compose(joined, style);
  diagnostics.push(...found);
  if (!paper) return { value: undefined, diagnostics };
  const day = dayOf(joined.report.value, joined.review.value);
  return { value: { record, joined, paper, day, wordings }, diagnostics };
}

function recordsOf(
  record: TravellingRecord,
  known: Side | undefined,
): { records: Records; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const records: Records = {
    ...{ council: new Map(), framework: new Map(), review: new Map(), report: new Map(), meeting: new Map() },
    ...{ calendar: new Map(), present: new Set(), brought: new Set(), texts: new Map() },
  };
  const keep = <S extends z.ZodType>(
    schema: S,
    into: Map<string, Entry<z.output<S>>>,
    noun: Noun,
    id: string,
    plain: Plain,
  ): void => {
    const source =
      known === undefined
        ? parseYaml(`data/${nouns[noun].folder}/${id}.yaml`, recordFile(noun, plain)).read?.source
        : entriesOf(known.joined).find((e) => e.source.file === `data/${nouns[noun].folder}/${id}.yaml`)
            ?.source;
    if (!source) return;
    const parsed = schema.safeParse(plain);
    if (parsed.success) into.set(id, { id, source, plain, value: parsed.data });
    else diagnostics.push(...schemaDiagnostics(source, plain, parsed.error.issues));
  };
  for (const [name, plain] of Object.entries(record.records)) {
    const [noun = '', id = ''] = name.split('/');
    if (!isNoun(noun)) continue;
    switch (noun) {
      case 'council':
        keep(nouns.council.schema, records.council, noun, id, plain);
        break;
      case 'framework':
        keep(nouns.framework.schema, records.framework, noun, id, plain);
        break;
      case 'review':
        keep(nouns.review.schema, records.review, noun, id, plain);
        break;
      case 'report':
        keep(nouns.report.schema, records.report, noun, id, plain);
        break;
      case 'calendar':
        keep(nouns.calendar.schema, records.calendar, noun, id, plain);
        break;
      case 'meeting':
        break;
    }
  }
  return { records, diagnostics };
}

function entriesOf(joined: Joined): Entry<unknown>[] {
  const { report, review, framework, council, earlier, calendar } = joined;
  return [report, review, framework, council, ...earlier, ...(calendar ? [calendar] : [])];
}

/** What stands at a path of a value, as it was read. */
export function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    // Whatever has the step as a key of its own can be asked for it.
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

/** Prose as the paper says it, with what it quotes; `undefined` where there is none at the path. */
export function proseAt(side: Side, entry: Entry<unknown> | undefined, path: Path): string | undefined {
  const value = valueAt(entry?.value, path);
  if (!(value instanceof Prose)) return undefined;
  const flow = side.wordings.flows.get(value);
  return flow ? flowText(flow, referencesOf(side.paper)) : value.markdown.replaceAll(/\{\{.*?\}\}/g, '…');
}

function flowText(flow: readonly Flow[], references: ReadonlyMap<string, string>): string {
  const inline = (content: readonly Inline[]): Inline[] =>
    content.map((part): Inline => {
      if (part.kind === 'reference')
        return { kind: 'text', text: references.get(part.to) ?? 'another paragraph' };
      return 'content' in part ? { ...part, content: inline(part.content) } : part;
    });
  return flow
    .map((part) =>
      part.kind === 'paragraph'
        ? plainText(inline(part.content))
        : part.items.map((item) => flowText(item, references)).join('; '),
    )
    .join(' ');
}

const references = new WeakMap<Paper, Map<string, string>>();

/** What a paper's references say, by what they lead to. */
function referencesOf(paper: Paper): Map<string, string> {
  const known = references.get(paper);
  if (known) return known;
  const found = new Map<string, string>();
  const look = (content: readonly Inline[]): Inline[] => {
    for (const part of content) {
      if (part.kind === 'reference') found.set(part.to, part.text);
      else if ('content' in part) look(part.content);
    }
    return [...content];
  };
  mapInlines(paper.sections, look);
  references.set(paper, found);
  return found;
}
