import type { Place } from '../../diagnostics/diagnostic.ts';
import { isCalendarDate, longDate } from '../../records/dates.ts';
import type { Joined } from '../join.ts';
import type { Inline } from '../inline.ts';
import type { Quotation } from '../prose.ts';
import { plain, say } from './common.ts';
import { figureQuotations } from './figures.ts';
import { planQuotations } from './plan.ts';
import { ratingQuotations } from './ratings.ts';

/**
 * What prose can quote from the record of one report. `refer` notes where a reference was written, so
 * that one which leads nowhere can be shown there.
 */
export function quotationsFor(
  joined: Joined,
  refer: (to: string, place: Place | undefined) => Inline,
): Map<string, Quotation> {
  const { review, council } = joined;
  return new Map<string, Quotation>([
    ...ratingQuotations(joined),
    ...figureQuotations(joined),
    ...planQuotations(joined),
    plain('period', 'the year reviewed: “2002/2003”', () => review.value.period),
    plain('council', 'the council’s name', () => council.value.name),
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
