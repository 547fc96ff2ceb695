import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { batchSize } from './batch.ts';
import { meanOfOthers, type Contender } from './measure.ts';
import { onPath, run, runSteps } from './process.ts';

/** Where the others find what they work on. */
export interface Places {
  root: string;
  /** Removed when the bench ends. */
  temporary: string;
  /** The example's HTML, as we write it. */
  html: string;
  /** HTML of the whole batch, as we write it. */
  batch: readonly string[];
  signal: AbortSignal;
}

interface Other {
  cold: Contender[];
  batch: Contender[];
}

/** Puppeteer as its documentation shows it: the same browser and the same HTML as ours. */
export function naive({ root, temporary, html, batch, signal }: Places): Other {
  const script = join(root, 'bench', 'naive.mjs');
  const pdf = join(temporary, 'naive.pdf');
  // The browser's package unpacks it into the temporary folder, for good.
  const options = { signal, cwd: root, env: { TMPDIR: temporary } };
  const cold = (waitUntil: string) => async (): Promise<number> =>
    (await run(process.execPath, [script, waitUntil, pdf, html], options)).ms;
  return {
    cold: [
      { name: 'Naive script', once: cold('load') },
      { name: 'Naive script, waiting for network idle', once: cold('networkidle0') },
    ],
    batch: [
      {
        name: 'Naive script, one page',
        once: async () =>
          meanOfOthers(await runSteps(process.execPath, [script, 'load', pdf, ...batch], options)),
      },
    ],
  };
}

/** Typst with a paper of its own, installed here when it is first asked for. */
export function typst({ root, temporary, signal }: Places): Other {
  const folder = join(root, 'bench');
  const args = [join(folder, 'typst.mjs'), join(temporary, 'typst.pdf')];
  let installed: Promise<void> | undefined;
  const ready = (): Promise<void> => (installed ??= installTypst(folder, signal));
  return {
    cold: [
      {
        name: 'Typst, PDF/UA-1',
        once: async () => {
          await ready();
          return (await run(process.execPath, args, { signal, cwd: folder })).ms;
        },
      },
    ],
    batch: [
      {
        name: 'Typst, PDF/UA-1, one process',
        once: async () => {
          await ready();
          return meanOfOthers(
            await runSteps(process.execPath, [...args, String(batchSize)], { signal, cwd: folder }),
          );
        },
      },
    ],
  };
}

async function installTypst(folder: string, signal: AbortSignal): Promise<void> {
  const compiler = join(folder, 'node_modules', '@myriaddreamin', 'typst-ts-node-compiler-linux-x64-gnu');
  if (!existsSync(compiler)) {
    const npm = process.env['npm_execpath'];
    const [program, ...before] = npm === undefined ? ['npm'] : [process.execPath, npm];
    try {
      await run(program, [...before, 'ci', '--no-audit', '--no-fund'], { signal, cwd: folder });
    } catch (error) {
      signal.throwIfAborted();
      throw new Error(`npm could not install it: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  // npm passes over what is not made for this system.
  if (!existsSync(compiler)) throw new Error(`its package is for Linux on x64, not for ${process.platform}`);
}

/** WeasyPrint where it is installed; the batch is small, because it is slow. */
export function weasyprint({ root, temporary, html, batch, signal }: Places): Other {
  const name = 'WeasyPrint';
  const program = onPath('weasyprint');
  const pdf = join(temporary, 'weasyprint.pdf');
  const options = { signal, cwd: root };
  const installed = (): string => {
    if (program === undefined) throw new Error('not installed');
    return program;
  };
  return {
    cold: [{ name, once: async () => (await run(installed(), ['--quiet', html, pdf], options)).ms }],
    batch: [
      {
        name: `${name}, one process`,
        once: async () => {
          // Python as this WeasyPrint is started with: another one might not have it.
          const python = /^#!\s*(\S*python\S*)/.exec(readFileSync(installed(), 'utf8'))?.[1] ?? 'python3';
          const script = join(root, 'bench', 'weasyprint-batch.py');
          return meanOfOthers(await runSteps(python, [script, pdf, ...batch.slice(0, 4)], options));
        },
      },
    ],
  };
}
