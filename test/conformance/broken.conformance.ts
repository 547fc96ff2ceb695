import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Attachment } from '../../src/finish/finish.ts';
import { save } from '../../src/finish/save.ts';
import { openPrinter } from '../../src/print/printer.ts';
import { finished, open, printWith } from '../finish/support.ts';
import { worldWith } from '../print/support.ts';
import { judge } from './judge.ts';
import { findLauncher } from './launcher.ts';
import { isNotAvailable, validate } from './verapdf.ts';

const launcher = await findLauncher();
if (!launcher.available) console.warn(`Broken papers are left out. ${launcher.reason}`);
const optional = !process.env['CI'];
const required = ['ua1', '3a'] as const;

const paper = `<main><h1>Annual review</h1><section><h2>Stars</h2><p>Awarded <strong>2 stars</strong>, see
  <a href="https://example.org/">the report</a>.</p><h3>Services</h3>
  <figure><svg role="img" aria-label="38% in 2003" width="60" height="20"><rect width="50" height="9"/></svg><figcaption>Figure 1</figcaption></figure>
  <table><caption>Table 1</caption><tr><th scope="col">Indicator</th><th scope="col">Value</th></tr><tr><th scope="row">Assessments</th><td>38%</td></tr></table>
  <ul><li>One</li></ul></section></main>`;

const record: Attachment = {
  name: 'record.yaml',
  mediaType: 'application/yaml',
  description: 'What the paper was made from',
  relationship: 'Source',
  bytes: Buffer.from('a: 1\n'),
};

/** What can go wrong with a paper, done to a sound one object by object. */
const faults: Record<string, { breaks: string[]; spoil: (context: PDFContext, objects: PDFDict[]) => void }> =
  {
    'a figure without alternative': {
      breaks: ['ua1 7.3-1'],
      spoil: (_, objects) => {
        for (const figure of ofType(objects, 'Figure')) figure.delete(PDFName.of('Alt'));
      },
    },
    'a skipped heading': {
      breaks: ['ua1 7.4.2-1'],
      spoil: (_, objects) => {
        for (const heading of ofType(objects, 'H2')) heading.set(PDFName.of('S'), PDFName.of('H4'));
      },
    },
    'a table that nobody tagged': {
      breaks: ['ua1 7.1-3'],
      spoil: (context, objects) => {
        const table = ofType(objects, 'Table')[0];
        if (table) forget(context, table);
      },
    },
    'a header cell without scope': {
      breaks: ['ua1 7.5-1'],
      spoil: (_, objects) => {
        for (const cell of ofType(objects, 'TH')) {
          cell.delete(PDFName.of('A'));
          cell.delete(PDFName.of('ID'));
        }
        for (const cell of ofType(objects, 'TD')) cell.delete(PDFName.of('A'));
      },
    },
    'a font that is not embedded': {
      breaks: ['ua1 7.21.4.1-1', '3a 6.2.11.4.1-1'],
      spoil: (_, objects) => {
        for (const object of objects) object.delete(PDFName.of('FontFile2'));
      },
    },
    'a link without words': {
      breaks: ['ua1 7.18.1-2', 'ua1 7.18.5-2'],
      spoil: (_, objects) => {
        for (const object of objects) object.delete(PDFName.of('Contents'));
      },
    },
  };

function ofType(objects: readonly PDFDict[], type: string): PDFDict[] {
  return objects.filter((object) => object.get(PDFName.of('S')) === PDFName.of(type));
}

/** Takes a tag and all below it out of the reading order, and leaves what they show on the page. */
function forget(context: PDFContext, tag: PDFDict): void {
  const forgotten = new Set<PDFObject>();
  const add = (object: PDFObject | undefined): void => {
    const found = object instanceof PDFRef ? context.lookup(object) : object;
    if (found instanceof PDFArray) found.asArray().forEach(add);
    if (!(found instanceof PDFDict) || !found.has(PDFName.of('S'))) return;
    if (object instanceof PDFRef) forgotten.add(object);
    add(found.get(PDFName.of('K')));
  };
  const ref = context.getObjectRef(tag);
  add(ref);
  for (const [, object] of context.enumerateIndirectObjects()) {
    const list = object instanceof PDFDict ? object.get(PDFName.of('K')) : object;
    if (!(list instanceof PDFArray)) continue;
    list.asArray().forEach((item, index) => {
      if (forgotten.has(item)) list.set(index, PDFNull);
    });
  }
}

describe.skipIf(!launcher.available && optional)('a broken paper', () => {
  const found = new Map<string, { outcome: string; broken: string[] }>();

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'broken-'));
    const printer = openPrinter(worldWith());
    try {
      const sound = await finished(await printWith(printer, paper), { attachments: [record] });
      const papers: [string, Uint8Array][] = [['nothing', sound]];
      for (const [name, { spoil }] of Object.entries(faults)) {
        const { context } = await open(sound);
        const objects = context.enumerateIndirectObjects().map(([, object]) => object);
        spoil(
          context,
          objects.filter((object) => object instanceof PDFDict),
        );
        papers.push([name, save(context)]);
      }
      const paths = papers.map((_, index) => join(folder, `${index}.pdf`));
      await Promise.all(papers.map(([, pdf], index) => writeFile(paths[index] ?? '', pdf)));
      const answer = await validate(paths, required);
      if (isNotAvailable(answer)) throw new Error(answer.reason);
      answer.forEach((validation, index) => {
        const broken = validation.results.flatMap(({ flavour, failedRules }) =>
          failedRules.map(({ clause, testNumber }) => `${flavour} ${clause}-${testNumber}`),
        );
        found.set(papers[index]?.[0] ?? '', { outcome: judge(validation, required).outcome, broken });
      });
    } finally {
      await printer[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('is not broken to begin with', () => {
    expect(found.get('nothing')).toEqual({ outcome: 'passed', broken: [] });
  });

  it.each(Object.entries(faults))('with %s fails the gate', (name, { breaks }) => {
    expect(found.get(name)).toEqual({ outcome: 'failed', broken: breaks });
  });
});
