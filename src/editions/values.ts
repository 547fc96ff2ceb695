import { differencesOf, type Difference } from '../changes/records/differ.ts';
import { isNoun, nouns, type Noun } from '../records/nouns.ts';
import type { Plain } from '../records/read.ts';
import type { Records } from '../records/load.ts';
import type { TravellingRecord } from '../travel/record.ts';
import type { Manifest } from '../travel/manifest.ts';
import type { Change } from './reasons.ts';
import type { Made, Ready } from '../pipeline.ts';
import type { Standing, Survey } from './survey.ts';

/**
 * What changed in the records since a paper's files were made, value by value: the record that travels in them is
 * held against the present one.
 * @returns undefined where the files do not carry their record any more
 */
export async function changesSince(
  survey: Survey,
  { report, folder, manifest, reasons }: Standing,
  { record: now, draft }: Pick<Ready, 'record'> & Pick<Made, 'draft'>,
  records: Records,
): Promise<Change[] | undefined> {
  const before = folder === undefined || !manifest ? undefined : await builtRecord(survey, folder, manifest);
  if (!before) return undefined;
  const changes = recordChanges(before, now, records);
  const lacking = { before: manifest?.draft, now: draft?.lacking };
  if (!lacking.before && !lacking.now) return changes;
  const { clearanceChanges } = await import('../draft/changes.ts');
  return [...changes, ...clearanceChanges(report, lacking, reasons, changes)];
}

function recordChanges(before: TravellingRecord, now: TravellingRecord, records: Records): Change[] {
  const names = new Set([...Object.keys(now.records), ...Object.keys(before.records)]);
  return [...names].flatMap((name) => {
    const [noun = '', id = ''] = name.split('/');
    if (!isNoun(noun)) return [];
    const file = `data/${nouns[noun].folder}/${id}.yaml`;
    const [was, is] = [before.records[name], now.records[name]];
    if (was === undefined) return [{ file, words: `${file} takes part now` }];
    if (is === undefined) return [{ file, words: `${file} takes part no longer` }];
    const found = differencesOf(was, is, nouns[noun].schema);
    return found.map((difference) => ({
      file,
      words: inWords(difference, file, lineOf(records, noun, id, difference)),
    }));
  });
}

/** The record in a paper's own files, as long as they are those that were made. */
async function builtRecord(
  survey: Survey,
  folder: string,
  manifest: Manifest,
): Promise<TravellingRecord | undefined> {
  const { travelledRecord } = await import('../travel/extract.ts');
  for (const ending of ['html', 'pdf']) {
    const path = `${survey.baseOf(folder)}.${ending}`;
    const made = manifest.outputs[`${folder}.${ending}`];
    if (made !== undefined && survey.index.hashOf(path) === made.sha256) {
      return travelledRecord(survey.world.files.read(path));
    }
  }
  return undefined;
}

function lineOf(records: Records, noun: Noun, id: string, { what, later }: Difference): number | undefined {
  const { source } = records[noun].get(id) ?? {};
  if (what === 'removed') return undefined;
  return source?.at(later).range?.start.line;
}

/** "indicator initial-assessments in data/reviews/durham-2002-03.yaml line 41: 36 → 38" */
function inWords({ what, names, before, after }: Difference, file: string, line: number | undefined): string {
  const place = names.join('/') === 'item' && line === undefined ? 'the agenda' : file;
  const where = `${subjectOf(names)} in ${place}${line === undefined ? '' : ` line ${String(line)}`}`;
  switch (what) {
    case 'added':
      return `${where}: ${short(after)} is new`;
    case 'removed':
      return `${where}: ${short(before)} is gone`;
    case 'reordered':
      return `${where}: now in another order`;
    case 'changed':
      return `${where}: ${short(before)} → ${short(after)}`;
  }
}

/** Groups of named entries, and what one of them is called. */
const singular: Readonly<Record<string, string>> = {
  indicators: 'indicator',
  judgements: 'judgement',
  implications: 'implication',
  bodies: 'body',
  actions: 'action',
  recommendations: 'recommendation',
  areas_for_improvement: 'area for improvement',
};

function subjectOf(names: readonly string[]): string {
  const [group = '', name, ...inside] = names;
  const one = singular[group];
  if (one === undefined || name === undefined) return names.join(' › ').replaceAll('_', ' ');
  // Of a figure everybody knows that its value is meant.
  const rest = (inside.at(-1) === 'value' ? inside.slice(0, -1) : inside)
    .map((word) => ` › ${word}`)
    .join('');
  return `${one} ${name}${rest}`;
}

const longest = 60;

function short(plain: Plain | undefined): string {
  if (plain === undefined) return 'nothing';
  if (typeof plain !== 'string') return Array.isArray(plain) ? 'a list' : shortForm(plain);
  const text = plain.replaceAll(/\s+/g, ' ').trim();
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return /\s/.test(cut) || cut === '' ? `“${cut}”` : cut;
}

function shortForm(plain: Record<string, Plain>): string {
  const value = plain['value'] ?? plain['title'] ?? plain['name'] ?? plain['id'];
  return typeof value === 'string' ? short(value) : 'an entry';
}
