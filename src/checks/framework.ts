import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Framework } from '../records/framework.ts';
import { questionsOf, ratingPlace, ratingSteps, stepsOf } from '../records/judging.ts';
import type { Entry, Records } from '../records/load.ts';
import type { Path } from '../records/source.ts';

const unknown = rule(
  'framework/unknown-name',
  'error',
  'What is said of a rating or a service that nobody can have never reaches a paper, and holds no rating to account.',
);
const bands = rule(
  'framework/bands',
  'error',
  'Scores that add up would fall into the wrong band, or into none.',
);

const twice = rule(
  'framework/step-twice',
  'error',
  'The scale would be drawn with a step too many, and nobody could say which of the two was given.',
);
const article = rule(
  'framework/article',
  'error',
  'The sentences of a house style have an article or an owner before the name, and would say “the the” or “Durham’s the”.',
);

/** What frameworks say of their own ratings and services: under names that they have, and bands that can be looked up. */
export function checkFrameworks(records: Records): Diagnostic[] {
  return [...records.framework.values()].flatMap((framework) => [
    ...checkNames(framework),
    ...checkBands(framework),
    ...checkSteps(framework),
    ...checkArticles(framework),
  ]);
}

/** Each step of a scale stands there once. */
function checkSteps({ source, value }: Entry<Framework>): Diagnostic[] {
  return Object.entries(value.scales ?? {}).flatMap(([scale, steps]) =>
    steps.flatMap(({ step }, i) => {
      const first = steps.findIndex((other) => other.step.toLowerCase() === step.toLowerCase());
      return first === i
        ? []
        : [
            twice.at(
              source.at(['scales', scale, i, 'step']),
              `The scale \`${scale}\` has the step \`${step}\` twice: it is step ${String(first + 1)} already.`,
              'Give each step once, from the lowest to the highest, as the regulator calls it.',
            ),
          ];
    }),
  );
}

/** Names that sentences put an article or an owner before. */
function checkArticles({ source, value }: Entry<Framework>): Diagnostic[] {
  const { regulator, review, department, overall } = value;
  const names: [Path, string | undefined][] = [
    [['regulator', 'name'], regulator.called === undefined ? regulator.name : undefined],
    [['review'], review],
    [['department'], department],
    [['overall', 'name'], overall?.name],
  ];
  return names.flatMap(([path, name]) => {
    const [, written = '', rest = ''] = /^([Tt]he|an?)\s+(.+)/.exec(name ?? '') ?? [];
    return rest === ''
      ? []
      : [
          article.at(
            source.at(path),
            `“${name ?? ''}” begins with “${written}”, which the sentences of a paper put before it, or leave out, themselves.`,
            `Write it without the article: \`${rest}\`.`,
          ),
        ];
  });
}

function checkNames({ source, value }: Entry<Framework>): Diagnostic[] {
  const { overall, services = {}, questions = {} } = value;
  const found: Diagnostic[] = [];
  const refer = (written: string, known: readonly string[], kind: string, what: string, at: Path): void => {
    if (known.includes(written)) return;
    const place = at.at(-1) === written ? source.keyAt(at) : source.at(at);
    found.push(unknown.at(place, `There is no ${kind} \`${written}\`.`, didYouMean(written, known, what)));
  };
  const ratings = ratingSteps(value).map(({ step }) => step);
  // A scale that is not there is one mistake, and told by itself.
  const unscaled = overall?.scale !== undefined && ratings.length === 0;
  const rating = (written: string, at: Path): void => {
    if (unscaled) return;
    refer(written, ratings, 'rating', 'Ratings, from lowest to highest', at);
  };
  value.consequences?.forEach((c, i) => rating(c.rating, ['consequences', i, 'rating']));
  if (!overall) return found;
  overall.scored?.bands.forEach(({ step }, i) => rating(step, ['overall', 'scored', 'bands', i, 'step']));
  overall.known_cases?.forEach((known, i) => rating(known.rating, ['overall', 'known_cases', i, 'rating']));
  overall.national?.forEach(({ councils }, i) => {
    for (const step of Object.keys(councils)) rating(step, ['overall', 'national', i, 'councils', step]);
  });
  const { equal_weight: equal, failing } = overall.principles ?? {};
  const at: Path = ['overall', 'principles'];
  equal?.forEach((service, i) =>
    refer(service, Object.keys(services), 'service', 'Services', [...at, 'equal_weight', i]),
  );
  if (failing) {
    const steps = stepsOf(value, failing.question).map(({ step }) => step);
    rating(failing.rating, [...at, 'failing', 'rating']);
    refer(failing.question, Object.keys(questions), 'question', 'Questions', [...at, 'failing', 'question']);
    if (steps.length > 0)
      refer(failing.step, steps, 'step', 'The scale, from lowest to highest', [...at, 'failing', 'step']);
  }
  return found;
}

/** Scores that are added up: each step has one, and each band begins above the one before. */
function checkBands({ source, value }: Entry<Framework>): Diagnostic[] {
  const scored = value.overall?.scored;
  if (!scored) return [];
  const found: Diagnostic[] = [];
  scored.bands.forEach((band, i) => {
    const before = scored.bands[i - 1];
    if (!before || (band.from > before.from && notBelow(value, band.step, before.step))) return;
    found.push(
      bands.at(
        source.at(['overall', 'scored', 'bands', i]),
        `The band of \`${band.step}\` does not begin above the one of \`${before.step}\`.`,
        'Put the bands in order from the lowest to the highest, each by where it begins.',
      ),
    );
  });
  const asked = new Set(Object.keys(value.services ?? {}).flatMap((service) => questionsOf(value, service)));
  const scales = new Set([...asked].flatMap((question) => value.questions?.[question]?.scale ?? []));
  for (const scale of scales) {
    value.scales?.[scale]?.forEach((step, i) => {
      if (step.score !== undefined) return;
      found.push(
        bands.at(
          source.at(['scales', scale, i]),
          `The step \`${step.step}\` has no score, and the scores are added up.`,
          'Write what it counts: `score: 2`.',
        ),
      );
    });
  }
  return found;
}

/** Whether a rating is above another; one that is none is told by itself. */
function notBelow(framework: Framework, above: string, below: string): boolean {
  const [a, b] = [ratingPlace(framework, above), ratingPlace(framework, below)];
  return a < 0 || b < 0 || a > b;
}
