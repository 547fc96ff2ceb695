import * as z from 'zod';
import { countDirections } from '../../derive/indicators.ts';
import { movementOn } from '../../derive/movement.ts';
import { questionsOf, stepsOf } from '../../records/judging.ts';
import type { Judgements } from '../../records/scales.ts';
import type { Joined } from '../join.ts';
import { typeset } from '../markdown.ts';
import { capital, countInWords, listInWords } from '../words.ts';
import { comparedInWords } from './compared.ts';
import { lastTime } from './last-time.ts';

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

export const Service = z.object({
  id: z.string(),
  name: z.string(),
  subject: z.string(),
  /** "serving most people well, with excellent prospects for improvement". */
  judged: z.string(),
  questions: z.array(Question),
});
type Service = z.infer<typeof Service>;

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

/** Questions of a service that can still be told in one sentence. */
const mostInASentence = 2;

/** "up from some", "the same as last year". */
export function movementInWords(by: number, from: string, last: string): string {
  if (by === 0) return `the same as ${last}`;
  return `${by > 0 ? 'up' : 'down'} from ${from}`;
}

/** Each service with the judgements on it. */
export function servicesOf(joined: Joined): Service[] {
  const f = joined.framework.value;
  const before = lastTime(joined);
  const earlier: Judgements | undefined = before.judgements;
  return Object.entries(f.services ?? {}).flatMap(([id, service]) => {
    const answers = joined.review.value.judgements?.[id];
    if (!answers) return [];
    const questions = questionsOf(f, id).flatMap((question) => {
      const step = answers[question];
      if (step === undefined) return [];
      const steps = stepsOf(f, question);
      const previous = earlier?.[id]?.[question];
      const movement = movementOn(
        steps.map((s) => s.step),
        previous,
        step,
      );
      return [
        {
          id: question,
          name: typeset(f.questions?.[question]?.name ?? question),
          step,
          words: steps.find((s) => s.step === step)?.words ?? step,
          previous,
          movement: movement && movementInWords(movement.by, movement.from, before.last),
          moved: movement && (movement.by === 0 ? 'no change' : `from ${movement.from} to ${step}`),
          scale: {
            steps: steps.map((s) => ({
              word: s.step,
              judged: s.step === step,
              lastYear: s.step === previous,
            })),
            yearly: before.yearly,
          },
        },
      ];
    });
    return [
      {
        id,
        name: typeset(service.name),
        subject: typeset(service.subject),
        judged: questions.map((q) => q.words).join(', '),
        questions,
      },
    ];
  });
}

/** The judgements of all services together; nothing where there are none. */
export function judgedOf(joined: Joined, services: readonly Service[]): z.infer<typeof Judged> | undefined {
  const questions = services.flatMap((s) => s.questions.map((q) => ({ ...q, service: s })));
  const [first] = questions;
  if (!first) return undefined;
  const asked = joined.framework.value.asked ?? { one: 'judgement', many: 'judgements' };
  const scored = joined.framework.value.overall?.scored !== undefined;
  const before = lastTime(joined);
  const all = `${countInWords(questions.length)} ${questions.length === 1 ? asked.one : asked.many}`;
  const compared = questions.some((q) => q.moved !== undefined);
  const moves = compared ? movesInWords(questions, asked, before.last) : undefined;
  // Where all can be compared, they need not be counted again.
  const movesOfAll =
    compared && questions.every((q) => q.moved !== undefined)
      ? movesInWords(questions, asked, before.last, true)
      : moves;
  const inSentences = services.every((s) => s.questions.length <= mostInASentence);
  const given = scored ? 'scored ' : asked.many === 'judgements' ? '' : 'judged ';
  const counts = countsOf(questions, given);
  return {
    words: all,
    heading: headingFor(joined.framework.value.asked?.one),
    answer: scored ? 'Score' : 'Judgement',
    last: before.last,
    in_sentences: inSentences,
    many: inSentences
      ? undefined
      : {
          summary: `Of the ${all}, ${counts}.${movesOfAll === undefined ? '' : ` ${movesOfAll}`}`,
          counts,
          finding: capital(countsOf(questions, given, asked)),
          rows: questions.map(({ id, service, name, step, words, moved }) => ({
            id: `${service.id}-${id}`,
            name,
            part: service.name,
            step: scored ? `${step}: ${words}` : capital(step),
            moved: capital(moved ?? 'not judged before'),
          })),
        },
    moved:
      moves === undefined || before.period === undefined
        ? undefined
        : { words: moves, period: before.period },
  };
}

/** What stands over the names of what was judged. */
function headingFor(asked: string | undefined): string {
  if (asked === undefined) return 'Question';
  // “Judgement” stands over the answers.
  return asked === 'judgement' ? 'What was judged' : capital(asked);
}

/**
 * "four were judged good and one requires improvement", the steps of the first scale from the highest.
 * @param given what was done with them, before the step: "scored ", "judged "
 * @param asked what they are called, where that is not said before
 */
function countsOf(
  questions: readonly Service['questions'][number][],
  given: string,
  asked?: { one: string; many: string },
): string {
  const steps = [...new Set(questions.flatMap((q) => q.scale.steps.map((s) => s.word).reverse()))];
  const counted = steps.flatMap((step) => {
    const n = questions.filter((q) => q.step === step).length;
    return n === 0 ? [] : [{ step, n }];
  });
  return listInWords(
    counted.map(({ step, n }, i) => {
      if (i > 0) return `${countInWords(n)} ${step}`;
      const things = asked === undefined ? '' : ` ${n === 1 ? asked.one : asked.many}`;
      return `${countInWords(n)}${things} ${n === 1 ? 'was' : 'were'} ${given}${step}`;
    }),
  );
}

function movesInWords(
  questions: readonly Service['questions'][number][],
  asked: { one: string; many: string },
  last: string,
  told = false,
): string {
  const directions = questions.map((q) => {
    const place = (word: string | undefined): number => q.scale.steps.findIndex((s) => s.word === word);
    if (q.previous === undefined) return undefined;
    const by = place(q.step) - place(q.previous);
    return by > 0 ? 'improved' : by < 0 ? 'worse' : 'unchanged';
  });
  const counts = countDirections(directions);
  const things = { one: `${asked.one} that can be compared`, many: `${asked.many} that can be compared` };
  // Whichever is told first says what the rest are held against, too.
  const are = (words: string, than: string, first: boolean) => {
    const said = first ? `${words} ${than} ${last}` : words;
    return { one: `is ${said}`, many: `are ${said}` };
  };
  return comparedInWords(
    counts,
    things,
    {
      improved: are('better', 'than', true),
      unchanged: are('the same', 'as', counts.improved === 0),
      worse: are('worse', 'than', counts.improved + counts.unchanged === 0),
    },
    told,
  );
}
