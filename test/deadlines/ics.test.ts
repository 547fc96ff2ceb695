import fc from 'fast-check';
import ical from 'node-ical';
import { describe, expect, it, vi } from 'vitest';
import { calendarFile } from '../../src/deadlines/ics.ts';
import { timetables } from '../../src/deadlines/timetable.ts';
import type { Records } from '../../src/records/load.ts';
import { recordsOf } from './support.ts';

/** What another library than the one that wrote it reads in a calendar file. */
const fileOf = (records: Records): string => calendarFile(timetables(records, ['a-meeting'], '2026-04-01'));
const entries = (text: string): ical.VEvent[] =>
  Object.values(ical.sync.parseICS(text)).filter((entry) => entry?.type === 'VEVENT');
const entry = (records: Records, id: string): ical.VEvent | undefined =>
  entries(fileOf(records)).find(({ uid }) => uid === `a-meeting/${id}@exampleshire.scrutineer`);
/** A text with or without parameters. */
const text = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'val' in value ? value.val : value;
const dayOf = (date: Date | undefined): string | undefined =>
  date &&
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('-');

describe('a calendar file', () => {
  it('has the meeting at its time in London, in winter and in summer', () => {
    const begins = (date: string): string | undefined =>
      entry(recordsOf({ date, time: '10 am', venue: 'Town Hall' }), 'meeting')?.start.toISOString();
    expect(begins('2026-01-13')).toBe('2026-01-13T10:00:00.000Z');
    expect(begins('2026-05-12')).toBe('2026-05-12T09:00:00.000Z');
    // The last Sunday in March and the first day after it.
    expect(begins('2026-03-27')).toBe('2026-03-27T10:00:00.000Z');
    expect(begins('2026-03-30')).toBe('2026-03-30T09:00:00.000Z');
  });

  it('has a meeting of which no time is known on the whole day', () => {
    const event = entry(recordsOf({ time: 'unknown', venue: 'unknown' }), 'meeting');
    expect(event?.datetype).toBe('date');
    expect(dayOf(event?.start)).toBe('2026-05-12');
    expect(event?.location).toBeUndefined();
  });

  it('ends a meeting when it was closed', () => {
    const event = entry(recordsOf({ time: '10 am', held: { closed: '11.25 am' } }), 'meeting');
    expect(event?.end?.toISOString()).toBe('2026-05-12T10:25:00.000Z');
  });

  it('has each deadline on the whole of its day, with its rule, and with a reminder while it is open', () => {
    const open = fileOf(recordsOf({}));
    const [, deadline] = entries(open);
    expect(deadline?.datetype).toBe('date');
    expect(dayOf(deadline?.start)).toBe('2026-05-01');
    expect(text(deadline?.description)).toContain('s100B(3)');
    expect(text(deadline?.description)).toContain('The last lawful day is 4 May 2026.');
    expect(open).toContain('BEGIN:VALARM');
    const done = fileOf(recordsOf({ published: '2026-05-01' }));
    expect(done).not.toContain('BEGIN:VALARM');
    expect(text(entries(done)[1]?.summary)).toBe('Done: Publish the agenda and its papers');
  });

  it('is not for a meeting whose day is not known', () => {
    expect(entries(fileOf(recordsOf({ date: 'unknown' })))).toEqual([]);
  });

  const awkward =
    'Größe; costs, “quoted” \\ – 100% \u{1F600} and a title that is so long that its line has to be folded';

  it('keeps commas, semicolons, backslashes and letters of all kinds', () => {
    const records = recordsOf({
      body: 'cabinet',
      venue: awkward,
      items: [{ id: 'one', title: awkward, key_decision: { reference: 'K;1', notice: '2026-04-01' } }],
    });
    expect(text(entry(records, 'key/one')?.summary)).toBe(
      `Done: Publish notice of the key decision K;1, ${awkward}`,
    );
    expect(text(entry(records, 'meeting')?.location)).toBe(awkward);
  });

  it('folds lines at 75 bytes, between letters, and ends each as the standard asks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (title) => {
        // It stands for a letter that was torn apart, unless somebody wrote it.
        fc.pre(!title.includes('\uFFFD'));
        const file = fileOf(recordsOf({ body: 'cabinet', venue: title }));
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toContain('\n');
          expect(line).not.toContain('\uFFFD');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives every entry a name of its own, which stays when its day moves', () => {
    const names = (date: string): string[] =>
      entries(fileOf(recordsOf({ date, body: 'cabinet', exempt_items: [{ title: 'A lease' }] }))).map(
        ({ uid }) => uid,
      );
    expect(new Set(names('2026-05-12')).size).toBe(4);
    expect(names('2026-06-09').sort()).toEqual(names('2026-05-12').sort());
  });

  it('is the same on every computer, and on every day', () => {
    const records = recordsOf({ time: '10 am', published: '2026-04-30' });
    const on = (day: string): string => calendarFile(timetables(records, ['a-meeting'], day));
    expect(on('2026-01-01')).toBe(on('2027-01-01'));
    expect(on('2026-01-01')).toContain('DTSTAMP:20260430T000000Z');
    const offsets = new Set<number>();
    for (const zone of ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia']) {
      vi.stubEnv('TZ', zone);
      offsets.add(new Date(2026, 4, 12).getTimezoneOffset());
      expect(on('2026-01-01')).toContain('DTSTART;TZID=Europe/London:20260512T100000');
      expect(on('2026-01-01')).toContain('DTSTART;VALUE=DATE:20260501');
      expect(on('2026-01-01')).toContain('DTSTAMP:20260430T000000Z');
    }
    vi.unstubAllEnvs();
    expect(offsets.size).toBe(4);
  });
});
