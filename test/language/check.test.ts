import { describe, expect, it } from 'vitest';
import { stops } from '../../src/diagnostics/diagnostic.ts';
import { summarise } from '../../src/diagnostics/text.ts';
import { durham, durhamReview, durhamWith, found, framework, outline } from './support.ts';

const long = Array.from({ length: 36 }, (_, i) => `word${String(i)}`).join(' ');
const fine = long.replace(' word35', '');
const response = 'Keeping {{rating}} will not be easy for the County Council';
const finding = 'The heavy workloads of social workers are a priority for the County Council to deal with.';

describe('the example', () => {
  it.each([undefined, 'modern', 'derby-cabinet'])('gives no suggestion in the style %s', async (style) => {
    const { made } = await durhamWith({}, style);
    expect(made.diagnostics.filter((d) => d.severity === 'suggestion')).toEqual([]);
  });
});

describe('language/long-sentence', () => {
  it('points to the sentence in prose, once, whatever the style makes of it', async () => {
    const read = await durhamWith({ [durhamReview]: [[finding, `It is so. Well, **${long}**. It ends.`]] });
    expect(found(read)).toEqual([['language/long-sentence', durhamReview, `Well, **${long}**.`]]);
    expect(read.made.diagnostics[0]).toMatchObject({
      severity: 'suggestion',
      message: 'A sentence has 37 words: “Well, word0 word1 word2 word3 word4 word5 word6 …”',
    });
    expect(stops(read.made.diagnostics)).toBe(false);
    expect(read.made.ready).toBeDefined();
    expect(summarise(read.made.diagnostics)).toBe('1 suggestion');
  });

  it('counts the words that prose quotes', async () => {
    const words = fine.replace('word34', '{{rating_out_of}}');
    const read = await durhamWith({
      [durham]: [[response, `Now ${words}. Challenges remain if the council`]],
    });
    expect(found(read)).toEqual([['language/long-sentence', durham, `Now ${words}.`]]);
  });

  it('lets 35 words pass, and parts that semicolons set apart', async () => {
    expect(found(await durhamWith({ [durhamReview]: [[finding, `${fine}.`]] }))).toEqual([]);
    expect(found(await durhamWith({ [durhamReview]: [[finding, `One; ${fine}; two; ${fine}.`]] }))).toEqual(
      [],
    );
  });

  it('points to the wording of the style where that makes the sentence long', async () => {
    const written = 'The judgements on {{review.subject}} are as follows.';
    const read = await durhamWith({ [outline]: [[written, `${written.slice(0, -1)}, ${long}.`]] });
    expect(found(read)).toEqual([['language/long-sentence', outline, `${written.slice(0, -1)}, ${long}.`]]);
  });

  it('points to the prose where that is most of the sentence', async () => {
    const most = Array.from({ length: 33 }, (_, i) => `word${String(i)}`).join(' ');
    const note = /- note: >-\n +(?<words>[^]*?)\n\nimplications/;
    const text = (await durhamWith({ [durham]: [] })).text(durham);
    const words = note.exec(text)?.groups?.['words'] ?? '';
    const read = await durhamWith({ [durham]: [[words, most]] });
    expect(found(read)).toEqual([['language/long-sentence', durham, most]]);
  });
});

describe('language/unexplained-acronym', () => {
  it('points to the first use in what is read first', async () => {
    const read = await durhamWith({
      [durham]: [[response, `The LAC plan stands. ${response}`]],
      [durhamReview]: [[finding, `${finding} See the LAC plan.`]],
    });
    expect(found(read)).toEqual([['language/unexplained-acronym', durham, 'LAC']]);
  });

  it('points to a title, and to a name in the council’s file', async () => {
    expect(
      found(
        await durhamWith({
          [durhamReview]: [['title: Partnership boards', 'title: Partnership boards (PBX)']],
          'data/councils/durham.yaml': [['Safe Communities', 'Safe QRS Communities']],
        }),
      ),
    ).toEqual([
      ['language/unexplained-acronym', 'data/councils/durham.yaml', 'QRS'],
      ['language/unexplained-acronym', durhamReview, 'PBX'],
    ]);
  });

  it('points to the outline’s own words', async () => {
    const read = await durhamWith({ [outline]: [['The judgements on {{', 'The PAF judgements on {{']] });
    expect(found(read)).toEqual([['language/unexplained-acronym', outline, 'PAF']]);
  });

  it('is content with an explanation at the first use in the text, though a heading came before', async () => {
    const read = await durhamWith({
      [durham]: [
        ['title: Annual Review', 'title: PAF and Annual Review'],
        [response, `The Performance Assessment Framework (PAF) stays. The PAF goes on. ${response}`],
      ],
    });
    expect(found(read)).toEqual([]);
  });

  it('is content with a meaning in the framework’s or the council’s file, and hands it to the page', async () => {
    const read = await durhamWith({
      [framework]: [['sources:\n', 'abbreviations: { LAC: looked-after children }\nsources:\n']],
      'data/councils/durham.yaml': [
        ['bodies:', 'abbreviations: { NVQ: National Vocational Qualification }\nbodies:'],
      ],
      [durham]: [[response, `LAC, **NVQs** and the SSI. ${response}`]],
    });
    expect(found(read)).toEqual([]);
    const body = read.made.ready?.html.body ?? '';
    expect(body).toContain('<abbr title="looked-after children">LAC</abbr>, ');
    expect(body).toContain('<strong><abbr title="National Vocational Qualification">NVQ</abbr>s</strong>');
    expect(body).toContain('the <abbr title="Social Services Inspectorate">SSI</abbr>. ');
  });

  it('needs abbreviations that are initials', async () => {
    const { made } = await durhamWith({
      [framework]: [['sources:\n', 'abbreviations: { paf: Performance Assessment Framework }\nsources:\n']],
    });
    expect(made.diagnostics).toMatchObject([{ rule: 'records/invalid', file: framework }]);
    expect(made.diagnostics[0]?.message).toContain('at least two capitals');
  });
});

describe('language/capitals', () => {
  it('points to the words, in prose, in a title and in the outline', async () => {
    expect(
      found(
        await durhamWith({
          [durhamReview]: [
            [finding, `It is NOT TO BE put off. ${finding}`],
            ['title: Partnership boards', 'title: PARTNERSHIP BOARDS AGAIN'],
          ],
          [outline]: [['What this report means', 'PLEASE READ ALL: what this report means']],
        }),
      ).sort((a, b) => (a[2] < b[2] ? -1 : 1)),
    ).toEqual([
      ['language/capitals', durhamReview, 'NOT TO BE'],
      ['language/capitals', durhamReview, 'PARTNERSHIP BOARDS AGAIN'],
      ['language/capitals', outline, 'PLEASE READ ALL'],
    ]);
  });

  it('says nothing of headings that only the style sheet sets in capitals', async () => {
    expect(
      found(await durhamWith({}, 'derby-cabinet')).filter(([rule]) => rule === 'language/capitals'),
    ).toEqual([]);
  });
});

describe('language/link-text', () => {
  it('points to the words of the link', async () => {
    const read = await durhamWith({
      [durhamReview]: [[finding, `${finding} For the letter click [here](https://example.org/letter).`]],
    });
    expect(found(read)).toEqual([['language/link-text', durhamReview, 'here']]);
  });

  it('finds an address in the place of words', async () => {
    const read = await durhamWith({
      [durhamReview]: [[finding, `${finding} See <https://example.org/letter>.`]],
    });
    expect(found(read)).toMatchObject([['language/link-text', durhamReview, 'https://example.org/letter']]);
  });
});
