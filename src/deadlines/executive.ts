import type { AgendaItem } from '../agenda/agenda.ts';
import type { Deadline } from './deadline.ts';
import { keyDecision, privateMeeting, underRegulations } from './law.ts';
import { lawful, type Meeting } from './counting.ts';

/** What the law asks of executives beside the agenda: notice of key decisions, and of meeting in private. */
export function executiveDeadlines(meeting: Meeting): Deadline[] {
  if (meeting.agenda.body.kind !== 'executive' || !underRegulations(meeting.day)) return [];
  return [
    ...meeting.agenda.items.flatMap((item) => keyDecisionDeadlines(meeting, item)),
    ...privateDeadlines(meeting),
  ];
}

/**
 * Twenty-eight clear days for a key decision; the five of the general exception where it is relied on, or where the
 * twenty-eight were missed.
 */
function keyDecisionDeadlines(meeting: Meeting, item: AgendaItem): Deadline[] {
  const key = item.entry?.key_decision;
  if (!key) return [];
  const { reference, notice, general_exception, special_urgency } = key;
  const about = {
    by: meeting.clerk,
    tracked: true,
    item: item.id,
    ...(notice === undefined ? {} : { met: notice }),
  };
  const full = lawful(meeting, keyDecision.notice);
  const excuse = special_urgency ?? general_exception;
  const named = `${reference}, ${item.title}`;
  const deadlines: Deadline[] = [
    {
      id: `key/${item.id}`,
      what: `Publish notice of the key decision ${named}`,
      ...about,
      ...full,
      ...(excuse === undefined ? {} : { excused: excuse }),
    },
  ];
  if (
    general_exception !== undefined ||
    (notice !== undefined && notice > full.last && special_urgency === undefined)
  )
    deadlines.push({
      id: `exception/${item.id}`,
      what: `Give notice under the general exception of the key decision ${named}`,
      ...about,
      ...lawful(meeting, keyDecision.exception),
      ...(special_urgency === undefined ? {} : { excused: special_urgency }),
    });
  return deadlines;
}

/** Two notices where part of the meeting is private. */
function privateDeadlines(meeting: Meeting): Deadline[] {
  const { agenda, clerk } = meeting;
  if (!agenda.items.some(({ part }) => part === 'exempt')) return [];
  const { first, further, agreed } = agenda.meeting.value.private_notice ?? {};
  const about = { by: clerk, tracked: true, ...(agreed === undefined ? {} : { excused: agreed }) };
  return [
    {
      id: 'private',
      what: 'Publish notice of intention to meet in private',
      ...about,
      ...lawful(meeting, privateMeeting.first),
      ...(first === undefined ? {} : { met: first }),
    },
    {
      id: 'private-further',
      what: 'Publish the further notice of meeting in private, with representations and answers',
      ...about,
      ...lawful(meeting, privateMeeting.further),
      ...(further === undefined ? {} : { met: further }),
    },
  ];
}
