/**
 * The standards the validator knows, by the short names ("flavours") it gives them.
 */

export const FLAVOURS = [
  'ua1',
  'ua2',
  '1a',
  '1b',
  '2a',
  '2b',
  '2u',
  '3a',
  '3b',
  '3u',
  '4',
  '4e',
  '4f',
  'wt1a',
  'wt1r',
] as const;

export type Flavour = (typeof FLAVOURS)[number];

export function isFlavour(text: string): text is Flavour {
  return (FLAVOURS as readonly string[]).includes(text);
}

/** The name people use: `ua1` is "PDF/UA-1", `3a` is "PDF/A-3a". */
export function flavourName(flavour: Flavour): string {
  if (flavour.startsWith('ua')) return `PDF/UA-${flavour.slice(2)}`;
  if (flavour === 'wt1a') return 'Well-Tagged PDF 1.0 (accessibility)';
  if (flavour === 'wt1r') return 'Well-Tagged PDF 1.0 (reuse)';
  return `PDF/A-${flavour}`;
}

/**
 * Reads a list such as `ua1,3a`; `none` is the empty list. Throws a message for the user when a name is unknown.
 */
export function parseFlavours(text: string): Flavour[] {
  if (text.trim() === 'none') return [];
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  return [...new Set(names)].map((name) => {
    if (isFlavour(name)) return name;
    throw new Error(`There is no flavour "${name}". Use some of: ${FLAVOURS.join(', ')}; or none.`);
  });
}
