import type * as z from 'zod';
import { say, text } from './fields.ts';

/** The address of a web page. */
export const webAddress = (): z.ZodString =>
  text().refine((s) => /^https:\/\/[^\s"<>]+$/.test(s), {
    error: say('This is not the address of a web page.', 'Write the whole of it, from https:// on.'),
  });
