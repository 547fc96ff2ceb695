import { deflateSync } from 'node:zlib';
import {
  AFRelationship,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { join } from '../../src/compose/join.ts';
import { scanFiles } from '../../src/exempt/scan.ts';
import { secretsOf, type Secrets } from '../../src/exempt/secrets.ts';
import { openProject } from '../../src/pipeline.ts';
import { quietWorld, testProject } from '../support/project.ts';

/** The scan is shown to see: a leak is planted by hand in each kind of place, and must be found there. */

const report = 'exampleshire-rsh-2025-03-20';
const sentence = 'Brickworth Repairs asks for £1.2m to end its contract early.';
const name = 'Whitcombe Chambers';

let secrets: Secrets;
beforeAll(() => {
  using project = testProject([new URL('../overlays/exempt', import.meta.url).pathname]);
  const joined = join(openProject({ ...quietWorld, root: project.root }, [report]).records, report);
  if (!joined) throw new Error('the example cannot be read');
  secrets = secretsOf([{ joined }]);
});

async function placesIn(file: string, bytes: Uint8Array | string): Promise<string[]> {
  const found = await scanFiles([[file, Buffer.from(bytes)]], secrets);
  for (const { rule, message } of found) {
    expect(rule).toBe('exempt/leak');
    expect(message).not.toContain('contract early');
  }
  return found.map(({ message }) => message.replace(/^Exempt words stand (.*): “.*$/, '$1'));
}

const html = (body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="en-GB"><head><title>Paper</title>${head}</head><body><p>Tenants live in safe homes.</p>${body}</body></html>`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('the scan of HTML', () => {
  it('finds nothing where nothing is', async () => {
    expect(await placesIn('paper/paper.html', html('<img alt="A chart of figures" src="x.png">'))).toEqual(
      [],
    );
  });

  it.each([
    ['text', html(`<p>${sentence}</p>`), 'in its text'],
    ['a name', html(`<p>So said ${name}.</p>`), 'in its text'],
    ['text parted by tags', html('<p>Whit<b>combe</b> <i>Cham</i>bers</p>'), 'in its text'],
    ['text in entities', html('<p>&#87;hitcombe&nbsp;&#x43;hambers</p>'), 'in its text'],
    ['text with a soft hyphen', html('<p>Whit&shy;combe Chambers</p>'), 'in its text'],
    ['a comment', html(`<!-- ${name} -->`), 'in an HTML comment'],
    ['an alternative text', html(`<img alt="${name}">`), 'in its alternative text (`alt`)'],
    ['an anchor', html('<p id="so--whitcombe-chambers">x</p>'), 'in the attribute `id` of a `p`'],
    [
      'an address',
      html('<a href="mailto:a@b.example?subject=Whitcombe%20Chambers">x</a>'),
      'in the attribute `href` of a `a`',
    ],
    [
      'data',
      html(`<script type="application/json" id="record">{"a":["${name}"]}</script>`),
      'in the record that travels in it',
    ],
    [
      'words of its styles',
      html('', `<style>p::before { content: "${name}" }</style>`),
      'in words that its styles print',
    ],
    [
      'a data address',
      html(`<img src="data:image/svg+xml;base64,${base64(`<svg><title>${sentence}</title></svg>`)}">`),
      'in a data address (image/svg+xml), in its text',
    ],
    ['base64', html(`<p data-x="${base64(`..${sentence}`)}">x</p>`), 'in base64'],
  ])('finds %s', async (_, page, place) => {
    expect(await placesIn('paper/paper.html', page)).toContain(place);
  });
});

describe('the scan of other files', () => {
  it.each([
    ['a file name', 'packs/whitcombe-chambers.html', html(''), 'in its name'],
    ['a folder’s name', 'whitcombe-chambers/pack.html', html(''), 'in its name'],
    ['YAML', 'a/record.yaml', `reasons: >-\n  ${sentence.replace('£', '\n  £')}\n`, 'in its text'],
    [
      'JSON',
      'a/meeting.json',
      JSON.stringify({ text: name.replace('W', 'W') }).replace('W', '\\u0057'),
      'in its text',
    ],
    ['a folded calendar', 'a/days.ics', 'SUMMARY:Whit\r\n combe Chambers\r\n', 'in its text'],
    ['bytes of two', 'a/font.bin', Buffer.from(`\ufeff${sentence}`, 'utf16le'), 'in its bytes'],
  ])('finds %s', async (_, file, bytes, place) => {
    expect(await placesIn(file, bytes)).toContain(place);
  });
});

async function pdf(plant: (made: PDFDocument) => unknown = () => undefined): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  made.setTitle('Paper');
  const font = await made.embedFont(StandardFonts.Helvetica);
  made.addPage().drawText('Tenants live in safe homes.', { font });
  await plant(made);
  return made.save({ useObjectStreams: false });
}

/** Content of the first page beside what it has. */
function draw(made: PDFDocument, content: string): void {
  const [page] = made.getPages();
  if (!page) throw new Error('no page');
  const font = page.node.Resources()?.lookup(PDFName.of('Font'));
  const key = /\/(Helvetica[\w-]*|F[\w-]+)/.exec(String(font))?.[1] ?? 'F1';
  const stream = made.context.flateStream(`BT /${key} 12 Tf 50 500 Td ${content} ET`);
  page.node.addContentStream(made.context.register(stream));
}

describe('the scan of PDF', () => {
  it('finds nothing where nothing is', async () => {
    expect(await placesIn('paper/paper.pdf', await pdf())).toEqual([]);
  });

  const hex = (text: string): string => `<${Buffer.from(text, 'latin1').toString('hex')}>`;
  it.each<[string, (made: PDFDocument) => unknown, RegExp]>([
    ['document information', (m) => m.setSubject(name), /document information/],
    ['a title in UTF-16', (m) => m.setTitle(`“${name}”`), /document information/],
    [
      'XMP',
      (m) =>
        m.catalog.set(
          PDFName.of('Metadata'),
          m.context.register(
            m.context.stream(`<?xml version="1.0"?><x>${name}</x>`, { Type: 'Metadata', Subtype: 'XML' }),
          ),
        ),
      /XMP/,
    ],
    [
      'the words of an attachment',
      (m) => m.attach(Buffer.from(`a: ${name}\n`), 'r.yaml', { afRelationship: AFRelationship.Source }),
      /in its attachment, in its text/,
    ],
    [
      'the name of an attachment',
      (m) => m.attach(Buffer.from('a: b\n'), 'whitcombe-chambers.yaml'),
      /attachment/,
    ],
    [
      'a bookmark',
      (m) => m.context.register(m.context.obj({ Title: PDFHexString.fromText(name), Dest: 'there' })),
      /bookmark/,
    ],
    [
      'an alternative text',
      (m) =>
        m.context.register(
          m.context.obj({ Type: 'StructElem', S: 'Figure', Alt: PDFHexString.fromText(name) }),
        ),
      /alternative text/,
    ],
    [
      'ActualText',
      (m) => m.context.register(m.context.obj({ S: 'Span', ActualText: PDFString.of(name) })),
      /ActualText/,
    ],
    [
      'the meaning of initials',
      (m) => m.context.register(m.context.obj({ S: 'Span', E: PDFString.of(name) })),
      /initials/,
    ],
    [
      'a note',
      (m) => m.context.register(m.context.obj({ Type: 'Annot', Contents: PDFString.of(name) })),
      /link or note/,
    ],
    ['text of a page', (m) => draw(m, `(${name}) Tj`), /on page 1/],
    ['text in hexadecimal', (m) => draw(m, `${hex(name)} Tj`), /on page 1/],
    [
      'text split over an array',
      (m) => draw(m, '[(Whit) -20 (com) 30 (be Cha) -10 (mbers)] TJ'),
      /on page 1/,
    ],
    [
      'text split over operators',
      (m) => draw(m, '(Brick) Tj (worth Repairs) Tj 0 -14 Td (asks for \\2431.2m to) Tj'),
      /on page 1/,
    ],
    [
      'text that is read for other text',
      (m) => draw(m, `/Span <</ActualText ${hex('x')}>> BDC (${name}) Tj EMC`),
      /on page 1/,
    ],
  ])('finds %s', async (_, plant, place) => {
    const places = await placesIn('paper/paper.pdf', await pdf(plant));
    expect(
      places.some((one) => place.test(one)),
      places.join('; '),
    ).toBe(true);
  });

  it('finds a stream that nothing leads to', async () => {
    const packed = deflateSync(
      Buffer.from(
        `BT (${sentence.slice(0, 30)}) Tj [(${sentence.slice(30, 40)})-3(${sentence.slice(40)})] TJ ET`,
        'latin1',
      ),
    );
    const old = Buffer.concat([
      Buffer.from(`99 0 obj\n<< /Length ${String(packed.length)} /Filter /FlateDecode >>\nstream\n`),
      packed,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
    expect(await placesIn('paper/paper.pdf', Buffer.concat([await pdf(), old]))).not.toEqual([]);
  });
});
