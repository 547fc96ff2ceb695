import type { Entry } from '../records/load.ts';
import type { Report } from '../records/report.ts';
import { movedText, yearsOf, type Move } from './period.ts';
import type { Step } from './step.ts';

/**
 * What the council says anew each time. A recommendation or an implication of last time that nobody looked at again is
 * the classic mistake of such papers: each waits, with last time’s words beneath to be written anew or taken up.
 */
const saidAnew = [
  'meeting',
  'summary',
  'background',
  'response',
  'conclusion',
  'recommendations',
  'reasons',
  'background_papers',
] as const;

/** What belongs to one paper only: the office’s own notes, who cleared it, and what was let pass in its words. */
const leftOut = ['internal_notes', 'clearance', 'accept'] as const;

/** Plans the next report: it rests on the next review, its title’s year moves on, and what it says waits. */
export function planReport({ value: report }: Entry<Report>, review: string, move: Move): Step[] {
  const steps: Step[] = [{ do: 'set', path: ['review'], value: review }];
  const met = report.meeting === 'unknown' ? [] : [Number(report.meeting.slice(0, 4))];
  const years = [...yearsOf(move), ...met];
  for (const name of ['title', 'short_title'] as const) {
    const written = report[name];
    const later = written === undefined ? undefined : movedText(written, move, years);
    if (later !== undefined && later !== written) steps.push({ do: 'set', path: [name], value: later });
  }
  report.appendices?.forEach(({ title }, i) => {
    const later = title === undefined ? undefined : movedText(title, move);
    if (later !== undefined && later !== title)
      steps.push({ do: 'set', path: ['appendices', i, 'title'], value: later });
  });
  for (const name of saidAnew) if (report[name] !== undefined) steps.push({ do: 'wait', path: [name] });
  for (const heading of Object.keys(report.implications))
    steps.push({ do: 'wait', path: ['implications', heading] });
  if (report.item !== undefined) steps.push({ do: 'take-out', path: ['item'] });
  for (const name of leftOut) if (report[name] !== undefined) steps.push({ do: 'leave-out', path: [name] });
  return steps;
}
