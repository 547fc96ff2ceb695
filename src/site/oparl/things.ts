import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { SiteFile } from '../files.ts';
import { Ref, type Data, type Thing } from './json.ts';

/**
 * What a council's site says, as objects of OParl 1.1. Source: OParl specification 1.1, chapters 2 and 3, oparl.org (in
 * German, CC BY-SA 4.0; described here in our own words).
 */

/** A kind of object: its name in `type`, and the folder that its objects stand in. */
const kinds = {
  System: 'system',
  Body: 'body',
  Organization: 'organization',
  Person: 'person',
  Membership: 'membership',
  Meeting: 'meeting',
  AgendaItem: 'agenda-item',
  Paper: 'paper',
  Consultation: 'consultation',
  File: 'file',
  Location: 'location',
  LegislativeTerm: 'legislative-term',
} as const;
export type Kind = keyof typeof kinds;

/** The version's own address, under which its types have theirs. */
export const namespace = 'https://schema.oparl.org/1.1/';

export function ref(kind: Kind, name: string): Ref {
  return new Ref(`oparl/${kinds[kind]}/${name}.json`);
}

/** The list of all objects of a kind. */
export function listRef(kind: Kind): Ref {
  return new Ref(`oparl/${kinds[kind]}.json`);
}

export function thing(kind: Kind, name: string, properties: Record<string, Data | undefined>): Thing {
  return { id: ref(kind, name), type: `${namespace}${kind}`, ...given(properties) };
}

/** What is known: the model leaves out what is not, and lists without entries. */
export function given(properties: Record<string, Data | undefined>): Record<string, Data> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) =>
      value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[name, value]],
    ),
  );
}

/** Gathers the objects of a site, each once, with what it says of those it belongs to when it stands alone. */
export class Things {
  /** By kind, in the order in which they were met. */
  readonly all = new Map<Kind, Map<string, Thing>>();

  /** @param alone what the object has only where it is not written inside another: the way back */
  add(
    kind: Kind,
    name: string,
    properties: Record<string, Data | undefined>,
    alone: Record<string, Data> = {},
  ): Thing {
    const made = thing(kind, name, properties);
    const known = this.all.get(kind) ?? new Map<string, Thing>();
    this.all.set(kind, known);
    known.set(name, { ...made, ...alone });
    return made;
  }

  /**
   * A file, as it is written inside what it belongs to.
   * @param owner what it belongs to; one file can belong to several
   */
  file(file: SiteFile, name: string, owner: 'meeting' | 'agendaItem' | 'paper', self: Ref): Thing {
    const { to, bytes, kind } = file;
    const place = new Ref(to);
    const known = this.all.get('File')?.get(nameOfFile(to))?.[owner];
    const others = Array.isArray(known) ? known.filter((o): o is Ref => o instanceof Ref) : [];
    const owners = [...others.filter((other) => other.place !== self.place), self];
    return this.add(
      'File',
      nameOfFile(to),
      {
        name,
        fileName: posix.basename(to),
        mimeType: kind === 'pdf' ? 'application/pdf' : 'text/html',
        size: bytes.length,
        sha512Checksum: createHash('sha512').update(bytes).digest('hex'),
        accessUrl: place,
        downloadUrl: place,
      },
      { [owner]: owners },
    );
  }
}

/** A name for an address, made from words: the whole of them, so that two offices are not one person. */
export function slug(words: string): string {
  const plain = words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain === '' ? 'unnamed' : plain;
}

/**
 * Whether words are somebody's name rather than an office or a number of people: OParl knows natural persons only. Names
 * on agendas begin with how their bearers are addressed; all else ("Leader of the Council") is a post of the body.
 */
export function isName(words: string): boolean {
  return /^(the )?(councillor|cllr|county councillor|mr|mrs|ms|miss|mx|dr|prof(essor)?|sir|dame|lord|lady|baroness|rev(erend)?|canon)\b/i.test(
    words,
  );
}

function nameOfFile(to: string): string {
  return to.replaceAll('/', '.');
}

/** "the paper as PDF first": of the same paper in two forms the PDF is the main one, as other systems expect. */
export function pdfFirst(files: readonly SiteFile[]): SiteFile[] {
  return [...files].sort((a, b) => (a.kind === b.kind ? 0 : a.kind === 'pdf' ? -1 : 1));
}
