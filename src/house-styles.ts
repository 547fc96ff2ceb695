import { join, relative } from 'node:path';
import { useKeptWordings } from './compose/wording.ts';
import { loadStyle, styleNames, type Style } from './compose/style.ts';
import { isForReports } from './compose/style-files.ts';
import { stops, type Diagnostic } from './diagnostics/diagnostic.ts';
import { nameFor } from './kept.ts';
import { readingOnce, type Reading } from './reading.ts';
import { loadLayout, type Layout, type TemplateFile } from './render/layout.ts';
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
  /** Those that are being read, which several papers may wait for. */
  stylesUnderWay: Map<string, Promise<LoadedStyle>>;
}

/**
 * A house style, read when it is first asked for.
 * @param place where it is named, for what is wrong with its name
 */
export async function styleFor(
  project: Styles,
  name: string,
  place: Parameters<typeof loadStyle>[2],
): Promise<LoadedStyle> {
  const known = project.styles.get(name) ?? project.stylesUnderWay.get(name);
  if (known) return known;
  const loading = load(project, name, place);
  project.stylesUnderWay.set(name, loading);
  try {
    const loaded = await loading;
    project.styles.set(name, loaded);
    return loaded;
  } finally {
    project.stylesUnderWay.delete(name);
  }
}

async function load(
  project: Styles,
  name: string,
  place: Parameters<typeof loadStyle>[2],
): Promise<LoadedStyle> {
  // What is noted of the style's files is noted of the very bytes that are used.
  const reading = readingOnce(project.world);
  const { world } = reading;
  const { style, diagnostics, text } = loadStyle(world, name, place);
  if (text) project.texts.set(text.file, text.text);
  const loaded: LoadedStyle = { reading, diagnostics: [...diagnostics], files: {}, layout: '' };
  if (style) {
    loaded.style = style;
    const folders = ['shared', name].flatMap((folder) => hashFolder(world, folder, loaded.files));
    // Templates that were in order are so until they, or Scrutineer's own code, change.
    const inOrder = sha256(JSON.stringify([import.meta.url, loaded.files]));
    const check = world.found.has(inOrder) ? undefined : await import('./check-house-style.ts');
    const { wrong, broken } = check?.checkWordings(style) ?? { wrong: [], broken: false };
    if (broken) loaded.broken = true;
    if (world.kept) useKeptWordings(world.kept, style.value);
    const { layout, hash, diagnostics: found } = layoutOf(world, name, loaded.files, folders);
    loaded.diagnostics.push(...found);
    if (layout) {
      loaded.layout = hash;
      for (const t of [layout.page, layout.pageCss, ...layout.partials.values()])
        project.texts.set(t.file, t.source);
      const inLayout = check?.checkLayout(layout) ?? [];
      wrong.push(...inLayout);
      if (!stops(inLayout)) loaded.renderer = rendererFor(layout, world.kept);
    }
    loaded.diagnostics.push(...wrong);
    if (check && layout && wrong.length === 0) world.found.add(inOrder);
  }
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

/** A layout with its hash. */
interface HashedLayout {
  layout?: Layout | undefined;
  hash: string;
  diagnostics: Diagnostic[];
}

/** A layout as it is kept, with its hash. */
type KeptLayout = [layout: Omit<Layout, 'partials'>, partials: [string, TemplateFile][], hash: string];

/**
 * A house style's layout, which is kept: putting fonts into its styles, and what it comes to, take longer than reading it.
 * One is kept only where there is nothing to say of it and it is made of nothing but the files that were hashed.
 * @param hashes of the style's files, by path
 * @param folders all there are among them: what is known as a block is a folder, with or without files in it
 */
function layoutOf(
  world: World,
  style: string,
  hashes: Readonly<Record<string, string>>,
  folders: readonly string[],
): HashedLayout {
  const { kept, files } = world;
  const name = nameFor('layout', style, JSON.stringify([hashes, folders]));
  const known = kept?.get(name);
  if (known) {
    const [layout, partials, hash] = JSON.parse(known.toString()) as KeptLayout;
    return { layout: { ...layout, partials: new Map(partials) }, hash, diagnostics: [] };
  }
  const notHashed: string[] = [];
  const read = (path: string): Uint8Array => {
    const file = relative(world.templates, path).replaceAll('\\', '/');
    if (hashes[`templates/${file}`] === undefined) notHashed.push(file);
    return files.read(path);
  };
  const { layout, diagnostics } = loadLayout({ ...world, files: { ...files, read } }, style);
  if (!layout) return { hash: '', diagnostics };
  const { partials, ...rest } = layout;
  const hash = sha256(JSON.stringify({ ...layout, partials: [...partials] }));
  const whole: KeptLayout = [rest, [...partials], hash];
  if (kept && notHashed.length + diagnostics.length === 0) kept.put(name, Buffer.from(JSON.stringify(whole)));
  return { layout, hash, diagnostics };
}

/**
 * Adds the hashes of a folder's files.
 * @returns the folders in it
 */
function hashFolder(world: World, folder: string, into: Record<string, string>): string[] {
  const folders: string[] = [];
  for (const name of world.files.list(join(world.templates, folder))) {
    const path = join(world.templates, folder, name);
    if (world.files.isFolder(path))
      folders.push(`${folder}/${name}`, ...hashFolder(world, `${folder}/${name}`, into));
    else if (isForReports(`${folder}/${name}`))
      into[`templates/${folder}/${name}`] = sha256OfFile(path, world.files.read(path));
  }
  return folders;
}
