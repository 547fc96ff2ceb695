import { countDirections } from '../../derive/indicators.ts';
import { movementOn } from '../../derive/movement.ts';
import { questionsOf, stepsOf } from '../../records/judging.ts';
import type { Judgements } from '../../records/scales.ts';
import type { Joined } from '../join.ts';
import { typeset } from '../markdown.ts';
import { capital, countInWords, listInWords } from '../words.ts';
import { comparedInWords } from './compared.ts';
import { lastTime } from './last-time.ts';
import type { Judged, Service } from '../shapes/judgements.ts';

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
export function judgedOf(joined: Joined, services: readonly Service[]): Judged | undefined {
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
