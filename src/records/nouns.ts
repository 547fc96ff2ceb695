import { Calendar } from './calendar.ts';
import { Council } from './council.ts';
import { Framework } from './framework.ts';
import { Meeting } from './meeting.ts';
import { Report } from './report.ts';
import { Review } from './review.ts';

/** The six nouns: what people write, where it stands, and its schema. */
export const nouns = {
  council: { folder: 'councils', schema: Council },
  framework: { folder: 'frameworks', schema: Framework },
  review: { folder: 'reviews', schema: Review },
  report: { folder: 'reports', schema: Report },
  meeting: { folder: 'meetings', schema: Meeting },
  calendar: { folder: 'calendars', schema: Calendar },
} as const;

export type Noun = keyof typeof nouns;

export const nounNames = [
  'council',
  'framework',
  'review',
  'report',
  'meeting',
  'calendar',
] as const satisfies readonly Noun[];

export function isNoun(word: string): word is Noun {
  return nounNames.some((noun) => noun === word);
}
