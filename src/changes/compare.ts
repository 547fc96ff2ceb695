import { join } from '../compose/join.ts';
import { loadStyle, type Style } from '../compose/style.ts';
import { stops, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { makeReport, openProject, type Made } from '../pipeline.ts';
import { travellingRecord } from '../travel/record.ts';
import { version } from '../version.ts';
import type { World } from '../world.ts';
import { countInWords } from '../compose/words.ts';
import { changesBetween, type Changes } from './changes.ts';
import { mergePapers } from './paper/merge.ts';
import type { Earlier } from './earlier.ts';
import { sideOf, type Side } from './sides.ts';

const otherForm = rule(
  'changes/other-form',
  'error',
  'What cannot be read cannot be compared, and a change might go untold.',
);

/** A paper compared with what it was. */
export interface Comparison {
  earlier: Earlier;
  before: Side;
  now: Side;
  changes: Changes;
  /** What has changed although no record did: the house style, its wording, Scrutineer itself. A sentence each. */
  setting: string[];
  style: Style;
  /** The paper as it is made now. */
  made: Made;
  /** Text of files read, for code frames. */
  texts: ReadonlyMap<string, string>;
}

/** Compares a paper with what it was. No value where one of the two cannot be composed. */
export async function compare(
  world: World,
  paper: string,
  earlier: Earlier,
): Promise<Result<Comparison> & { texts: ReadonlyMap<string, string> }> {
  const project = openProject(world, [paper]);
  const made = await makeReport(project, paper);
  const diagnostics: Diagnostic[] = made.diagnostics.filter(({ severity }) => severity !== 'suggestion');
  const texts = project.texts;
  const joined = join(project.records, paper);
  const style = made.style === '' ? undefined : loadStyle(world, made.style, undefined).style;
  if (!joined || !style || !made.paper || made.withheld) return { value: undefined, diagnostics, texts };
  const before = sideOf(earlier.record, style);
  if (!before.value) {
    const [first] = before.diagnostics;
    const what = first ? ` (${first.file ?? ''}: ${first.message})` : '';
    diagnostics.push(
      otherForm.at(
        undefined,
        `The record of ${earlier.called} does not fit the forms of this version of Scrutineer${what}.`,
        'Compare with a later edition, or with the version of Scrutineer that made it.',
      ),
    );
    return { value: undefined, diagnostics, texts };
  }
  // Both sides are what may travel: nothing internal is on either.
  const now = sideOf(travellingRecord(joined, style), style);
  if (!now.value)
    return {
      value: undefined,
      diagnostics: [...diagnostics, ...now.diagnostics.filter((d) => stops([d]))],
      texts,
    };
  const changes = changesBetween(before.value, now.value, style);
  const setting = settingOf(earlier, made, style.id);
  const worded = wordedOtherwise(earlier, style, now.value, changes);
  if (worded) {
    setting.push(
      `The wording of the house style has changed: ${countInWords(worded.parts)} more ${worded.parts === 1 ? 'part' : 'parts'} of the paper ${worded.parts === 1 ? 'says' : 'say'} the same in other words.`,
    );
    changes.marked = worded.marked;
  }
  return {
    value: { earlier, before: before.value, now: now.value, changes, setting, style, made, texts },
    diagnostics,
    texts,
  };
}

/** What the paper says otherwise because its style’s wording is another than the edition’s; nothing where it is the same. */
function wordedOtherwise(
  { record, made }: Earlier,
  style: Style,
  now: Side,
  { paper }: Changes,
): { parts: number; marked: Changes['marked'] } | undefined {
  const then = made?.style;
  if (then?.id !== style.id || then.source.text === style.source.text) return undefined;
  const before = sideOf(record, then).value;
  if (!before) return undefined;
  const { differences, marked } = mergePapers(before.paper, now.paper);
  const told = new Set(paper.map((d) => JSON.stringify(d)));
  const parts = differences.filter((d) => !told.has(JSON.stringify(d))).length;
  return parts === 0 ? undefined : { parts, marked };
}

function settingOf({ record, made, called }: Earlier, { ready }: Made, style: string): string[] {
  const told: string[] = [];
  if (record.style !== style)
    told.push(`The house style is now \`${style}\`; ${called} was set in \`${record.style}\`.`);
  if (!made) return told;
  const now = ready?.inputs ?? {};
  const then = made.styleFiles ?? now;
  const files = [...new Set([...Object.keys(then), ...Object.keys(now)])]
    .filter((file) => file.startsWith('templates/') && then[file] !== now[file])
    .sort();
  if (ready && record.style === style && files.length > 0)
    told.push(`The wording or layout of the house style has changed: ${files.join(', ')}.`);
  if (made.scrutineer !== version)
    told.push(`Scrutineer ${made.scrutineer} made ${called}; this is ${version}.`);
  return told;
}
