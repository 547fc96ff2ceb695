// Bundles the program into dist/: in a few files it starts several times faster than from its packages.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: { cli: 'src/main.ts', 'finish-worker': 'src/finish/worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
  // The browser lies in its package's own folder.
  external: ['@sparticuz/chromium'],
  alias: {
    // The objects of a PDF without the library's drawing of new ones, which is most of it.
    '@cantoo/pdf-lib': './node_modules/@cantoo/pdf-lib/es/core/index.js',
    'source-map': './src/no-source-map.cjs',
  },
  // Some packages are CommonJS inside and call for Node's own modules that way.
  banner: {
    js: "import{createRequire as scrutineerRequire}from'node:module';const require=scrutineerRequire(import.meta.url);",
  },
});

// Chunks are named by their content, so yesterday's would stay for ever.
rmSync('dist', { recursive: true, force: true });
for (const { path, contents } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents, { mode: path.endsWith('cli.js') ? 0o755 : 0o644 });
}
