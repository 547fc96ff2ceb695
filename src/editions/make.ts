import { setImmediate as turn } from 'node:timers/promises';
import { stops } from '../diagnostics/diagnostic.ts';
import { contentOf, countOf, manifestOf, outputsOf } from '../outputs.ts';
import { makeReport, styleOf, type Made, type Project, type Ready } from '../pipeline.ts';
import type { Printer } from '../print/printer.ts';
import { manifestFile, sha256, type Manifest } from '../travel/manifest.ts';
import { writeOutputs } from '../write.ts';
import { askBrowser } from './browser.ts';
import { filesOf, type Outcome } from './outcome.ts';
import type { Standing, Survey } from './survey.ts';

/** How papers are to be made. */
export interface Making {
  project: Project;
  survey: Survey;
  /** Makes them although they are current. */
  anew: boolean;
  /** Gives what prints, started when it is first asked for; absent where there is only HTML. */
  printer: (() => Promise<Printer>) | undefined;
  /** Whether to find out what changed in the records. */
  explain: boolean;
}

/** Makes one paper, or finds that its files are already what they would be. */
export async function makePaper(making: Making, standing: Standing, printed?: () => void): Promise<Outcome> {
  const { project, survey } = making;
  const { style } = survey.asked;
  const made = await makeReport(project, standing.report, style);
  const own = style === undefined || style === styleOf(project, standing.report);
  const folder = own ? standing.report : `${standing.report}-${style}`;
  const before = folder === standing.folder ? standing : survey.standingIn(folder, standing.report);
  const outcome: Outcome = {
    report: standing.report,
    style: made.style,
    folder,
    state: 'failed',
    files: [],
    reasons: before.reasons,
    diagnostics: made.diagnostics,
    inputs: Object.keys(made.ready?.inputs ?? {}),
    warnings: 0,
    suggestions: 0,
  };
  if (!made.ready || stops(made.diagnostics)) {
    printed?.();
    outcome.diagnostics = [...made.diagnostics, ...made.remarks()];
    return outcome;
  }
  if (making.explain && before.manifest) {
    const { changesSince } = await import('./values.ts');
    outcome.changes = await changesSince(survey, folder, before.manifest, made.ready.record, project.records);
  }
  if (!making.anew && before.manifest && (await stands(making, before.manifest, made.ready, folder))) {
    printed?.();
    bringUpToDate(making, made, made.ready, before.manifest, outcome);
  } else {
    await makeFiles(making, made, made.ready, outcome, printed);
  }
  if (outcome.state !== 'failed') {
    outcome.files = filesOf(survey, folder);
    Object.assign(outcome, countOf(outcome.diagnostics));
    survey.verified(folder);
  }
  return outcome;
}

/** Whether the files are there, and would come out as they are. */
async function stands(
  { survey, printer }: Making,
  manifest: Manifest,
  ready: Ready,
  folder: string,
): Promise<boolean> {
  if (manifest.content !== contentOf(ready)) return false;
  if (survey.outputReasons(manifest, survey.baseOf(folder)).length > 0) return false;
  if (printer && survey.browser === undefined) await askBrowser(survey, await printer());
  return survey.isPrintedAlike(manifest);
}

function bringUpToDate(
  { survey }: Making,
  made: Made,
  ready: Ready,
  before: Manifest,
  outcome: Outcome,
): void {
  const ofSides = before.sides === undefined ? [] : ready.ofSides(before.sides);
  outcome.diagnostics = [...made.diagnostics, ...made.remarks(), ...ofSides];
  if (stops(outcome.diagnostics)) return;
  const manifest = { ...before, style: made.style, ...countOf(outcome.diagnostics), inputs: ready.inputs };
  const path = `${survey.baseOf(outcome.folder)}.manifest.json`;
  const bytes = manifestFile(manifest);
  const same = survey.index.hashOf(path) === sha256(bytes);
  if (!same) outcome.diagnostics.push(...writeOutputs(survey.world, new Map([[path, bytes]])));
  if (!stops(outcome.diagnostics)) outcome.state = same ? 'current' : 'noted';
}

async function makeFiles(
  { survey, printer }: Making,
  made: Made,
  ready: Ready,
  outcome: Outcome,
  printed: (() => void) | undefined,
): Promise<void> {
  const base = survey.baseOf(outcome.folder);
  const printing = await printer?.();
  const making = outputsOf(made, base, printing, survey.asked.kinds.includes('html'), printed);
  await turn();
  const found = [...made.diagnostics, ...made.remarks()];
  const { value, diagnostics } = await making;
  const ofSides = value?.printed ? ready.ofSides(value.printed.sides) : [];
  const ofPaper = [...found, ...ofSides];
  outcome.diagnostics = [...ofPaper, ...diagnostics];
  if (!value || stops(outcome.diagnostics)) return;
  if (printing) await askBrowser(survey, printing);
  const manifest = manifestFile(manifestOf(made, ready, value, ofPaper));
  const files = new Map([...value.files, [`${base}.manifest.json`, manifest]]);
  outcome.diagnostics.push(...writeOutputs(survey.world, files));
  if (!stops(outcome.diagnostics)) outcome.state = 'made';
}
