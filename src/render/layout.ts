import { join, posix } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { World } from '../world.ts';
import { takeFaces, type Face } from './fonts.ts';
import { unusedFiles } from './unused-files.ts';

/** A template as it stands in its file. */
export interface TemplateFile {
  file: string;
  source: string;
}

/** How a house style lays out a tree: its own templates and styles over those that all styles share. */
export interface Layout {
  style: string;
  page: TemplateFile;
  pageCss: TemplateFile;
  /** By the name that `{{> name}}` uses. */
  partials: ReadonlyMap<string, TemplateFile>;
  css: string;
  faces: readonly Face[];
}

const missingFile = rule('templates/missing-file', 'error', 'Without it the paper cannot be laid out.');
const outside = rule(
  'templates/outside',
  'error',
  'A paper stands alone and fetches nothing: what a style uses must lie in templates/.',
);

const shared = 'templates/shared';

/** Where a file of `templates/` lies; the folder need not be in the project. */
function templatePath(world: World, ...parts: [string, ...string[]]): string {
  return join(world.templates, posix.relative('templates', posix.join(...parts)));
}

/**
 * Reads a style's layout. A file of the style's own folder takes the place of the shared one of the same
 * name; its `style.css` comes after the shared styles. Files named by `url(…)` are put into the CSS.
 * @param document a kind of document that is no report: `agenda.css` comes after the other styles, the shared one first
 */
export function loadLayout(
  world: World,
  style: string,
  document?: string,
): { layout?: Layout; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const own = `templates/${style}`;
  const read = (file: string): string | undefined => {
    const path = templatePath(world, file);
    if (world.files.size(path) === undefined) return undefined;
    return new TextDecoder().decode(world.files.read(path)).replaceAll('\r\n', '\n');
  };
  const nearest = (name: string): TemplateFile | undefined => {
    for (const folder of [own, shared]) {
      const source = read(`${folder}/${name}`);
      if (source !== undefined) return { file: `${folder}/${name}`, source };
    }
    diagnostics.push(
      missingFile.at(
        { file: `${own}/${name}` },
        `There is neither ${own}/${name} nor ${shared}/${name}.`,
        'Copy it from a house style that works.',
      ),
    );
    return undefined;
  };

  const css: string[] = [];
  for (const [file, needed] of [
    [`${shared}/fonts.css`, true],
    [`${shared}/base.css`, true],
    [`${own}/style.css`, false],
    ...(document === undefined ? [] : [shared, own].map((of) => [`${of}/${document}.css`, false] as const)),
  ] as const) {
    const source = read(file);
    if (source !== undefined) {
      diagnostics.push(...notOfCss(file, source));
      css.push(withFiles(world, file, source, diagnostics));
    } else if (needed)
      diagnostics.push(
        missingFile.at({ file }, `There is no ${file}.`, 'Take it back from version control.'),
      );
  }
  const page = nearest('page.hbs');
  const pageCss = nearest('page.css.hbs');
  if (page?.source.trim() === '') {
    diagnostics.push(
      missingFile.at(
        { file: page.file },
        `${page.file} is empty, and so would every page be.`,
        'Take it back from version control, or delete it where the shared one does.',
      ),
    );
  }
  if (!page || !pageCss || diagnostics.length > 0) return { diagnostics };
  const { faces, rest } = takeFaces(css.join('\n'));
  const partials = partialsOf(world, own, read);
  const layout: Layout = { style, page, pageCss, partials, css: tidy(rest), faces };
  return { layout, diagnostics: unusedFiles(world, style, blocksOf(world, layout)) };
}

/** The kinds of blocks that a layout can come to: those that all styles share, and what its templates name. */
function blocksOf(world: World, { page, pageCss, partials }: Layout): Set<string> {
  const named = [page, pageCss, ...partials.values()].flatMap(({ source }) =>
    [...source.matchAll(/\{\{~?>\s*["']?([\w-]+)/g)].map(([, name = '']) => name),
  );
  return new Set([...world.files.list(templatePath(world, shared, 'blocks')), ...named]);
}

/** Every block is a folder `blocks/<kind>/` with `<kind>.hbs` in it, beside an example and its HTML. */
function partialsOf(
  world: World,
  own: string,
  read: (file: string) => string | undefined,
): Map<string, TemplateFile> {
  const partials = new Map<string, TemplateFile>();
  for (const folder of [shared, own]) {
    for (const kind of world.files.list(templatePath(world, folder, 'blocks'))) {
      const file = `${folder}/blocks/${kind}/${kind}.hbs`;
      const source = read(file);
      // The line's end that an editor adds would stand in the middle of a sentence.
      if (source !== undefined) partials.set(kind, { file, source: source.replace(/\n$/, '') });
    }
  }
  return partials;
}

const types: Readonly<Record<string, string>> = {
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  otf: 'font/otf',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** What would end the style in the page, or fetch other styles. */
function notOfCss(file: string, css: string): Diagnostic[] {
  const withoutRemarks = css.replaceAll(/\/\*[\s\S]*?\*\//g, (remark) => remark.replaceAll(/[^\n]/g, ' '));
  return [...withoutRemarks.matchAll(/@import\b|<\/?[a-z][^\n]*/gi)].map(({ 0: found, index }) => {
    const before = withoutRemarks.slice(0, index).split('\n');
    const start = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    const place = { file, range: { start, end: { ...start, column: start.column + found.length } } };
    return found.startsWith('@')
      ? outside.at(place, '`@import` fetches another file of styles.', 'Write its rules into this file.')
      : outside.at(
          place,
          `\`${found}\` is HTML, which a file of styles cannot hold.`,
          'Take it out; templates of blocks hold HTML.',
        );
  });
}

function withFiles(world: World, file: string, css: string, diagnostics: Diagnostic[]): string {
  return css.replaceAll(/url\(\s*["']?([^)"']+)["']?\s*\)/g, (all, named: string, at: number) => {
    if (named.startsWith('data:')) return all;
    const target = posix.normalize(posix.join(posix.dirname(file), named));
    const path = templatePath(world, target);
    const line = css.slice(0, at).split('\n').length;
    const place = { file, range: { start: { line, column: 1 }, end: { line, column: 1 } } };
    const type = types[target.split('.').at(-1) ?? ''];
    if (/^[a-z]+:|^\//i.test(named) || !target.startsWith('templates/') || type === undefined) {
      diagnostics.push(
        outside.at(
          place,
          `\`${named}\` is not a font or picture inside templates/.`,
          'Put the file beside the style and name it from there.',
        ),
      );
      return all;
    }
    if (world.files.size(path) === undefined) {
      const folder = posix.dirname(target);
      diagnostics.push(
        missingFile.at(
          place,
          `There is no ${target}.`,
          didYouMean(posix.basename(target), world.files.list(templatePath(world, folder)), `In ${folder}`),
        ),
      );
      return all;
    }
    return `url(data:${type};base64,${Buffer.from(world.files.read(path)).toString('base64')})`;
  });
}

/** CSS without comments and empty lines, as it goes into every paper. */
function tidy(css: string): string {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}
