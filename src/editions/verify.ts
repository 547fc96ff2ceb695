import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isIdentifier } from '../records/names.ts';
import { sha256 } from '../travel/manifest.ts';
import type { World } from '../world.ts';
import { takeBack, type Edition } from './edition.ts';
import { changed, missing, stranger } from './rules.ts';
import { checkSnapshot } from './snapshot.ts';
import {
  editionFolder,
  editionNumbers,
  editionPath,
  editionsFolder,
  issuedPapers,
  readOne,
  recordOf,
  stylesFolder,
} from './store.ts';

/** A paper's editions, and whether each is as it was issued. */
export interface Verified {
  paper: string;
  editions: { number: number; asIssued: boolean }[];
}

/** Holds everything that was issued to what was noted of it then: every byte, and that nothing is missing. */
export function verifyAll(world: World): { papers: Verified[]; diagnostics: Diagnostic[] } {
  const diagnostics = strangersAmongPapers(world);
  const styles = new Map<string, Diagnostic[]>();
  const papers = issuedPapers(world).map((paper) => {
    const numbers = editionNumbers(world, paper);
    diagnostics.push(...gaps(paper, numbers));
    const editions = numbers.map((number) => {
      const found = verifyOne(world, paper, number, styles);
      diagnostics.push(...found);
      return { number, asIssued: found.every(({ severity }) => severity === 'warning') };
    });
    return { paper, editions };
  });
  return { papers, diagnostics };
}

function verifyOne(
  world: World,
  paper: string,
  number: number,
  styles: Map<string, Diagnostic[]>,
): Diagnostic[] {
  const { value: edition, diagnostics } = readOne(world, paper, number);
  if (!edition) return diagnostics;
  const style = styles.get(edition.snapshot) ?? checkSnapshot(world, edition.snapshot);
  styles.set(edition.snapshot, style);
  return [
    ...recordOf(world, paper, number).diagnostics,
    ...ownFile(world, edition),
    ...outputs(world, edition),
    ...style,
  ];
}

/** The ends of lines say nothing, and are bytes of the file all the same. */
function ownFile(world: World, { paper, number }: Edition): Diagnostic[] {
  const file = editionPath(paper, number);
  if (!world.files.read(join(world.root, file)).includes(0x0d)) return [];
  return [
    changed.at(
      { file },
      'The ends of its lines were turned round, though it still says what it said.',
      `${takeBack} The file ${editionsFolder}/.gitattributes keeps version control from doing this.`,
    ),
  ];
}

function outputs(world: World, { paper, number, outputs }: Edition): Diagnostic[] {
  const folder = editionFolder(paper, number);
  const found: Diagnostic[] = [];
  for (const [name, issued] of Object.entries(outputs)) {
    const file = `${folder}/${name}`;
    const path = join(world.root, file);
    const size = world.files.size(path);
    if (size === undefined)
      found.push(missing.at({ file }, 'The file was issued and is not there any more.', takeBack));
    else if (size !== issued.bytes || !hasHash(world, path, issued.sha256))
      found.push(
        changed.at(
          { file },
          size === issued.bytes
            ? 'It is not byte for byte what was issued, though it is of the same size.'
            : `It has ${String(size)} bytes; what was issued had ${String(issued.bytes)}.`,
          takeBack,
        ),
      );
  }
  for (const name of world.files.list(join(world.root, folder))) {
    if (name === 'edition.yaml' || Object.hasOwn(outputs, name) || isHidden(name)) continue;
    found.push(strange(`${folder}/${name}`, `It is no part of edition ${String(number)}.`));
  }
  return found;
}

function hasHash(world: World, path: string, hash: string): boolean {
  try {
    return sha256(world.files.read(path)) === hash;
  } catch {
    return false;
  }
}

/** Numbers are given without leaving one out, so that one that is not there was there once. */
function gaps(paper: string, numbers: readonly number[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (let n = 1; n < (numbers.at(-1) ?? 0); n++) {
    if (numbers.includes(n)) continue;
    const file = editionFolder(paper, n);
    found.push(missing.at({ file }, `Edition ${String(n)} was issued and is not there any more.`, takeBack));
  }
  return found;
}

function strangersAmongPapers(world: World): Diagnostic[] {
  const names = world.files.list(join(world.root, editionsFolder)).filter((name) => !isHidden(name));
  return names.flatMap((paper) => {
    if (paper === stylesFolder) return [];
    if (!isIdentifier(paper)) return [strange(`${editionsFolder}/${paper}`, 'It is no folder of a paper.')];
    return world.files
      .list(join(world.root, editionsFolder, paper))
      .filter((name) => !isHidden(name) && !/^[1-9][0-9]{0,8}$/.test(name))
      .map((name) => strange(`${editionsFolder}/${paper}/${name}`, `It is no edition of ${paper}.`));
  });
}

function strange(file: string, message: string): Diagnostic {
  return stranger.at({ file }, message, `Move it out of ${editionsFolder}/.`);
}

/** What systems leave in folders, and what a killed run left, which the next one clears away. */
function isHidden(name: string): boolean {
  return /^\.|^(?:thumbs\.db|desktop\.ini)$/i.test(name);
}
