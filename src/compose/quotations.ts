import type { Place } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { isCalendarDate, longDate, periodInWords } from '../records/dates.ts';
import type { Inline } from './paper.ts';
import type { Quotation } from './prose.ts';
import type { Joined } from './join.ts';
import { countInWords, figure, units, withUnit } from './words.ts';

const say = (text: string): Inline[] => [{ kind: 'text', text }];

/** What stands in a record under a name that an officer wrote, and never what every object has. */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}

/**
 * What prose can quote from the record of one report. `refer` notes where a reference was written, so
 * that one which leads nowhere can be shown there.
 */
export function quotationsFor(
  joined: Joined,
  refer: (to: string, place: Place | undefined) => Inline,
): Map<string, Quotation> {
  const { framework, review, council } = joined;
  const overall = framework.value.overall;
  const rating = review.value.rating;
  const rated = (words: (value: number) => string): Inline[] | { wrong: string; hint: string } =>
    rating === undefined || !overall
      ? {
          wrong: `The review \`${review.id}\` has no rating to quote.`,
          hint: `Add \`rating:\` to ${review.source.file}.`,
        }
      : say(words(rating));
  const stars: Quotation = {
    usage: '{{rating}}',
    gives: 'the overall judgement: “2 stars”',
    arguments: [0, 0],
    quote: () => rated((value) => (overall ? units(value, overall.unit) : '')),
  };
  const latest = (name: string, period: string | undefined) => {
    const values = own(review.value.indicators, name);
    if (!values) {
      return {
        wrong: `The review \`${review.id}\` has no figures for an indicator \`${name}\`.`,
        hint: didYouMean(name, Object.keys(review.value.indicators ?? {}), 'Indicators'),
      };
    }
    const found = period === undefined ? values.at(-1) : values.find((v) => v.period === period);
    return (
      found ?? {
        wrong: `There is no figure of \`${name}\` for ${period ?? 'any period'}.`,
        hint: didYouMean(
          period ?? '',
          values.map((v) => v.period),
          'Periods',
        ),
      }
    );
  };
  return new Map<string, Quotation>([
    ['rating', stars],
    ['stars', { ...stars, usage: '{{stars}}', gives: 'the same as {{rating}}' }],
    [
      'rating_out_of',
      {
        usage: '{{rating_out_of}}',
        gives: 'the overall judgement on its scale: “2 out of 3 stars”',
        arguments: [0, 0],
        quote: () =>
          rated((value) =>
            overall ? `${figure(value)}\u00a0out\u00a0of\u00a0${units(overall.highest, overall.unit)}` : '',
          ),
      },
    ],
    [
      'judgement',
      {
        usage: '{{judgement "service" "question"}}',
        gives: 'one judgement, as the regulator words it: “some”',
        arguments: [2, 2],
        quote: ([service = '', question = '']) => {
          const judged = own(review.value.judgements, service);
          if (!judged)
            return {
              wrong: `There is no service \`${service}\`.`,
              hint: didYouMean(service, Object.keys(review.value.judgements), 'Services'),
            };
          const step = own(judged, question);
          if (step === undefined)
            return {
              wrong: `There is no question \`${question}\`.`,
              hint: didYouMean(question, Object.keys(judged), 'Questions'),
            };
          return say(step);
        },
      },
    ],
    [
      'indicator',
      {
        usage: '{{indicator "name"}} or {{indicator "name" "period"}}',
        gives: 'an indicator’s latest figure, or that of a period, with its unit: “38%”',
        arguments: [1, 2],
        quote: ([name = '', period]) => {
          const found = latest(name, period);
          return 'wrong' in found
            ? found
            : say(withUnit(found.value, own(framework.value.indicators, name)?.unit ?? ''));
        },
      },
    ],
    [
      'indicator_period',
      {
        usage: '{{indicator_period "name"}}',
        gives: 'the period of an indicator’s latest figure: “the first six months of 2003/2004”',
        arguments: [1, 1],
        quote: ([name = '']) => {
          const found = latest(name, undefined);
          return 'wrong' in found ? found : say(periodInWords(found.period));
        },
      },
    ],
    [
      'national',
      {
        usage: '{{national "3"}}',
        gives: 'how many councils were given a rating in the same announcement: “eight”',
        arguments: [1, 1],
        quote: ([wanted = '']) => {
          const announced = overall?.national?.find((n) => n.announced === review.value.national);
          const councils = own(announced?.councils, wanted);
          if (councils !== undefined) return say(countInWords(councils));
          return announced
            ? {
                wrong: `No number of councils is known for the rating ${wanted}.`,
                hint: didYouMean(wanted, Object.keys(announced.councils), 'Ratings'),
              }
            : {
                wrong: 'The review does not say which announcement its rating belongs to.',
                hint: `Add \`national:\` to ${review.source.file}.`,
              };
        },
      },
    ],
    [
      'period',
      {
        usage: '{{period}}',
        gives: 'the year reviewed: “2002/2003”',
        arguments: [0, 0],
        quote: () => say(review.value.period),
      },
    ],
    [
      'council',
      {
        usage: '{{council}}',
        gives: 'the council’s name',
        arguments: [0, 0],
        quote: () => say(council.value.name),
      },
    ],
    [
      'date',
      {
        usage: '{{date "2003-12-01"}}',
        gives: 'a date in the long form: “1 December 2003”',
        arguments: [1, 1],
        quote: ([written = '']) =>
          isCalendarDate(written)
            ? say(longDate(written))
            : {
                wrong: `\`${written}\` is not a date.`,
                hint: 'Write year, month, day with hyphens: 2003-12-01.',
              },
      },
    ],
    [
      'lang',
      {
        usage: '{{lang "cy" "Cyngor Sir"}}',
        gives: 'words in another language, so that a screen reader says them in it',
        arguments: [2, 2],
        quote: ([language = '', words = '']) =>
          isLanguage(language)
            ? [{ kind: 'foreign', language, content: say(words) }]
            : {
                wrong: `\`${language}\` is not the code of a language.`,
                hint: 'Write its code of two letters: cy for Welsh, fr for French, pl for Polish.',
              },
      },
    ],
    [
      'ref',
      {
        usage: '{{ref "name"}}',
        gives: 'a reference to a paragraph, table or section by its name: “paragraph 10.3”',
        arguments: [1, 1],
        quote: ([to = ''], place) => [refer(to, place)],
      },
    ],
  ]);
}

/** Whether the text is a language's code that readers know the name of (BCP 47). */
function isLanguage(code: string): boolean {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)) return false;
  const name = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'none' }).of(code);
  return name !== undefined;
}
