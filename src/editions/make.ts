import { stops, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { leaksIn } from '../exempt/guard.ts';
import { contentOf, countOf, manifestOf, outputsOf } from '../outputs.ts';
import { styleOf, type Made, type Project, type Ready } from '../pipeline.ts';
import type { Printer } from '../print/printer.ts';
import type { Lock, Waiting } from '../sharing/lock.ts';
import { lockPaper, stillBusy, takenOver } from '../sharing/paper.ts';
import { manifestFile, sha256, type Manifest } from '../travel/manifest.ts';
import { writeOutputs } from '../write.ts';
import { askBrowser } from './browser.ts';
import { filesOf, leftAsItIs, type Outcome } from './outcome.ts';
import { isCurrent, type Standing, type Survey } from './survey.ts';
import { madeFromWhole } from './settled.ts';

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
  /** Told once of each paper for which somebody else must be waited for. */
  waits?: Waiting['waits'];
  signal?: AbortSignal;
}

/** Makes one paper, or finds that its files are already what they would be. */
export async function makePaper(making: Making, standing: Standing, printed?: () => void): Promise<Outcome> {
  const { project, survey } = making;
  const { style } = survey.asked;
  let made = await madeFromWhole(making, standing.report);
  const own = style === undefined || style === styleOf(project, standing.report);
  const folder = own ? standing.report : `${standing.report}-${style}`;
  const outcome: Outcome = {
    report: standing.report,
    style: made.style,
    folder,
    state: 'failed',
    files: [],
    reasons: standing.reasons,
    diagnostics: [],
    inputs: [],
    warnings: 0,
    suggestions: 0,
  };
  const failed = (...diagnostics: Diagnostic[]): Outcome => {
    printed?.();
    outcome.diagnostics = [...made.diagnostics, ...made.remarks(), ...diagnostics];
    return outcome;
  };
  if (made.withheld && !stops(made.diagnostics)) {
    printed?.();
    outcome.state = 'withheld';
    outcome.diagnostics = made.diagnostics;
    return Object.assign(outcome, countOf(made.diagnostics));
  }
  if (!made.ready || stops(made.diagnostics)) return failed();
  const lock = await lockPaper(survey.world, survey.asked.out, folder, making);
  if (lock === 'stopped') return failed();
  if ('heldBy' in lock) return failed(stillBusy(survey.asked.out, folder, lock.heldBy));
  using held = lock;
  // Somebody else may have made it meanwhile, or somebody saved: never an older state over a newer one.
  // Where it is made in any case, only whoever wants to know why has to wait for the answer.
  const before = making.anew && !making.explain ? standing : survey.standingAgain(folder, standing.report);
  outcome.reasons = before.reasons;
  if (!making.anew && isCurrent(before)) {
    printed?.();
    return leftAsItIs(survey, before) ?? outcome;
  }
  made = await madeFromWhole(making, standing.report, made);
  outcome.diagnostics = made.diagnostics;
  outcome.inputs = Object.keys(made.ready?.inputs ?? {});
  outcome.draft = made.draft?.lacking;
  if (!made.ready || stops(made.diagnostics)) return failed();
  if (making.explain && before.manifest) {
    const { changesSince } = await import('./values.ts');
    outcome.changes = await changesSince(survey, before, { ...made, ...made.ready }, project.records);
  }
  if (!making.anew && before.manifest && (await stands(making, before.manifest, made.ready, folder))) {
    printed?.();
    bringUpToDate(making, made, made.ready, before.manifest, outcome);
  } else {
    await makeFiles(making, made, made.ready, outcome, held, printed);
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
  lock: Lock,
  printed: (() => void) | undefined,
): Promise<void> {
  const base = survey.baseOf(outcome.folder);
  const printing = await printer?.();
  let asked = (): void => undefined;
  const underWay = new Promise<void>((resolve) => (asked = resolve));
  const making = outputsOf(made, base, printing, survey.asked.kinds.includes('html'), { asked, printed });
  // What remarks need is time, which there is while the browser prints the paper.
  await Promise.race([underWay, making]);
  const found = [...made.diagnostics, ...made.remarks()];
  const { value, diagnostics } = await making;
  const ofSides = value?.printed ? ready.ofSides(value.printed.sides) : [];
  const ofPaper = [...found, ...ofSides];
  outcome.diagnostics = [...ofPaper, ...diagnostics];
  if (!value || stops(outcome.diagnostics)) return;
  if (printing) await askBrowser(survey, printing);
  const manifest = manifestFile(manifestOf(made, ready, value, ofPaper));
  const files = new Map([...value.files, [`${base}.manifest.json`, manifest]]);
  outcome.diagnostics.push(...(await leaksIn(ready, new Map([[`${base}.manifest.json`, manifest]]))));
  if (stops(outcome.diagnostics)) return;
  if (!lock.isMine()) {
    outcome.diagnostics.push(takenOver(survey.asked.out, outcome.folder));
    return;
  }
  outcome.diagnostics.push(...writeOutputs(survey.world, files));
  if (!stops(outcome.diagnostics)) outcome.state = 'made';
}
