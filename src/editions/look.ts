import { stops, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { contentOf, countOf } from '../outputs.ts';
import { makeReport, openProject, styleOf, type Project } from '../pipeline.ts';
import { toHtml } from '../render/document.ts';
import { sha256 } from '../travel/manifest.ts';
import { allInWords } from './reasons.ts';
import type { PaperStatus } from './status.ts';
import type { Standing, Survey } from './survey.ts';
import { changesSince } from './values.ts';

/** What came of a look into a paper. */
type Seen = Pick<PaperStatus, 'state' | 'because' | 'errors' | 'warnings' | 'suggestions'> & {
  style?: string;
  draft?: readonly string[];
  /** SHA-256 of the HTML file that would be made. */
  html?: string;
};

/** Composes papers that may be stale, to find out whether they are and why. Nothing is printed or written. */
export async function lookInto(
  survey: Survey,
  standings: readonly Standing[],
): Promise<{ papers: Map<Standing, Seen>; diagnostics: Diagnostic[]; texts: ReadonlyMap<string, string> }> {
  const project = openProject(
    survey.world,
    standings.map(({ report }) => report),
  );
  const papers = new Map<Standing, Seen>();
  const diagnostics: Diagnostic[] = [];
  for (const standing of standings) papers.set(standing, await look(survey, project, standing, diagnostics));
  return { papers, diagnostics, texts: project.texts };
}

async function look(survey: Survey, project: Project, standing: Standing, said: Diagnostic[]): Promise<Seen> {
  const { report, folder, manifest, reasons } = standing;
  // A folder that is not the report's own has the style's name in it.
  const style = folder === report ? styleOf(project, report) : manifest?.style;
  const made = await makeReport(project, report, style === styleOf(project, report) ? undefined : style);
  const found = [...made.diagnostics, ...made.remarks()];
  const draft = made.draft ? { draft: made.draft.lacking } : {};
  const known = { style: made.style, ...draft, ...countOf(found), errors: 0, because: [] };
  if (made.withheld && !stops(found)) return { ...known, state: 'withheld' };
  if (!made.ready || stops(found)) {
    said.push(...found);
    const errors = found.filter((d) => stops([d])).length;
    return { ...known, state: 'stopped', errors };
  }
  const html = sha256(toHtml(made.ready.html));
  if (!manifest || folder === undefined) {
    const unknown = reasons.some(({ kind }) => kind === 'unknown');
    return {
      ...known,
      html,
      state: unknown ? 'stale' : 'never',
      because: unknown ? allInWords(reasons) : [],
    };
  }
  const outputs = survey.outputReasons(manifest, survey.baseOf(folder));
  const same = manifest.content === contentOf(made.ready);
  if (same && outputs.length === 0 && survey.isPrintedAlike(manifest)) {
    const ofSides = manifest.sides === undefined ? [] : made.ready.ofSides(manifest.sides);
    return { ...known, ...countOf([...found, ...ofSides]), html, state: 'current' };
  }
  const changes = await changesSince(survey, standing, { ...made, ...made.ready }, project.records);
  return { ...known, html, state: 'stale', because: allInWords(reasons, changes) };
}
