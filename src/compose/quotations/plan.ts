import { didYouMean } from '../../diagnostics/suggest.ts';
import { dayOf } from '../../derive/day.ts';
import { dutiesOf, type DutyFact } from '../duties.ts';
import { planStandings } from '../facts/plan.ts';
import type { Joined } from '../join.ts';
import type { Quotation } from '../prose.ts';
import { countInWords } from '../words.ts';
import { plain, say } from './common.ts';

const standings = ['done', 'under way', 'not started', 'overdue', 'stopped'] as const;

/** What prose can quote of the areas for improvement and the plan for them. */
export function planQuotations(joined: Joined): [string, Quotation][] {
  const { framework, review } = joined;
  const count = (name: string, list: readonly unknown[] | undefined, gives: string): [string, Quotation] =>
    plain(name, gives, () => countInWords(list?.length ?? 0));
  const day = dayOf(joined.report.value, joined.review.value);
  /** What is lacking where a duty has no last day: its time, the name of the day it counts from, or that day. */
  const notDue = ({ id, within }: DutyFact): string => {
    const after = framework.value.duties?.find((d) => d.id === id)?.after;
    if (within === undefined)
      return `No time is set for it in ${framework.source.file}: write {{duty_state "${id}"}} or leave the day out.`;
    if (after === undefined)
      return `From which day its time counts is not said in ${framework.source.file}: add \`after:\` there if the source says it, or leave the day out.`;
    return `Add the day it counts from, \`${after}\`, to \`timeline:\` in ${review.source.file}.`;
  };
  const duty = (
    name: string,
    gives: string,
    words: (d: DutyFact) => string | undefined,
  ): [string, Quotation] => [
    name,
    {
      usage: `{{${name} "name"}}`,
      gives,
      arguments: [1, 1],
      quote: ([wanted = '']) => {
        const duties = dutiesOf(joined, day) ?? [];
        const found = duties.find((d) => d.id === wanted);
        if (!found)
          return {
            wrong: `This judgement brings no duty \`${wanted}\`.`,
            hint: didYouMean(
              wanted,
              duties.map((d) => d.id),
              'Duties',
            ),
          };
        const said = words(found);
        return said === undefined
          ? {
              wrong: `The day by which \`${wanted}\` is due is not known.`,
              hint: notDue(found),
            }
          : say(said);
      },
    },
  ];
  return [
    count('areas', review.value.areas_for_improvement, 'how many areas for improvement there are: “five”'),
    count('good_practices', review.value.good_practice, 'how many examples of good practice: “ten”'),
    [
      'actions',
      {
        usage: '{{actions}} or {{actions "overdue"}}',
        gives: `how many actions the plan has, or how many of them are ${standings.join(', ')} on the day of the paper: “two”`,
        arguments: [0, 1],
        quote: ([wanted]) => {
          const found = planStandings(joined, dayOf(joined.report.value, review.value));
          if (wanted === undefined) return say(countInWords(found.length));
          return standings.some((s) => s === wanted)
            ? say(countInWords(found.filter((s) => s === wanted).length))
            : {
                wrong: `No action can be \`${wanted}\`.`,
                hint: didYouMean(wanted, standings, 'An action is one of'),
              };
        },
      },
    ],
    duty('duty_due', 'the day by which a duty is to be done: “4 April 2025”', (d) => d.due),
    duty('duty_state', 'how a duty stands: “Due by 4 April 2025”', (d) => d.state_words),
  ];
}
