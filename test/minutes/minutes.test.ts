import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agendaOf, type Agenda } from '../../src/agenda/agenda.ts';
import { scanFiles } from '../../src/exempt/scan.ts';
import { describePdf } from '../../src/finish/describe.ts';
import { decisionRecords } from '../../src/minutes/decision-records.ts';
import { mattersArising } from '../../src/minutes/matters-arising.ts';
import { minutesFacts } from '../../src/minutes/minutes.ts';
import { secretsOfAgenda } from '../../src/pack/secrets.ts';
import { openProject } from '../../src/pipeline.ts';
import { loadRecords, type Records } from '../../src/records/load.ts';
import { projectFolder, quietWorld, run, testProject, type TestProject } from '../support/project.ts';
import { filesIn } from '../site/support.ts';
import { readPdf } from '../support/pdf.ts';

const next = 'exampleshire-cabinet-2026-01-13';
const before = 'exampleshire-cabinet-2025-12-09';
const secret = 'Larkspur Vantage Care was paid for nine empty rooms';

/** The meeting of January as if it had been held, with something decided in private. */
const held = `
held:
  present: [Leader of the Council]
outcomes:
  exampleshire-cqc-2026-01-13:
    as_recommended: "yes"
    rejected: none
    interests: none
  exempt-1:
    discussion: ${secret}
    resolved: ["that ${secret}"]
    reasons: ${secret}
    rejected: none
    interests: none
    actions:
      - { id: hidden, action: "${secret}", owner: Director of Adult Social Care }
`;

function heldProject(more = ''): TestProject {
  const project = testProject();
  const file = join(project.root, `data/meetings/${next}.yaml`);
  writeFileSync(file, `${readFileSync(file, 'utf8')}${held}${more}`);
  return project;
}

function open(project: TestProject, id: string): { records: Records; agenda: Agenda } {
  const { records, diagnostics } = loadRecords({ ...quietWorld, root: project.root });
  expect(diagnostics).toEqual([]);
  const agenda = agendaOf(records, id);
  if (!agenda) throw new Error('the meeting is not there');
  return { records, agenda };
}

describe('minutes', () => {
  it('say of an item taken in private its number and title, and where its decision is recorded', () => {
    using project = heldProject();
    const { records, agenda } = open(project, next);
    const facts = minutesFacts(records, agenda, 'public');
    expect(facts.items.at(-1)).toEqual({
      id: 'private-12',
      number: '12',
      title: 'A contract for home care',
      withheld: true,
      excludes: false,
      to_record: false,
    });
    expect(JSON.stringify(facts)).not.toContain(secret);
    expect(JSON.stringify(minutesFacts(records, agenda, 'exempt'))).toContain(secret);
  });

  it('leave no word of it in any file for the public, whichever is made', async () => {
    using project = heldProject();
    for (const what of [[], ['--decisions'], ['--records']]) {
      const ran = await run(project.root, ['minutes', next, ...what]);
      expect(ran, ran.err).toMatchObject({ exitCode: 0 });
    }
    const files = filesIn(join(project.root, 'out'));
    expect(files.size).toBe(6);
    for (const [name, bytes] of files) {
      expect(name).not.toContain('home-care');
      const text = name.endsWith('.pdf') ? JSON.stringify(await describePdf(bytes)) : bytes.toString('utf8');
      expect(text.replaceAll(/\s+/g, ' '), name).not.toMatch(/Larkspur|empty rooms/);
    }
    const minutes = await readPdf(files.get(`${next}/${next}-minutes.pdf`) ?? Buffer.alloc(0));
    expect(minutes.pages.join(' ').replaceAll('\n', ' ')).toContain(
      'This item was taken after the press and public had left. The decision is recorded in the exempt minutes.',
    );
  });

  it('of what is exempt go to a folder of their own, and say on the front that they are not for publication', async () => {
    using project = heldProject();
    const ran = await run(project.root, ['minutes', next, '--restricted']);
    expect(ran, ran.err).toMatchObject({ exitCode: 0 });
    const files = filesIn(join(project.root, 'restricted'));
    expect([...files.keys()]).toEqual([
      `${next}/${next}-exempt-minutes.html`,
      `${next}/${next}-exempt-minutes.pdf`,
    ]);
    const { pages } = await readPdf(files.get(`${next}/${next}-exempt-minutes.pdf`) ?? Buffer.alloc(0));
    const text = pages.join(' ').replaceAll('\n', ' ');
    expect(text).toContain('Not for publication: these minutes hold exempt information.');
    expect(text).toContain(secret);
    expect(text).not.toContain('Care Quality Commission');
  });

  it('are searched for it before they are written: exempt minutes would never pass for public ones', async () => {
    using project = heldProject();
    for (const what of [[], ['--restricted']])
      expect(await run(project.root, ['minutes', next, ...what])).toMatchObject({ exitCode: 0 });
    const opened = openProject({ ...quietWorld, root: project.root });
    const agenda = agendaOf(opened.records, next);
    const secrets = agenda && (await secretsOfAgenda(opened, agenda, undefined, () => Promise.resolve([])));
    if (!secrets) throw new Error('nothing is exempt');
    const leaks = async (folder: string, name: string): Promise<string[]> => {
      const file = join(project.root, folder, next, `${next}-${name}`);
      return (await scanFiles([[name, readFileSync(file)]], secrets)).map(({ rule }) => rule);
    };
    for (const ending of ['html', 'pdf']) {
      expect(await leaks('out', `minutes.${ending}`)).toEqual([]);
      expect(await leaks('restricted', `exempt-minutes.${ending}`)).toContain('exempt/leak');
    }
  });

  it('take over the recommendations that were agreed as they stand, with what they quote', () => {
    using project = heldProject();
    const { records, agenda } = open(project, next);
    const item = minutesFacts(records, agenda, 'public').items.find(({ number }) => number === '5');
    expect(item?.resolved?.map(({ text }) => text)).toContain(
      'that Cabinet approve the action plan in the report of the Director of Adult Social Care',
    );
    expect(JSON.stringify(item)).not.toContain('{{');
  });

  it('say where nothing is recorded of an item', () => {
    using project = heldProject();
    const { records, agenda } = open(project, next);
    const item = minutesFacts(records, agenda, 'public').items.find(({ number }) => number === '6');
    expect(item?.nothing).toBe('Not recorded.');
  });

  it('are tagged PDF/UA-1 and PDF/A with a bookmark for each item', async () => {
    using project = testProject();
    await run(project.root, ['minutes', before]);
    const pdf = readFileSync(join(project.root, `out/${before}/${before}-minutes.pdf`));
    const heard = await describePdf(pdf);
    expect(heard.claims).toEqual(['PDF/UA-1', 'PDF/A-2a']);
    expect(heard.attachments).toEqual([]);
    expect(heard.outline.map((line) => line.trim())).toContain(
      '4 What the council pays care homes in 2026/2027',
    );
  });
});

describe('the resolution to exclude the public', () => {
  const folder = join(projectFolder, 'templates/shared');
  const resolutionIn = (file: string): string => {
    const text = readFileSync(join(folder, file), 'utf8').replaceAll(/\s+/g, ' ');
    return /That, under section 100A.*?given under each item\./.exec(text)?.[0] ?? file;
  };

  it('is worded in the minutes as on the agenda', () => {
    expect(resolutionIn('minutes.yaml')).toBe(resolutionIn('agenda.yaml'));
  });

  it('stands in the form, and in the minutes where it was agreed', () => {
    using project = testProject();
    const { records, agenda } = open(project, next);
    const item = minutesFacts(records, agenda, 'public').items.find(({ excludes }) => excludes);
    expect(item?.number).toBe('11');
    expect(minutesFacts(records, agenda, 'public').exclusion?.items).toContain('item 12');
    using agreed = heldProject('  exclusion: { as_recommended: "yes" }\n');
    const later = open(agreed, next);
    expect(minutesFacts(later.records, later.agenda, 'public').items.some(({ excludes }) => excludes)).toBe(
      true,
    );
  });
});

describe('the exempt part of a public item', () => {
  const send = 'exampleshire-send-2026-01-13';

  it('has its place in the form for the exempt minutes, and the public form says so', () => {
    using project = testProject();
    const { records, agenda } = open(project, next);
    const exempt = minutesFacts(records, agenda, 'exempt').items;
    expect(exempt.map(({ number }) => number)).toEqual(['7', '12']);
    expect(exempt[0]?.title).toMatch(/: exempt part$/);
    const public_ = minutesFacts(records, agenda, 'public').items;
    expect(public_.find(({ number }) => number === '7')?.elsewhere).toContain(
      'record this in the exempt minutes',
    );
    expect(public_.find(({ number }) => number === '12')?.elsewhere).toBe(
      'Record this in the exempt minutes.',
    );
  });

  it('is minuted there, and nowhere in public', () => {
    using project = heldProject(
      `  ${send}:\n    resolved: [that the plan be noted]\n    in_private: { discussion: "${secret}", resolved: ["that ${secret}"] }\n`,
    );
    const { records, agenda } = open(project, next);
    expect(JSON.stringify(minutesFacts(records, agenda, 'public'))).not.toContain(secret);
    const exempt = minutesFacts(records, agenda, 'exempt').items.find(({ number }) => number === '7');
    expect(JSON.stringify(exempt)).toContain(secret);
  });
});

describe('decision records', () => {
  it('have no dispensation where no conflict was declared, and the report’s reasons where there are no others', () => {
    using project = heldProject();
    const { records, agenda } = open(project, next);
    const { made, diagnostics } = decisionRecords(records, agenda, 'public');
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
    expect(made.map(({ item }) => item.number)).toEqual(['5']);
    expect(made[0]?.facts).toMatchObject({
      day: '13 January 2026',
      key: 'Key decision, FP/2025/41 on the forward plan.',
      wards: 'All',
    });
    expect(made[0]?.facts?.reasons.length).toBeGreaterThan(0);
  });

  it('of what was decided in private are made for those who may see them alone', () => {
    using project = heldProject();
    const { records, agenda } = open(project, next);
    const { made } = decisionRecords(records, agenda, 'exempt');
    expect(made.map(({ item }) => item.number)).toEqual(['12']);
  });
});

describe('matters arising', () => {
  it('are the open actions of the meeting before, and what became of the others', () => {
    const { records } = loadRecords(quietWorld);
    const arising = mattersArising(records, next);
    expect(arising).toMatchObject({ previous: before, held: '2025-12-09' });
    expect(arising?.open.map(({ id, owner, due, status }) => ({ id, owner, due, status }))).toEqual([
      {
        id: 'breaks-funding',
        owner: 'Director of Adult Social Care',
        due: '30\u00a0January\u00a02026',
        status: 'Under way',
      },
    ]);
    expect(arising?.closed.map(({ id }) => id)).toEqual(['fees-letter', 'winter-beds']);
  });

  it('are none where there was no meeting before', () => {
    const { records } = loadRecords(quietWorld);
    expect(mattersArising(records, before)).toBeUndefined();
    expect(mattersArising(records, 'durham-2003-12-01')).toBeUndefined();
  });

  it('of what was taken in private do not arise in public', () => {
    using project = heldProject();
    const later = join(project.root, 'data/meetings/exampleshire-cabinet-2026-02-10.yaml');
    writeFileSync(
      later,
      `council: exampleshire\nbody: cabinet\ndate: 2026-02-10\nprevious: ${next}\nitems:\n  - title: Budget\n`,
    );
    const { records } = open(project, next);
    const arising = mattersArising(records, 'exampleshire-cabinet-2026-02-10');
    expect(arising).toMatchObject({ open: [], closed: [] });
  });
});
