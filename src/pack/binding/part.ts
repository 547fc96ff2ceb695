import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Result } from '../../diagnostics/diagnostic.ts';
import type { Attachment } from '../../finish/finishing.ts';

/** A PDF that goes into a pack. */
export interface BoundPart {
  /** Unique in the pack; links from other parts name it. */
  id: string;
  /** The words of its bookmark: “5. Annual review of social services”. */
  bookmark: string;
  /** BCP 47, e.g. `en-GB`. */
  language: string;
  /** For one of our own as the printer gives it, not finished. */
  pdf: Uint8Array;
  kind: 'own' | 'foreign';
  /** The words of its headings, in order, for the bookmarks; for one of our own. */
  headings?: readonly string[];
  /** What a diagnostic calls it: its file's name. */
  name?: string;
  /** Where a diagnostic points: the item on the agenda. */
  place?: Place;
}

/** What is said about a pack as a whole, as about a single paper. */
export interface PackAbout {
  title: string;
  author: string;
  /** BCP 47, e.g. `en-GB`. */
  language: string;
  subject?: string;
  keywords?: readonly string[];
  /** The moment that the file bears, in UTC. */
  date: Date;
  attachments: readonly Attachment[];
  /** The number of the first page: 1, or, for a supplement, the one after the published pack's last. */
  firstPage: number;
  /** What stands before each number, of letters and digits: "R" for R1, R2 … */
  labelPrefix?: string;
  /**
   * What is laid over the pages (see `layOver`): a printed PDF of as many, or what makes one once the
   * pages are known. Without it the pages have no numbers.
   */
  stamps?: Uint8Array | ((pages: readonly PackPage[]) => Promise<Result<Uint8Array>>);
}

/** A page of a pack, as whoever prints its stamp has to know it. */
export interface PackPage {
  /** The number that is printed on it and that is its label. */
  number: number;
  /** In points, as it is shown. */
  width: number;
  height: number;
  part: string;
  foreign: boolean;
}

/** A pack that is ready to be sent. */
export interface BoundPack {
  pdf: Uint8Array;
  /** The numbers of the first and last page of each part, by its identifier. */
  pages: Map<string, PageSpan>;
  /** Whether it claims PDF/UA and PDF/A: so where all parts are our own. */
  claims: boolean;
}

export interface PageSpan {
  first: number;
  last: number;
}
