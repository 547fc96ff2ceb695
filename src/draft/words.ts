import { listInWords } from '../compose/words.ts';

/** "not yet cleared by finance and legal" */
export function unclearedInWords(lacking: readonly string[]): string {
  return `not yet cleared by ${listInWords(lacking)}`;
}
