import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { longDate, periodEnd, periodOrder } from '../records/dates.ts';
import { dayOf } from '../derive/day.ts';
import { isOld } from '../derive/age.ts';
import { spanInFigures } from '../records/duties.ts';
import type { Framework } from '../records/framework.ts';
import type { IndicatorValue } from '../records/indicators.ts';
import { own } from '../records/judging.ts';
import type { Entry, Records } from '../records/load.ts';
import type { Review } from '../records/review.ts';
import type { Path } from '../records/source.ts';

const undefinedIndicator = rule(
  'indicators/undefined',
  'error',
  'A figure without a definition has no name, no unit and no direction.',
);
const order = rule('indicators/order', 'error', 'The last figure in the list is taken for the latest.');

const parts = rule(
  'indicators/parts',
  'error',
  'A member who divides the one by the other gets another figure than the paper’s.',
);
const old = rule(
  'indicators/old-figure',
  'warning',
  'A figure that is out of date can give a council a place that it no longer has.',
);
const local = rule(
  'indicators/local-not-later',
  'error',
  'A local figure stands beside the official one because it is newer.',
);
const average = rule('indicators/unknown-average', 'error', 'The paper could not say whose average it is.');
const ranges = rule('indicators/bands', 'error', 'A figure would fall into two bands, or into none.');
const share = rule('indicators/share', 'warning', 'A share of more than the whole is most likely a slip.');

/** Every figure belongs to an indicator that the framework defines; periods go forward and none twice. */
export function checkIndicators(records: Records): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const review of records.review.values()) {
    const framework = records.framework.get(review.value.framework);
    if (!framework) continue;
    const defined = framework.value.indicators ?? {};
    for (const [id, values] of Object.entries(review.value.indicators ?? {})) {
      if (!Object.hasOwn(defined, id)) {
        found.push(
          undefinedIndicator.at(
            review.source.keyAt(['indicators', id]),
            `The framework defines no indicator \`${id}\`.`,
            didYouMean(id, Object.keys(defined), 'Indicators'),
          ),
        );
      }
      values.forEach((value, i) => {
        const at: Path = ['indicators', id, i];
        found.push(...checkParts(review, value, defined[id]?.unit, at));
        found.push(...checkLocal(review, value, at));
        for (const name of Object.keys(value.comparators ?? {})) {
          if (own(framework.value.comparators, name) !== undefined) continue;
          found.push(
            average.at(
              review.source.keyAt([...at, 'comparators', name]),
              `The framework has no average called \`${name}\`.`,
              didYouMean(name, Object.keys(framework.value.comparators ?? {}), 'Averages'),
            ),
          );
        }
        if (defined[id]?.unit === '%' && (value.value < 0 || value.value > 100)) {
          found.push(
            share.at(
              review.source.at(['indicators', id, i, 'value']),
              `${String(value.value)}% is not a share of anything.`,
              'Check the figure; a share lies between 0 and 100.',
            ),
          );
        }
        const before = values[i - 1];
        if (before && periodOrder(before.period) >= periodOrder(value.period)) {
          found.push(
            order.at(
              review.source.at(['indicators', id, i]),
              `${value.period} does not come after ${before.period}.`,
              'Put the figures in order of time, each period once.',
            ),
          );
        }
      });
    }
  }
  found.push(...checkAges(records));
  for (const framework of records.framework.values()) found.push(...checkBands(framework));
  return found;
}

/** A share is what its two parts make it, as far as the figure is rounded. */
function checkParts(
  review: Entry<Review>,
  { value, numerator, denominator }: IndicatorValue,
  unit: string | undefined,
  at: Path,
): Diagnostic[] {
  if (numerator === undefined || denominator === undefined || unit !== '%') return [];
  if (denominator === 0) {
    return [
      parts.at(
        review.source.at([...at, 'denominator']),
        'Nothing can be a share of 0.',
        'Correct it, or take the two parts out.',
      ),
    ];
  }
  const made = (100 * numerator) / denominator;
  const decimals = (String(value).split('.')[1] ?? '').length;
  // Half a step of the last digit, with room for the way in which computers hold fractions.
  if (Math.abs(made - value) <= 0.5 * 10 ** -decimals + 1e-9) return [];
  return [
    parts.at(
      review.source.at([...at, 'value']),
      `${String(numerator)} of ${String(denominator)} is ${made.toFixed(decimals + 1)}%, not ${String(value)}%.`,
      'Correct the figure or its parts.',
    ),
  ];
}

function checkLocal(review: Entry<Review>, value: IndicatorValue, at: Path): Diagnostic[] {
  const stoodAt = value.as_at ?? periodEnd(value.period);
  if (!value.local || value.local.as_at > stoodAt) return [];
  return [
    local.at(
      review.source.at([...at, 'local', 'as_at']),
      `The local figure stood at ${longDate(value.local.as_at)}, which is not after the official one (${longDate(stoodAt)}).`,
      'Correct the day, or take the local figure out.',
    ),
  ];
}

/** Figures that are older, on the day of a paper, than the framework or the council allows. */
function checkAges(records: Records): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const report of records.report.values()) {
    const review = records.review.get(report.value.review);
    const framework = review && records.framework.get(review.value.framework)?.value;
    const council = review && records.council.get(review.value.council)?.value;
    const allowed = framework?.oldest_figure ?? council?.oldest_figure;
    if (!review || !allowed) continue;
    const day = dayOf(report.value, review.value);
    for (const [id, values] of Object.entries(review.value.indicators ?? {})) {
      const latest = values.at(-1);
      if (!latest) continue;
      const stoodAt = latest.as_at ?? periodEnd(latest.period);
      if (!isOld(stoodAt, allowed, day)) continue;
      found.push(
        old.at(
          review.source.at(['indicators', id, values.length - 1]),
          `The latest figure of \`${id}\` stood at ${longDate(stoodAt)}: on ${longDate(day)} it is more than ${spanInFigures(allowed)} old.`,
          latest.local
            ? 'The paper says so and carries the later local figure; ask whether a new official one is out.'
            : 'Add a newer figure, or a later one of the council’s own under `local:`. The paper says how old it is.',
        ),
      );
    }
  }
  return found;
}

/** The ranges of one period neither overlap nor leave a gap between them, and no period has them twice. */
function checkBands(framework: Entry<Framework>): Diagnostic[] {
  return Object.entries(framework.value.indicators ?? {}).flatMap(([id, { bands = [] }]) =>
    bands.flatMap(({ period, ranges: given }, i) => {
      const wrong = bands.slice(0, i).some((earlier) => earlier.period === period)
        ? [`The ranges of \`${id}\` for ${period} are given twice.`, 'Take one of the two out.']
        : betweenRanges(id, period, given);
      return wrong === undefined
        ? []
        : [ranges.at(framework.source.at(['indicators', id, 'bands', i]), wrong[0] ?? '', wrong[1])];
    }),
  );
}

/** What is wrong between the ranges of one period, and what to write instead. */
function betweenRanges(
  id: string,
  period: string,
  given: readonly { from?: number | undefined; below?: number | undefined }[],
): [string, string] | undefined {
  const ordered = given
    .map(({ from = -Infinity, below = Infinity }) => ({ from, below }))
    .sort((a, b) => (a.from === b.from ? a.below - b.below : a.from - b.from));
  const empty = ordered.find(({ from, below }) => from >= below);
  if (empty)
    return [
      `A range of \`${id}\` for ${period} begins at ${String(empty.from)} and ends below ${String(empty.below)}: no figure is in it.`,
      'Write the lower figure under `from` and the higher one under `below`.',
    ];
  const at = ordered.findIndex(({ from }, n) => n > 0 && from !== ordered[n - 1]?.below);
  const [below, above] = [ordered[at - 1]?.below ?? Infinity, ordered[at]?.from ?? -Infinity];
  if (at < 0) return undefined;
  const wrong =
    above > below
      ? `leave a gap from ${String(below)} to ${String(above)}`
      : `overlap${Number.isFinite(above) ? ` from ${String(above)}` : ''}`;
  return [
    `The ranges of \`${id}\` for ${period} ${wrong}.`,
    'Let each range begin (`from`) where the one below it ends (`below`).',
  ];
}
