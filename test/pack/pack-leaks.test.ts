import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { AFRelationship, PDFDocument, PDFHexString, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Paper } from '../../src/compose/paper.ts';
import { exemptPart } from '../../src/pack/exempt-part.ts';
import { makeReport, openProject } from '../../src/pipeline.ts';
import type { Plain } from '../../src/records/read.ts';
import type { Path } from '../../src/records/source.ts';
import { filesBelow, passage, places, planted, readings, secret, squeezed } from '../exempt/planting.ts';
import { readPdf } from '../support/pdf.ts';
import { quietWorld, run, testProject, type TestProject } from '../support/project.ts';

/**
 * Secrets that exist nowhere else are planted wherever the records of a meeting can hold them, and everything that the
 * public may have of it is made. No byte of a secret may be in it; members find it in the restricted pack.
 */

const meeting = 'exampleshire-cabinet-2026-01-13';
const before = 'exampleshire-cabinet-2025-12-09';
const partly = ['cqc', 'rsh', 'send'].map((name) => `exampleshire-${name}-2026-01-13`);
const whole = 'exampleshire-home-care-2026-01-13';
/** What the wholly exempt report is called, and the PDF of an exempt item: names are secret too. */
const wholeName = 'qxname0vorbelt';
const fileName = 'qxname1vorbelt.pdf';

const { records } = openProject(quietWorld);
const plainOf = (noun: 'report' | 'review', id: string): Plain => records[noun].get(id)?.plain ?? '';
const reviews = partly.map((report) => records.report.get(report)?.value.review ?? '');

interface Place {
  noun: 'report' | 'review';
  id: string;
  path: Path;
}
const open: Place[] = [
  ...partly.flatMap((id) =>
    places(records.report.get(id)?.value).map((path): Place => ({ noun: 'report', id, path })),
  ),
  ...reviews.flatMap((id) =>
    places(records.review.get(id)?.value).map((path): Place => ({ noun: 'review', id, path })),
  ),
];
const closed: Path[] = [
  ...places(records.report.get(whole)?.value),
  ...[['title'], ['short_title'], ['contacts', 0, 'role']],
];

type Fields = Record<string, unknown>;
const exempt = { paragraphs: ['3'], public_interest: 'A bidder who knew would bid higher.' };

interface Secrets {
  /** Members find these in the restricted pack. */
  inPack: string[];
  /** These are nowhere but in the records, in minutes that are exempt, or in the file of somebody else. */
  elsewhere: string[];
}

/** @param chosen which of the open places are exempt */
async function plant({ root }: TestProject, chosen: (n: number) => boolean): Promise<Secrets> {
  const secrets: Secrets = { inPack: [], elsewhere: ['Qxremark'] };
  const keep = (token: string): string => {
    secrets.elsewhere.push(token);
    return token;
  };
  const write = (folder: string, id: string, plain: unknown): void => {
    writeFileSync(join(root, `data/${folder}/${id}.yaml`), `# Qxremark\n${stringify(plain)}`);
  };
  const made = new Map<string, Plain>();
  const inside = (noun: 'report' | 'review', id: string): Plain =>
    made.get(`${noun}/${id}`) ?? plainOf(noun, id);
  open.forEach(({ noun, id, path }, n) => {
    if (!chosen(n)) return;
    const token = secret(n, noun === 'report' ? 'Rep' : 'Rev');
    made.set(
      `${noun}/${id}`,
      planted(inside(noun, id), path, () => passage(token, n % 2 === 0)),
    );
    if (noun === 'report') secrets.inPack.push(token);
    else keep(token);
  });
  for (const id of partly)
    Object.assign(inside('report', id), {
      internal_notes: [keep(secret(partly.indexOf(id), 'Note'))],
      clearance: ['finance', 'legal', 'portfolio_holder'].map((by) => ({
        by,
        date: '2026-01-02',
        comment: keep(secret(partly.indexOf(id), 'Clear')),
      })),
      appendices: [
        {
          id: 'closed-one',
          title: keep(secret(partly.indexOf(id), 'App')),
          attached: keep(secret(partly.indexOf(id), 'Attached')),
          exempt: ['1'],
          public_interest: exempt.public_interest,
        },
      ],
    });
  for (const id of partly) write('reports', id, inside('report', id));
  for (const id of reviews) write('reviews', id, inside('review', id));

  // What it accepts of its own words goes with them.
  let home: Plain = Object.fromEntries(
    Object.entries(plainOf('report', whole)).filter(([key]) => key !== 'accept'),
  );
  closed.forEach((path, n) => {
    const token = secret(n, 'Home');
    // Other words of the example stand in papers that are open, and are no secret there.
    home = planted(home, path, () => `the matter of ${token}`);
    // Headings at the top of pages have the short title.
    secrets.inPack.push(token);
  });
  rmSync(join(root, `data/reports/${whole}.yaml`));
  write('reports', wholeName, home);
  keep(wholeName);

  keep('qxname1vorbelt');
  writeFileSync(join(root, 'data/files', fileName), await fromElsewhere(keep));
  secrets.inPack.push('QxExtTextvorbelt');

  const edit = (id: string, change: (record: Fields) => void): void => {
    const path = join(root, `data/meetings/${id}.yaml`);
    const record = parse(readFileSync(path, 'utf8')) as Fields;
    change(record);
    write('meetings', id, record);
  };
  const outcome = (sort: string): Fields => ({
    discussion: `Members heard of ${keep(secret(0, sort))}.`,
    resolved: [`that ${keep(secret(1, sort))} be paid`],
    reasons: `To keep ${keep(secret(2, sort))}.`,
    rejected: `To leave ${keep(secret(3, sort))}.`,
    interests: `Of ${keep(secret(4, sort))}.`,
    dispensations: 'none',
    actions: [
      {
        id: 'one',
        action: `Write to ${keep(secret(5, sort))}`,
        owner: keep(secret(6, sort)),
        due: '2026-01-30',
      },
    ],
  });
  edit(meeting, (record) => {
    record['exempt_items'] = [
      { ...(record['exempt_items'] as Fields[])[0], id: 'contract', report: wholeName },
      {
        id: 'lease',
        file: fileName,
        title: 'A lease',
        exempt,
        lead: { role: 'Director of Place' },
        wards: ['All'],
      },
    ];
    record['held'] = { present: ['Leader of the Council'], opened: '10 am', closed: '11 am' };
    record['outcomes'] = {
      contract: { ...outcome('Out'), as_recommended: 'yes' },
      lease: outcome('Lease'),
      [partly[0] ?? '']: {
        as_recommended: 'yes',
        rejected: 'none',
        interests: 'none',
        dispensations: 'none',
      },
    };
  });
  edit(before, (record) => {
    record['private_notice'] = { first: '2025-11-07', further: '2025-12-01' };
    record['exempt_items'] = [
      { id: 'yard', title: 'A yard', exempt, lead: { role: 'Director of Place' }, wards: ['All'] },
    ];
    Object.assign(record['outcomes'] as Fields, { yard: outcome('Yard') });
  });
  return secrets;
}

/** A PDF with a secret in everything that it can hold. */
async function fromElsewhere(keep: (token: string) => string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(keep('QxExtTitlevorbelt'));
  pdf.setAuthor(keep('QxExtAuthorvorbelt'));
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage([595, 842]).drawText('QxExtTextvorbelt', { x: 72, y: 600, font });
  await pdf.attach(Buffer.from(keep('QxExtDatavorbelt')), `${keep('QxExtNamevorbelt')}.txt`, {
    afRelationship: AFRelationship.Data,
  });
  const item = pdf.context.register(
    pdf.context.obj({ Title: PDFHexString.fromText(keep('QxExtMarkvorbelt')) }),
  );
  pdf.catalog.set(
    PDFName.of('Outlines'),
    pdf.context.obj({ Type: 'Outlines', First: item, Last: item, Count: 1 }),
  );
  return pdf.save();
}

/** Makes everything that the public may have, and what it may not have beside it. */
async function makeAll({ root }: TestProject): Promise<void> {
  const commands = [
    ['pack', meeting, '--publish'],
    ['pack', meeting, '--supplement', 'A', '--publish'],
    ['agenda', meeting],
    ['agenda', meeting, '--restricted'],
    ['build', ...partly, wholeName],
    ['minutes', meeting],
    ['minutes', meeting, '--restricted'],
    ['minutes', meeting, '--decisions'],
    ['minutes', meeting, '--decisions', '--restricted'],
    ['minutes', meeting, '--records'],
    ['minutes', meeting, '--matters-arising'],
    ['minutes', before],
    ['site', 'exampleshire'],
  ];
  for (const args of commands) {
    const ran = await run(root, args, { today: '2026-02-02' });
    expect(ran.exitCode, `${args.join(' ')}\n${ran.err}`).toBe(0);
  }
}

async function proveNothingOut(chosen: (n: number) => boolean): Promise<void> {
  using project = testProject();
  const { root } = project;
  const { inPack, elsewhere } = await plant(project, chosen);
  await makeAll(project);
  const everySecret = [...inPack, ...elsewhere].map(squeezed);
  const files = [...filesBelow(join(root, 'out')), ...filesBelow(join(root, 'published'))];
  expect(files.filter((file) => file.endsWith('.pdf')).length).toBeGreaterThan(10);
  expect(files.filter((file) => /restricted|-exempt/.test(relative(root, file)))).toEqual([]);
  for (const file of files) {
    const text = await readings(file);
    expect(
      everySecret.filter((one) => text.includes(one)),
      relative(root, file),
    ).toEqual([]);
  }
  const pack = join(root, 'restricted', meeting, `${meeting}-restricted-pack.pdf`);
  const told = squeezed((await readPdf(readFileSync(pack))).pages.join('\n'));
  expect(inPack.filter((one) => !told.includes(squeezed(one)))).toEqual([]);
  // Notes of the office are for nobody, and metadata of others goes nowhere.
  const all = await readings(pack);
  const nowhere = elsewhere.filter((one) =>
    /remark|Note|Clear|ExtTitle|ExtAuthor|ExtData|ExtName|qxname/.test(one),
  );
  expect(nowhere.filter((one) => all.includes(squeezed(one)))).toEqual([]);
  await proveNumbers(root);
}

/** What is numbered in the restricted version bears the number that it has in the public one. */
async function proveNumbers(root: string): Promise<void> {
  const opened = openProject({ ...quietWorld, root });
  for (const report of partly) {
    const public_ = (await makeReport(opened, report)).paper;
    const restricted = (await makeReport(opened, report, undefined, { part: 'restricted' })).paper;
    if (!public_ || !restricted) throw new Error(`${report} cannot be made`);
    const numbers = numbersOf(public_);
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbersOf(restricted)).toEqual(numbers);
    const part = exemptPart(public_, restricted);
    if (part) expect(numbers).toEqual(expect.arrayContaining(numbersOf(part)));
  }
}

const numbersOf = (paper: Paper): string[] =>
  [...JSON.stringify(paper).matchAll(/"id":"([^"]+)","anchor":"[^"]+","level":\d,"number":"([^"]+)"/g)].map(
    ([, id = '', number = '']) => `${number} ${id}`,
  );

describe('secrets of a meeting', { timeout: 900_000 }, () => {
  it('never come out where everything that can be exempt is', async () => {
    await proveNothingOut(() => true);
  });

  it('never come out wherever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.boolean()), async (stream) => {
        const flags = [...stream.take(open.length)];
        await proveNothingOut((n) => flags[n] === true);
      }),
      { numRuns: 1, endOnFailure: true },
    );
  });
});

describe('an item that was public and is exempt by now', { timeout: 900_000 }, () => {
  it('is in no file of the earlier run after the next', async () => {
    using project = testProject();
    const { root } = project;
    for (const args of [
      ['pack', meeting],
      ['pack', meeting, '--supplement', 'A'],
    ]) {
      const ran = await run(root, args);
      expect(ran.exitCode, ran.err).toBe(0);
    }
    const folder = join(root, 'out', meeting);
    const pages = filesBelow(folder);
    const words = ['Foreword by the independent chair', 'The parents’ forum was at the meeting'].map(
      squeezed,
    );
    const having = async (files: readonly string[]): Promise<string[]> => {
      const found: string[] = [];
      for (const file of files) {
        const text = await readings(file);
        if (words.some((one) => text.includes(one))) found.push(relative(folder, file));
      }
      return found;
    };
    expect((await having(pages)).length).toBeGreaterThan(2);
    expect(existsSync(join(folder, 'supplement-a/item-9a.html'))).toBe(true);

    const path = join(root, `data/meetings/${meeting}.yaml`);
    const record = parse(readFileSync(path, 'utf8')) as Record<
      'items' | 'exempt_items' | 'minutes',
      Fields[]
    >;
    const gone = record.items.filter((item) => 'file' in item || String(item['report']).includes('send'));
    record.items = record.items.filter((item) => !gone.includes(item));
    record.exempt_items.push(
      ...gone.map((item, i): Fields => ({
        ...item,
        number: undefined,
        title: `Exempt ${String(i)}`,
        exempt,
      })),
    );
    // Words of what is exempt now also stand in these minutes, and would stop the pack.
    record.minutes = [{ of: '2025-12-09' }];
    writeFileSync(path, stringify(record));
    const report = join(root, 'data/reports/exampleshire-send-2026-01-13.yaml');
    writeFileSync(report, stringify({ ...(parse(readFileSync(report, 'utf8')) as Fields), exempt }));
    const again = await run(root, ['pack', meeting]);
    expect(again.exitCode, again.err).toBe(0);
    const left = filesBelow(folder);
    expect(await having(left)).toEqual([]);
    expect(
      left.map((file) => relative(folder, file)).filter((file) => /safeguarding|auditors|9a/.test(file)),
    ).toEqual([]);
    // The picture of a letter has no words: the supplement that it went out in is gone.
    expect(existsSync(join(folder, `${meeting}-supplement-a.pdf`))).toBe(false);
    expect(again.err).toContain('[pack/left-over]');
  });
});
