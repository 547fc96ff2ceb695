import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgendaOptions } from '../../src/agenda/agenda-facts.ts';
import { agendaPaper } from '../../src/agenda/agenda-paper.ts';
import type { Agenda } from '../../src/agenda/agenda.ts';
import { agendaKind } from '../../src/agenda/facts.ts';
import { foreignSheet, sheetKind } from '../../src/agenda/sheet.ts';
import { supplementKind, supplementPaper } from '../../src/agenda/supplement.ts';
import type { DocumentKind, DocumentStyle } from '../../src/compose/document.ts';
import type { Paper } from '../../src/compose/paper.ts';
import type { Result } from '../../src/diagnostics/diagnostic.ts';
import { DocumentStyles, layOut, printDocument } from '../../src/documents.ts';
import { openPrinter, type Printer } from '../../src/print/printer.ts';
import { readPdf, type ReadPdf } from '../support/pdf.ts';
import { quietWorld } from '../support/project.ts';
import { wordsByTags } from '../support/tags.ts';
import { cabinet, crowded } from './meetings.ts';

const world = { ...quietWorld, env: process.env };
const houseStyles = ['derby-cabinet', 'durham-scrutiny', 'modern'];

describe('the documents of a meeting', () => {
  const { agenda, records } = cabinet();
  const styles = new DocumentStyles(world);
  let printer: Printer;
  beforeAll(() => {
    printer = openPrinter(world, {});
  });
  afterAll(async () => {
    await printer[Symbol.asyncDispose]();
  });

  async function printed<F>(
    kind: DocumentKind<F>,
    style: string,
    make: (style: DocumentStyle) => Result<Paper>,
  ): Promise<{ pdf: ReadPdf; bytes: Uint8Array; text: string }> {
    const loaded = styles.of(kind, style);
    expect(loaded.diagnostics).toEqual([]);
    if (!loaded.style) throw new Error(`The style ${style} has no ${kind.name}.`);
    const paper = make(loaded.style);
    expect(paper.diagnostics).toEqual([]);
    if (!paper.value) throw new Error('There is no paper.');
    const ready = layOut(loaded, paper.value);
    expect(ready.diagnostics).toEqual([]);
    if (!ready.value) throw new Error('It cannot be laid out.');
    const { value, diagnostics } = await printDocument(printer, ready.value);
    expect(diagnostics).toEqual([]);
    if (!value) throw new Error('It cannot be printed.');
    const pdf = await readPdf(value);
    return { pdf, bytes: value, text: pdf.pages.join('\n').replaceAll(/\s+/g, ' ') };
  }

  const printedAgenda = (of: Agenda, style: string, options: Partial<AgendaOptions>) =>
    printed(agendaKind, style, (loaded) => agendaPaper(of, records, loaded, { part: 'public', ...options }));

  it.each(houseStyles)(
    '%s: an agenda has a bookmark for each item and says its pages after its title',
    async (style) => {
      const pages = new Map([
        ['exampleshire-cqc-2026-01-13', { first: 5, last: 12 }],
        ['minutes', { first: 4, last: 4 }],
      ]);
      const { pdf, bytes } = await printedAgenda(agenda, style, { pages });
      expect(pdf.tagged).toBe(true);
      for (const { number = '', title } of agenda.items)
        expect(pdf.outline.map((line) => line.trim())).toContain(`${number} ${title.replace(' - ', ' – ')}`);
      const words = (await wordsByTags(bytes)).replaceAll(/\s+/g, ' ');
      expect(words).toMatch(/Minutes of the meeting held on 9 December 2025 Page 4 Cabinet is asked/);
      expect(words).toMatch(
        /5 Adult social care .*? Pages 5 to 12 Lead officer: Director of Adult Social Care\. Divisions/,
      );
      expect(words).toContain('Key decision , forward plan reference FP/2025/41');
    },
  );

  it('the agenda says why the public is asked to leave, by paragraph and section', async () => {
    const { text } = await printedAgenda(agenda, 'modern', {});
    expect(text).toContain('under section 100A(4) of the Local Government Act 1972 and regulation 4(2)(b)');
    expect(text).toContain('item 12, A contract for home care: paragraph 3 (financial or business affairs)');
    expect(text).toContain(
      'the public interest in maintaining the exemption outweighs the public interest in disclosing',
    );
  });

  it('what is exempt in a public item is named where the public leave, and the item says when it is taken', async () => {
    const { text } = await printedAgenda(agenda, 'modern', {});
    expect(text).toContain('Its exempt part is considered after item 11, in private.');
    expect(text).toContain('be excluded from the meeting for item 12 and the exempt part of item 7, because');
    expect(text).toContain(
      'Notice of the intention to take item 12 and the exempt part of item 7 in private',
    );
    expect(text).toContain('No representations were received.');
    expect(text).toMatch(
      /Part I: items that are open .* Part II: items that are taken in private 12 A contract/,
    );
  });

  it('a late item is urgent under the Act for a committee, and under the council’s own procedure for its executive', async () => {
    const { text } = await printedAgenda(agenda, 'modern', {});
    expect(text).toContain('under the council’s urgency procedure for its executive (SI 2012/2089)');
    expect(text).not.toContain('100B');
    const committee: Agenda = { ...agenda, body: { ...agenda.body, kind: 'committee' } };
    const ofCommittee = await printedAgenda(committee, 'modern', {});
    expect(ofCommittee.text).toContain('(Local Government Act 1972, section 100B(4)(b)), by reason of these');
    expect(ofCommittee.text).not.toContain('regulation 4(2)(b)');
  });

  it('a member who is called the chair is not called it twice', async () => {
    const membership = [
      { member: 'Chair of the committee', position: 'chair' as const },
      { member: 'A. Member' },
    ];
    const { text } = await printedAgenda(
      { ...agenda, meeting: { ...agenda.meeting, value: { ...agenda.meeting.value, membership } } },
      'modern',
      {},
    );
    expect(text).toContain('Chair of the committee');
    expect(text).not.toContain('(chair)');
  });

  it('the published agenda has neither late items nor what supplements brought', async () => {
    const published = await printedAgenda(agenda, 'modern', { asPublished: true });
    expect(published.text).not.toMatch(/9A|supplement A|Late item/);
    const today = await printedAgenda(agenda, 'modern', {});
    expect(today.text).toMatch(/9A The auditor’s letter.*To follow/);
    expect(today.text).toContain('A new version of this paper is in supplement A.');
  });

  it('what is taken in private has pages in Part II only', async () => {
    const pages = new Map([['exempt-1', { first: 1, last: 6 }]]);
    expect((await printedAgenda(agenda, 'modern', { pages })).text).not.toContain('Pages 1 to 6');
    const restricted = await printedAgenda(agenda, 'modern', { pages, part: 'restricted' });
    expect(restricted.text).toContain('Pages 1 to 6');
    expect(restricted.text).toContain('Not for publication.');
    expect(restricted.text).not.toContain('Apologies');
  });

  it('forty items more and thirty members leave no number or heading alone at the foot of a page', async () => {
    const many = crowded(agenda, 40, 30);
    const pages = new Map(many.items.map(({ id }, i) => [id, { first: 100 + i, last: 100 + i }]));
    const { pdf, bytes } = await printedAgenda(many, 'derby-cabinet', { pages });
    const text = (await wordsByTags(bytes)).replaceAll(/\s+/g, ' ');
    expect(text).toContain('Councillor Number 1 (chair; A portfolio with rather a long name)');
    expect(text).toContain('Councillor Number 30');
    for (const page of pdf.pages) {
      const lines = page
        .split('\n')
        .filter((line) => line.trim() !== '' && !/Page \d+ of \d+|Exampleshire County Council ·/.test(line));
      expect(lines.at(-1)).not.toMatch(/^(\d+|ITEMS OF BUSINESS|Items of business|Accessibility)\b.{0,3}$/);
    }
  });

  it.each(houseStyles)(
    '%s: a supplement says what it holds and what it takes the place of',
    async (style) => {
      const pages = new Map([['exampleshire-rsh-2026-01-13', { first: 60, last: 69 }]]);
      const replacedPages = new Map([['exampleshire-rsh-2026-01-13', { first: 13, last: 22 }]]);
      const { text, pdf } = await printed(supplementKind, style, (loaded) =>
        supplementPaper(agenda, records, loaded, { letter: 'A', pages, replacedPages }),
      );
      expect(pdf.title).toMatch(/^Supplement A to the agenda/);
      expect(text).toContain(
        'It was published on Thursday 8 January 2026; the agenda was published on 5 January 2026',
      );
      expect(text).toContain('Replace pages 13 to 22 of the published papers by pages 60 to 69.');
      expect(text).toContain('Pages 60 to 69');
      expect(text).toContain('reason and the special circumstances: The auditor signed the letter');
    },
  );

  it('a sheet names papers from elsewhere, where they are from and whom to ask', async () => {
    const papers = agenda.items
      .filter(({ files }) => files.length > 0)
      .map((item, i) => ({
        item,
        pages: { first: 10 * i + 1, last: 10 * i + 9 },
        tagged: i > 1,
        worded: i > 0,
      }));
    const { bytes } = await printed(sheetKind, 'modern', (loaded) =>
      foreignSheet(agenda, records, loaded, papers),
    );
    const text = (await wordsByTags(bytes)).replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/Item 8: Annual report .* Exampleshire Safeguarding Adults Partnership 11 to 19/);
    expect(text).toContain('democraticservices@exampleshire.example');
    expect(text).toContain('At least one of these papers is a picture: a screen reader cannot read it.');
    expect(text).toContain('At least one of these papers does not say in which order it is to be read aloud');
    expect(text).not.toContain('elsewhere');
  });
});
