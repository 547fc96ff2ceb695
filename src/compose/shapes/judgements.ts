import * as z from 'zod';

/** A scale with the step that was judged, and the one of last time. */
export const ScaleFact = z.object({
  steps: z.array(z.object({ word: z.string(), judged: z.boolean(), lastYear: z.boolean() })),
  /** Whether the step of last time is last year’s: there is a judgement every year. */
  yearly: z.boolean(),
});
export type ScaleFact = z.infer<typeof ScaleFact>;

export const Question = z.object({
  id: z.string(),
  name: z.string(),
  step: z.string(),
  /** What the step says: "serving most people well". */
  words: z.string(),
  /** The step of last time, where it is known. */
  previous: z.string().optional(),
  /** "up from some", "the same as last year", where last time's is known. */
  movement: z.string().optional(),
  /** "from some to most", "no change", where last time's is known. */
  moved: z.string().optional(),
  scale: ScaleFact,
});
export type Question = z.infer<typeof Question>;

export const Service = z.object({
  id: z.string(),
  name: z.string(),
  subject: z.string(),
  /** "serving most people well, with excellent prospects for improvement". */
  judged: z.string(),
  questions: z.array(Question),
});
export type Service = z.infer<typeof Service>;

/** All judgements together. */
export const Judged = z.object({
  /** How many there are and what they are called: "nine quality statements". */
  words: z.string(),
  /** What one of them is called, at the head of a column: "Quality statement". */
  heading: z.string(),
  /** What the answer is called, at the head of a column: "Judgement", "Score". */
  answer: z.string(),
  /** What they are compared with: "last year", "last time". */
  last: z.string(),
  /** Whether there are few enough for a sentence on each service. */
  in_sentences: z.boolean(),
  /** Present where there are too many for that. */
  many: z
    .object({
      /** "Of the nine quality statements, two were scored 3 and seven 2." */
      summary: z.string(),
      /** How many were given each step, the highest first: "two were scored 3 and seven 2". */
      counts: z.string(),
      /** The same as the title of a picture: "Two quality statements were scored 3 and seven 2". */
      finding: z.string(),
      rows: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          /** The service or theme it belongs to. */
          part: z.string(),
          /** "Good"; with what it says where the step is a score: "2: showing some shortfalls". */
          step: z.string(),
          /** "From 1 to 2", "No change", "Not judged before". */
          moved: z.string(),
        }),
      ),
    })
    .optional(),
  /** How they moved since last time, where that is known. */
  moved: z
    .object({
      /** "Of the nine quality statements that can be compared, three are better than last time, …" */
      words: z.string(),
      period: z.string(),
    })
    .optional(),
});
export type Judged = z.infer<typeof Judged>;
