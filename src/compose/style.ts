import { join } from 'node:path';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Entry } from '../records/load.ts';
import type { World } from '../world.ts';
import { Outline } from './outline.ts';
import { readOutline } from './read-outline.ts';

/** A house style's outline with the file it stands in. */
export type Style = Entry<Outline>;

const unknownStyle = rule(
  'styles/unknown',
  'error',
  'Without a house style nobody can say how the paper is to be set.',
);

/** The house styles of a project: folders in `templates/` that have an outline. */
export function styleNames(world: World): string[] {
  const folder = world.templates;
  return world.files
    .list(folder)
    .filter((name) => world.files.size(join(folder, name, 'outline.yaml')) !== undefined);
}

/** Reads a house style's outline. @param place where the style was asked for, for the message */
export function loadStyle(
  world: World,
  name: string,
  place: Place | undefined,
): { style?: Style; diagnostics: Diagnostic[]; text?: { file: string; text: string } } {
  const names = styleNames(world);
  if (!names.includes(name)) {
    return {
      diagnostics: [
        unknownStyle.at(
          place,
          `There is no house style called \`${name}\`: templates/${name}/outline.yaml does not exist.`,
          didYouMean(name, names, 'House styles'),
        ),
      ],
    };
  }
  const file = `templates/${name}/outline.yaml`;
  const path = join(world.templates, name, 'outline.yaml');
  return readOutline(world, { style: name, path, file }, 'outline', Outline);
}
