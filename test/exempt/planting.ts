import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describePdf } from '../../src/finish/describe.ts';
import { Prose } from '../../src/records/prose.ts';
import type { Plain } from '../../src/records/read.ts';
import type { Path } from '../../src/records/source.ts';
import { readPdf } from '../support/pdf.ts';

/** Every place of prose in a record, as it was read. */
export function places(value: unknown, path: Path = []): Path[] {
  if (value instanceof Prose) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    places(inside, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The record with something else at a place. */
export function planted(plain: Plain, path: Path, change: (before: Plain) => Plain): Plain {
  const [step, ...rest] = path;
  if (step === undefined) return change(plain);
  if (Array.isArray(plain)) return plain.map((item, i) => (i === step ? planted(item, rest, change) : item));
  if (typeof plain === 'string') throw new Error('no such place');
  return { ...plain, [step]: planted(plain[String(step)] ?? '', rest, change) };
}

/** A token that nothing else has. */
export const secret = (n: number, sort: string): string => `Qx${sort}${String(n)}vorbelt`;

/** An exempt passage with a token in it, in a sentence and in a list. */
export const passage = (token: string, lists: boolean): Plain => ({
  exempt: ['3'],
  public_interest: 'A bidder who knew would bid higher.',
  text: `The council owes ${token} a sum.${lists ? `\n\n- first ${token}\n- second\n\nAnd *${token}* knows.` : ''}`,
});

/** All files below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

/** Everything that can be read in a file, and its name: in small letters and without spaces. */
export async function readings(file: string): Promise<string> {
  const bytes = readFileSync(file);
  const texts = [file.split('/').slice(-3).join('/'), bytes.toString('utf8'), bytes.toString('latin1')];
  for (const [, coded = ''] of texts[1]?.matchAll(/base64,([A-Za-z0-9+/=]+)/g) ?? [])
    texts.push(Buffer.from(coded, 'base64').toString('latin1'));
  if (file.endsWith('.pdf')) {
    for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
      const start = at + 6 + (bytes[at + 6] === 0x0d ? 2 : 1);
      try {
        texts.push(inflateSync(bytes.subarray(start)).toString('latin1'));
      } catch {
        // Not packed: then it was read as it stands.
      }
    }
    const read = await readPdf(bytes);
    texts.push(...read.pages, ...read.outline, ...read.links, read.title);
    const told = await describePdf(bytes);
    texts.push(...told.reading, ...told.outline, ...told.unread, told.title, told.author);
    for (const { name, description, bytes: attached } of told.attachments)
      texts.push(name, description, Buffer.from(attached).toString('utf8'));
  }
  return texts.map(squeezed).join('\n');
}

/** Without spaces and what parts words at the end of a line. */
export const squeezed = (text: string): string => text.replaceAll(/[\s\u0000\u00ad]/g, '').toLowerCase();
