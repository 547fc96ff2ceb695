import { exemptText } from '../exempt/marking.ts';
import { longDate } from '../records/dates.ts';
import { ratingSteps } from '../records/judging.ts';
import { Prose } from '../records/prose.ts';
import { verbs, type Report } from '../records/report.ts';
import type { Facts } from './facts.ts';
import { dayOf } from '../derive/day.ts';
import type { Joined } from './join.ts';
import { dutiesOf } from './duties.ts';
import { indicatorCountsOf, indicatorsOf } from './facts/indicators.ts';
import { judgedOf, servicesOf } from './facts/judgements.ts';
import { nationalOf } from './facts/national.ts';
import { consequenceOf, overallOf } from './facts/overall.ts';
import { picturesOf } from './facts/pictures.ts';
import { planOf, promisedOf } from './facts/plan.ts';
import { typeset } from './markdown.ts';
import type { Outline } from './outline.ts';
import { countInWords, longListInWords, namesForProse } from './words.ts';

/** Everything that a paper can say of a report: its records joined, and what follows from them. */
export function deriveFacts(joined: Joined, outline: Outline): Facts {
  const { report, review, framework, council, body } = joined;
  const f = framework.value;
  const r = review.value;
  const day = dayOf(report.value, review.value);
  const services = servicesOf(joined);
  const duties = dutiesOf(joined, day);
  const lowest = ratingSteps(f)[0]?.step;
  const items = (list: readonly Prose[] | undefined) => {
    if (!list) return undefined;
    const names = namesForProse(list.map((prose) => ({ prose })));
    return list.map((text, i) => ({ id: names[i] ?? '', text }));
  };
  const recommendations = report.value.recommendations.flatMap((recommendation) =>
    verbs.flatMap((verb) => {
      const text = recommendation[verb];
      return text ? [{ verb, text }] : [];
    }),
  );
  const recommendationNames = namesForProse(
    recommendations.map(({ verb, text }) => ({ prose: text, before: verb })),
  );
  const implications = implicationsOf(report.value, outline);
  const answered = implications.filter(({ means }) => means !== undefined);
  const single = recommendations.length === 1 ? recommendations[0] : undefined;
  return {
    council: { name: council.value.name, short_name: council.value.short_name },
    body: { name: body.name, kind: body.kind, members: body.members ?? 'Members' },
    framework: {
      name: f.name,
      regulator: { ...f.regulator, called: f.regulator.called ?? `the ${f.regulator.name}` },
      review: f.review,
      department: f.department,
      introduced: f.introduced.purpose,
      importance: f.introduced.importance,
      parts: f.introduced.parts?.map((p) => ({ id: p.id, text: p.part })),
      combining: f.combining,
      lowest: lowest === r.rating ? undefined : consequenceOf(f, lowest),
    },
    review: {
      title: typeset(r.title),
      period: r.period,
      subject: typeset(r.subject),
      use: r.use,
      nature: r.nature,
      assessment: r.assessment,
      performance: r.performance,
    },
    timeline: r.timeline?.map((t) => ({
      id: t.id,
      date: longDate(t.date),
      event: t.event,
      present: t.present && longListInWords(t.present.map(typeset)),
      after: t.after,
    })),
    services,
    judgements: judgedOf(joined, services),
    overall: overallOf(joined),
    national: nationalOf(joined),
    good_practice: items(r.good_practice),
    good_practice_words: counted(r.good_practice, 'example', 'examples'),
    areas: r.areas_for_improvement?.map((a) => ({
      id: a.id,
      title: typeset(a.title),
      finding: a.finding,
      progress: a.progress,
    })),
    areas_words: counted(r.areas_for_improvement, 'area', 'areas'),
    plan: planOf(joined, day),
    duties,
    duties_dated: duties?.some((d) => d.due !== undefined) ?? false,
    promised: promisedOf(joined, day),
    indicators: indicatorsOf(joined, day),
    indicator_counts: indicatorCountsOf(joined),
    pictures: picturesOf(joined, day),
    report: {
      title: typeset(report.value.title),
      date: dateOf(report.value),
      author_role: typeset(report.value.author.role),
      author_name: report.value.author.name,
      decision: report.value.purpose === 'decision',
      reasons: report.value.reasons,
      conclusion: report.value.conclusion,
    },
    summary: items(report.value.summary),
    background: items(report.value.background),
    response: items(report.value.response),
    recommendations: recommendations.map((x, i) => ({ id: recommendationNames[i] ?? '', ...x })),
    recommendation: single,
    implications,
    implications_answered: answered.length === 0 ? undefined : answered,
    implications_in_short: inShort(implications),
    background_papers: items(listedPapers(report.value.background_papers)),
    background_papers_unknown: report.value.background_papers === 'unknown',
    appendices: report.value.appendices?.map(({ id, title, attached, exempt }) => ({
      id,
      title: exemptText(exempt, title === undefined ? undefined : typeset(title)),
      ...(attached === undefined ? {} : { attached }),
    })),
    contacts: report.value.contacts?.map((c, i) => ({
      id: `contact-${String(i + 1)}`,
      line: typeset([c.name, c.role, c.telephone, c.email].filter((x) => x !== undefined).join(', ')),
    })),
  };
}

/** Stands where nothing could be listed but what is exempt. */
const onlyExempt = new Prose(
  'Only documents that disclose exempt information, which this list leaves out (section 100D(4)(a) of the Act).',
);

/**
 * The background papers that this version lists. A document that discloses exempt information need not be in the public
 * list (Local Government Act 1972, s100D(4)(a)).
 */
function listedPapers(papers: Report['background_papers']): Prose[] | undefined {
  if (papers === 'none' || papers === 'unknown') return undefined;
  const listed = papers.filter((paper) => !paper.withheld);
  return listed.length === 0 ? [onlyExempt] : listed;
}

/** "five areas", "one area". */
function counted(list: readonly unknown[] | undefined, one: string, many: string): string {
  const n = list?.length ?? 0;
  return `${countInWords(n)} ${n === 1 ? one : many}`;
}

/** The meeting's day in the long form, or undefined where it is not known. */
function dateOf(report: Report): string | undefined {
  return report.meeting === 'unknown' ? undefined : longDate(report.meeting);
}

function implicationsOf(report: Report, outline: Outline): Facts['implications'] {
  const answered = (id: string): boolean => {
    const answer = report.implications[id];
    return answer !== undefined && answer !== 'none' && answer !== 'unknown' && answer !== '';
  };
  const { headings, none, unknown } = outline.implications;
  return Object.entries(headings)
    .filter(([id, { required }]) => required === 'yes' || answered(id))
    .map(([id, { heading }]) => {
      const answer = report.implications[id];
      if (answer instanceof Prose) return { id, heading, means: answer, answer: '' };
      if (typeof answer === 'object')
        return { id, heading, means: answer.means, answer: '', see: answer.see?.map((to) => ({ to })) };
      return { id, heading, answer: answer === 'none' ? none : unknown };
    });
}

/** Headings that have the same answer in one line each: "No implications: legal; human rights." */
function inShort(implications: Facts['implications']): Facts['implications_in_short'] {
  const unanswered = implications.filter(({ means }) => means === undefined);
  return [...new Set(unanswered.map(({ answer }) => answer))].map((answer, i) => {
    const headings = unanswered
      .filter((other) => other.answer === answer)
      // Initials stay as they are.
      .map(({ heading }) => (/^[A-Z][a-z]/.test(heading) ? lowerFirst(heading) : heading));
    return {
      id: `answer-${String(i + 1)}`,
      line: `${answer.replace(/\.$/, '')}: ${headings.join('; ')}.`,
    };
  });
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
