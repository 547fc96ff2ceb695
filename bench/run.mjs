/** `npm run bench`: bundles the bench, which is TypeScript, and starts it. See README.md. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const outdir = join(root, 'node_modules', '.cache', 'scrutineer-bench');
await build({
  // The thread for finishing lies beside the rest, and both hold their packages, as in what people use.
  entryPoints: {
    main: join(import.meta.dirname, 'main.ts'),
    'finish-worker': join(root, 'src', 'finish', 'worker.ts'),
  },
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  logLevel: 'warning',
  external: ['@sparticuz/chromium'],
  alias: {
    '@cantoo/pdf-lib': join(root, 'node_modules', '@cantoo', 'pdf-lib', 'es', 'core', 'index.js'),
    'source-map': join(root, 'src', 'stand-ins', 'no-source-map.cjs'),
  },
  banner: {
    js: "import{createRequire as scrutineerRequire}from'node:module';const require=scrutineerRequire(import.meta.url);",
  },
});
const { main } = await import(pathToFileURL(join(outdir, 'main.js')).href);
process.exitCode = await main(root, process.argv.slice(2));
