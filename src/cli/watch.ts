import { join, resolve } from 'node:path';
import { stops } from '../diagnostics/diagnostic.ts';
import { reportNames } from '../editions/places.ts';
import { Board } from '../preview/board.ts';
import { Follower } from '../preview/follower.ts';
import { openInBrowser } from '../preview/open.ts';
import { Rounds, type Round } from '../preview/rounds.ts';
import { serve, type PreviewServer } from '../preview/server.ts';
import { watchProject } from '../preview/watcher.ts';
import { clock, stateOf } from '../preview/words.ts';
import { exitCodes, wrongUsage, type CommandContext } from './context.ts';
import { Interruption } from './interruption.ts';
import { LatePrinter } from './late-printer.ts';
import { meant } from './meant.ts';

/** What was typed after `scrutineer watch`. */
export interface WatchOptions {
  report?: string | undefined;
  port: string;
  open?: boolean | undefined;
  out: string;
  browser?: string | undefined;
  /** Milliseconds of quiet after which saves are looked at. */
  quiet?: number;
  /** Milliseconds that a file with a mistake must have stood still before the mistake is told. */
  patience?: number;
}

/** A burst of saves is over after so long. */
const usualQuiet = 60;
/** Programs that write a file in pieces rarely rest for longer. */
const usualPatience = 300;

/** `scrutineer watch`, until Ctrl-C. */
export async function watchUntilStopped(context: CommandContext, options: WatchOptions): Promise<number> {
  using interruption = new Interruption();
  return await watch(context, options, interruption.signal);
}

/**
 * `scrutineer watch`: shows papers in a browser and brings them up to date as their records are saved. Lasts until it
 * is told to stop, which is its proper end.
 */
export async function watch(
  context: CommandContext,
  options: WatchOptions,
  signal: AbortSignal,
): Promise<number> {
  const { world } = context;
  const wrong = usageMistake(context, options);
  if (wrong !== undefined) return wrong;
  const out = resolve(world.root, options.out);
  const say = sayingTo(context);
  const board = new Board();

  // The browser starts up while records are read for the first time.
  await using printer = new LatePrinter(world, { browserPath: options.browser });
  void printer.open();
  let server: PreviewServer;
  try {
    server = await serve(world, board, out, Number(options.port));
  } catch {
    return wrongUsage(
      context,
      `Port ${options.port} cannot be used: another program has it.`,
      'Leave --port out for one that is free.',
    );
  }
  await using served = server;

  let wake = (): void => undefined;
  const changed = new Set<string>();
  await using watcher = watchProject(world, options.quiet ?? usualQuiet, {
    changed(files) {
      for (const file of files) changed.add(file);
      wake();
    },
    trouble: (reason) => world.err(`Some changes may go unnoticed: ${reason}\n`),
  });
  const asked = { out, kinds: ['html', 'pdf'] as const, browser: options.browser };
  const rounds = new Rounds(world, board, {
    report: options.report,
    asked,
    patience: options.patience ?? usualPatience,
    watcher,
    signal,
  });
  const follower = new Follower(world, board, rounds, {
    printer: printer.open,
    signal,
    followed: (report, written) => say.followed(report, written, join(options.out, report, `${report}.pdf`)),
  });
  await watcher.ready;
  const first = await rounds.look();
  const only = board.papers.length === 1 ? board.papers[0] : undefined;
  const address = `${served.address}${only ? `${only.report}/` : ''}`;
  say.serving(address);
  if (options.open && !(await openInBrowser(address)))
    world.err(`Nothing here opens it: open ${address} yourself.\n`);
  const looked = (round: Round | undefined): void => {
    if (!round) return;
    say.looked(board, round);
    follower.follow(round);
  };
  looked(first);
  while (!signal.aborted) {
    if (changed.size === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
      continue;
    }
    const files = new Set(changed);
    changed.clear();
    looked(await rounds.look(files));
  }
  // The browser ends first, so that a paper in the middle of being printed is not waited for; nothing is written of it.
  await printer[Symbol.asyncDispose]();
  await follower.settled();
  say.stopped();
  return exitCodes.fine;
}

function usageMistake(context: CommandContext, { report, port }: WatchOptions): number | undefined {
  const { world } = context;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return wrongUsage(
      context,
      `\`--port ${port}\` is not a number from 1 to 65535.`,
      'Leave it out for one that is free.',
    );
  const known = reportNames(world);
  if (report !== undefined && !known.includes(report))
    return wrongUsage(
      context,
      `There is no report called \`${report}\` in data/reports.`,
      meant(report, known, 'Reports'),
    );
  if (known.length === 0)
    return wrongUsage(
      context,
      `There are no reports in ${join(world.root, 'data', 'reports')}.`,
      'Start one with `npx scrutineer new report <name>`, or name the project folder with --root.',
    );
  return undefined;
}

/** What is said in the terminal: in words, or with --json an object a line as things happen. */
interface Saying {
  serving: (address: string) => void;
  looked: (board: Board, round: Round) => void;
  followed: (report: string, written: boolean, file: string) => void;
  stopped: () => void;
}

function sayingTo({ world, json }: CommandContext): Saying {
  const line = (event: string, what: object, words: string): void =>
    world.out(json ? `${JSON.stringify({ event, ...what })}\n` : words);
  return {
    serving: (address) =>
      line(
        'serving',
        { address },
        `The preview is at ${address}\nIt follows every save. End it with Ctrl-C.\n`,
      ),
    looked(board, { reports }) {
      const papers = board.papers.filter(({ report }) => reports.includes(report));
      line(
        'looked',
        {
          papers: papers.map(({ report, current, notes }) => ({
            report,
            current,
            diagnostics: notes.map(({ diagnostic }) => diagnostic),
          })),
        },
        papers.map((shown) => `${shown.report}: ${stateOf(shown)}\n`).join(''),
      );
      const loose = board.loose.filter((d) => stops([d]));
      if (!json && loose.length > 0)
        world.err('There are errors in records that no paper uses: `npx scrutineer check` shows them.\n');
    },
    followed: (report, written, file) =>
      line(
        'followed',
        { report, written },
        written
          ? `${file}: written at ${clock(new Date(), true)}.\n`
          : `${file}: not written; the page says why.\n`,
      ),
    stopped: () => line('stopped', {}, 'The preview has ended. Everything that was written is whole.\n'),
  };
}
