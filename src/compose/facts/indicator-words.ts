import { overAverage, type Course } from '../../derive/indicators.ts';
import type { Framework } from '../../records/framework.ts';
import type { Indicator } from '../../records/indicators.ts';
import { own } from '../../records/judging.ts';
import { typeset } from '../markdown.ts';
import { differenceWithUnit, listInWords, withUnit } from '../words.ts';

/** What follows from an indicator's figures, in words. */

const betterWords: Readonly<Record<Indicator['better'], string>> = {
  higher: 'higher is better',
  lower: 'lower is better',
  banded: 'judged by its band',
  near: 'nearer is better',
};

/** Which way an indicator's figure is better, in words. */
export function betterInWords(definition: Indicator): string {
  if (definition.better !== 'near' || definition.near === undefined) return betterWords[definition.better];
  return `best near ${withUnit(definition.near, definition.unit)}`;
}

/** "up 2 percentage points", "down £3", "no change". */
export function changeInWords({ change }: Course, unit: string): string | undefined {
  if (change === undefined) return undefined;
  if (change === 0) return 'no change';
  return `${change > 0 ? 'up' : 'down'} ${differenceWithUnit(Math.abs(change), unit)}`;
}

/** "●●●○○" for the third band of five. */
export function dotsOf({ band, bands }: Course): string | undefined {
  return band === undefined || bands === undefined
    ? undefined
    : `${'●'.repeat(band)}${'○'.repeat(Math.max(0, bands - band))}`;
}

/** "good (band 4 of 5)". */
export function bandInWords({ band_words }: Framework, { band, bands }: Course): string | undefined {
  if (band === undefined || bands === undefined) return undefined;
  const place = `band ${String(band)} of ${String(bands)}`;
  const words = band_words?.find((b) => b.band === band)?.words;
  return words === undefined ? place : `${typeset(words)} (${place})`;
}

/**
 * "2 percentage points short of the target", "better than the target by 2 percentage points", "on target"; where a lower
 * figure is aimed at, none falls short of it: "worse than the target by 2 percentage points".
 */
export function toTargetInWords({ overTarget, latest }: Course, unit: string): string | undefined {
  if (overTarget === undefined) return undefined;
  if (overTarget === 0) return 'on target';
  const by = differenceWithUnit(Math.abs(overTarget), unit);
  if (overTarget < 0 && latest.value < (latest.target ?? -Infinity)) return `${by} short of the target`;
  return `${overTarget > 0 ? 'better' : 'worse'} than the target by ${by}`;
}

/** The distance of a figure to an average: "24 percentage points below England", "the same as England". */
export function toAverageInWords(figure: number, average: number, name: string, unit: string): string {
  const over = overAverage(figure, average);
  if (over === 0) return `the same as ${name}`;
  return `${differenceWithUnit(Math.abs(over), unit)} ${over > 0 ? 'above' : 'below'} ${name}`;
}

/** Averages beside the latest figure, with the distance to each: "24 percentage points below England (62%)". */
export function comparatorsInWords(
  f: Framework,
  { unit }: Indicator,
  { latest }: Course,
): string | undefined {
  const averages = Object.entries(latest.comparators ?? {}).map(([id, value]) => {
    const name = typeset(own(f.comparators, id) ?? id);
    return `${toAverageInWords(latest.value, value, name, unit)} (${withUnit(value, unit)})`;
  });
  return averages.length === 0 ? undefined : listInWords(averages);
}
