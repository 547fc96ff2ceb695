import * as z from 'zod';

const Text = z.object({ kind: z.literal('text'), text: z.string() });
/** Initials whose meaning the records know. */
const Abbreviation = z.object({ kind: z.literal('abbreviation'), text: z.string(), expansion: z.string() });
const Break = z.object({ kind: z.literal('break') });
/** A reference to a numbered block: `text` is what stands in the paper, "paragraph 5.1". */
const Reference = z.object({
  kind: z.literal('reference'),
  to: z.string(),
  anchor: z.string(),
  text: z.string(),
  /** The page it is on, in a paper that gives page numbers. */
  page: z.string().optional(),
});
const Strong = z.object({
  kind: z.literal('strong'),
  get content() {
    return z.array(Inline);
  },
});
const Emphasis = z.object({
  kind: z.literal('emphasis'),
  get content() {
    return z.array(Inline);
  },
});
/** Words in another language, so that a screen reader says them in it. */
const Foreign = z.object({
  kind: z.literal('foreign'),
  /** BCP 47, e.g. `cy`. */
  language: z.string(),
  get content() {
    return z.array(Inline);
  },
});
const Link = z.object({
  kind: z.literal('link'),
  href: z.string(),
  get content() {
    return z.array(Inline);
  },
});
/** Words that were put in since an earlier edition; in a marked copy only. */
const Inserted = z.object({
  kind: z.literal('inserted'),
  get content() {
    return z.array(Inline);
  },
});
/** Words that were taken out since an earlier edition; in a marked copy only. */
const Deleted = z.object({
  kind: z.literal('deleted'),
  get content() {
    return z.array(Inline);
  },
});

/** A QR code, drawn dark on light: `size` squares wide, with the quiet border around it. */
const Code = z.object({
  kind: z.literal('code'),
  size: z.number(),
  /** Its dark squares as the path of an SVG. */
  path: z.string(),
  /** Where it leads, in words. */
  alternative: z.string(),
});

/** A run of words, or what stands among words, in a block of the Paper. */
export const Inline = z.discriminatedUnion('kind', [
  Text,
  Abbreviation,
  Break,
  Reference,
  Strong,
  Emphasis,
  Foreign,
  Link,
  Inserted,
  Deleted,
  Code,
]);
export type Inline = z.infer<typeof Inline>;
