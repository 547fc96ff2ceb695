import { join } from 'node:path';
import type { Contender } from './measure.ts';
import { batchSize, example } from './batch.ts';
import { run } from './process.ts';
import { makeReport, openProject } from '../src/pipeline.ts';
import { openPrinter, type PrintJob } from '../src/print/printer.ts';
import { realWorld } from '../src/world.ts';

/** Everything a person waits for: from starting the program until HTML and PDF are written. */
export function oneReport(root: string, out: string, signal: AbortSignal): Contender {
  const args = [join(root, 'dist', 'cli.js'), '--root', root, 'build', example, '--out', out];
  const once = async (): Promise<number> => (await run(process.execPath, args, { signal, cwd: root })).ms;
  return { name: 'Scrutineer: records to HTML and PDF', once };
}

/** A batch from records to files, without what one report alone takes: milliseconds for each of the others. */
export function oneBatch(root: string, project: string, signal: AbortSignal): Contender {
  const build = async (...reports: string[]): Promise<number> => {
    const args = [join(root, 'dist', 'cli.js'), '--root', project, 'build', ...reports];
    return (await run(process.execPath, args, { signal, cwd: root, limit: 60_000 })).ms;
  };
  const once = async (): Promise<number> => {
    const alone = await build(example);
    return ((await build()) - alone) / (batchSize - 1);
  };
  return { name: 'Scrutineer: records to HTML and PDF', once };
}

/** Printing alone, with pages that are loaded: what can be compared with the other printers. */
export function onlyPrinting(project: string, names: readonly string[]): Contender {
  const once = async (): Promise<number> => {
    const world = realWorld(project);
    await using printer = openPrinter(world);
    const opened = openProject(world);
    const jobs = names.map((name) => jobOf(opened, name));
    const print = async (job: PrintJob): Promise<void> => {
      const { value, diagnostics } = await printer.print(job);
      if (value === undefined) throw new Error(diagnostics[0]?.message ?? 'nothing was printed');
    };
    // Two pages are kept, and each loads the fonts for its first paper.
    await Promise.all(jobs.slice(0, 2).map(print));
    const others = jobs.slice(2);
    const begun = performance.now();
    await Promise.all(others.map(print));
    return (performance.now() - begun) / others.length;
  };
  return { name: 'Scrutineer: printing alone', once };
}

function jobOf(project: ReturnType<typeof openProject>, name: string): PrintJob {
  const { html, paper, diagnostics } = makeReport(project, name);
  if (html === undefined || paper === undefined)
    throw new Error(diagnostics[0]?.message ?? 'nothing was made');
  return { id: name, document: html, date: new Date(`${paper.dated}T00:00:00Z`) };
}
