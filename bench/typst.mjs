/**
 * Sets paper.typ to PDF/UA-1 with Typst, as often as asked for, in one process and on one thread.
 *
 *   node typst.mjs <pdf> [times]
 *
 * The PDF is overwritten each time. Prints the milliseconds that each took, as JSON.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// The compiler itself, without the package that chooses it: that one cannot be locked for `npm ci`.
const { NodeCompiler } = createRequire(import.meta.url)(
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
);

const [, , pdf, times = '1'] = process.argv;
const compiler = NodeCompiler.create({ workspace: import.meta.dirname });
const took = [];
for (let number = 1; number <= Number(times); number += 1) {
  const begun = performance.now();
  const inputs = { number: ` (${number})` };
  const { result, ...rest } = compiler.compile({ mainFilePath: `${import.meta.dirname}/paper.typ`, inputs });
  writeFileSync(pdf, compiler.pdf(result, { pdfStandard: 'ua-1' }));
  compiler.evictCache(0);
  took.push(performance.now() - begun);
}
console.log(JSON.stringify(took));
