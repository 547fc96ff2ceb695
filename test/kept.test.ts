import { appendFileSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Kept } from '../src/kept.ts';
import { run, testProject } from './support/project.ts';
import { houseStyles } from './support/web-conditions.ts';

/** What is kept, and how often it was of use. */
class Memory implements Kept {
  readonly files = new Map<string, Buffer>();
  used = 0;

  get(name: string): Buffer | undefined {
    const found = this.files.get(name);
    if (found) this.used++;
    return found;
  }

  put(name: string, bytes: Uint8Array): void {
    this.files.set(name, Buffer.from(bytes));
  }
}

it.each(houseStyles)('%s: papers are the same with and without what earlier runs made', async (style) => {
  using project = testProject();
  const kept = new Memory();
  for (const stage of ['paper', 'html'] as const) {
    const args = [
      'build',
      '--style',
      style,
      '--emit',
      stage,
      ...(stage === 'html' ? ['--json', '--all'] : []),
    ];
    const pages = (): string[] =>
      stage === 'html'
        ? ['derby-2002', 'durham-2003-12-01'].map((name) =>
            readFileSync(htmlOf(project.root, name, style), 'utf8'),
          )
        : [];
    const plain = [await run(project.root, args, { kept: undefined }), pages()];
    const first = [await run(project.root, args, { kept }), pages()];
    const { used } = kept;
    const second = [await run(project.root, args, { kept }), pages()];
    expect(first).toEqual(plain);
    expect(second).toEqual(plain);
    expect(kept.used).toBeGreaterThan(used + 5);
  }
});

function htmlOf(root: string, name: string, style: string): string {
  const own: Record<string, string> = {
    'derby-2002': 'derby-cabinet',
    'durham-2003-12-01': 'durham-scrutiny',
  };
  const folder = own[name] === style ? name : `${name}-${style}`;
  return join(root, 'out', folder, `${folder}.html`);
}

it('mistakes are found at the same places in a file that an earlier run has read', async () => {
  using project = testProject();
  const review = join(project.root, 'data/reviews/durham-2002-03.yaml');
  const text = readFileSync(review, 'utf8');
  writeFileSync(review, text.replace('{{indicator "', '{{indicator "no-'));
  const kept = new Memory();
  const args = ['build', '--emit', 'html', '--json', '--all'];
  const plain = await run(project.root, args);
  expect(plain.exitCode).toBe(1);
  expect(await run(project.root, args, { kept })).toEqual(plain);
  expect(await run(project.root, args, { kept })).toEqual(plain);
  expect(kept.used).toBeGreaterThan(5);
});

it('a file that was changed is read again', async () => {
  using project = testProject();
  const kept = new Memory();
  const args = ['build', 'durham-2003-12-01', '--emit', 'records'];
  await run(project.root, args, { kept });
  const council = join(project.root, 'data/councils/durham.yaml');
  writeFileSync(council, readFileSync(council, 'utf8').replaceAll('Durham', 'Exampleham'));
  const { out } = await run(project.root, args, { kept });
  expect(out).toContain('Exampleham');
  expect(out).toBe((await run(project.root, args, { kept: undefined })).out);
});

it('a template, a style sheet or a font that was changed is read again', async () => {
  using project = testProject();
  const kept = new Memory();
  const args = ['build', 'durham-2003-12-01', '--emit', 'html', '--all'];
  const page = async (given: { kept: Kept | undefined }): Promise<string> => {
    expect((await run(project.root, args, given)).exitCode).toBe(0);
    return readFileSync(htmlOf(project.root, 'durham-2003-12-01', 'durham-scrutiny'), 'utf8');
  };
  const shared = join(project.root, 'templates/shared');
  let before = await page({ kept });
  for (const change of [
    () => appendFileSync(join(shared, 'blocks/list/list.hbs'), '<p>Added</p>'),
    () => appendFileSync(join(shared, 'base.css'), 'p { color: #111; }'),
    () =>
      copyFileSync(
        join(shared, 'fonts/arimo-latin-400-normal.woff2'),
        join(shared, 'fonts/arimo-latin-700-normal.woff2'),
      ),
  ]) {
    change();
    const after = await page({ kept });
    expect(after).not.toBe(before);
    expect(after).toBe(await page({ kept: undefined }));
    before = after;
  }
});
