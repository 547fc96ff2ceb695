import * as z from 'zod';
import { choice, count, described, form, list, say } from './fields.ts';
import { span, type Span } from './duties.ts';
import { once } from '../once.ts';

/** Who can clear a report before it goes out. */
export const clearers = ['finance', 'legal', 'portfolio_holder', 'monitoring_officer'] as const;
export type Clearer = (typeof clearers)[number];

/**
 * The clear days of notice that the law asks for at the least.
 * Source: Local Government Act 1972, s100B(3) and (4), as amended by SI 2002/715, article 3; SI 2012/2089,
 * regulations 6, 7 and 10.
 */
export const leastNotice = 5;

/** So many working days; the other spans would leave open on which day an office can do it. */
const workingDays = (): z.ZodType<Span, string> =>
  span().refine(({ unit }) => unit === 'working days', {
    error: say('This is not counted in working days.', 'Write it as 10 working days.'),
  });

/** What a council sets for itself, before and beside what the law asks for. */
export const Deadlines = once(() =>
  form({
    notice: count(1)
      .refine((days) => days >= leastNotice, {
        error: say(
          'The law asks for five clear days at least (Local Government Act 1972, s100B).',
          'Write 5 or more.',
        ),
      })
      .optional()
      .register(described, {
        description:
          'Clear days between the day on which an agenda goes out and the meeting. The law asks for 5, which is meant where this is left out; a council can give more.',
      }),
    clear_days: choice(['working', 'all']).optional().register(described, {
      description:
        'What counts as one of five clear days. `working`: no Saturday, Sunday, bank holiday or day on which the offices are closed. `all`: every day of the week. `working` where left out: it is the earlier day, and what the Court of Appeal held of s100B (R v Swansea City Council, ex parte Elitestone Ltd, 1993). The 28 clear days of SI 2012/2089 are counted through all days of the week either way.',
    }),
    draft: workingDays().optional().register(described, {
      description:
        'When drafts of reports are due: so many working days before the agenda goes out. The council’s choice, not law; `10 working days` where left out.',
    }),
    cleared: workingDays().optional().register(described, {
      description:
        'When clearances are due, before the agenda goes out. The council’s choice, not law; `5 working days` where left out.',
    }),
    cleared_by: form({
      finance: workingDays().optional(),
      legal: workingDays().optional(),
      portfolio_holder: workingDays().optional(),
      monitoring_officer: workingDays().optional(),
    })
      .optional()
      .register(described, {
        description: 'The same for one clearance that is due on another day than the others.',
      }),
    final: workingDays().optional().register(described, {
      description:
        'When final reports are due, before the agenda goes out. The council’s choice, not law; `2 working days` where left out.',
    }),
    clearances: list(choice(clearers)).optional().register(described, {
      description: 'Who must clear each report before it goes out; nobody where left out.',
    }),
  }).refine((set) => Object.keys(set).length > 0, {
    error: say('Nothing is set.', 'Write `clear_days: working`, or take the entry out.'),
  }),
);
export type Deadlines = z.infer<ReturnType<typeof Deadlines>>;

/** What a council that sets deadlines has not set. */
export const usualSpans = {
  draft: { count: 10, unit: 'working days' },
  cleared: { count: 5, unit: 'working days' },
  final: { count: 2, unit: 'working days' },
} as const satisfies Record<string, Span>;

const names: Record<Clearer, string> = {
  finance: 'finance',
  legal: 'legal',
  portfolio_holder: 'the portfolio holder',
  monitoring_officer: 'the monitoring officer',
};

/** How a sentence calls somebody who clears reports: "finance", "the portfolio holder". */
export function clearerName(by: Clearer): string {
  return names[by];
}
