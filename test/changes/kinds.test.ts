import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/changes/change.ts';
import { projectFolder } from '../support/project.ts';
import type { Slip } from '../support/records.ts';
import { changesOf, told } from './support.ts';

/** What is said of each kind of change, and where it shows. */

const durham = 'durham-2003-12-01';
const cqc = 'exampleshire-cqc-2026-01-13';
const ilacs = 'exampleshire-ilacs-2025-05-13';
const files = {
  durhamReview: 'data/reviews/durham-2002-03.yaml',
  durhamReport: 'data/reports/durham-2003-12-01.yaml',
  ssi: 'data/frameworks/ssi-star-ratings.yaml',
  cqcReview: 'data/reviews/exampleshire-cqc-2024-25.yaml',
  cqcReport: 'data/reports/exampleshire-cqc-2026-01-13.yaml',
  cqcFramework: 'data/frameworks/cqc-local-authority.yaml',
  council: 'data/councils/exampleshire.yaml',
} as const;

const cases: readonly (readonly [what: string, report: string, slips: Slip[], wanted: string[]])[] = [
  [
    'a figure',
    durham,
    [[files.durhamReview, 'value: 38', 'value: 41']],
    [
      'Initial assessments for children and families finished within seven working days: 38% → 41% (first six months of 2003/2004) [paragraph 10.3]',
    ],
  ],
  [
    'a figure that meets its target no longer',
    cqc,
    [[files.cqcReview, '2024/2025, value: 598.2', '2024/2025, value: 601.2']],
    [
      'Adults aged 65 and over admitted to residential or nursing care for the long term: 598.2 per 100,000 → 601.2 per 100,000 (2024/2025), the target is no longer met',
    ],
  ],
  [
    'a target',
    cqc,
    [[files.cqcReview, '2024/2025, value: 598.2, target: 600', '2024/2025, value: 598.2, target: 590']],
    [
      'Adults aged 65 and over admitted to residential or nursing care for the long term: target 600 per 100,000 → 590 per 100,000 (2024/2025)',
    ],
  ],
  [
    'a new period',
    durham,
    [[files.durhamReview, 'H1, value: 38 }', 'H1, value: 38 }\n    - { period: 2003/2004 H2, value: 43 }']],
    [
      'Initial assessments for children and families finished within seven working days: 43% (second six months of 2003/2004), a new figure [paragraph 10, paragraph 11.3]',
    ],
  ],
  [
    'a figure of the council’s own',
    cqc,
    [[files.cqcReview, 'local: { value: 76.8', 'local: { value: 77.1']],
    [
      'People who needed no more support after a short-term service: the council’s own figure 76.8% → 77.1% (2024/2025)',
    ],
  ],
  [
    'a judgement',
    durham,
    [[files.durhamReview, 'adults:   { serving_people_well: most', 'adults:   { serving_people_well: some']],
    ['Services for adults, serving people well: most → some, down a step [table 2]'],
  ],
  [
    'the overall judgement',
    durham,
    [[files.durhamReview, 'rating: 2\n', 'rating: 3\n']],
    [
      'Star rating: 2 stars → 3 stars, up a step [paragraph 1, paragraph 6, table 3, paragraph 7, paragraph 10, paragraph 11]',
    ],
  ],
  [
    'a score, and the way to the next band',
    cqc,
    [[files.cqcReview, 'assessing_needs: 2', 'assessing_needs: 3']],
    [
      'Working with people, assessing needs: 2 → 3, up a step',
      'Total score: 20 of 36 points (56%) → 21 of 36 points (58%)',
      'Way to the next band: three points short of good → two points short of good',
    ],
  ],
  [
    'national figures',
    durham,
    [[files.durhamReview, 'national: 2003-11-13\n', '']],
    ['National figures used: “13 November 2003” (taken out) [paragraph 6]'],
  ],
  [
    'an action',
    cqc,
    [[files.cqcReview, 'owner: Head of Finance, Adult Social Care', 'owner: Head of Payments']],
    [
      'Action “Offer a prepaid card in place of a separate bank account”: lead Head of Finance, Adult Social Care → Head of Payments',
    ],
  ],
  [
    'a day that was moved',
    cqc,
    [[files.cqcReview, 'due: 2026-09-30', 'due: 2025-12-31']],
    [
      'Action “Offer a prepaid card in place of a separate bank account”: due 30 September 2026 → 31 December 2025',
      'Action “Offer a prepaid card in place of a separate bank account”: now overdue on the day of the paper (due 31 December 2025)',
    ],
  ],
  [
    'an area for improvement that is reworded',
    durham,
    [
      [
        files.durhamReview,
        'so that patients are assessed quickly and can leave',
        'so that patients soon can leave',
      ],
    ],
    [
      'Area for improvement “Emergency admissions to hospital”, finding: “are assessed quickly and” → “soon” [paragraph 10.4]',
    ],
  ],
  [
    'an example of good practice that is put in between',
    durham,
    [[files.durhamReview, '  - Fewer delays', '  - A new kitchen\n  - Fewer delays']],
    ['Good practice: “A new kitchen” (new) [paragraph 8]'],
  ],
  [
    'a recommendation',
    durham,
    [[files.durhamReport, 'note:', 'approve:']],
    [
      'Recommendation “approve the award of 2 stars and the main areas for improvement, …”: “note” → “approve” [paragraph 11]',
    ],
  ],
  [
    'an implication that is answered',
    durham,
    [[files.durhamReport, 'equalities: none ', 'equalities: A study is under way. ']],
    ['Implications, Equal opportunities: none → “A study is under way.” [table 4]'],
  ],
  [
    'the day of the meeting',
    durham,
    [[files.durhamReport, 'meeting: 2003-12-01', 'meeting: 2003-12-08']],
    ['Day of the meeting: “1 December 2003” → “8 December 2003” [the head of the paper]'],
  ],
  [
    'a contact',
    durham,
    [[files.durhamReport, 'extension 3628', 'extension 3629']],
    ['Contact, telephone: “extension 3628” → “extension 3629” [“Contact”]'],
  ],
  [
    'background papers',
    durham,
    [
      [
        files.durhamReport,
        'background_papers: unknown',
        'background_papers: [The letter of 13 November 2003] #',
      ],
    ],
    ['Background papers: unknown → “The letter of 13 November 2003” [“Background papers”]'],
  ],
  [
    'what is not in the paper',
    durham,
    [[files.ssi, 'year: 2002', 'year: 2001']],
    [
      'Framework, overall, known cases, 1, year: 2002 → 2001 (ratings that were really given, against which recorded ones are held) []',
    ],
  ],
];

describe('a change of', () => {
  it.each(cases)('%s', (_, report, slips, wanted) => {
    const changes = changesOf(report, slips);
    expect(told(changes, report === durham)).toEqual(wanted);
    // Where the places are not in the sentence, there are some all the same.
    if (report !== durham) for (const { where } of changes.changes) expect(where).not.toEqual([]);
  });

  it('the day of the meeting says which duties are met or overdue by then', () => {
    const slips: Slip[] = [
      ['data/reports/exampleshire-ilacs-2025-05-13.yaml', 'meeting: 2025-05-13', 'meeting: 2026-05-12'],
    ];
    const kinds = changesOf(ilacs, slips).changes.filter(({ kind }) => kind === 'duty');
    expect(kinds.map(({ sentence }) => sentence)).toMatchInlineSnapshot(`
      [
        "Duty “Send Ofsted the action plan”: Due by 20 June 2025 → Overdue since 20 June 2025",
      ]
    `);
  });
});

describe('numbers that only moved', () => {
  it('are no changes, and are counted', () => {
    const changes = changesOf(durham, [
      [
        files.durhamReview,
        '  - id: life-chances',
        '  - id: schools\n    title: Schools\n    finding: More is to be done.\n  - id: life-chances',
      ],
    ]);
    expect(told(changes)).toEqual([
      'Area for improvement “Schools”: new (id: schools; title: Schools; finding: More is to be done) [paragraph 10, paragraph 10.2]',
    ]);
    expect(changes.renumbered).toBe(4);
    expect(changes.paper.map(({ what, where }) => `${what} ${where.words}`)).toEqual([
      'reworded paragraph 10',
      'added paragraph 10.2',
    ]);
  });
});

describe('what is for the office only', () => {
  it('is told nowhere', () => {
    const secret = 'Zanzibar-4711';
    const changes = changesOf(durham, [
      [
        files.durhamReport,
        'background_papers: unknown',
        `internal_notes: [${secret}]\nclearance: [{ by: legal, date: 2003-11-01, comment: ${secret} }]\nbackground_papers: unknown`,
      ],
    ]);
    expect(changes.changes).toEqual([]);
    expect(JSON.stringify(changes)).not.toContain(secret);
  });
});

describe('docs/changes.md', () => {
  const page = readFileSync(join(projectFolder, 'docs/changes.md'), 'utf8');

  it('names every kind of change', () => {
    for (const kind of kinds) expect(page).toContain(`\`${kind}\``);
  });

  it('names every entry of a change and of a part of the paper', () => {
    const { changes, paper } = changesOf(cqc, [
      [files.cqcReview, 'assessing_needs: 2', 'assessing_needs: 3'],
    ]);
    for (const name of [...changes, ...paper].flatMap((one) => Object.keys(one)))
      expect(page).toContain(`\`${name}\``);
  });
});
