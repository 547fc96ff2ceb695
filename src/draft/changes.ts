import { listInWords } from '../compose/words.ts';
import type { Change, Reason } from '../editions/reasons.ts';

/** Two states of one paper's clearances: the names of those who had not cleared it, or have not now. */
export interface Lacking {
  before: readonly string[] | undefined;
  now: readonly string[] | undefined;
}

/**
 * What changed of a paper's clearances since its files were made. They do not travel with the paper, so that its record
 * cannot tell.
 * @param changes what else changed in the records
 */
export function clearanceChanges(
  report: string,
  { before = [], now = [] }: Lacking,
  reasons: readonly Reason[],
  changes: readonly Change[],
): Change[] {
  const own = `data/reports/${report}.yaml`;
  const changed = reasons.flatMap((reason) => (reason.kind === 'input' ? [reason.file] : []));
  const council = changed.find((file) => file.startsWith('data/councils/')) ?? own;
  const isOwn = changed.includes(own);
  const given = before.filter((name) => !now.includes(name));
  const asked = now.filter((name) => !before.includes(name));
  const found: Change[] = [];
  const tell = (names: readonly string[], file: string, words: string): void => {
    if (names.length > 0) found.push({ file, words: `${words} ${listInWords(names)}, in ${file}` });
  };
  if (isOwn) tell(given, own, 'cleared by');
  else tell(given, council, 'not to be cleared any more by');
  if (council !== own) tell(asked, council, 'to be cleared by');
  else tell(asked, own, 'not cleared any more by');
  const isDraft = before.length > 0 && now.length > 0;
  if (found.length === 0 && isDraft && isOwn && !changes.some(({ file }) => file === own))
    found.push({ file: own, words: `what a draft shows of its clearances, in ${own}` });
  return found;
}
