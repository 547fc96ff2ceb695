import type { Plain } from '../records/read.ts';
import type { Where } from './paper/places.ts';

/** What a change is of, the most important to members first. */
export const kinds = [
  'rating',
  'judgement',
  'score',
  'recommendation',
  'action',
  'duty',
  'indicator',
  'area',
  'national',
  'implication',
  'meeting',
  'finding',
  'good-practice',
  'report',
  'timeline',
  'background-paper',
  'contact',
  'framework',
  'council',
  'calendar',
] as const;
export type Kind = (typeof kinds)[number];

/** How a group of changes is headed. */
export const kindWords: Readonly<Record<Kind, string>> = {
  rating: 'Overall judgement',
  judgement: 'Judgements',
  score: 'Score',
  recommendation: 'What members are asked to do',
  action: 'Actions',
  duty: 'Duties',
  indicator: 'Indicators',
  area: 'Areas for improvement',
  national: 'National figures',
  implication: 'Implications',
  meeting: 'Meeting and authorship',
  finding: 'What was found',
  'good-practice': 'Good practice',
  report: 'The council’s own text',
  timeline: 'Dates',
  'background-paper': 'Background papers and appendices',
  contact: 'Contacts',
  framework: 'How the regulator judges',
  council: 'The council',
  calendar: 'Bank holidays',
};

/** A change as it is told, before it is known where it shows in the paper. */
export interface Telling {
  kind: Kind;
  /** What it is that changed: "Initial assessments within seven working days". */
  subject: string;
  /** Which of several: "first six months of 2003/2004". */
  detail?: string;
  /** What it was and is, in words; absent where there was or is nothing. */
  before?: string;
  after?: string;
  /** What follows: "up a step". */
  note?: string;
  /** The change in one plain sentence, without a full stop. */
  sentence: string;
}

/** Something that means something else than it did. */
export interface Change extends Telling {
  what: 'changed' | 'added' | 'removed' | 'reordered';
  /** Where it shows in the paper. */
  where: Where[];
  /** Where it stands in the records, by names; absent for what follows from other changes, as time does. */
  record?: string;
  path?: string[];
  /** What stood and stands in the record. */
  was?: Plain;
  is?: Plain;
  /** What the schema says of the entry. */
  description?: string;
}

/** "36% → 38%", "38%, new", "36%, taken out"; quotation marks where texts are long or have spaces. */
export function arrow(before: string | undefined, after: string | undefined): string {
  if (before === undefined || before === '') return `${after ?? ''} (new)`;
  if (after === undefined || after === '') return `${before} (taken out)`;
  return `${before} → ${after}`;
}
