import type { Inline } from '../inline.ts';
import type { Quotation } from '../prose.ts';

/** What is wrong with a quotation, and what to write instead. */
export interface Refusal {
  wrong: string;
  hint: string;
}

export const say = (text: string): Inline[] => [{ kind: 'text', text }];

/** A name that quotes one value and takes nothing. */
export function plain(name: string, gives: string, quote: () => string | Refusal): [string, Quotation] {
  return [
    name,
    {
      usage: `{{${name}}}`,
      gives,
      arguments: [0, 0],
      quote: () => {
        const found = quote();
        return typeof found === 'string' ? say(found) : found;
      },
    },
  ];
}
