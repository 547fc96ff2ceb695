// Bundles the program into dist/: in a few files it starts several times faster than from its packages.
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { build } from 'esbuild';

const common = {
  outdir: 'dist',
  bundle: true,
  // Only scripts can be started from code that was compiled before (src/start/kept-code.ts).
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
  // Names take long to be looked up when compiled code is loaded; lines stay, for whoever looks where something failed.
  minifyIdentifiers: true,
  // What is imported from another part is asked for as scripts ask.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'programUrl' },
};

/** What stands in for modules of packages that take long to load and do nothing for papers: src/stand-ins. */
const inPlaceOf = (filter, file) => ({
  name: file,
  setup: (bundler) => bundler.onResolve({ filter }, () => ({ path: resolve(file) })),
});

const withoutBallast = [
  inPlaceOf(/\/packages\/standard-fonts\/index\.js$/, 'src/stand-ins/no-standard-fonts.cjs'),
  inPlaceOf(/\/handlebars\.ts$/, 'src/stand-ins/late-handlebars.cjs'),
  inPlaceOf(/^entities$/, 'src/stand-ins/late-entities.cjs'),
  inPlaceOf(/\/common\/Debug\.js$/, 'src/stand-ins/no-protocol-log.cjs'),
];

/** Asked for only now and again, these read and write PDFs, and so belong to what finishes them. */
const forPdfs = [
  'src/finish/finish.ts',
  'src/print/destinations.ts',
  'src/travel/attached.ts',
  'src/exempt/scan.ts',
  'src/draft/behind.ts',
];

const inFinish = (path) => (forPdfs.includes(path) ? 'finish' : undefined);

/**
 * The parts of the program: what starts the browser; what makes the HTML of a build; what finishes the PDF; and,
 * for all other commands, the whole program once more, since what is loaded costs time whether it is used or not.
 * What is imported while the program runs is looked for in the part that `laterIn` names, or else in the same
 * part. Parts share no modules but by that: what passes from one to another are values, never our classes.
 */
const parts = [
  {
    name: 'front',
    modules: ['src/main.ts'],
    laterIn: (path) => {
      if (path === 'src/cli/build.ts') return 'build';
      const here = /^src\/(?:cli\/start-build|print\/printer)\.ts$|^node_modules\/puppeteer-core\//.test(path);
      return here ? undefined : 'program';
    },
  },
  { name: 'build', laterIn: inFinish },
  { name: 'program', laterIn: (path) => (path === 'src/finish/finish.ts' ? 'finish' : undefined) },
  { name: 'finish', modules: ['src/finish/worker.ts'], laterIn: () => undefined },
];

/** What each part is asked for. */
const asked = new Map(parts.map(({ name, modules = [] }) => [name, new Set(modules)]));

const fromOtherParts = ({ laterIn }) => ({
  name: 'from-other-parts',
  setup: (bundler) => {
    bundler.onResolve({ filter: /./ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === 'found') return undefined;
      const found = await bundler.resolve(path, { kind, resolveDir, pluginData: 'found' });
      const module = relative('.', found.path).replaceAll('\\', '/');
      const part = laterIn(module);
      if (part === undefined) return found;
      asked.get(part).add(module);
      return { path: `chunk:${part}/${module}`, external: true };
    });
  },
});

const bundled = [];
for (const part of parts) {
  const lines = [...asked.get(part.name)].sort().map((module) => `'${module}': () => require('./${module}')`);
  const { outputFiles, metafile } = await build({
    ...common,
    stdin: { contents: `exports.modules = {${lines.join(',')}}`, resolveDir: '.', sourcefile: part.name },
    entryNames: `${part.name}-[hash]`,
    // The browser lies in its package's own folder.
    external: ['@sparticuz/chromium'],
    metafile: true,
    alias: {
      // The objects of a PDF without the library's drawing of new ones, which is most of it.
      '@cantoo/pdf-lib': './node_modules/@cantoo/pdf-lib/es/core/index.js',
      'source-map': './src/stand-ins/no-source-map.cjs',
      fflate: './src/stand-ins/node-deflate.cjs',
      'linkify-it': './src/stand-ins/no-linkify.cjs',
    },
    plugins: [...withoutBallast, fromOtherParts(part)],
    banner: {
      js: "(function(exports,require,module,__filename,__dirname){const programUrl=require('node:url').pathToFileURL(__filename).href;",
    },
    footer: { js: '})' },
  });
  // Records hold values of classes, which another part would not take for its own.
  if (part.name === 'finish' && Object.keys(metafile.inputs).some((path) => path.startsWith('src/records/')))
    throw new Error(`something in ${forPdfs.join(', ')} imports what reads records`);
  // The names of these files change with their content.
  bundled.push({ part: part.name, path: outputFiles[0].path, contents: inAscii(outputFiles[0].text) });
}

/**
 * The same program in ASCII. Parts are read as Latin-1, which is quickest, and the bundler writes the other
 * characters of strings as escapes, but not those of regular expressions.
 */
function inAscii(program) {
  return program.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What starts them. */
async function starters(programName) {
  const { outputFiles } = await build({
    ...common,
    entryPoints: { cli: 'src/start/cli.ts', 'finish-worker': 'src/start/finish-worker.ts' },
    define: {
      ...common.define,
      programName: JSON.stringify(programName),
      chunkFiles: JSON.stringify(Object.fromEntries(bundled.map(({ part, path }) => [part, basename(path)]))),
    },
  });
  return outputFiles;
}

const digest = createHash('sha256');
for (const { contents } of [...bundled, ...(await starters(''))]) digest.update(contents);
const programName = `program-${digest.digest('hex').slice(0, 8).toUpperCase()}.js`;

// Yesterday's programs would stay for ever.
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
for (const { path, contents } of [...bundled, ...(await starters(programName))]) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents, { mode: path.endsWith('cli.js') ? 0o755 : 0o644 });
}
writeFileSync('dist/package.json', '{"type":"commonjs"}\n');
