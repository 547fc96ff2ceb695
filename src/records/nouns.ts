import { Calendar } from './calendar.ts';
import { Council } from './council.ts';
import { Framework } from './framework.ts';
import { Meeting } from './meeting.ts';
import { recordFolders } from './names.ts';
import { Report } from './report.ts';
import { Review } from './review.ts';

/** The six nouns: what people write, where it stands, and its schema. */
export const nouns = {
  council: {
    folder: recordFolders.council,
    get schema() {
      return Council();
    },
  },
  framework: {
    folder: recordFolders.framework,
    get schema() {
      return Framework();
    },
  },
  review: {
    folder: recordFolders.review,
    get schema() {
      return Review();
    },
  },
  report: {
    folder: recordFolders.report,
    get schema() {
      return Report();
    },
  },
  meeting: {
    folder: recordFolders.meeting,
    get schema() {
      return Meeting();
    },
  },
  calendar: {
    folder: recordFolders.calendar,
    get schema() {
      return Calendar();
    },
  },
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
