// Bundles the program into dist/: in a few files it starts several times faster than from its packages.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
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
  define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'programUrl' },
};

// The library's fonts, unpacked as soon as it is loaded, are for the drawing that is left out as well.
const withoutFonts = {
  name: 'without-fonts',
  setup: (bundler) =>
    bundler.onResolve({ filter: /\/packages\/standard-fonts\/index\.js$/ }, () => ({
      path: resolve('src/no-standard-fonts.cjs'),
    })),
};

// The programs themselves, whose names change with their content.
const programs = await build({
  ...common,
  entryPoints: { program: 'src/main.ts', finish: 'src/finish/worker.ts' },
  entryNames: '[name]-[hash]',
  // The browser lies in its package's own folder.
  external: ['@sparticuz/chromium'],
  alias: {
    // The objects of a PDF without the library's drawing of new ones, which is most of it.
    '@cantoo/pdf-lib': './node_modules/@cantoo/pdf-lib/es/core/index.js',
    'source-map': './src/no-source-map.cjs',
  },
  plugins: [withoutFonts],
  banner: {
    js: "(function(exports,require,module,__filename,__dirname){const programUrl=require('node:url').pathToFileURL(__filename).href;",
  },
  footer: { js: '})' },
});
const nameOf = (program) =>
  JSON.stringify(
    programs.outputFiles.map(({ path }) => basename(path)).find((name) => name.startsWith(program)),
  );

// What starts them.
const starters = await build({
  ...common,
  entryPoints: { cli: 'src/start/cli.ts', 'finish-worker': 'src/start/finish-worker.ts' },
  define: { ...common.define, programFile: nameOf('program-'), finishFile: nameOf('finish-') },
});

// Yesterday's programs would stay for ever.
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
for (const { path, contents } of [...programs.outputFiles, ...starters.outputFiles]) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents, { mode: path.endsWith('cli.js') ? 0o755 : 0o644 });
}
writeFileSync('dist/package.json', '{"type":"commonjs"}\n');
