import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inOrder, stops, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { Index } from '../editions/index.ts';
import { Survey, type Asked } from '../editions/survey.ts';
import { makeReport, openProject, type Made, type Project } from '../pipeline.ts';
import { toHtml } from '../render/document.ts';
import type { World } from '../world.ts';
import type { Board, Note, Shown } from './board.ts';
import { Locator } from './locate.ts';
import { steady } from './steady.ts';
import type { Watcher } from './watcher.ts';

/** What one look at the project gave, for the PDFs that follow. */
export interface Round {
  project: Project;
  survey: Survey;
  index: Index;
  /** The papers that were made anew. */
  reports: readonly string[];
}

export interface RoundsOptions {
  /** Show this report only. */
  report: string | undefined;
  asked: Asked;
  /** How long a file with a mistake must have stood still before the mistake is told, in milliseconds. */
  patience: number;
  watcher: Pick<Watcher, 'lastChange' | 'nextChange'>;
  signal: AbortSignal;
}

/** Looks that are given up as long as files do not stand still; the next save starts another one anyway. */
const mostLooks = 50;

/** Looks at the project again and again, and puts what it finds on the board. */
export class Rounds {
  readonly #world: World;
  readonly #board: Board;
  readonly #options: RoundsOptions;
  readonly #locators = new Map<string, Locator>();
  /** The files that each paper rests on, as far as it could be made. */
  readonly #inputs = new Map<string, ReadonlySet<string>>();
  #styles: Project['styles'] = new Map();

  constructor(world: World, board: Board, options: RoundsOptions) {
    this.#world = world;
    this.#board = board;
    this.#options = options;
  }

  /**
   * Reads everything, makes the papers concerned and shows them.
   * @param changed the files that were saved since the last look; all papers are made where left out
   */
  async look(changed?: ReadonlySet<string>): Promise<Round | undefined> {
    const { asked, signal, watcher } = this.#options;
    for (let looks = 1; !signal.aborted; looks++) {
      const last = watcher.lastChange;
      const index = new Index(this.#world, asked.out);
      const survey = new Survey(this.#world, index, asked);
      // Read before the records, so that nothing is taken for looked at that was saved in between.
      survey.lookAround();
      const reading = steady(this.#world);
      const project = this.#open(reading.world, changed);
      const reports = this.#reports(project);
      const concerned = reports.filter((report) => this.#concerns(report, changed));
      const made: Made[] = [];
      for (const report of concerned) made.push(await makeReport(project, report));
      const told = made.map((one) => [...one.diagnostics, ...one.remarks()]);
      const wrong = stops([...project.diagnostics, ...told.flat()]);
      const unsettled = reading.moved() || (wrong && (await this.#touchedSince(last)));
      if (unsettled && looks < mostLooks) continue;
      this.#styles = project.styles;
      made.forEach((one, i) => this.#show(one, told[i] ?? [], project));
      this.#board.keep(reports, looseOf(project, this.#board));
      return { project, survey, index, reports: concerned };
    }
    return undefined;
  }

  /** Diagnostics in order, each with the part of the paper that it is about. */
  notes(report: string, found: readonly Diagnostic[], project: Project): Note[] {
    const locator = this.#locators.get(report);
    return inOrder(found).map((diagnostic) => ({
      diagnostic,
      anchor: locator?.anchorFor(diagnostic, project.texts.get(diagnostic.file ?? '')),
    }));
  }

  #open(world: World, changed: ReadonlySet<string> | undefined): Project {
    const { report } = this.#options;
    const project = openProject(world, report === undefined ? undefined : [report]);
    const sameStyles = changed && ![...changed].some((file) => file.startsWith('templates/'));
    if (sameStyles) {
      for (const [name, style] of this.#styles)
        if (style.style && style.diagnostics.length === 0) project.styles.set(name, style);
    }
    return project;
  }

  #reports({ records }: Project): string[] {
    if (this.#options.report !== undefined) return [this.#options.report];
    return [...records.present].flatMap((name) =>
      name.startsWith('report/') ? [name.slice('report/'.length)] : [],
    );
  }

  /** Whether a paper could be another one after these changes. What nobody rests on yet concerns everybody. */
  #concerns(report: string, changed: ReadonlySet<string> | undefined): boolean {
    const own = this.#inputs.get(report);
    if (!own || !changed) return true;
    const known = new Set([...this.#inputs.values()].flatMap((files) => [...files]));
    return [...changed].some(
      (file) =>
        own.has(file) ||
        !known.has(file) ||
        file.startsWith('data/meetings/') ||
        file.endsWith('/outline.yaml'),
    );
  }

  /** Whether somebody saves again before the files have stood still for long enough that a mistake can be told. */
  async #touchedSince(last: number): Promise<boolean> {
    const { patience, watcher, signal } = this.#options;
    if (watcher.lastChange !== last) return true;
    const left = Math.min(last + patience - Date.now(), patience);
    if (left <= 0) return false;
    const waited = new AbortController();
    const stop = AbortSignal.any([signal, waited.signal]);
    const enough = pause(left, false, { signal: stop }).catch(() => false);
    const touched = await Promise.race([enough, watcher.nextChange().then(() => true)]);
    waited.abort();
    return touched;
  }

  /** The last version without errors where an earlier run wrote one. */
  #written(report: string): Partial<Pick<Shown, 'html' | 'since'>> {
    const path = join(this.#options.asked.out, report, `${report}.html`);
    const stamp = this.#world.files.stamp(path);
    if (!stamp) return {};
    try {
      const html = withoutRecord(new TextDecoder().decode(this.#world.files.read(path)));
      return html.includes('<body>') ? { html, since: new Date(stamp.changed) } : {};
    } catch {
      return {};
    }
  }

  #show(made: Made, found: readonly Diagnostic[], project: Project): void {
    const { report, ready, read } = made;
    if (read) this.#locators.set(report, new Locator(read));
    const before = this.#board.paper(report);
    const notes = this.notes(report, found, project);
    if (!ready || stops(found)) {
      this.#inputs.delete(report);
      const earlier = before?.html === undefined ? this.#written(report) : {};
      this.#board.put(report, { title: titleOf(project, report), current: false, notes, ...earlier });
      return;
    }
    this.#inputs.set(report, new Set(Object.keys(ready.inputs)));
    const html = withoutRecord(toHtml(ready.html));
    const since = html === before?.html && before.current ? before.since : new Date();
    this.#board.put(report, { title: ready.paper.title, html, since, current: true, notes });
  }
}

function titleOf({ records }: Project, report: string): string {
  return records.report.get(report)?.value.title ?? report;
}

/** What there is to say of records that no paper says. */
function looseOf(project: Project, board: Board): Diagnostic[] {
  const said = new Set(board.papers.flatMap(({ notes }) => notes.map(({ diagnostic }) => diagnostic.file)));
  return inOrder(project.diagnostics.filter(({ file }) => !said.has(file)));
}

/** A paper's file without the record that travels in it, which a page of the preview has no use for. */
function withoutRecord(html: string): string {
  return html.replace(/<script type="application\/json" id="record">[^]*?<\/script>\n?/, '');
}
