import type { Path } from '../records/source.ts';
import type { Written } from '../import/written.ts';

/**
 * One thing that is done to a record so that it becomes the later one's. Places are those of the record as it was. The
 * steps are carried out twice, on the text ({@link splice}) and on what it says ({@link meant}), and the two must agree.
 */
export type Step =
  /** Writes another text where one stands. */
  | { do: 'set'; path: Path; value: string }
  /** Lets a whole entry wait; what stood there is kept beneath as a remark. */
  | { do: 'wait'; path: Path }
  /** Lets every text within an entry wait, and keeps what stood there as a remark. */
  | { do: 'wait-each'; path: Path }
  /** Lets a value wait without a remark. */
  | { do: 'blank'; path: Path }
  /** Keeps an entry or item as a remark beneath it. */
  | { do: 'remember'; path: Path }
  /** Turns an entry into a remark. */
  | { do: 'leave-out'; path: Path }
  /** Takes an entry out; the remarks in it stay. */
  | { do: 'take-out'; path: Path }
  /** Takes all items of a list out but the last; the remarks between them stay. */
  | { do: 'only-last'; path: Path }
  /** Adds remarks above an entry. */
  | { do: 'remark'; path: Path; lines: readonly string[] }
  /** Adds an entry to the record, after one that it has or instead of one. */
  | {
      do: 'put';
      name: string;
      place: 'after' | 'instead';
      of: string;
      value: Written;
      lines: readonly string[];
    };
