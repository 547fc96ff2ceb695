import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { example, makeBatch } from './batch.ts';
import { everything, makeMany, manyContenders } from './many.ts';
import { measure, type Contender, type Figure } from './measure.ts';
import { naive, typst, weasyprint, type Places } from './others.ts';
import { oneBatch, oneReport, onlyPrinting } from './ours.ts';
import { packContenders } from './pack.ts';
import { run } from './process.ts';
import { asJson, asText, type Findings } from './report.ts';

const usage = `Usage: npm run bench -- [--json] [--rounds <n>]

  --json        print one JSON object instead of tables
  --rounds <n>  measure n times at most (default: 7 for one report, 3 for a batch)
`;

/** @returns the process's exit code; a missed target is no failure */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (options === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  if (!existsSync(join(root, 'dist', 'cli.js'))) {
    process.stderr.write('There is no dist/cli.js to measure. Make it first: npm run bundle\n');
    return 1;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const temporary = mkdtempSync(join(tmpdir(), 'scrutineer-bench-'));
  try {
    const findings = await findAll(root, temporary, options.rounds, stop.signal);
    process.stdout.write(options.json ? asJson(findings) : asText(findings));
    return findings.cold[0]?.median === undefined ? 1 : 0;
  } catch (error) {
    if (stop.signal.aborted) return 130;
    throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function findAll(
  root: string,
  temporary: string,
  rounds: number | undefined,
  signal: AbortSignal,
): Promise<Findings> {
  const project = join(temporary, 'project');
  const names = makeBatch(root, project);
  const html = (folder: string, name: string): string => join(folder, name, `${name}.html`);
  const out = join(temporary, 'out');
  const places: Places = {
    root,
    temporary,
    html: html(out, example),
    batch: names.map((name) => html(join(project, 'out'), name)),
    signal,
  };
  const others = [naive(places), typst(places), weasyprint(places)];
  const cold = [oneReport(root, out, signal), ...others.flatMap((other) => other.cold), nothing(signal)];
  const batch = [
    onlyPrinting(project, names),
    oneBatch(root, project, signal),
    ...others.flatMap((other) => other.batch),
  ];
  const many = join(temporary, 'many');
  makeMany(root, many);
  // The first round unpacks browsers, installs, and fills the disk's cache; ours makes the HTML in it.
  await measure(cold, { rounds: 1, budget: 0 }, signal);
  return {
    node: process.versions.node,
    cores: availableParallelism(),
    cold: await measure(cold, { rounds: rounds ?? 7, budget: 40_000 }, signal),
    // Ours come first in each round, and the others print the HTML that they leave.
    batch: await measure(batch, { rounds: rounds ?? 3, budget: 45_000 }, signal),
    many: await measureMany(root, many, rounds ?? 5, signal),
    pack: await measure(
      packContenders(root, join(temporary, 'meeting'), signal),
      { rounds: rounds ?? 2, budget: 30_000 },
      signal,
    ),
  };
}

/** Making everything comes first: what comes after it finds papers that are current. */
async function measureMany(
  root: string,
  project: string,
  rounds: number,
  signal: AbortSignal,
): Promise<Figure[]> {
  const anew = await measure([everything(root, project, signal)], { rounds: 1, budget: 0 }, signal);
  const others = manyContenders(root, project, signal);
  // What is remembered of files is relied on once they are a little older than the last look.
  await measure(others, { rounds: 1, budget: 0 }, signal);
  return [...(await measure(others, { rounds, budget: 40_000 }, signal)), ...anew];
}

/** What every process here pays before it does anything. */
function nothing(signal: AbortSignal): Contender {
  return {
    name: 'Node, doing nothing',
    once: async () => (await run(process.execPath, ['-e', ''], { signal })).ms,
  };
}

function optionsOf(args: readonly string[]): { json: boolean; rounds: number | undefined } | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, rounds: { type: 'string' } },
    });
    const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
    if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0)) return undefined;
    return { json: values.json, rounds };
  } catch {
    return undefined;
  }
}
