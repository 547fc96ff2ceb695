import { join } from 'node:path';
import type { Contender } from './measure.ts';
import { batchSize, example } from './batch.ts';
import { run } from './process.ts';
import { outputsOf } from '../src/outputs.ts';
import { makeReport, openProject, type Made } from '../src/pipeline.ts';
import { prepareFinishing } from '../src/finish/beside.ts';
import { openPrinter } from '../src/print/printer.ts';
import { realWorld } from '../src/world.ts';

/** Everything a person waits for: from starting the program until HTML and PDF are written. */
export function oneReport(root: string, out: string, signal: AbortSignal): Contender {
  const args = [join(root, 'dist', 'cli.js'), '--root', root, 'build', example, '--all', '--out', out];
  const once = async (): Promise<number> => (await run(process.execPath, args, { signal, cwd: root })).ms;
  return { name: 'Scrutineer: records to HTML and PDF', once };
}

/** A batch from records to files, without what one report alone takes: milliseconds for each of the others. */
export function oneBatch(root: string, project: string, signal: AbortSignal): Contender {
  const build = async (...reports: string[]): Promise<number> => {
    const args = [join(root, 'dist', 'cli.js'), '--root', project, 'build', '--all', ...reports];
    return (await run(process.execPath, args, { signal, cwd: root, limit: 60_000 })).ms;
  };
  const once = async (): Promise<number> => {
    const alone = await build(example);
    return ((await build()) - alone) / (batchSize - 1);
  };
  return { name: 'Scrutineer: records to HTML and PDF', once };
}

/** From HTML to the finished PDF, with pages that are loaded: what can be compared with the other printers. */
export function onlyPrinting(project: string, names: readonly string[]): Contender {
  const once = async (): Promise<number> => {
    const world = realWorld(project);
    await using printer = openPrinter(world);
    prepareFinishing();
    const opened = openProject(world);
    const papers = await Promise.all(names.map((name) => makeReport(opened, name)));
    const print = async (made: Made): Promise<void> => {
      const { value, diagnostics } = await outputsOf(made, made.report, printer, false);
      const found = [...made.diagnostics, ...diagnostics];
      if (value === undefined) throw new Error(found[0]?.message ?? 'nothing was printed');
    };
    // Two pages are kept, and each loads the fonts for its first paper.
    await Promise.all(papers.slice(0, 2).map(print));
    const others = papers.slice(2);
    const begun = performance.now();
    await Promise.all(others.map(print));
    return (performance.now() - begun) / others.length;
  };
  return { name: 'Scrutineer: printing alone', once };
}
