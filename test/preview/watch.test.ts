import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openerFor } from '../../src/preview/open.ts';
import { projectFile } from '../../src/preview/relevant.ts';
import { edit, lookedAt, startPreview, written, type Preview } from '../support/preview.ts';
import { projectFolder, quietWorld, run, testProject } from '../support/project.ts';

/** What `scrutineer watch` does beside the open page. */

const report = 'durham-2003-12-01';
const review = 'data/reviews/durham-2002-03.yaml';

/** An answer to a request as any program can make it. */
function ask(
  address: string,
  path: string,
  more: { method?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number | undefined; body: string; headers: Record<string, unknown> }> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, ...more }, (answer) => {
      let body = '';
      answer.on('data', (part) => (body += String(part)));
      answer.on('end', () => resolve({ status: answer.statusCode, body, headers: answer.headers }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

const looks = (preview: Preview, from: number): number =>
  preview.said.slice(from).filter(({ event }) => event === 'looked').length;

describe('the server of the preview', () => {
  it('answers this computer by its own names only, and only reads', async () => {
    using project = testProject();
    await using preview = await startPreview(project.root, { report });
    const { host, port, hostname } = new URL(preview.address);
    expect(hostname).toBe('127.0.0.1');
    for (const name of [host, `localhost:${port}`])
      expect((await ask(preview.address, '/', { headers: { host: name } })).status).toBe(200);
    for (const name of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1.evil.example:${port}`,
    ]) {
      const { status, body } = await ask(preview.address, `/${report}/`, { headers: { host: name } });
      expect(status, name).not.toBe(200);
      expect(body).not.toContain('Durham');
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await ask(preview.address, '/', { method })).status).toBe(405);
    const { headers } = await ask(preview.address, `/${report}/`);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('serves papers and their own files, and nothing else', async () => {
    using project = testProject();
    await using preview = await startPreview(project.root, { report });
    await preview.until(written(report));
    const pdf = await ask(preview.address, `/${report}/${report}.pdf`);
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    const manifest = `/${report}/${report}.manifest.json`;
    const elsewhere = [
      '/derby-2002/',
      '/package.json',
      `/${report}/../../${review}`,
      `/${report}/..%2f..%2fdata`,
      '/-/',
      manifest,
    ];
    for (const path of elsewhere) expect((await ask(preview.address, path)).status, path).toBe(404);
  });
});

describe('watching', () => {
  it('takes a burst of saves for one or two', async () => {
    using project = testProject();
    await using preview = await startPreview(project.root, { report });
    await preview.until(written(report));
    const from = preview.said.length;
    for (let value = 39; value < 59; value++)
      edit(project.root, review, `value: ${String(value - 1)} }`, `value: ${String(value)} }`);
    await preview.until(written(report), from);
    expect(looks(preview, from)).toBeLessThanOrEqual(2);
    expect(readFileSync(join(project.root, 'out', report, `${report}.html`), 'utf8')).toContain(
      'rose to 58%',
    );
  });

  it('sees a file that is saved by renaming another into its place, and does not see what editors leave', async () => {
    using project = testProject();
    await using preview = await startPreview(project.root, { report });
    await preview.until(written(report));
    const from = preview.said.length;
    for (const name of [
      '.durham-2002-03.yaml.swp',
      '~$durham.yaml',
      '4913',
      'durham-2002-03.yaml~',
      '.#durham-2002-03.yaml',
    ])
      writeFileSync(join(project.root, 'data/reviews', name), 'half: [');
    const text = readFileSync(join(project.root, review), 'utf8').replace('value: 38', 'value: 39');
    writeFileSync(join(project.root, 'data/reviews/durham-2002-03.yaml.tmp'), text);
    renameSync(join(project.root, 'data/reviews/durham-2002-03.yaml.tmp'), join(project.root, review));
    await preview.until(written(report), from);
    expect(
      preview.said
        .slice(from)
        .every((said) => said.event !== 'looked' || said.papers.every((p) => p.current)),
    ).toBe(true);
    expect(readFileSync(join(project.root, 'out', report, `${report}.html`), 'utf8')).toContain(
      'rose to 39%',
    );
  });

  it('says nothing of a file that is half written, and reads it again when it is whole', async () => {
    using project = testProject();
    let read: (path: string) => void = () => undefined;
    // As patient as it takes: a mistake is told only when the file has stood still for an hour.
    const patient = { report, quiet: 1, patience: 3_600_000 };
    await using preview = await startPreview(project.root, patient, (path) => read(path));
    await preview.until(written(report));
    const from = preview.said.length;
    const whole = readFileSync(join(project.root, review), 'utf8').replace('value: 38', 'value: 39');
    const readHalf = new Promise<void>((resolve) => {
      read = (path) => {
        if (path === join(project.root, review)) resolve();
      };
    });
    writeFileSync(join(project.root, review), whole.slice(0, whole.indexOf('areas_for_improvement') + 9));
    await readHalf;
    writeFileSync(join(project.root, review), whole);
    await preview.until(written(report), from);
    // One saving can be noticed twice; nothing wrong is said of it either time.
    for (const said of preview.said.slice(from))
      if (said.event === 'looked')
        expect(said).toMatchObject({ papers: [{ report, current: true, diagnostics: [] }] });
  });

  it('shows every paper in a list, those that come later too, and what stands in the way of each', async () => {
    using project = testProject();
    for (const noun of ['reports', 'meetings'])
      for (const name of readdirSync(join(project.root, 'data', noun)))
        if (!name.startsWith('durham') && !name.startsWith('derby'))
          rmSync(join(project.root, 'data', noun, name));
    await using preview = await startPreview(project.root);
    const first = await ask(preview.address, '/');
    expect(first.body).toContain(`href="/${report}/"`);
    expect(first.body).toContain('href="/derby-2002/"');
    let from = preview.said.length;
    const text = readFileSync(join(project.root, `data/reports/${report}.yaml`), 'utf8');
    writeFileSync(join(project.root, 'data/reports/durham-again.yaml'), text);
    await preview.until(lookedAt('durham-again', true), from);
    expect((await ask(preview.address, '/')).body).toContain('href="/durham-again/"');
    from = preview.said.length;
    edit(
      project.root,
      'data/reports/durham-again.yaml',
      'body: strong-healthy-safe',
      'body: strong-healthy-save',
    );
    const looked = await preview.until(lookedAt('durham-again', false), from);
    // Only the paper concerned was made again.
    expect(looked).toMatchObject({ papers: [{ report: 'durham-again' }] });
    expect((await ask(preview.address, '/')).body).toMatch(/durham-again\. Not updated: 1 error/);
    const page = await ask(preview.address, '/durham-again/');
    expect(page.body).toContain('data/reports/durham-again.yaml:4:7');
    expect(page.body).toContain('<h1>Annual Review of Performance');
  });

  it('begins with the paper that an earlier run wrote where there is an error from the start', async () => {
    using project = testProject();
    await run(project.root, ['build', report, '--emit', 'html']);
    edit(project.root, review, 'rating: 2\n', 'rating: 3\n');
    await using preview = await startPreview(project.root, { report });
    const { body } = await ask(preview.address, `/${report}/`);
    expect(body).toContain('rating/contradicted');
    expect(body).toContain('<h1>Annual Review of Performance');
    expect(body).not.toContain('id="record"');
    rmSync(join(project.root, 'out'), { recursive: true });
    await using other = await startPreview(project.root, { report });
    expect((await ask(other.address, `/${report}/`)).body).toContain(
      'There is no version without errors yet',
    );
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends at %s with exit code 0, and leaves whole files',
    async (signal) => {
      using project = testProject();
      const program = join(projectFolder, 'dist', 'cli.js');
      const child = spawn(process.execPath, [program, '--root', project.root, 'watch', report, '--json'], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let [out, err] = ['', ''];
      child.stderr.on('data', (part) => (err += String(part)));
      const address = await new Promise<string>((resolve, reject) => {
        child.stdout.on('data', (part) => {
          out += String(part);
          const found = /"address":"([^"]+)"/.exec(out)?.[1];
          if (found !== undefined) resolve(found);
        });
        child.once('exit', () => reject(new Error(`It ended: ${out}${err}`)));
      });
      expect((await ask(address, `/${report}/`)).status).toBe(200);
      // The PDF is being made at this moment.
      const ended = new Promise((resolve) => child.once('exit', (code, by) => resolve([code, by])));
      child.kill(signal);
      expect(await ended).toEqual([0, null]);
      expect(err).toBe('');
      await expect(ask(address, '/')).rejects.toThrow(/ECONNREFUSED/);
      const left = quietWorld.files.list(join(project.root, 'out', report));
      expect([[], ['html', 'manifest.json', 'pdf'].map((ending) => `${report}.${ending}`)]).toContainEqual(
        left,
      );
    },
  );

  it('says what was typed wrongly', async () => {
    using project = testProject();
    for (const [args, words] of [
      [['watch', 'durham'], 'There is no report called `durham`'],
      [['watch', report, '--port', 'eight'], '`--port eight` is not a number'],
    ] as const) {
      const { exitCode, err } = await run(project.root, args);
      expect(exitCode).toBe(2);
      expect(err).toContain(words);
    }
    await using preview = await startPreview(project.root, { report });
    const taken = await run(project.root, ['watch', report, '--port', new URL(preview.address).port]);
    expect([taken.exitCode, taken.err]).toEqual([2, expect.stringContaining('another program has it')]);
  });
});

describe('what is watched', () => {
  const { root } = quietWorld;
  it.each([
    ['data/reviews/a.yaml', 'data/reviews/a.yaml'],
    ['templates/modern/outline.yaml', 'templates/modern/outline.yaml'],
    ['data/reviews/.a.yaml.swp', undefined],
    ['data/reviews/a.yaml~', undefined],
    ['data/reviews/~$a.yaml', undefined],
    ['data/reviews/notes.docx', undefined],
    ['templates/shared/blocks/bars/example.json', undefined],
    ['out/a/a.html', undefined],
  ])('%s', (path, file) => {
    expect(projectFile(quietWorld, join(root, path))).toBe(file);
  });

  it('is opened by what each system opens addresses with', () => {
    expect(openerFor('win32', 'http://127.0.0.1:1/')[0]).toBe('explorer.exe');
    expect(openerFor('darwin', 'http://127.0.0.1:1/')[0]).toBe('open');
    expect(openerFor('linux', 'http://127.0.0.1:1/')).toEqual(['xdg-open', ['http://127.0.0.1:1/']]);
  });
});
