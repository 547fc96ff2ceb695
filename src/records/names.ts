/** The folders of `data/`, by what stands in them. */
export const recordFolders = {
  council: 'councils',
  framework: 'frameworks',
  review: 'reviews',
  report: 'reports',
  meeting: 'meetings',
  calendar: 'calendars',
} as const;

// Whatever is looked up by name already has a `constructor`, so no entry can be told from that one.
export const identifierPattern = /^(?!constructor$)[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/;

/** Whether records and entries can go by this name. */
export function isIdentifier(name: string): boolean {
  return identifierPattern.test(name);
}

/** Whether a file in a folder of records is one, or is meant to be: what hides and what an editor leaves is not. */
export function isRecordFile(name: string): boolean {
  return !name.startsWith('.') && !name.startsWith('~') && /\.ya?ml$/.test(name);
}
