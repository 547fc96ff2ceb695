import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { clockTime, moment } from '../../src/site/oparl/moment.ts';
import { problemsOf } from './model.ts';
import { address, before, filesIn, makeSite, meeting, siteProject } from './support.ts';

type Json = Record<string, unknown>;

const parse = (bytes: Buffer | undefined): Json => JSON.parse(bytes?.toString('utf8') ?? '') as Json;
const kindOf = (value: Json): string => String(value['type']).split('/').at(-1) ?? '';
const listed = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

describe('a council’s meetings as OParl 1.1', () => {
  let files: Map<string, Buffer>;
  let data: Map<string, Json>;
  beforeAll(async () => {
    using project = await siteProject();
    files = filesIn((await makeSite(project, '2026-01-08')).folder);
    data = new Map(
      [...files].flatMap(([name, bytes]) => (name.endsWith('.json') ? [[name, parse(bytes)] as const] : [])),
    );
  });
  const at = (name: string): Json => data.get(`oparl/${name}.json`) ?? {};

  it('keeps to the model, object by object', () => {
    const problems = [...data].flatMap(([name, value]) =>
      'data' in value
        ? listed(value['data']).flatMap((one) => problemsOf(one, kindOf(one), false))
        : problemsOf(value, kindOf(value), false).map((problem) => `${name}: ${problem}`),
    );
    expect(problems).toEqual([]);
    expect(data.size).toBeGreaterThan(60);
  });

  it('has each object at its own address, and leads nowhere that is not there', () => {
    for (const [name, value] of data) if ('id' in value) expect(value['id']).toBe(`${address}${name}`);
    for (const [name, bytes] of files) {
      if (!name.endsWith('.json')) continue;
      for (const [, to = ''] of bytes.toString('utf8').matchAll(/"(https:[^"]+)"/g)) {
        if (to.startsWith('https://schema.oparl.org/') || to.startsWith('https://meetings.')) continue;
        expect([...files.keys()], `${name} leads to ${to}`).toContain(
          decodeURIComponent(to.slice(address.length)),
        );
      }
    }
  });

  it('begins at one place and reaches every list', () => {
    const system = at('system/council');
    const bodies = at('body');
    expect(system['body']).toBe(`${address}oparl/body.json`);
    expect(listed(bodies['data']).map(({ name }) => name)).toEqual(['Exampleshire County Council']);
    for (const [name, value] of data) {
      if (!('data' in value)) continue;
      const all = listed(value['data']);
      expect(value['pagination'], name).toMatchObject({
        totalElements: all.length,
        currentPage: 1,
        totalPages: 1,
      });
      expect(value['links'], name).toMatchObject({ first: `${address}${name}`, last: `${address}${name}` });
      const ids = all.map(({ id }) => String(id));
      expect(ids, name).toEqual([...ids].sort());
      for (const one of all)
        expect(data.get(String(one['id']).slice(address.length)), String(one['id'])).toEqual(one);
    }
  });

  it('has the items of an agenda in order, with what is exempt as a title alone', () => {
    const items = listed(at(`meeting/${meeting}`)['agendaItem']);
    expect(items.map(({ order }) => order)).toEqual(items.map((_, i) => i + 1));
    expect(items.map(({ number }) => number)).toEqual('1 2 3 4 5 6 7 8 9 9A 10 11 12'.split(' '));
    const last = items.at(-1) ?? {};
    expect(Object.keys(last).sort()).toEqual(
      ['created', 'id', 'modified', 'name', 'number', 'order', 'public', 'type'].sort(),
    );
    expect(last).toMatchObject({ name: 'A contract for home care', public: false });
    expect(items.slice(0, -1).every((item) => item['public'] === true)).toBe(true);
  });

  it('says of each file what it is, how big and with which checksum', () => {
    const paper = at('paper/exampleshire-cqc-2026-01-13');
    const name = 'exampleshire-cqc-2026-01-13/exampleshire-cqc-2026-01-13.pdf';
    const bytes = files.get(name) ?? Buffer.alloc(0);
    expect(paper['mainFile']).toMatchObject({
      mimeType: 'application/pdf',
      size: bytes.length,
      sha512Checksum: createHash('sha512').update(bytes).digest('hex'),
      accessUrl: `${address}${name}`,
    });
    expect(paper['auxiliaryFile']).toMatchObject([{ mimeType: 'text/html' }]);
  });

  it('tells meetings to come from those that were held', () => {
    expect(at(`meeting/${meeting}`)).toMatchObject({
      meetingState: 'eingeladen',
      start: '2026-01-13T10:00:00+00:00',
    });
    const held = at(`meeting/${before}`);
    expect(held['meetingState']).toBe('durchgeführt');
    // Posts are no persons: OParl knows people only.
    expect(held['participant']).toBeUndefined();
    expect(at('organization/cabinet')['post']).toContain('Leader of the Council');
  });
});

describe('times of objects', () => {
  it('stay while nothing changes, and move on with every change', async () => {
    using project = await siteProject();
    const times = async (today: string): Promise<Map<string, unknown>> => {
      const { folder } = await makeSite(project, today);
      return new Map(
        [...filesIn(folder)]
          .filter(([name]) => name.startsWith('oparl/') && name.split('/').length === 3)
          .map(([name, bytes]) => [name, parse(bytes)['modified']]),
      );
    };
    const first = await times('2026-01-05');
    expect(new Set(first.values())).toEqual(new Set(['2026-01-05T00:00:00Z']));
    expect(await times('2026-01-06')).toEqual(first);
    const file = join(project.root, `data/meetings/${meeting}.yaml`);
    const change = (from: string, to: string): void => {
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    };
    change('time: 10 am', 'time: 11 am');
    const second = await times('2026-01-07');
    expect([...second].filter(([name, at]) => first.get(name) !== at)).toEqual([
      [`oparl/meeting/${meeting}.json`, '2026-01-07T00:00:00Z'],
    ]);
    change('time: 11 am', 'time: noon');
    expect((await times('2026-01-07')).get(`oparl/meeting/${meeting}.json`)).toBe('2026-01-07T00:00:01Z');
  });

  it('are the day’s where the data of before cannot be read', async () => {
    using project = await siteProject();
    const { folder } = await makeSite(project, '2026-01-05');
    const file = join(folder, `oparl/meeting/${meeting}.json`);
    writeFileSync(file, '{ "id": ');
    await makeSite(project, '2026-01-06');
    expect(parse(readFileSync(file))).toMatchObject({ created: '2026-01-06T00:00:00Z' });
  });
});

describe('without an address', () => {
  it('ways lead from file to file', async () => {
    using project = await siteProject({ web: false });
    const { folder, err } = await makeSite(project, '2026-01-08');
    expect(err).toContain('site/no-address');
    const files = filesIn(folder);
    for (const [name, bytes] of files) {
      if (!name.endsWith('.json')) continue;
      for (const [, to = ''] of bytes
        .toString('utf8')
        .matchAll(/"(?:id|accessUrl|body|meeting|paper)": "([^"]+)"/g))
        expect([...files.keys()], `${name} leads to ${to}`).toContain(
          new URL(to, `https://x/${name}`).pathname.slice(1),
        );
    }
  });
});

describe('moments', () => {
  it.each([
    ['10 am', '10:00'],
    ['2.30 pm', '14:30'],
    ['6.30pm', '18:30'],
    ['12 noon', '12:00'],
    ['noon', '12:00'],
    ['12 am', '00:00'],
    ['12.15 pm', '12:15'],
    ['10.00 a.m.', '10:00'],
    ['14:05', '14:05'],
    ['9:30', '09:30'],
    ['unknown', undefined],
    ['after Council', undefined],
    ['25:00', undefined],
    ['13 pm', undefined],
    ['10.75 am', undefined],
    ['10', undefined],
  ])('%s is %s', (words, clock) => expect(clockTime(words)).toBe(clock));

  it('have the distance from UTC that the day has in England', () => {
    expect(moment('2025-12-09', '10 am')).toBe('2025-12-09T10:00:00+00:00');
    expect(moment('2025-05-13', '2 pm')).toBe('2025-05-13T14:00:00+01:00');
    expect(moment('2025-05-13', undefined)).toBeUndefined();
  });
});
