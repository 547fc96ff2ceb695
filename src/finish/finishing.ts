/** A file that travels inside the PDF. */
export interface Attachment {
  name: string;
  /** `application/yaml` */
  mediaType: string;
  description: string;
  /** What it is to the paper, in the words of ISO 19005-3, 6.8. */
  relationship: 'Source' | 'Data' | 'Alternative' | 'Supplement';
  bytes: Uint8Array;
}

/** What is put into a printed PDF. */
export interface Finishing {
  title: string;
  author: string;
  /** BCP 47, e.g. `en-GB`. */
  language: string;
  subject?: string;
  keywords?: readonly string[];
  /** The words of the headings, in order, for the bookmarks. */
  headings?: readonly string[];
  /** The moment that the file bears, in UTC. */
  date: Date;
  /** Files that travel with the paper. With some the file is PDF/A-3a, without any it is PDF/A-2a. */
  attachments: readonly Attachment[];
  /** False: the file claims no standard and is not checked, for example because it holds foreign pages. */
  claim: boolean;
  /**
   * A PDF of as many pages, printed like the paper, that is laid over its pages as decoration: page
   * numbers, a watermark, numbers of lines (see `layOver`).
   */
  stamps?: Uint8Array;
  /** The same, laid behind them. */
  behind?: Uint8Array;
}
