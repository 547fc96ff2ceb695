import { eachOperation } from './tokens.ts';

/**
 * What a page's content leaves open (ISO 32000-1, 8.4.2 and 14.6): the standard forbids it, and files
 * from elsewhere do it all the same.
 */
export interface LeftOpen {
  /** How many `q` are missing before it for its `Q` to end. */
  missing: number;
  /** What ends everything that it starts. */
  closing: string;
}

export function leftOpen(content: Uint8Array): LeftOpen {
  let [states, lowest, marks, texts] = [0, 0, 0, 0];
  try {
    eachOperation(content, ({ operator }) => {
      if (operator === 'q') states++;
      else if (operator === 'Q') lowest = Math.min(lowest, --states);
      else if (operator === 'BDC' || operator === 'BMC') marks++;
      else if (operator === 'EMC') marks = Math.max(0, marks - 1);
      else if (operator === 'BT') texts = 1;
      else if (operator === 'ET') texts = 0;
    });
  } catch {
    // It ends in the middle of something; a reader stops there, with what was open until then.
  }
  const closing = `${'ET\n'.repeat(texts)}${'EMC\n'.repeat(marks)}${'Q\n'.repeat(states - lowest)}`;
  return { missing: -lowest, closing };
}
