import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { CannotEdit } from '../import/yaml-nodes.ts';
import type { Framework } from '../records/framework.ts';
import type { Entry } from '../records/load.ts';
import { parseYaml, type Plain } from '../records/read.ts';
import type { Report } from '../records/report.ts';
import type { Review } from '../records/review.ts';
import type { Path } from '../records/source.ts';
import { waitingPlaces } from '../records/waiting.ts';
import type { World } from '../world.ts';
import { remarksOf } from './comments.ts';
import { meant } from './meant.ts';
import type { Move } from './period.ts';
import { planReport } from './report.ts';
import { planReview, type ReviewPlan } from './review.ts';
import { splice } from './splice.ts';
import type { Step } from './step.ts';
import { wrapped } from './wrapped.ts';

/** A record started from an earlier one. */
export interface Started {
  id: string;
  file: string;
  /** The record that it was started from. */
  from: string;
  bytes: Uint8Array;
  /** Entries that stand as they did. */
  carried: string[];
  /** Texts that moved on with the year. */
  moved: { entry: string; from: string; to: string }[];
  /** Entries that are not there any more. */
  leftOut: string[];
  /** Places to be filled in. */
  waits: { line: number; column: number; entry: string }[];
}

export interface RolledOver {
  review: Started;
  report: Started | undefined;
  promised: NonNullable<ReviewPlan['promised']>['actions'];
  notes: string[];
}

/**
 * Starts the next review, and the next report where one is given. Writes nothing.
 * @returns the file that cannot be carried on in place, where there is one */
export function rollOver(
  world: World,
  old: { review: Entry<Review>; report: Entry<Report> | undefined; framework: Framework },
  names: { review: string; report: string | undefined },
  move: Move,
): RolledOver | { stuck: string } {
  const plan = planReview(old.review, old.framework, move);
  const review = start(world, old.review, plan.steps, { id: names.review, noun: 'review', move });
  if (!review) return { stuck: old.review.source.file };
  let report: Started | undefined;
  if (old.report && names.report !== undefined) {
    const steps = planReport(old.report, names.review, move);
    report = start(world, old.report, steps, { id: names.report, noun: 'report', move });
    if (!report) return { stuck: old.report.source.file };
  }
  return { review, report, promised: plan.promised?.actions ?? [], notes: plan.notes };
}

function start(
  world: World,
  { id: from, source, plain }: Entry<unknown>,
  steps: readonly Step[],
  { id, noun, move }: { id: string; noun: 'review' | 'report'; move: Move },
): Started | undefined {
  const file = `data/${noun}s/${id}.yaml`;
  const text = editedText(source.text, steps, headOf(from, move));
  const { read, diagnostics } = text === undefined ? {} : parseYaml(file, text);
  // The new file says what was meant, and every remark of the old one is still there; else it is not made at all.
  if (text === undefined || !read || !diagnostics || diagnostics.length > 0) return undefined;
  if (!isDeepStrictEqual(plainly(read.plain), plainly(meant(plain, steps)))) return undefined;
  if (!remarksOf(source.text).every((remark) => text.includes(remark.text))) return undefined;
  const bom = hasMark(world.files.read(join(world.root, source.file)));
  const entries = typeof plain === 'string' ? [] : Object.keys(plain);
  return {
    id,
    file,
    from,
    bytes: new TextEncoder().encode(bom ? `\ufeff${text}` : text),
    carried: entries.filter((name) => !steps.some((step) => stepsOn(step) === name)),
    moved: steps.flatMap((step) =>
      step.do === 'set'
        ? [{ entry: entryAt(step.path), from: textAt(plain, step.path), to: step.value }]
        : [],
    ),
    leftOut: steps.flatMap((step) =>
      (step.do === 'leave-out' || step.do === 'take-out') && step.path.length === 1
        ? [String(step.path[0])]
        : [],
    ),
    waits: waitingPlaces(read.plain).map((path) => {
      const { line = 1, column = 1 } = read.source.at(path).range?.start ?? {};
      return { line, column, entry: entryAt(path) };
    }),
  };
}

function editedText(text: string, steps: readonly Step[], head: readonly string[]): string | undefined {
  try {
    return splice(text, steps, head);
  } catch (error) {
    if (error instanceof CannotEdit) return undefined;
    throw error;
  }
}

function headOf(from: string, move: Move): string[] {
  return wrapped(
    `STARTED from ${from} for ${move.to}. Nothing is built from it while anything in it is “to be supplied”. “Last time” says what stood there: take such lines out when you are done. Other remarks are those of ${move.from}: read each again.`,
    '# ',
  );
}

/** The entry that a step is about. */
function stepsOn(step: Step): string {
  return step.do === 'put' ? step.name : String(step.path[0]);
}

function textAt(plain: Plain, path: Path): string {
  let held: Plain | undefined = plain;
  for (const step of path)
    held = Array.isArray(held)
      ? held[Number(step)]
      : typeof held === 'object'
        ? held[String(step)]
        : undefined;
  return typeof held === 'string' ? held : '';
}

/** "indicators › fees › entry 1", as messages name a place. */
function entryAt(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? `entry ${String(step + 1)}` : step)).join(' › ');
}

/** Without what tells two forms apart that say the same. */
function plainly(plain: Plain): unknown {
  return JSON.parse(JSON.stringify(plain));
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
