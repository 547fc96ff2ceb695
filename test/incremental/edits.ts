import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

/** Something that somebody does to a project between two builds. */
export interface Edit {
  says: string;
  /** @param root the project folder @param forget empties what the program remembers */
  make: (root: string, forget: () => void) => void;
}

const review = 'data/reviews/durham-2002-03.yaml';
const council = 'data/councils/durham.yaml';
const meeting = 'data/meetings/durham-2003-12-01.yaml';
const outline = 'templates/durham-scrutiny/outline.yaml';
const css = 'templates/durham-scrutiny/style.css';
const copy = 'data/reports/durham-copy.yaml';
const reports = ['data/reports/derby-2002.yaml', 'data/reports/durham-2003-12-01.yaml'] as const;
const papers = ['derby-2002', 'durham-2003-12-01'] as const;

function change(root: string, file: string, how: (text: string) => string): void {
  const path = join(root, file);
  if (existsSync(path)) writeFileSync(path, how(readFileSync(path, 'utf8')));
}

const number = fc.integer({ min: 10, max: 99 });

function edit(says: string, make: Edit['make']): Edit {
  return { says, make };
}

/** Every kind of edit that a build must see, or see to be none. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  number.map((n) =>
    edit(`figure ${String(n)}`, (root) =>
      change(root, review, (t) => t.replace(/value: \d+ \}\s*$/, `value: ${String(n)} }\n`)),
    ),
  ),
  number.map((n) =>
    edit(`figure ${String(n)}, with the file’s old time`, (root) => {
      const path = join(root, review);
      const { atime, mtime } = statSync(path);
      change(root, review, (t) => t.replace(/value: \d+ \}\s*$/, `value: ${String(n)} }\n`));
      utimesSync(path, atime, mtime);
    }),
  ),
  number.map((n) =>
    edit(`prose ${String(n)}`, (root) =>
      change(root, review, (t) =>
        t.replace(/users\.( Said \d+ times\.)?/, `users. Said ${String(n)} times.`),
      ),
    ),
  ),
  fc
    .tuple(fc.constantFrom(review, council, meeting, outline, ...reports), number)
    .map(([file, n]) =>
      edit(`remark in ${file}`, (root) =>
        change(root, file, (t) => `${t.trimEnd()}\n# remark ${String(n)}\n`),
      ),
    ),
  fc
    .tuple(fc.constantFrom(...reports), number)
    .map(([file, n]) =>
      edit(`note in ${file}`, (root) =>
        change(
          root,
          file,
          (t) =>
            `${t.replace(/\ninternal_notes:\n.*\n/, '\n').trimEnd()}\ninternal_notes:\n  - note ${String(n)}\n`,
        ),
      ),
    ),
  number.map((n) =>
    edit(`item ${String(n)}`, (root) =>
      change(root, meeting, (t) =>
        t.replace(
          /- report: durham-2003-12-01(\n {4}number: .*)?/,
          `- report: durham-2003-12-01\n    number: "${String(n)}"`,
        ),
      ),
    ),
  ),
  number.map((n) =>
    edit('another item on the agenda', (root) =>
      change(root, meeting, (t) => t.replace('items:', `items:\n  - title: Item ${String(n)}`)),
    ),
  ),
  number.map((n) =>
    edit('accent', (root) =>
      change(root, council, (t) => t.replace(/accent: "#.{4}/, `accent: "#6b${String(n)}`)),
    ),
  ),
  number.map((n) =>
    edit('wording', (root) =>
      change(root, outline, (t) =>
        t.replace(/none: There are no implications.*/, `none: There are no implications (${String(n)}).`),
      ),
    ),
  ),
  number.map((n) =>
    edit('style', (root) => change(root, css, (t) => `${t}\n.x${String(n)} { color: red; }\n`)),
  ),
  number.map((n) =>
    edit('remark in a style', (root) => change(root, css, (t) => `${t}\n/* remark ${String(n)} */\n`)),
  ),
  fc.constant(
    edit('a new file in a style', (root) =>
      writeFileSync(join(root, 'templates/durham-scrutiny/note.txt'), 'note'),
    ),
  ),
  fc
    .constantFrom(...papers)
    .map((p) => edit(`${p} changed by hand`, (root) => change(root, `out/${p}/${p}.html`, (t) => `${t} `))),
  fc
    .constantFrom(...papers)
    .map((p) =>
      edit(`${p} deleted`, (root) => rmSync(join(root, 'out', p), { recursive: true, force: true })),
    ),
  fc
    .constantFrom(...papers)
    .map((p) =>
      edit(`${p} without its manifest`, (root) =>
        rmSync(join(root, `out/${p}/${p}.manifest.json`), { force: true }),
      ),
    ),
  fc
    .constantFrom(...papers)
    .map((p) =>
      edit(`${p} with half a manifest`, (root) =>
        change(root, `out/${p}/${p}.manifest.json`, (t) => t.slice(0, t.length / 2)),
      ),
    ),
  fc.constant(
    edit('a report switched on or off', (root) => {
      const path = join(root, copy);
      if (existsSync(path)) rmSync(path);
      else writeFileSync(path, readFileSync(join(root, reports[0])));
    }),
  ),
  fc.constant(
    edit('a report broken or mended', (root) =>
      change(root, reports[0], (t) =>
        t.endsWith('broken: [\n') ? t.slice(0, -'broken: [\n'.length) : `${t}broken: [\n`,
      ),
    ),
  ),
  fc
    .constantFrom(review, css, ...reports)
    .map((file) => edit(`${file} touched, to long ago`, (root) => utimesSync(join(root, file), 1000, 1000))),
  fc.constant(edit('what is remembered is lost', (_, forget) => forget())),
);
