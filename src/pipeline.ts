import { setImmediate as turn } from 'node:timers/promises';
import { isExemptItem } from './agenda/agenda.ts';
import { checkBackgroundPapers } from './checks/background-papers.ts';
import { checkImplications } from './checks/implications.ts';
import { checkRecords } from './checks/all.ts';
import { compose, type Wordings } from './compose/compose.ts';
import { chainFiles, recordHashes } from './compose/inputs.ts';
import { join as joinRecords, type Joined } from './compose/join.ts';
import type { Paper } from './compose/paper.ts';
import { stops, type Diagnostic } from './diagnostics/diagnostic.ts';
import type { Draft } from './draft/draft.ts';
import { publicJoined } from './exempt/redact.ts';
import { ofWholeReport } from './exempt/rules.ts';
import type { Secrets } from './exempt/secrets.ts';
import { checkFigures } from './figures/check.ts';
import { settle } from './language/accept.ts';
import { knownHeadings, styleFor, type LoadedStyle } from './house-styles.ts';
import { checkLanguage, type Read } from './language/check.ts';
import { lengthDiagnostic } from './language/length.ts';
import { once } from './once.ts';
import { loadRecords, type Records } from './records/load.ts';
import { readingOnce, type Reading } from './reading.ts';
import { preparePictures } from './render/charts/prepare.ts';
import type { HtmlDocument } from './render/document.ts';
import type { Renderer } from './render/render.ts';
import { toDataBlock, toYaml, travellingRecord, type TravellingRecord } from './travel/record.ts';
import type { World } from './world.ts';

/**
 * The story of a paper, in the order it is told: records → checks → compose → render. Printing and
 * writing come after it, in `build`. Everything wrong on the way is gathered.
 */
export interface Project {
  world: World;
  /** The files as they were read; absent where records were not read from any. */
  reading?: Reading;
  records: Records;
  /** What is wrong with records, by itself or one against the other. */
  diagnostics: Diagnostic[];
  /** Text of files read so far, for code frames. */
  texts: Map<string, string>;
  styles: Map<string, LoadedStyle>;
  stylesUnderWay: Map<string, Promise<LoadedStyle>>;
  /** Told of the house style of each paper, once it is loaded, with a paper of it that has no words yet. */
  styled?: (blank: HtmlDocument) => void;
  /** The papers were found fit to go out when they were issued, and are only made again as they were. */
  settled?: boolean;
}

/** A paper that is fit to be printed. */
export interface Ready {
  paper: Paper;
  html: HtmlDocument;
  /** What travels with the paper. */
  record: TravellingRecord;
  /** The same as a YAML file in UTF-8, to be attached to the PDF. */
  recordFile: () => Uint8Array;
  /** SHA-256 of the records and style files it is made from, by path. */
  inputs: Record<string, string>;
  /** SHA-256 of the layout that it is laid out by. */
  layout: string;
  /** Lays the paper out again after a change to it. */
  render: Renderer['render'];
  /** What must not be found in any file of it; absent where nothing in its records is exempt. */
  secrets?: () => Promise<Secrets>;
  /** What there is to say once the number of printed sides is known. */
  ofSides: (sides: number) => Diagnostic[];
}

/** One report on its way: as far as it came, with everything there is to say of it. */
export interface Made {
  report: string;
  style: string;
  /** The whole report is exempt, so that there is no version of it for the public. */
  withheld?: boolean;
  /** It is a draft that must not go out: somebody has not cleared it who must. */
  draft?: Draft;
  paper?: Paper;
  /** The paper with what its words come from. */
  read?: Read;
  /** Present where nothing stands against printing it. */
  ready?: Ready;
  diagnostics: Diagnostic[];
  /** What somebody should look at. None of it stops the paper, so that it can wait until the paper is being printed. */
  remarks: () => Diagnostic[];
}

/** Reads and checks the records of a project: all of them, or those that some reports rest on. */
export function openProject(world: World, reports?: readonly string[]): Project {
  const reading = readingOnce(world);
  const { records, diagnostics } = loadRecords(reading.world, reports);
  return {
    world,
    reading,
    records,
    diagnostics: [...diagnostics, ...checkRecords(records)],
    texts: records.texts,
    styles: new Map(),
    stylesUnderWay: new Map(),
  };
}

/** Whether any record or any file of a house style is another one now than when it was read. */
export function hasMoved({ reading, styles }: Project): boolean {
  return reading?.moved() === true || [...styles.values()].some((style) => style.reading.moved());
}

/** The house style a report is set in: the one asked for, its own, or its council's. */
export function styleOf(project: Project, reportId: string): string | undefined {
  const report = project.records.report.get(reportId)?.value;
  const review = report && project.records.review.get(report.review)?.value;
  return report?.style ?? (review && project.records.council.get(review.council)?.value.style);
}

/** Which version of a paper is made: for the public, or for members and officers only (Part II). */
export interface Version {
  part: 'public' | 'restricted';
}

/**
 * Makes the paper and the HTML of one report.
 * @param wanted the house style to set it in, instead of its own
 * @param version the public one where left out: what is exempt is taken out of the records before anything is made
 */
export async function makeReport(
  project: Project,
  reportId: string,
  wanted?: string,
  { part }: Version = { part: 'public' },
): Promise<Made> {
  const style = wanted ?? styleOf(project, reportId);
  const full = joinRecords(project.records, reportId);
  const joined = full && part === 'public' ? publicJoined(full) : full;
  const concerned = joined
    ? [
        joined.report,
        joined.review,
        joined.framework,
        joined.council,
        ...(joined.previous ? [joined.previous] : []),
        ...(joined.calendar ? [joined.calendar] : []),
      ].map((e) => e.source.file)
    : chainFiles(project, reportId);
  const made: Made = {
    report: reportId,
    style: style ?? '',
    diagnostics: project.diagnostics.filter((d) => d.file !== undefined && concerned.includes(d.file)),
    remarks: () => [],
  };
  if (style === undefined || !full || !joined) return made;
  const withheld = part === 'public' ? ofWholeReport(joined.report) : undefined;
  if (withheld) {
    made.withheld = true;
    // Among the exempt items of a meeting it is where it belongs.
    if (!isExemptItem(project.records, reportId)) made.diagnostics.push(withheld);
  }
  const draft = await draftIn(full);
  if (draft) made.draft = draft;
  await turn();
  const chosenIn = joined.report.value.style === undefined ? joined.council : joined.report;
  const place = wanted === undefined ? chosenIn.source.at(['style']) : undefined;
  const loaded = await styleFor(project, style, place);
  made.diagnostics.push(...loaded.diagnostics);
  if (!loaded.style) return made;
  if (project.settled !== true) {
    made.diagnostics.push(...checkBackgroundPapers(joined.report));
    made.diagnostics.push(...checkImplications(joined.report, loaded.style, () => knownHeadings(project)));
  }
  if (loaded.broken) return made;
  if (loaded.renderer) project.styled?.(loaded.renderer.blank(loaded.style.value.language));
  // The browser is heard in between, so that it is ready when the paper is.
  await turn();
  const composed = compose(joined, loaded.style, part);
  await turn();
  made.diagnostics.push(...composed.diagnostics);
  // What is wrong in exempt words is wrong all the same, and they tell what to look for in files for the public.
  const exempt = joined === full ? undefined : compose(full, loaded.style, 'restricted');
  made.diagnostics.push(...(exempt?.diagnostics ?? []).filter((d) => stops([d])));
  if (withheld) return made;
  // A wording that names what is not there would only leave a hole; the paper is shown without it.
  if (composed.value) {
    const { wordings } = composed;
    const paper = draft ? { ...composed.value, draft: draft.shown } : composed.value;
    made.paper = paper;
    const whole = style === styleOf(project, reportId) && !stops(made.diagnostics);
    const read: Read = { joined, style: loaded.style, paper, wordings };
    made.read = read;
    made.remarks = () => [...checkFigures(joined, wordings.origins, whole), ...checkLanguage(read, whole)];
  }
  const { sides } = loaded.style.value;
  const { paper } = made;
  if (paper && loaded.renderer && !stops(made.diagnostics)) {
    await preparePictures(paper);
    const rendered = loaded.renderer.render(paper);
    made.diagnostics.push(...rendered.diagnostics.map((d) => ({ ...d, file: joined.report.source.file })));
    if (draft && rendered.value)
      made.diagnostics.push(...(await saysThatItIsADraft(style, draft, rendered.value)));
    if (rendered.value && !stops(made.diagnostics)) {
      // What travels is not printed, and is made while the browser prints.
      const houseStyle = loaded.style;
      const travelling = once(() => travellingRecord(joined, houseStyle, draft?.shown.words));
      const data = once(() => toDataBlock(travelling()));
      made.ready = {
        paper,
        html: {
          ...rendered.value,
          get data() {
            return data();
          },
        },
        get record() {
          return travelling();
        },
        recordFile: () => new TextEncoder().encode(toYaml(travelling(), project.world.kept)),
        inputs: { ...recordHashes(project, joined), ...loaded.files },
        layout: loaded.layout,
        render: loaded.renderer.render,
        ...(exempt && { secrets: () => secretsIn(project, full, exempt.wordings, paper) }),
        ofSides: (printed) => {
          const long = lengthDiagnostic(reportId, printed, sides);
          const judged = style === styleOf(project, reportId) ? ['language/too-long'] : [];
          return settle(joined.report, long ? [{ diagnostic: long, words: '' }] : [], new Set(judged));
        },
      };
    }
  }
  return made;
}

/** Whether a report is a draft. What works with drafts is loaded only where a council asks for clearances. */
async function draftIn(joined: Joined): Promise<Draft | undefined> {
  if (joined.council.value.deadlines?.clearances === undefined) return undefined;
  const { draftOf } = await import('./draft/draft.ts');
  return draftOf(joined);
}

/** Whether a house style shows that a paper is a draft. */
async function saysThatItIsADraft(
  style: string,
  { shown }: Draft,
  { body }: HtmlDocument,
): Promise<Diagnostic[]> {
  if (body.includes(shown.words)) return [];
  const { saysNothing } = await import('./draft/rules.ts');
  return [saysNothing(`templates/${style}/page.hbs`)];
}

/** What must not reach the public of a report; what finds it out is loaded only where something is exempt. */
async function secretsIn(
  project: Project,
  joined: Joined,
  { flows }: Wordings,
  paper: Paper,
): Promise<Secrets> {
  const { secretsOf } = await import('./exempt/secrets.ts');
  const templates = [...project.texts].filter(([file]) => file.startsWith('templates/'));
  return secretsOf(
    [{ joined, flows, paper }],
    templates.map(([, text]) => text),
  );
}
