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

/** What frameworks say of their own ratings and services: under names that they have, and bands that can be looked up. */
export function checkFrameworks(records: Records): Diagnostic[] {
  return [...records.framework.values()].flatMap((framework) => [
    ...checkNames(framework),
    ...checkBands(framework),
  ]);
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
