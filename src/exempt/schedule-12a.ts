/**
 * The seven kinds of exempt information. Source: Local Government Act 1972, Schedule 12A, Part 1, paragraphs 1 to 7, as
 * they have stood since 2006 (SI 2006/88); described here in our own words.
 */
const exemptKinds = {
  1: 'about an individual',
  2: 'what would reveal who an individual is',
  3: 'financial or business affairs',
  4: 'consultations or negotiations on labour relations',
  5: 'legal professional privilege',
  6: 'notices, orders or directions that are still to be given',
  7: 'preventing, investigating or prosecuting crime',
} as const;

/** The number of a paragraph of Schedule 12A, Part 1. */
export type ExemptParagraph = keyof typeof exemptKinds;

/** Whether there is a paragraph of this number. */
export function isExemptParagraph(n: number): n is ExemptParagraph {
  return Object.hasOwn(exemptKinds, n);
}

/** "financial or business affairs", "legal professional privilege; about an individual". */
export function kindsInWords(paragraphs: readonly ExemptParagraph[]): string {
  return paragraphs.map((n) => exemptKinds[n]).join('; ');
}

/** "paragraph 3", "paragraphs 1 and 3". */
export function paragraphsInWords(paragraphs: readonly ExemptParagraph[]): string {
  const numbers = paragraphs.map(String);
  const last = numbers.pop() ?? '';
  return numbers.length === 0 ? `paragraph ${last}` : `paragraphs ${numbers.join(', ')} and ${last}`;
}
