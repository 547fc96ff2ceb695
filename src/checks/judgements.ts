import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Framework } from '../records/framework.ts';
import { questionsOf, stepsOf } from '../records/judging.ts';
import type { Entry, Records } from '../records/load.ts';
import type { Judgements } from '../records/scales.ts';
import type { Path } from '../records/source.ts';

const notOnScale = rule(
  'judgements/not-on-scale',
  'error',
  'Members would read a judgement that the regulator does not give.',
);
const unknown = rule(
  'judgements/unknown-name',
  'error',
  'A judgement under a name that the framework does not have never reaches the paper.',
);
const lacking = rule(
  'judgements/missing',
  'error',
  'A paper that leaves out one of the judgements misleads by what it does not say.',
);

/** Every judgement of reviews and known cases: on its scale, under known names, none left out. */
export function checkJudgements(records: Records): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const review of records.review.values()) {
    const framework = records.framework.get(review.value.framework);
    if (!framework) continue;
    found.push(...check(review, framework.value, review.value.judgements ?? {}, ['judgements']));
    const before = review.value.previous?.judgements;
    if (before) found.push(...check(review, framework.value, before, ['previous', 'judgements']));
  }
  for (const framework of records.framework.values()) {
    found.push(...checkScales(framework));
    framework.value.overall?.known_cases?.forEach((known, i) =>
      found.push(
        ...check(framework, framework.value, known.judgements, ['overall', 'known_cases', i, 'judgements']),
      ),
    );
  }
  return found;
}

function check(entry: Entry<unknown>, framework: Framework, judgements: Judgements, at: Path): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { services = {}, questions = {} } = framework;
  // A judgement under a misspelt name is one mistake: it is not said to be missing as well.
  const unanswered = Object.keys(services).filter((s) => !Object.hasOwn(judgements, s));
  let misspelt = 0;
  for (const [service, answers] of Object.entries(judgements)) {
    if (!Object.hasOwn(services, service)) {
      found.push(
        unknown.at(
          entry.source.keyAt([...at, service]),
          `The framework has no service \`${service}\`.`,
          didYouMean(service, unanswered.length > 0 ? unanswered : Object.keys(services), 'Services'),
        ),
      );
      misspelt++;
      continue;
    }
    const asked = questionsOf(framework, service);
    const unasked = Object.keys(answers).filter((q) => !asked.includes(q));
    const open = asked.filter((q) => !Object.hasOwn(answers, q));
    if (open.length > unasked.length) {
      found.push(missing(entry, framework, service, open, [...at, service]));
    }
    for (const [question, step] of Object.entries(answers)) {
      const definition = asked.includes(question) ? questions[question] : undefined;
      if (!definition) {
        found.push(
          unknown.at(
            entry.source.keyAt([...at, service, question]),
            questions[question] !== undefined && Object.hasOwn(questions, question)
              ? `The framework does not ask \`${question}\` of “${services[service]?.name ?? service}”.`
              : `The framework asks no question \`${question}\`.`,
            didYouMean(
              question,
              open.length > 0 ? open : asked,
              open.length > 0 ? 'Not yet answered' : 'Questions',
            ),
          ),
        );
        continue;
      }
      const steps = stepsOf(framework, question).map((s) => s.step);
      // A scale that the framework does not have is told there.
      if (steps.length > 0 && !steps.includes(step)) {
        found.push(
          notOnScale.at(
            entry.source.at([...at, service, question]),
            `\`${step}\` is not on the scale of “${definition.name}”.`,
            didYouMean(step, steps, 'The scale, from lowest to highest'),
          ),
        );
      }
    }
  }
  if (unanswered.length > misspelt) {
    for (const service of unanswered)
      found.push(missing(entry, framework, service, questionsOf(framework, service), at));
  }
  return found;
}

function missing(
  entry: Entry<unknown>,
  framework: Framework,
  service: string,
  questions: readonly string[],
  at: Path,
): Diagnostic {
  return lacking.at(
    entry.source.keyAt(at),
    `“${framework.services?.[service]?.name ?? service}” has no judgement for ${questions.map((q) => `\`${q}\``).join(' or ')}.`,
    'Add it as the regulator gave it.',
  );
}

/** Names that a framework uses of its own: the scales of its questions, the questions of its services. */
function checkScales(framework: Entry<Framework>): Diagnostic[] {
  const { scales = {}, questions = {}, services = {}, overall } = framework.value;
  const found: Diagnostic[] = [];
  const refer = (kind: string, name: string, known: object, at: Path): void => {
    if (Object.hasOwn(known, name)) return;
    found.push(
      unknown.at(
        framework.source.at(at),
        `There is no ${kind} \`${name}\`.`,
        didYouMean(name, Object.keys(known), kind === 'scale' ? 'Scales' : 'Questions'),
      ),
    );
  };
  for (const [id, { scale }] of Object.entries(questions))
    refer('scale', scale, scales, ['questions', id, 'scale']);
  if (overall?.scale !== undefined) refer('scale', overall.scale, scales, ['overall', 'scale']);
  for (const [id, service] of Object.entries(services))
    service.questions?.forEach((q, i) => {
      refer('question', q, questions, ['services', id, 'questions', i]);
    });
  return found;
}
