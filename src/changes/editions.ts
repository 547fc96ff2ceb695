import { join } from 'node:path';
import { parseYaml } from '../records/read.ts';
import { fromText, type TravellingRecord } from '../travel/record.ts';
import type { World } from '../world.ts';

/** The editions of a paper that were issued: `editions/<paper>/<number>/edition.yaml`. */

function fileOf(world: World, paper: string, edition: number): string {
  return join(world.root, 'editions', paper, String(edition), 'edition.yaml');
}

/** The number of the latest edition of a paper; nothing where none was issued. */
export function latestEdition(world: World, paper: string): number | undefined {
  return world.files
    .list(join(world.root, 'editions', paper))
    .filter((name) => /^[1-9]\d{0,5}$/.test(name))
    .map(Number)
    .filter((edition) => world.files.size(fileOf(world, paper, edition)) !== undefined)
    .sort((a, b) => a - b)
    .at(-1);
}

/** What an edition was made from; nothing where there is no such edition. */
export function editionRecord(world: World, paper: string, edition: number): TravellingRecord | undefined {
  const file = fileOf(world, paper, edition);
  if (world.files.size(file) === undefined) return undefined;
  const { read } = parseYaml(file, new TextDecoder().decode(world.files.read(file)));
  const plain = read?.plain;
  const inside = typeof plain === 'object' && !Array.isArray(plain) ? plain['record'] : undefined;
  return fromText(JSON.stringify(inside ?? plain));
}
