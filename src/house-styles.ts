import { join } from 'node:path';
import { canBeFilledIn, checkOutline } from './compose/check-outline.ts';
import { Facts } from './compose/facts.ts';
import { useKeptWordings } from './compose/wording.ts';
import { loadStyle, styleNames, type Style } from './compose/style.ts';
import { isForReports } from './compose/style-files.ts';
import { stops, type Diagnostic } from './diagnostics/diagnostic.ts';
import { readingOnce, type Reading } from './reading.ts';
import { checkLayout } from './render/check-layout.ts';
import { loadLayout } from './render/layout.ts';
import { rendererFor, type Renderer } from './render/render.ts';
import { sha256, sha256OfFile } from './travel/manifest.ts';
import type { World } from './world.ts';

/** A house style as it is used in a run: read and checked once, however many papers are set in it. */
export interface LoadedStyle {
  reading: Reading;
  style?: Style;
  /** Something is wrong with the style's wording that keeps it from being filled in at all. */
  broken?: boolean;
  renderer?: Renderer;
  /** SHA-256 of the style's files, by path. */
  files: Record<string, string>;
  /** SHA-256 of its templates and styles as they are used, without remarks in CSS. */
  layout: string;
  diagnostics: Diagnostic[];
}

/** Where house styles are remembered that were read. */
interface Styles {
  world: World;
  texts: Map<string, string>;
  styles: Map<string, LoadedStyle>;
}

/**
 * A house style, read when it is first asked for.
 * @param place where it is named, for what is wrong with its name
 */
export function styleFor(project: Styles, name: string, place: Parameters<typeof loadStyle>[2]): LoadedStyle {
  const known = project.styles.get(name);
  if (known) return known;
  // What is noted of the style's files is noted of the very bytes that are used.
  const reading = readingOnce(project.world);
  const { world } = reading;
  const { style, diagnostics, text } = loadStyle(world, name, place);
  if (text) project.texts.set(text.file, text.text);
  const loaded: LoadedStyle = { reading, diagnostics: [...diagnostics], files: {}, layout: '' };
  if (style) {
    loaded.style = style;
    for (const folder of ['shared', name]) hashFolder(world, folder, loaded.files);
    // Templates that were in order are so until they, or Scrutineer's own code, change.
    const inOrder = sha256(JSON.stringify([import.meta.url, loaded.files]));
    const checked = world.found.has(inOrder);
    const wrong = checked ? [] : checkOutline(style, Facts);
    if (!canBeFilledIn(wrong)) loaded.broken = true;
    if (world.kept) useKeptWordings(world.kept, style.plain);
    const { layout, diagnostics: found } = loadLayout(world, name);
    loaded.diagnostics.push(...found);
    if (layout) {
      loaded.layout = sha256(JSON.stringify({ ...layout, partials: [...layout.partials] }));
      for (const t of [layout.page, layout.pageCss, ...layout.partials.values()])
        project.texts.set(t.file, t.source);
      const inLayout = checked ? [] : checkLayout(layout);
      wrong.push(...inLayout);
      if (!stops(inLayout)) loaded.renderer = rendererFor(layout, world.kept);
    }
    loaded.diagnostics.push(...wrong);
    if (!checked && layout && wrong.length === 0) world.found.add(inOrder);
  }
  project.styles.set(name, loaded);
  return loaded;
}

/** Implications headings of all house styles: a name that none of them has is a slip of the pen. */
export function knownHeadings({ world, styles }: Styles): Set<string> {
  return new Set(
    styleNames(world).flatMap((name) => {
      const style = styles.has(name) ? styles.get(name)?.style : loadStyle(world, name, undefined).style;
      return Object.keys(style?.value.implications.headings ?? {});
    }),
  );
}

function hashFolder(world: World, folder: string, into: Record<string, string>): void {
  for (const name of world.files.list(join(world.templates, folder))) {
    const path = join(world.templates, folder, name);
    if (world.files.isFolder(path)) hashFolder(world, `${folder}/${name}`, into);
    else if (isForReports(`${folder}/${name}`))
      into[`templates/${folder}/${name}`] = sha256OfFile(path, world.files.read(path));
  }
}
