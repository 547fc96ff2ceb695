import { describe, expect, it } from 'vitest';
import { explainedAt } from '../../src/compose/initials.ts';
import { acronymsIn } from '../../src/language/acronyms.ts';
import { aligned } from '../../src/language/align.ts';
import { capitalsIn } from '../../src/language/capitals.ts';
import { emptyLinksIn } from '../../src/language/links.ts';

describe('initials', () => {
  it.each([
    ['the SSI and its NVQs', ['SSI', 'NVQ']],
    ['A&E, DfES and KS2', ['A&E', 'DfES', 'KS2']],
    ['the UK’s VAT as PDF for MPs and the NHS', []],
    ['Part II, Volume XIV and Appendix IX', []],
    ['Derby DE1 2FS, GRANTS@EXAMPLE.ORG or https://example.org/ABC', []],
    ['McDonald, I and A in H1 of C26', []],
  ])('are found in “%s”', (text, initials) =>
    expect(acronymsIn(text, []).map((a) => a.initials)).toEqual(initials),
  );

  const explained = (text: string, initials: string, meaning?: string): boolean => {
    const from = text.indexOf(initials);
    return explainedAt(text, { from, to: from + initials.length }, initials, meaning);
  };

  it.each([
    ['the Social Services Inspectorate (SSI)', 'SSI'],
    ['the Social Services Inspectorate’s (SSI) review', 'SSI'],
    ['SSI (the Social Services Inspectorate)', 'SSI'],
    ['National Vocational Qualifications (NVQs)', 'NVQ'],
    ['the Department of Health (“DoH”)', 'DoH'],
    ['multi-agency public protection arrangements (MAPPA)', 'MAPPA'],
    ['Children and Family Court Advisory and Support Service (CAFCASS)', 'CAFCASS'],
    ['tuberculosis (TB)', 'TB'],
    ['special educational needs and disabilities (SEND, from here on)', 'SEND'],
  ])('are explained by “%s”', (text, initials) => expect(explained(text, initials)).toBe(true));

  it.each([
    ['the SSI, or Social Services Inspectorate', 'SSI'],
    ['the regulator (SSI)', 'SSI'],
    ['the SSI (see below)', 'SSI'],
    ['Social Services Inspectorate. The letter (SSI)', 'SSI'],
    ['the Social Services Inspectorate (SSI letter)', 'SSI'],
  ])('are not explained by “%s”', (text, initials) => expect(explained(text, initials)).toBe(false));

  it('are explained by the words that the records have, whatever their letters', () => {
    expect(explained('Extensible Markup Language (XML)', 'XML')).toBe(false);
    expect(explained('Extensible Markup Language (XML)', 'XML', 'Extensible Markup Language')).toBe(true);
  });
});

describe('capitals', () => {
  it.each([
    ['It is NOT TO BE done.', ['NOT TO BE']],
    ['PLEASE NOTE.', ['PLEASE NOTE.']],
    ['Fine. THIS IS A WARNING! Fine.', ['THIS IS A WARNING!']],
    ['It MUST BE done by the SSI, CQC, LGA and NHS.', []],
    ['SSI', []],
    ['Papers B2 and C3 of 2003', []],
  ])('are found in “%s”', (text, rows) =>
    expect(capitalsIn(text, new Set()).map(({ from, to }) => text.slice(from, to))).toEqual(rows),
  );

  it('are no emphasis where all of them are initials that the records explain', () => {
    expect(capitalsIn('the joint SSI DOH BBC team', new Set(['SSI', 'DOH', 'BBC']))).toEqual([]);
  });
});

describe('links', () => {
  const link = (text: string, href = 'https://www.example.org/letter') =>
    emptyLinksIn([
      { kind: 'text', text: 'See ' },
      { kind: 'strong', content: [{ kind: 'link', href, content: [{ kind: 'text', text }] }] },
    ]);

  it.each(['here', 'Click here', 'More…', 'this link', 'https://www.example.org/letter', 'www.example.org'])(
    'called “%s” say nothing',
    (text) => expect(link(text)).toMatchObject([{ from: 4, to: 4 + text.length }]),
  );

  it.each(['the inspectorate’s letter', 'more about the review', 'example.org'])(
    'called “%s” will do',
    (text) => expect(link(text)).toEqual([]),
  );

  it('may show an e-mail address', () => expect(link('a@example.org', 'mailto:a@example.org')).toEqual([]));
});

describe('what a paper says is found in the Markdown', () => {
  const at = (markdown: string, said: string, part: string): string | undefined => {
    const from = said.indexOf(part);
    const span = aligned(markdown, said)({ from, to: from + part.length });
    return span && markdown.slice(span.from, span.to);
  };

  it.each([
    ['One *two* three', 'One two three', 'two three', 'two* three'],
    [
      'It was {{indicator "x"}} in {{period}}. Then more.',
      'It was 38% in 2002/2003. Then more.',
      'Then more.',
      'Then more',
    ],
    [
      '{{stars}} were given. Good.',
      '2 stars were given. Good.',
      '2 stars were given.',
      '{{stars}} were given',
    ],
    ['At last {{stars}}', 'At last 2 stars', 'At last 2 stars', 'At last {{stars}}'],
    [
      '- one\n- [two](https://example.org/x) three',
      'one\ntwo three',
      'two three',
      'two](https://example.org/x) three',
    ],
    ['1. one\n2. two', 'one\ntwo', 'two', 'two'],
    ['{{a}}{{b}} and so', 'x y z and so', 'and so', 'and so'],
  ])('“%s”', (markdown, said, part, written) => expect(at(markdown, said, part)).toBe(written));
});
