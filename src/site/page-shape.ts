import * as z from 'zod';

/** What the template of a council's page of meetings is given: `templates/shared/site.hbs`. */

const Link = z.object({
  href: z.string(),
  /** "Agenda": what it is. */
  text: z.string(),
  /** "of Cabinet, 13 January 2026": what a screen reader adds, so that each link makes sense by itself. */
  of: z.string(),
  /** "web page", "PDF, 3 pages, 118 KB". */
  form: z.string(),
});
export type Link = z.infer<typeof Link>;

/** A paper of a meeting, with its links or what is said where there are none. */
const ListedPaper = z.object({
  number: z.string().optional(),
  title: z.string(),
  links: z.array(Link),
  /** That it came late, or that another takes its place. */
  note: z.string().optional(),
  missing: z.string().optional(),
});
export type ListedPaper = z.infer<typeof ListedPaper>;

const ListedMeeting = z.object({
  anchor: z.string(),
  /** "Tuesday 13 January 2026, 10 am" */
  heading: z.string(),
  /** The body's name, where the heading above does not say it. */
  body: z.string().optional(),
  venue: z.string().optional(),
  remote: z.string().optional(),
  /** The agenda, the pack and what came after the meeting. */
  links: z.array(Link),
  /** What is not there, in words. */
  missing: z.string().optional(),
  papers: z.array(ListedPaper),
});
export type ListedMeeting = z.infer<typeof ListedMeeting>;

export const SitePage = z.object({
  council: z.string(),
  title: z.string(),
  accent: z.string(),
  /** Meetings that are still to come, the next first. */
  ahead: z.array(ListedMeeting),
  bodies: z.array(
    z.object({
      anchor: z.string(),
      name: z.string(),
      /** Said where no meeting of the body is recorded. */
      none: z.string().optional(),
      years: z.array(z.object({ anchor: z.string(), year: z.string(), meetings: z.array(ListedMeeting) })),
    }),
  ),
  /** Where other systems begin to read. */
  data: z.string(),
});
export type SitePage = z.infer<typeof SitePage>;
