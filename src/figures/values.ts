import { countDirections } from '../derive/indicators.ts';
import { scoreOf } from '../derive/score.ts';
import type { Joined } from '../compose/join.ts';
import { followedIndicators, type Followed } from '../compose/facts/indicators.ts';
import { announcementOf } from '../compose/facts/national.ts';
import type { IndicatorValue } from '../records/indicators.ts';
import { own } from '../records/judging.ts';
import { rounded, type FigureKind } from './figure.ts';

/** A value of the record that a figure in prose could mean. */
export interface KnownValue {
  value: number;
  kind: FigureKind;
  /** What prose quotes it with, where it can. */
  helper?: string;
  /** What it is: “the latest figure of “Initial assessments …””. */
  what?: string;
  /** The indicator that it belongs to. */
  of?: string;
}

/** Of what kind a figure of an indicator is, by its unit; with the span of time where it is one. */
export function kindOf(unit: string): { kind: FigureKind; time?: string } {
  if (unit === '%') return { kind: 'percent' };
  if (/^[£€$]/.test(unit)) return { kind: 'money' };
  if (/^per\b/.test(unit)) return { kind: 'rate' };
  const time = /(?:^|\s)(days|weeks|months|years|hours|minutes)$/.exec(unit)?.[1];
  return time === undefined ? { kind: 'count' } : { kind: 'time', time };
}

/** Of what kind a difference of two figures of that kind is. */
function differenceOf(kind: FigureKind): FigureKind {
  return kind === 'percent' ? 'points' : kind;
}

/** What the record measures, and what follows from it: each value with the helper that quotes it. */
export function measuredValues(joined: Joined): KnownValue[] {
  const followed = followedIndicators(joined);
  return [
    ...followed.flatMap((one) => ofIndicator(one)),
    ...[joined.review, ...joined.earlier].flatMap((entry) =>
      Object.entries(entry.value.indicators ?? {}).flatMap(([id, values]) => {
        const unit = own(joined.framework.value.indicators, id)?.unit ?? '';
        return values.flatMap((value) => figuresOf(value, kindOf(unit).kind).map((v) => ({ ...v, of: id })));
      }),
    ),
    ...ofScores(joined),
    ...ofTheCountry(joined),
    ...Object.values(countDirections(followed.map(({ course }) => course.direction))).map(counted),
  ];
}

function ofIndicator({ id, definition, course }: Followed): KnownValue[] {
  const { kind } = kindOf(definition.unit);
  const by = differenceOf(kind);
  const { latest, before, change, overTarget } = course;
  const named = `“${definition.name}”`;
  const helper = (name: string, ...more: string[]): string =>
    `{{${[name, ...[id, ...more].map((w) => `"${w}"`)].join(' ')}}}`;
  const made: KnownValue[] = [
    { value: latest.value, kind, helper: helper('indicator'), what: `the latest figure of ${named}` },
  ];
  if (latest.local)
    made.push({
      value: latest.local.value,
      kind,
      helper: helper('indicator_local'),
      what: `the council’s own later figure of ${named}`,
    });
  if (latest.target !== undefined)
    made.push({
      value: latest.target,
      kind,
      helper: helper('indicator_target'),
      what: `the target of ${named}`,
    });
  for (const [name, value] of Object.entries(latest.comparators ?? {}))
    made.push({ value, kind, helper: helper('indicator_average', name), what: `an average beside ${named}` });
  for (const [name, value] of Object.entries(latest.comparators ?? {}))
    made.push({
      value: rounded(Math.abs(latest.value - value)),
      kind: by,
      helper: helper('indicator_to_average', name),
      what: `how far ${named} is from an average`,
    });
  if (before)
    made.push({
      value: before.value,
      kind,
      helper: helper('indicator_before'),
      what: `the figure before of ${named}`,
    });
  for (const { period, value } of course.values)
    made.push({ value, kind, helper: helper('indicator', period), what: `${named} in ${period}` });
  if (change !== undefined)
    made.push({
      value: Math.abs(change),
      kind: by,
      helper: helper('indicator_change'),
      what: `the change of ${named}`,
    });
  if (overTarget !== undefined)
    made.push({
      value: Math.abs(overTarget),
      kind: by,
      helper: helper('indicator_to_target'),
      what: `how far ${named} is from its target`,
    });
  for (const a of course.values) {
    const beside = figuresOf(a, kind).flatMap((v) => (v.kind === kind ? [v.value] : []));
    for (const b of [...course.values.map((v) => v.value), ...beside])
      if (a.value !== b) made.push({ value: rounded(Math.abs(a.value - b)), kind: by });
  }
  made.push(
    ...[course.band, course.bands, course.bandBefore].flatMap((band) =>
      band === undefined ? [] : [counted(band)],
    ),
  );
  // “19.1 out of 24”, “per 1,000”.
  for (const [digits] of definition.unit.matchAll(/\d[\d,]*/g))
    made.push(counted(Number(digits.replaceAll(',', ''))));
  return made.map((value) => ({ ...value, of: id }));
}

/** Everything that one entry of an indicator holds. */
function figuresOf(value: IndicatorValue, kind: FigureKind): KnownValue[] {
  const { numerator, denominator } = value;
  const same = [value.value, value.local?.value, value.target, ...Object.values(value.comparators ?? {})];
  return [
    ...same.flatMap((v) => (v === undefined ? [] : [{ value: v, kind }])),
    ...[numerator, denominator].flatMap((v) => (v === undefined ? [] : [counted(v)])),
  ];
}

function ofScores({ framework, review, earlier }: Joined): KnownValue[] {
  const scored = framework.value.overall?.scored;
  return [review, ...earlier].flatMap((entry, i) => {
    const score = scoreOf(framework.value, entry.value.judgements ?? {});
    if (!score) return [];
    const values: KnownValue[] = [
      { value: score.total, kind: 'count', helper: '{{score}}', what: 'the total of the scores' },
      {
        value: score.maximum,
        kind: 'count',
        helper: '{{score_maximum}}',
        what: 'the most that the scores can add up to',
      },
      {
        value: score.percent,
        kind: 'percent',
        helper: '{{score_percent}}',
        what: 'the total of the scores, as a percentage',
      },
      counted(score.scored),
      ...(score.next ? [counted(score.next.points)] : []),
      ...(scored?.bands ?? []).flatMap(({ from }): KnownValue[] => [
        { value: from, kind: 'percent' },
        { value: Math.abs(from - score.percent), kind: 'points' },
      ]),
    ];
    return i === 0 ? values : values.map(({ value, kind }) => ({ value, kind }));
  });
}

function ofTheCountry(joined: Joined): KnownValue[] {
  const ratings = announcementOf(joined)?.ratings ?? [];
  const total = ratings.reduce((sum, { councils }) => sum + councils, 0);
  if (total === 0) return [];
  return [
    { value: total, kind: 'count', helper: '{{national_total}}', what: 'how many councils were rated' },
    ...ratings.flatMap(({ step, councils }): KnownValue[] => [
      {
        value: councils,
        kind: 'count',
        helper: `{{national "${step}"}}`,
        what: `how many councils were rated ${step}`,
      },
      { value: Math.round((100 * councils) / total), kind: 'percent' },
    ]),
  ];
}

function counted(value: number): KnownValue {
  return { value, kind: 'count' };
}
