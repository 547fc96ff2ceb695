import { join } from 'node:path';
import { isStyling, namesUsed } from '../compose/style-files.ts';
import { rule, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { World } from '../world.ts';

const unknownFile = rule(
  'templates/unknown-file',
  'warning',
  'Papers are made as if the file were not there, and what its author changed in it is missing.',
);

/**
 * Wordings, templates and style sheets in a house style's own folder that nothing is made with.
 * @param blocks kinds of blocks that are laid out
 */
export function unusedFiles(world: World, style: string, blocks: ReadonlySet<string>): Diagnostic[] {
  const own = `templates/${style}`;
  const inFolder = (folder: string): Diagnostic[] => {
    const path = join(world.templates, style, folder);
    const used = namesIn(folder, blocks);
    return world.files.list(path).flatMap((name) => {
      const file = folder === '' ? name : `${folder}/${name}`;
      if (!isStyling(name)) return world.files.isFolder(join(path, name)) ? inFolder(file) : [];
      if (used.includes(name)) return [];
      const message = `Nothing is made with ${own}/${file}: no file of that name is known there.`;
      return [unknownFile.at({ file: `${own}/${file}` }, message, hint(file, used, blocks))];
    });
  };
  return inFolder('');
}

/** The names that are made use of in a folder. */
function namesIn(folder: string, blocks: ReadonlySet<string>): readonly string[] {
  const [top, kind = '', ...deeper] = folder.split('/');
  if (top !== 'blocks') return namesUsed(folder);
  return deeper.length === 0 && blocks.has(kind) ? [`${kind}.hbs`] : [];
}

/** @param used the names that are made use of in the file's folder */
function hint(file: string, used: readonly string[], blocks: ReadonlySet<string>): string {
  const [name = '', kind = '', top = ''] = file.split('/').reverse();
  const elsewhere = ['', 'site'].find((folder) => namesUsed(folder).includes(name));
  if (elsewhere !== undefined) return `Did you mean \`${elsewhere === '' ? name : `${elsewhere}/${name}`}\`?`;
  const [stem = '', ending = ''] = name.split(/(\.[a-z]+)$/);
  if (ending === '.hbs' && blocks.has(stem) && stem !== kind)
    return `Did you mean \`blocks/${stem}/${name}\`?`;
  if (used.length > 0)
    return didYouMean(
      name,
      used.filter((one) => one.endsWith(ending)),
    );
  if (kind === 'blocks' || top === 'blocks')
    return didYouMean(top === 'blocks' ? kind : stem, blocks, 'Blocks');
  return 'Wordings, templates and style sheets stand beside outline.yaml, in blocks/ and in site/.';
}
