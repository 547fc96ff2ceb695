import { join } from 'node:path';
import { askBrowser } from '../editions/browser.ts';
import { makePaper } from '../editions/make.ts';
import { isCurrent } from '../editions/survey.ts';
import type { Printer } from '../print/printer.ts';
import type { World } from '../world.ts';
import type { Board, Pdf } from './board.ts';
import type { Round, Rounds } from './rounds.ts';

/** What became of a paper's files: written, or left as they were for want of a PDF. */
export type Followed = (report: string, written: boolean) => void;

/**
 * Writes the files of papers after the preview shows them, with one browser for all. While one is printed, others
 * may be saved again: then the rest is made from the latest look.
 */
export class Follower {
  readonly #world: World;
  readonly #board: Board;
  readonly #rounds: Rounds;
  readonly #printer: () => Promise<Printer>;
  readonly #signal: AbortSignal;
  readonly #followed: Followed;
  #next: Round | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    world: World,
    board: Board,
    rounds: Rounds,
    printing: { printer: () => Promise<Printer>; signal: AbortSignal; followed: Followed },
  ) {
    this.#world = world;
    this.#board = board;
    this.#rounds = rounds;
    this.#printer = printing.printer;
    this.#signal = printing.signal;
    this.#followed = printing.followed;
  }

  /** Has the files made that this look calls for, instead of those that an earlier look still waits for. */
  follow(round: Round): void {
    const waiting = this.#next?.reports ?? [];
    const idle = this.#next === undefined;
    this.#next = { ...round, reports: [...new Set([...waiting, ...round.reports])] };
    if (idle) this.#running = this.#running.then(() => this.#run());
  }

  /** Settles when nothing is being made any more. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    const round = this.#next;
    this.#next = undefined;
    if (!round || this.#stopped()) return;
    const left = [...round.reports];
    await askBrowser(round.survey, await this.#printer());
    for (let report = left.shift(); report !== undefined; report = left.shift()) {
      if (this.#stopped()) return;
      // Somebody saved meanwhile: what is left is made from what is there now.
      const newer = this.#latest();
      if (newer) {
        this.#next = { ...newer, reports: [...new Set([report, ...left, ...newer.reports])] };
        break;
      }
      await this.#make(report, round);
    }
    round.index.save();
    if (this.#latest()) await this.#run();
  }

  /** What was asked for since; other code sets it while this one waits. */
  #latest(): Round | undefined {
    return this.#next;
  }

  /** Whether it is to end; that comes true while other things are waited for. */
  #stopped(): boolean {
    return this.#signal.aborted;
  }

  async #make(report: string, { project, survey }: Round): Promise<void> {
    const shown = this.#board.paper(report);
    if (shown?.current !== true) return;
    const standing = survey.standingOf(report);
    if (isCurrent(standing)) {
      this.#board.put(report, { pdf: this.#written(report, survey.asked.out) });
      return;
    }
    this.#board.put(report, { pdf: { ...shown.pdf, state: 'following' } });
    const making = { project, survey, anew: false, printer: this.#printer, explain: false };
    const outcome = await makePaper(making, standing);
    if (this.#signal.aborted) return;
    const failed = outcome.state === 'failed';
    const notes = this.#rounds.notes(report, outcome.diagnostics, project);
    const pdf: Pdf = failed ? { ...shown.pdf, state: 'failed' } : this.#written(report, survey.asked.out);
    // What was found at an older state of the paper is not said of a newer one.
    this.#board.put(report, this.#latest() ? { pdf } : { pdf, notes });
    this.#followed(report, !failed);
  }

  #written(report: string, out: string): Pdf {
    const stamp = this.#world.files.stamp(join(out, report, `${report}.pdf`));
    return stamp ? { state: 'ready', at: new Date(stamp.changed) } : { state: 'none', at: undefined };
  }
}
