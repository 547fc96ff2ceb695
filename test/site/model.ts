/**
 * What OParl 1.1 asks of each kind of object, as far as the site makes it, in our own words. Source: OParl specification
 * 1.1 (2018), chapter 3, oparl.org. Its own schemas are under CC BY-SA 4.0 and are not copied here.
 */

export type Check = (value: unknown) => boolean;

const text: Check = (v) => typeof v === 'string' && v !== '';
export const url: Check = (v) => typeof v === 'string' && /^https:\/\/[^\s"<>]+$/.test(v) && URL.canParse(v);
const urls: Check = (v) => Array.isArray(v) && v.length > 0 && v.every(url);
const flag: Check = (v) => typeof v === 'boolean';
const count: Check = (v) => Number.isInteger(v);
/** With a time zone: "a moment that is the same everywhere". */
export const momentInTime: Check = (v) =>
  typeof v === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/.test(v) &&
  !Number.isNaN(Date.parse(v));
const day: Check = (v) => typeof v === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(v);
const texts: Check = (v) => Array.isArray(v) && v.length > 0 && v.every(text);
const inner =
  (kind: string): Check =>
  (v) =>
    problemsOf(v, kind, true).length === 0;
const inners =
  (kind: string): Check =>
  (v) =>
    Array.isArray(v) && v.every(inner(kind));

interface Model {
  must: Record<string, Check>;
  may: Record<string, Check>;
}

const everywhere = { id: url, created: momentInTime, modified: momentInTime } as const;

export const model: Record<string, Model> = {
  System: {
    must: { oparlVersion: (v) => v === 'https://schema.oparl.org/1.1/', body: url },
    may: { name: text, website: url, web: url },
  },
  Body: {
    must: {
      name: text,
      organization: url,
      person: url,
      meeting: url,
      paper: url,
      legislativeTerm: Array.isArray,
      agendaItem: url,
      consultation: url,
      file: url,
      locationList: url,
      legislativeTermList: url,
      membership: url,
    },
    may: { system: url, shortName: text, web: url },
  },
  Organization: {
    must: {},
    may: {
      body: url,
      name: text,
      membership: urls,
      meeting: url,
      post: texts,
      organizationType: (v) => v === 'Gremium',
      classification: text,
    },
  },
  Person: { must: {}, may: { body: url, name: text, membership: inners('Membership') } },
  Membership: { must: {}, may: { organization: url, role: text, person: url } },
  Meeting: {
    must: {},
    may: {
      name: text,
      meetingState: (v) => ['terminiert', 'eingeladen', 'durchgeführt'].includes(String(v)),
      cancelled: flag,
      start: momentInTime,
      location: inner('Location'),
      organization: urls,
      participant: urls,
      invitation: inner('File'),
      resultsProtocol: inner('File'),
      auxiliaryFile: inners('File'),
      agendaItem: inners('AgendaItem'),
      web: url,
      'scrutineer:date': day,
    },
  },
  AgendaItem: {
    must: { order: count },
    may: {
      meeting: url,
      number: text,
      name: text,
      public: flag,
      consultation: url,
      result: text,
      resolutionFile: inner('File'),
      auxiliaryFile: inners('File'),
    },
  },
  Paper: {
    must: {},
    may: {
      body: url,
      name: text,
      reference: text,
      date: day,
      paperType: text,
      mainFile: inner('File'),
      auxiliaryFile: inners('File'),
      consultation: inners('Consultation'),
    },
  },
  Consultation: { must: {}, may: { paper: url, agendaItem: url, meeting: url, organization: urls } },
  File: {
    must: { accessUrl: url },
    may: {
      name: text,
      fileName: text,
      mimeType: (v) => typeof v === 'string' && /^[a-z]+\/[a-z.+-]+$/.test(v),
      size: count,
      sha512Checksum: (v) => typeof v === 'string' && /^[0-9a-f]{128}$/.test(v),
      downloadUrl: url,
      meeting: urls,
      agendaItem: urls,
      paper: urls,
    },
  },
  Location: { must: {}, may: { description: text, room: text, meetings: urls } },
};

/** The names that lead back to what an object belongs to: only where it stands alone. */
const back: Record<string, readonly string[]> = {
  AgendaItem: ['meeting'],
  Consultation: ['paper'],
  File: ['meeting', 'agendaItem', 'paper'],
  Location: ['meetings'],
  Membership: ['person'],
};

/** What is wrong with an object of a kind. @param inside whether it is written inside another */
export function problemsOf(value: unknown, kind: string, inside: boolean): string[] {
  const known = model[kind];
  if (!known || typeof value !== 'object' || value === null) return [`no ${kind}`];
  const entries = new Map(Object.entries(value));
  const problems: string[] = [];
  if (entries.get('type') !== `https://schema.oparl.org/1.1/${kind}`) problems.push(`${kind}: type`);
  const must: Record<string, Check> = { ...everywhere, ...known.must };
  for (const [name, check] of Object.entries(must))
    if (!check(entries.get(name)))
      problems.push(`${kind}.${name} must be given: ${JSON.stringify(entries.get(name))}`);
  for (const [name, entry] of entries) {
    if (name === 'type' || name in must) continue;
    const check = known.may[name];
    if (!check) problems.push(`${kind} has no ${name}`);
    else if (!check(entry)) problems.push(`${kind}.${name}: ${JSON.stringify(entry).slice(0, 200)}`);
    if (inside && (back[kind] ?? []).includes(name)) problems.push(`${kind}.${name} inside another`);
  }
  return problems;
}
