import type { Followed } from '../compose/facts/indicators.ts';
import type { Joined } from '../compose/join.ts';
import { withUnit } from '../compose/words.ts';
import { longDate, periodInWords } from '../records/dates.ts';
import { own } from '../records/judging.ts';
import type { Figure } from './figure.ts';
import { namesPeriod } from './naming.ts';
import { kindOf } from './values.ts';

/** What is said of a typed figure: what it is about, and what to write instead. */
export interface Said {
  message: string;
  hint: string;
}

/** A figure that an indicator had, and has no more. */
interface Former {
  value: number;
  period: string;
  /** “in 2002/2003”, “the council’s own, on 31 October 2002”. */
  when: string;
  /** Whether prose can quote it by its period. */
  quotable: boolean;
}

/** Whether a figure is of the kind that an indicator is measured in. A bare one can be, where the unit is not a sign. */
export function fits({ kind, time }: Figure, unit: string): boolean {
  const wanted = kindOf(unit);
  if (kind === wanted.kind) return time === wanted.time;
  return kind === 'count' && wanted.kind === 'rate';
}

/**
 * What to say of a figure that equals an earlier one of an indicator which the sentence names: of a period before, of the
 * council’s own records then, or as an earlier review had it. Nothing where it also equals what the record has now of an
 * indicator that is named, or where the sentence says the period that the figure is of: it is not taken for today’s then.
 */
export function olderFigure(
  sentence: string,
  figure: Figure,
  named: readonly Followed[],
  joined: Joined,
): Said | undefined {
  const fitting = named.filter(({ definition }) => fits(figure, definition.unit));
  const current = fitting.flatMap(({ course: { latest } }) => [
    latest.value,
    latest.local?.value,
    latest.target,
    ...Object.values(latest.comparators ?? {}),
  ]);
  if (current.includes(figure.value)) return undefined;
  for (const one of fitting) {
    const former = formerOf(one, joined).find(
      ({ value, period }) => value === figure.value && !namesPeriod(sentence, period),
    );
    if (!former) continue;
    const { id, definition, course } = one;
    const { latest } = course;
    const local = latest.local;
    return {
      message: `“${figure.text}” is an older figure of “${definition.name}”, ${former.when}; the latest is ${withUnit(latest.value, definition.unit)}, of ${periodInWords(latest.period)}.`,
      hint: [
        `Write {{indicator "${id}"}}, which is always the latest`,
        ...(local ? [`{{indicator_local "${id}"}} for the council’s own of ${longDate(local.as_at)}`] : []),
        ...(former.quotable ? [`{{indicator "${id}" "${former.period}"}} if the older one is meant`] : []),
      ]
        .join('; or ')
        .concat('.'),
    };
  }
  return undefined;
}

function formerOf({ id, course }: Followed, { review, earlier }: Joined): Former[] {
  const { latest, values } = course;
  const found = values
    .filter((v) => v !== latest)
    .map(({ value, period }) => ({ value, period, when: `of ${periodInWords(period)}`, quotable: true }))
    .reverse();
  const told = [review, ...earlier].flatMap((entry) => own(entry.value.indicators, id) ?? []);
  return [
    ...found,
    ...told
      .filter((v) => !values.includes(v))
      .map(({ value, period }) => ({
        value,
        period,
        when: `of ${periodInWords(period)} as an earlier review had it`,
        quotable: false,
      })),
    ...told.flatMap(({ local, period }) =>
      local === undefined || local === latest.local
        ? []
        : [
            {
              value: local.value,
              period,
              when: `of the council’s own records on ${longDate(local.as_at)}`,
              quotable: false,
            },
          ],
    ),
  ];
}
