import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editionFile } from '../../src/editions/edition.ts';
import { editionRecord, latestEdition, listEditions } from '../../src/editions/store.ts';
import { realFiles, type World } from '../../src/world.ts';
import { projectFolder, quietWorld, run, testProject, type TestProject } from '../support/project.ts';
import { editionBase, fingerprints, issue, issuing, replace, report } from './support.ts';

const secret = 'Zanzibar-4711';
const review = (root: string): string => join(root, 'data/reviews/durham-2002-03.yaml');
const worldIn = (root: string): World => ({ ...quietWorld, root });

describe('two editions of a paper', () => {
  let project: TestProject;
  let root: string;
  let first: Record<string, string>;

  beforeAll(async () => {
    project = testProject();
    root = project.root;
    appendFileSync(
      join(root, 'data/reports', `${report}.yaml`),
      `  - { rule: language/too-long, reason: ${secret} }
# ${secret} in a remark
internal_notes:
  - ${secret} in a note
clearance:
  - { by: legal, role: ${secret}, date: 2003-11-01, comment: ${secret} }
`,
    );
    await issue(root, 'Published with the agenda', '--date', '2003-11-21');
    first = fingerprints(join(root, 'editions'));
    replace(review(root), 'value: 38', 'value: 41');
    replace(join(root, 'data/frameworks/ssi-star-ratings.yaml'), 'Department of Health', 'Department');
    appendFileSync(join(root, 'templates/durham-scrutiny/style.css'), '\nmain { color: #112233 }\n');
    appendFileSync(join(root, 'templates/shared/base.css'), '\nh1 { letter-spacing: 0.02em }\n');
    await issue(root, 'A figure was put right', '--date', '2003-11-28');
  });
  afterAll(() => project[Symbol.dispose]());

  it('stand beside each other, the first as it was', () => {
    expect(fingerprints(join(root, 'editions'))).toMatchObject(first);
    expect(listEditions(worldIn(root), report)).toMatchObject([
      { number: 1, date: '2003-11-21', by: 'Democratic Services', reason: 'Published with the agenda' },
      { number: 2, date: '2003-11-28', reason: 'A figure was put right', style: 'durham-scrutiny' },
    ]);
    expect(latestEdition(worldIn(root), report)?.number).toBe(2);
    expect(JSON.stringify(editionRecord(worldIn(root), report, 1))).toContain('"value":"38"');
    expect(JSON.stringify(editionRecord(worldIn(root), report, 2))).toContain('"value":"41"');
    expect(editionRecord(worldIn(root), report, 3)).toBeUndefined();
  });

  it('cannot be written to by the program’s user, and hold nothing that is for the office only', () => {
    for (const file of Object.keys(fingerprints(join(root, 'editions')))) {
      const path = join(root, 'editions', file);
      if (!file.startsWith('.')) expect(statSync(path).mode & 0o222, file).toBe(0);
      expect(readFileSync(path, 'latin1'), file).not.toContain(secret);
    }
  });

  it('are listed', async () => {
    const listed = await run(root, ['list', 'edition']);
    expect(listed.out).toBe(
      `edition    ${report}/1  21 November 2003, Democratic Services: Published with the agenda\n` +
        `edition    ${report}/2  28 November 2003, Democratic Services: A figure was put right\n`,
    );
  });

  it.each([1, 2])('edition %i is made anew from what was kept with it, byte for byte', async (n) => {
    const before = fingerprints(join(root, 'editions'));
    const built = await run(root, ['build', report, '--edition', String(n)]);
    expect(built.exitCode, built.err).toBe(0);
    expect(built.err).toBe('');
    expect(built.out).toContain('byte for byte what was issued');
    for (const ending of ['pdf', 'html']) {
      const made = join(
        root,
        'out',
        `${report}-edition-${String(n)}`,
        `${report}-edition-${String(n)}.${ending}`,
      );
      expect(readFileSync(made).equals(readFileSync(`${editionBase(root, n)}.${ending}`)), ending).toBe(true);
    }
    expect(fingerprints(join(root, 'editions'))).toEqual(before);
  });

  it('are made anew where data and house styles are gone', async () => {
    using bare = testProject([], []);
    cpSync(join(root, 'editions'), join(bare.root, 'editions'), { recursive: true });
    mkdirSync(join(bare.root, 'templates'));
    const built = await run(bare.root, ['build', report, '--edition', '1', '--json']);
    expect(built.exitCode, built.out).toBe(0);
    expect(JSON.parse(built.out)).toMatchObject({
      result: { same: { [`${report}-edition-1.pdf`]: true, [`${report}-edition-1.html`]: true } },
    });
  });

  it.each(['pdf', 'html'])(
    'are known by their %s, wherever it lies and whatever it is called',
    async (ending) => {
      const copy = join(root, `from the public.${ending}`);
      cpSync(`${editionBase(root, 1)}.${ending}`, copy);
      const verified = await run(root, ['verify', copy]);
      expect(verified).toMatchObject({ exitCode: 0, err: '' });
      expect(verified.out).toBe(
        `This is edition 1 of ${report}, issued on 21 November 2003 by Democratic Services: the file is byte for byte the one that was issued. It is not the latest: edition 2 has been issued since.\n`,
      );
    },
  );

  it('are told from a file that was changed after it was issued', async () => {
    const copy = join(root, 'changed.html');
    const html = readFileSync(`${editionBase(root, 2)}.html`, 'utf8');
    writeFileSync(copy, html.replace('41%', '48%'));
    const verified = await run(root, ['verify', copy]);
    expect(verified.exitCode).toBe(1);
    expect(verified.out).toContain('Its record is that of edition 2, issued on 28 November 2003');
    expect(verified.out).toContain('NOT the file that was issued');
  });

  it('are told from a draft, which says what differs, and from what is current', async () => {
    using draft = testProject();
    cpSync(join(root, 'editions'), join(draft.root, 'editions'), { recursive: true });
    replace(review(draft.root), 'value: 38', 'value: 37');
    const built = await run(draft.root, ['build', report]);
    expect(built.exitCode, built.err).toBe(0);
    const base = join(draft.root, 'out', report, report);
    for (const ending of ['pdf', 'html']) {
      const current = await run(draft.root, ['verify', `${base}.${ending}`]);
      expect(current.exitCode).toBe(1);
      expect(current.out).toContain(
        'what the records and the house style make of it now, and it was not issued',
      );
    }
    replace(review(draft.root), 'value: 37', 'value: 36');
    for (const ending of ['pdf', 'html']) {
      const verified = await run(draft.root, ['verify', `${base}.${ending}`, '--json']);
      expect(verified.exitCode).toBe(1);
      expect(JSON.parse(verified.out)).toMatchObject({
        exitCode: 1,
        result: {
          kind: 'draft',
          claim: { paper: report, meeting: '2003-12-01' },
          latest: { number: 2 },
          differs: ['framework/ssi-star-ratings', 'review/durham-2002-03'],
          asNow: false,
        },
      });
    }
  });

  it('stay as they are, whatever is built where', async () => {
    const before = fingerprints(join(root, 'editions'));
    const base = editionBase(root, 1);
    symlinkSync(join(root, 'editions'), join(root, 'elsewhere'));
    for (const out of [
      'editions',
      `editions/${report}`,
      `editions/${report}/1`,
      'elsewhere',
      `elsewhere/${report}/2/x`,
    ]) {
      for (const args of [
        ['build', report, '--out', out],
        ['build', report, '--emit', 'html', '--out', out],
        ['build', report, '--edition', '1', '--out', out],
      ]) {
        const built = await run(root, args);
        expect(built.exitCode, `${args.join(' ')}: ${built.err}`).toBe(1);
        expect(built.err).toContain('[output/issued]');
      }
    }
    const extracted = await run(root, [
      'extract',
      `${base}.pdf`,
      '--into',
      join(root, 'editions', report, '1'),
    ]);
    expect(extracted.err).toContain('[output/issued]');
    expect(fingerprints(join(root, 'editions'))).toEqual(before);
  });
});

describe('issuing', () => {
  it('is refused where nothing has changed, and done --again; in another style it is another paper', async () => {
    using project = testProject();
    const { root } = project;
    await issue(root, 'First');
    const told = await run(root, ['verify', `${editionBase(root, 1)}.pdf`]);
    expect(readFileSync(join(projectFolder, 'README.md'), 'utf8')).toContain(`    ${told.out}`);
    const refused = await run(root, issuing('Second'));
    expect(refused.exitCode).toBe(1);
    expect(refused.err).toContain('[editions/unchanged]');
    await issue(root, 'The first was sent to the wrong list', '--again');
    const same = await run(root, ['verify', `${editionBase(root, 2)}.pdf`]);
    expect(same.out).toContain('This is edition 2');
    expect(same.out).toContain('Edition 1 had the same file.');
    await issue(root, 'On the web site', '--style', 'modern');
    const modern = await run(root, ['verify', `${editionBase(root, 1, `${report}-modern`)}.pdf`]);
    expect(modern.out).toContain(`This is edition 1 of ${report}-modern,`);
    const early = await run(root, issuing('Third', '--again', '--date', '2003-11-01'));
    expect(early.exitCode).toBe(1);
    expect(early.err).toContain('[editions/early]');
    // A report of this name would be filed under the same folder.
    cpSync(join(root, 'data/reports/derby-2002.yaml'), join(root, `data/reports/${report}-modern.yaml`));
    const other = await run(root, [
      ...[
        'issue',
        `${report}-modern`,
        '--by',
        'Democratic Services',
        '--reason',
        'First',
        '--date',
        '2003-12-01',
      ],
    ]);
    expect(other.exitCode).toBe(1);
    expect(other.err).toContain('[editions/other-paper]');
  });

  it('is not begun where the paper has errors, and warns where it has warnings', async () => {
    using project = testProject();
    const { root } = project;
    replace(review(root), 'rating: 2', 'rating: 3');
    const refused = await run(root, issuing('First'));
    expect(refused.exitCode).toBe(1);
    expect(refused.err).toContain('[rating/contradicted]');
    expect(refused.err).toContain('Nothing was issued.');
    expect(fingerprints(join(root, 'editions'))).toEqual({});
    replace(review(root), 'rating: 3', 'rating: 2');
    replace(join(root, `data/reports/${report}.yaml`), 'equalities: none', 'equalities: unknown');
    const warned = await issue(root, 'First');
    expect(warned.err).toContain('[implications/unknown]');
  });

  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EACCES', 'not allowed to write there'],
    ['EROFS', 'can only be read'],
  ])('says so where nothing can be kept: %s', async (code, why) => {
    using project = testProject();
    const failing = (): never => {
      throw Object.assign(new Error(code), { code });
    };
    const ran = await run(project.root, issuing('First'), { files: { ...realFiles, createFolder: failing } });
    expect(ran.exitCode).toBe(3);
    expect(ran.err).toContain(why);
    expect(ran.err).toContain('[editions/not-kept]');
  });
});

describe('what was issued and is not as it was', () => {
  let project: TestProject;
  beforeAll(async () => {
    project = testProject();
    await issue(project.root, 'First');
    await issue(project.root, 'Second', '--again');
  });
  afterAll(() => project[Symbol.dispose]());

  /** A copy of the project, to do harm to. */
  const copied = (): TestProject => testProject([join(project.root, 'editions', '..')], []);

  it('is found for any byte of any file', async () => {
    using copy = copied();
    const files = Object.keys(fingerprints(join(copy.root, 'editions'))).filter(
      (file) => !file.startsWith('.'),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const path = join(copy.root, 'editions', file);
      const bytes = readFileSync(path);
      const at = Math.floor(Math.random() * bytes.length);
      const other = Buffer.from(bytes);
      other[at] = (other[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8));
      chmodSync(path, 0o644);
      writeFileSync(path, other);
      const verified = await run(copy.root, ['verify', '--all']);
      expect(verified.exitCode, `byte ${String(at)} of ${file}`).toBe(1);
      writeFileSync(path, bytes);
    }
    expect(await run(copy.root, ['verify', '--all'])).toMatchObject({ exitCode: 0, err: '' });
  });

  it('is not taken for what was issued where its record was tampered with', async () => {
    using copy = copied();
    replace(join(copy.root, 'editions', report, '2/edition.yaml'), 'reason: Second', 'reason: Third');
    expect(listEditions(worldIn(copy.root), report)).toHaveLength(1);
    const unread = await run(copy.root, issuing('Fourth'));
    expect(unread.exitCode).toBe(1);
    expect(unread.err).toContain('[editions/damaged]');
    await issue(copy.root, 'The second is lost', '--again');
    expect(latestEdition(worldIn(copy.root), report)?.number).toBe(3);
  });

  it('is said to be lost', async () => {
    using copy = copied();
    rmSync(join(copy.root, 'editions', report, '1'), { recursive: true });
    rmSync(join(copy.root, 'editions/styles'), { recursive: true });
    rmSync(`${editionBase(copy.root, 2)}.html`, { force: true });
    const verified = await run(copy.root, ['verify', '--all']);
    expect(verified.exitCode).toBe(1);
    expect(verified.err.match(/\[editions\/missing\]/g)).toHaveLength(3);
    const built = await run(copy.root, ['build', report, '--edition', '2']);
    expect(built.exitCode).toBe(1);
    expect(built.err).toContain('The house style that the edition was set in is not there any more');
  });

  it('makes other bytes with another browser or another Scrutineer, and says which', async () => {
    using copy = copied();
    const world = worldIn(copy.root);
    const edition = latestEdition(world, report);
    const record = editionRecord(world, report, 2);
    if (!edition || !record) throw new Error('the edition is not there');
    const path = join(copy.root, 'editions', report, '2/edition.yaml');
    const pretend = async (then: Partial<typeof edition>): Promise<string> => {
      const outputs = Object.fromEntries(
        Object.entries(edition.outputs).map(([name, file]) => [
          name,
          name.endsWith('.pdf') ? { ...file, sha256: '0'.repeat(64) } : file,
        ]),
      );
      chmodSync(path, 0o644);
      writeFileSync(path, editionFile({ ...edition, ...then, outputs }, record));
      const built = await run(copy.root, ['build', report, '--edition', '2']);
      expect(built.exitCode, built.err).toBe(0);
      return built.err;
    };
    expect(await pretend({ browser: 'HeadlessChrome/99' })).toMatch(
      /edition-2\.pdf is not byte for byte what was issued: the browser is HeadlessChrome\/\S+ and was HeadlessChrome\/99 when the edition was issued\./,
    );
    expect(await pretend({ scrutineer: '0.0.9' })).toMatch(/Scrutineer is \S+ and was 0\.0\.9 when/);
    expect(await pretend({})).toContain('neither Scrutineer nor the browser is another');
  });
});
