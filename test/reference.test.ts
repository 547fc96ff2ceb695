import { describe, it } from 'vitest';
import { betterInWords } from '../src/compose/facts/indicator-words.ts';
import { spanInFigures } from '../src/records/duties.ts';
import type { Framework } from '../src/records/framework.ts';
import { ratingSteps } from '../src/records/judging.ts';
import { exampleRecords } from './support/records.ts';
import { entriesOf, page, table } from './support/reference.ts';

const frameworks = [...exampleRecords().framework.values()].map(({ id, value }) => ({ id, f: value }));

function judged(f: Framework): string[] {
  const services = Object.entries(f.services ?? {});
  if (services.length === 0) return ['No service is judged by itself.', ''];
  const asked = Object.entries(f.questions ?? {});
  return [
    ...table(
      ['service or theme', 'name in records', 'questions'],
      services.map(([id, { name, questions }]) => [
        name,
        `\`${id}\``,
        (questions ?? asked.map(([q]) => q))
          .map((q) => `${f.questions?.[q]?.name ?? q} (\`${q}\`)`)
          .join('; '),
      ]),
    ),
  ];
}

function scales(f: Framework): string[] {
  return Object.entries(f.scales ?? {}).flatMap(([id, steps]) => {
    const counted = steps.some(({ score }) => score !== undefined);
    return [
      `The scale \`${id}\`, from the lowest step:`,
      '',
      ...table(
        ['step', 'what it says', ...(counted ? ['counts'] : [])],
        steps.map(({ step, words, score }) => [step, words, ...(counted ? [String(score ?? '')] : [])]),
      ),
    ];
  });
}

function overall(f: Framework): string[] {
  const { overall } = f;
  if (!overall) return ['There is no overall judgement.', ''];
  const steps = ratingSteps(f).map(({ step }) => step);
  const { scored, principles, known_cases: cases, national } = overall;
  return [
    `The overall judgement is called “${overall.name}”. It is one of ${steps.join(', ')}, from lowest to highest.`,
    '',
    ...(f.combining ? [f.combining.markdown, ''] : []),
    ...(scored
      ? [
          `The scores are added up; the total, as a percentage of the most there can be, falls into a band (${scored.source}).${scored.note === undefined ? '' : ` ${scored.note}`}`,
          '',
          ...table(
            ['band', 'from'],
            scored.bands.map(({ step, from }) => [step, `${String(from)}%`]),
          ),
        ]
      : []),
    ...(principles
      ? [
          `A recorded rating is held against published principles (${principles.source}) and ${String(cases?.length ?? 0)} known cases, and never computed.`,
          '',
        ]
      : []),
    ...(scored || principles
      ? []
      : [
          'It is recorded as the regulator gave it. No published rule is recorded here that it could be held against.',
          '',
        ]),
    ...(national
      ? table(
          ['announced', 'councils given each', 'source'],
          national.map(({ announced, councils, source }) => [
            announced,
            Object.entries(councils)
              .map(([step, n]) => `${step}: ${String(n)}`)
              .join('; '),
            source,
          ]),
        )
      : []),
  ];
}

function brings(f: Framework): string[] {
  const { consequences, duties } = f;
  return [
    ...(consequences
      ? table(
          ['judgement', 'what it brings', 'source'],
          consequences.map(({ rating, brings, source }) => [rating, brings.markdown, source]),
        )
      : []),
    ...(duties
      ? table(
          ['duty', 'within', 'of the day called', 'brought by', 'source'],
          duties.map(({ id, duty, within, after, ratings, source }) => [
            `${duty.markdown} (\`${id}\`)`,
            within ? spanInFigures(within) : 'no time found',
            after === undefined ? '' : `\`${after}\``,
            ratings?.join(', ') ?? 'every judgement',
            source,
          ]),
        )
      : ['No duty is recorded that follows from every judgement or from one of them.', '']),
  ];
}

describe('reference pages of frameworks and indicators', () => {
  it('docs/frameworks.md tells of every framework, and how to write one', () => {
    page(
      'frameworks.md',
      [
        '# Frameworks',
        '',
        'A framework says how a regulator judges. It is a file in `data/frameworks/`, and a new one needs no program code: a review names it under `framework:`, and papers, checks and pictures follow from it. What was not found in a source is left out rather than guessed.',
        '',
        ...frameworks.map(({ id, f }) => `- [${f.name}](#${id})`),
        '- [How to write one](#how-to-write-one)',
        '',
        ...frameworks.flatMap(({ id, f }) => [
          `## ${id}`,
          '',
          `${f.name}, by the ${f.regulator.name} (${f.regulator.short}); ${f.frequency === 'irregular' ? 'not every year' : 'every year'}. ${f.introduced.purpose.markdown}`,
          '',
          ...judged(f),
          ...scales(f),
          ...overall(f),
          ...brings(f),
          'Sources:',
          '',
          ...f.sources.map(({ title, publisher, date, for: of }) => {
            const by = publisher === undefined || title.includes(publisher) ? '' : `, ${publisher}`;
            return `- ${title}${by}${date === undefined || title.includes(date) ? '' : ` (${date})`}: ${of}`;
          }),
          '',
        ]),
        '## How to write one',
        '',
        'Start with `npx scrutineer new framework <name>`. `*` stands for a name that you choose, `[]` for each entry of a list. What an indicator is made of stands in [indicators.md](indicators.md).',
        '',
        ...entriesOf('framework', { without: 'indicators.*' }),
      ].slice(0, -1),
    );
  });

  it('docs/indicators.md tells what is made of figures, and which indicators there are', () => {
    page(
      'indicators.md',
      [
        '# Indicators',
        '',
        'A framework defines indicators; a review has their figures. A figure stands in one place, and everything below follows from it.',
        '',
        '## What follows from figures',
        '',
        ...table(
          ['what', 'how'],
          [
            [
              'latest',
              'The figure of the period that ends last; of two that end on one day, that of the longer one. Figures of the reviews before, as far back as `follows:` leads, are taken in; where two records have a figure of one period, that of the newer record stands.',
            ],
            [
              'before',
              'The figure of the same part of the year before: `2003/2004 H1` is compared with `2002/2003 H1`. Where there is none, the one before of the same length. A part of a year is never compared with a whole one, nor a calendar year with one from April.',
            ],
            ['change', 'Latest less before, in the unit; of percentages in percentage points.'],
            [
              'direction',
              '`higher` and `lower` compare the two figures; `near` compares how far each is from the figure under `near`; `banded` compares the bands, and says nothing where one is not known.',
            ],
            [
              'band',
              'The range of the figure’s own period that it falls into, from `from` up to but not including `below`; a part of a year goes by the year’s ranges unless it has its own. Two ranges can be of one band, as a very high figure can be as bad as a very low one.',
            ],
            [
              'counts',
              'How many improved, stayed the same and became worse, among those that can be compared.',
            ],
            [
              'target',
              'How far the latest figure is from its target, towards the better; nothing where the indicator is `banded`.',
            ],
            [
              'age',
              'From the day under `as_at`, or the end of the period, to the day of the paper. Older than `oldest_figure` of the framework, or else of the council, is a warning and a note in the paper.',
            ],
            [
              'local figure',
              'A later figure of the council’s own stands beside the official one, with its day and its source, and replaces nothing.',
            ],
          ],
        ),
        'How prose quotes them stands in [prose.md](prose.md).',
        '',
        '## A definition, in the framework',
        '',
        ...entriesOf('framework', { under: 'indicators.*' }),
        '## A figure, in the review',
        '',
        ...entriesOf('review', { under: 'indicators.*[]' }),
        '## The indicators of each framework',
        '',
        ...frameworks.flatMap(({ id, f }) => [
          `### ${f.name}`,
          '',
          ...(f.indicators
            ? table(
                ['name in records', 'code', 'measure', 'unit', 'better', 'note'],
                Object.entries(f.indicators).map(([name, i]) => [
                  `\`${name}\``,
                  i.code ?? '',
                  i.name,
                  i.unit,
                  betterInWords(i),
                  i.note ?? '',
                ]),
              )
            : [`The framework \`${id}\` has none.`, '']),
        ]),
      ].slice(0, -1),
    );
  });
});
