import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Printer } from '../../src/print/printer.ts';
import {
  endless,
  isRunning,
  job,
  paper,
  printerFor,
  programOf,
  readPdf,
  report,
  scriptFor,
  start,
  temporaryFolder,
  until,
  worldWith,
} from './support.ts';

/** Processes of the group that a browser leads. */
function groupOf(leader: number): number[] {
  const group = new RegExp(`^\\d+ \\(.*\\) \\w \\d+ ${leader} `);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && group.test(contentsOf(`/proc/${name}/stat`)))
    .map(Number);
}

const commandOf = (pid: number) => contentsOf(`/proc/${pid}/cmdline`);

function contentsOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

async function browserOf(printer: Printer): Promise<{ pid: number; program: string }> {
  const { value } = await printer.browser;
  if (value === undefined) throw new Error('no browser');
  return value;
}

test('when the browser is killed during a print, the paper is printed with a new one', async () => {
  const printer = printerFor();
  const printing = printer.print(job('long', endless));
  const { pid } = await browserOf(printer);
  process.kill(pid, 'SIGKILL');
  const { value, diagnostics } = await printing;
  expect(diagnostics).toEqual([]);
  expect((await readPdf(value)).texts.length).toBeGreaterThan(100);
  expect((await browserOf(printer)).pid).not.toBe(pid);
});

test('when the browser is killed while it prepares, the paper is printed with a new one', async () => {
  const printer = printerFor();
  const { pid } = await browserOf(printer);
  printer.prepare(paper(endless));
  process.kill(pid, 'SIGKILL');
  const { value, diagnostics } = await printer.print(job('short', report('Short')));
  expect(diagnostics).toEqual([]);
  expect(value).toBeDefined();
});

test('where no browser starts, a paper that was prepared for is told so all the same', async () => {
  const printer = printerFor(worldWith({ SCRUTINEER_BROWSER: scriptFor('exit 127') }));
  printer.prepare(paper(''));
  let asked = 0;
  const { diagnostics } = await printer.print({ ...job('a', '<p>A'), asked: () => asked++ });
  expect(diagnostics).toMatchObject([{ rule: 'print/browser-does-not-start' }]);
  expect(asked).toBe(1);
});

test.runIf(process.platform === 'linux')(
  'when the page alone crashes, the paper is printed on a new one',
  async () => {
    const printer = printerFor();
    const { pid } = await browserOf(printer);
    const printing = printer.print(job('long', endless));
    const renderers = groupOf(pid).filter((member) => commandOf(member).includes('--type=renderer'));
    expect(renderers.length).toBeGreaterThan(0);
    for (const renderer of renderers) process.kill(renderer, 'SIGKILL');
    const { value, diagnostics } = await printing;
    expect(diagnostics).toEqual([]);
    expect((await readPdf(value)).texts.length).toBeGreaterThan(100);
  },
);

test('when every browser is killed, the paper gets a diagnostic and the next one its PDF', async () => {
  const printer = printerFor();
  let settled = false;
  const printing = printer.print(job('long', endless)).finally(() => (settled = true));
  let killed = 0;
  await until(async () => {
    const { pid } = await browserOf(printer);
    if (pid !== killed && !settled) process.kill(pid, 'SIGKILL');
    killed = pid;
    return settled;
  });
  const { value, diagnostics } = await printing;
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ rule: 'print/browser-died', severity: 'machine', report: 'long' }]);
  expect((await printer.print(job('short', report('Short')))).value).toBeDefined();
});

test('a print that takes too long is given up, and the papers beside and behind it are printed', async () => {
  const printer = printerFor(worldWith(), { timeLimit: 6_000, pages: 1 });
  await printer.print(job('before', report('Before')));
  const stuck = await browserOf(printer);
  process.kill(stuck.pid, 'SIGSTOP');
  const [late, next] = await Promise.all([
    printer.print(job('late', report('Late'))),
    printer.print(job('next', report('Next'))),
  ]);
  expect(late.value).toBeUndefined();
  expect(late.diagnostics).toMatchObject([{ rule: 'print/timeout', severity: 'machine', report: 'late' }]);
  expect(next.diagnostics).toEqual([]);
  expect(next.value).toBeDefined();
  await until(() => !isRunning(stuck.pid));
});

test('a browser is replaced after its number of jobs, and all papers are printed', async () => {
  const printer = printerFor(worldWith(), { jobsPerBrowser: 3 });
  const first = await browserOf(printer);
  const printed = await Promise.all(
    Array.from({ length: 8 }, (_, n) => printer.print(job(`p${n}`, `<p>Paper ${n}`))),
  );
  for (const [n, { value }] of printed.entries())
    expect((await readPdf(value)).texts[0]).toContain(`Paper ${n}`);
  await until(() => !isRunning(first.pid));
});

test('a start that fails is tried again', async () => {
  const { program } = await browserOf(printerFor());
  const mark = join(temporaryFolder(), 'tried');
  const flaky = scriptFor(`[ -e ${mark} ] || { touch ${mark}; exit 1; }\nexec ${program} "$@"`);
  const env = { LD_LIBRARY_PATH: join(program, '..', 'lib') };
  const { value, diagnostics } = await printerFor(worldWith(env), { browserPath: flaky }).print(
    job('a', '<p>A'),
  );
  expect(diagnostics).toEqual([]);
  expect(value).toBeDefined();
});

test('a browser that never starts is told with its own last words', async () => {
  const broken = scriptFor('echo "error while loading shared libraries: libnss3.so" >&2; exit 127');
  const printer = printerFor(worldWith({ SCRUTINEER_BROWSER: broken }));
  const { value, diagnostics } = await printer.print(job('a', '<p>A'));
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ rule: 'print/browser-does-not-start', severity: 'machine' }]);
  expect(diagnostics[0]?.message).toContain('libnss3.so');
});

test('a system that forbids the sandbox is told how to allow it', async () => {
  const confined = scriptFor(
    'echo "[1:1:FATAL:zygote_host_impl_linux.cc(128)] No usable sandbox! If you" >&2; exit 1',
  );
  const { diagnostics } = await printerFor(worldWith(), { browserPath: confined }).print(job('a', '<p>A'));
  expect(diagnostics[0]?.message).toContain('SCRUTINEER_NO_SANDBOX=1');
  expect(diagnostics[0]?.message).toContain('apparmor_restrict_unprivileged_userns');
});

test('a file that is no program is told, not thrown', async () => {
  const printer = printerFor(worldWith(), { browserPath: join(import.meta.dirname, 'survival.test.ts') });
  const { diagnostics } = await printer.print(job('a', '<p>A'));
  expect(diagnostics).toMatchObject([{ rule: 'print/browser-does-not-start', severity: 'machine' }]);
});

test('closing a printer settles what still waits and ends the browser', async () => {
  const printer = printerFor();
  const waiting = Array.from({ length: 5 }, (_, n) => printer.print(job(`p${n}`, endless)));
  const { pid } = await browserOf(printer);
  await printer[Symbol.asyncDispose]();
  expect(isRunning(pid)).toBe(false);
  for (const { value, diagnostics } of await Promise.all(waiting)) {
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ rule: 'print/failed', severity: 'machine' }]);
  }
});

test('a browser ends by itself when our process is killed', async () => {
  const program = await programOf(`
    const printer = print.openPrinter(print.realWorld());
    const { value } = await printer.browser;
    console.log(value.pid + '.');
  `);
  const child = start(program, { TMPDIR: temporaryFolder() });
  await until(() => child.said().includes('.'));
  const pid = Number.parseInt(child.said(), 10);
  expect(isRunning(pid)).toBe(true);
  child.kill('SIGKILL');
  await until(() => !isRunning(pid));
});

test.each(['SIGTERM', 'SIGINT', 'exit'] as const)(
  'no browser and no file outlives our process (%s)',
  async (end) => {
    const program = await programOf(`
    const printer = print.openPrinter(print.realWorld());
    const { value } = await printer.browser;
    console.log(value.pid + '.');
    process.stdin.once('data', () => process.exit(0));
  `);
    const folder = temporaryFolder();
    const child = start(program, { TMPDIR: folder });
    const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
    await until(() => child.said().includes('.'));
    expect(readdirSync(folder)).toHaveLength(1);
    if (end === 'exit') child.stdin?.write('now');
    else child.kill(end);
    expect(await ended).toBe(end === 'exit' ? 0 : end);
    await until(() => !isRunning(Number.parseInt(child.said(), 10)));
    expect(readdirSync(folder)).toEqual([]);
  },
);
