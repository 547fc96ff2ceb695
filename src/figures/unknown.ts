import type { Followed } from '../compose/facts/indicators.ts';
import { figure as inFigures, units, withUnit } from '../compose/words.ts';
import { periodInWords } from '../records/dates.ts';
import type { Counted, CountedCouncils, CountedRating } from './counted.ts';
import { judgeCouncils, judgeCount, judgeRating } from './counts.ts';
import { says, type Figure } from './figure.ts';
import { fits, type Said } from './older.ts';
import { kindOf, type KnownValue } from './values.ts';

/** What the record has, as figures are held against it. */
export interface Known {
  values: readonly KnownValue[];
  counted: readonly Counted[];
  rating: CountedRating | undefined;
  councils: CountedCouncils | undefined;
  /** The file that figures are put into: the review’s. */
  file: string;
  /** The file that can accept a figure: the report’s. */
  report: string;
}

/** How far a fraction in words may be from what it stands for, in percentage points: 38% is “two fifths”, not “half”. */
const roughly = 5;
/** Before these words a stretch of time is a limit or a rhythm, and no measurement. */
const limit =
  /\b(?:within|every|after|before|for|by|next|last|past|first|up to|than|in|over|of|per|each|another|until)\s$/i;

/**
 * What to say of a figure that equals nothing in the record. Numbers of what the record counts are held against that;
 * shares, differences and rates against those of the record; bare numbers in digits against every number in it. Money and
 * time are only looked at where the sentence names an indicator that is measured in them. Numbers in words are no claim
 * unless they say what they count, or have a unit.
 */
export function unknownFigure(
  sentence: string,
  at: number,
  figures: readonly Figure[],
  named: readonly Followed[],
  known: Known,
): Said | undefined {
  const figure = figures[at];
  if (!figure) return undefined;
  const next = figures[at + 1];
  const verdict =
    judgeRating(sentence, figure, next, known.rating) ??
    judgeCouncils(sentence, figure, next, known.councils) ??
    judgeCount(sentence, figure, next, known.counted);
  if (verdict)
    return verdict.right
      ? undefined
      : {
          message: `“${verdict.words}”: ${verdict.has}.`,
          hint: `Write ${verdict.helper}, or correct the record in ${known.file}.`,
        };
  return claims(sentence, figure, named) && !isKnown(figure, named, known.values)
    ? { message: `“${figure.text}” is nowhere in the record.`, hint: hintFor(figure, named, known) }
    : undefined;
}

/** Whether a figure claims something that the record must have. */
function claims(sentence: string, figure: Figure, named: readonly Followed[]): boolean {
  const measured = named.some(({ definition }) => fits(figure, definition.unit));
  switch (figure.kind) {
    case 'percent':
    case 'points':
    case 'rate':
      return true;
    case 'fraction':
      return named.some(({ definition }) => definition.unit === '%');
    case 'money':
      return measured;
    case 'time':
      return figure.digits && measured && !limit.test(sentence.slice(0, figure.from));
    case 'count':
      return figure.digits;
  }
}

function isKnown(figure: Figure, named: readonly Followed[], values: readonly KnownValue[]): boolean {
  switch (figure.kind) {
    case 'count': {
      // A bare “18.4” is a measurement: of the indicator that is named, where there is one; it is no difference.
      const measured = named.filter(({ definition }) => fits(figure, definition.unit)).map(({ id }) => id);
      const exact = figure.step < 1;
      return values.some(
        ({ value, kind, of }) =>
          says(figure, value) &&
          (!exact ||
            (kind !== 'points' && (measured.length === 0 || (of !== undefined && measured.includes(of))))),
      );
    }
    case 'fraction':
      return values.some(
        ({ value, kind, of }) =>
          kind === 'percent' &&
          named.some(({ id }) => id === of) &&
          Math.abs(value - figure.value) <= roughly,
      );
    case 'percent':
    case 'points':
    case 'rate':
    case 'money':
    case 'time':
      return values.some(({ value, kind }) => kind === figure.kind && says(figure, value));
  }
}

/** How many values a hint lists. */
const most = 3;

function hintFor(figure: Figure, named: readonly Followed[], { values, file, report }: Known): string {
  const kind = figure.kind === 'fraction' ? 'percent' : figure.kind;
  const far = ({ value }: KnownValue): number => Math.abs(value - figure.value);
  const quotable = values.filter((v) => v.helper !== undefined && v.kind === kind);
  const otherwise = `put the figure into ${file} and quote it, or accept it with a reason under \`accept:\` in ${report}`;
  const one = named.find(({ definition }) => kindOf(definition.unit).kind === kind);
  if (one) {
    const { id, definition, course } = one;
    const latest = `{{indicator "${id}"}} for “${definition.name}” (${withUnit(course.latest.value, definition.unit)} in ${periodInWords(course.latest.period)})`;
    const near = nearest(
      quotable.filter(({ of, value }) => of === id && value !== course.latest.value),
      far,
    )
      .slice(0, most - 1)
      .map(listed);
    return `Write ${[latest, ...near].join(', or ')}; or ${otherwise}.`;
  }
  // Something far off, or of another year, says nothing of what is meant.
  const near = nearest(
    quotable.filter(
      (v) => far(v) <= figure.value / 10 && !/^\{\{(?:indicator_before|\w+ "[^"]*" ")/.test(v.helper ?? ''),
    ),
    far,
  );
  return near.length === 0
    ? `${otherwise.charAt(0).toUpperCase()}${otherwise.slice(1)}.`
    : `If it means one of these, quote it: ${near.slice(0, most).map(listed).join(', ')}. If not, ${otherwise}.`;
}

/** By how near they are, each value and each helper once. */
function nearest(values: readonly KnownValue[], far: (v: KnownValue) => number): KnownValue[] {
  const sorted = [...values].sort((a, b) => far(a) - far(b));
  return sorted.filter((v, i) => sorted.findIndex(({ value, of }) => value === v.value && of === v.of) === i);
}

function listed({ value, kind, helper, what }: KnownValue): string {
  const shown =
    kind === 'percent'
      ? withUnit(value, '%')
      : kind === 'points'
        ? units(value, { one: 'percentage point', many: 'percentage points' })
        : inFigures(value);
  return `${helper ?? ''} (${shown}${what === undefined ? '' : `, ${what}`})`;
}
