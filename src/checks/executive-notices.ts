import type { AgendaItem } from '../agenda/agenda.ts';
import type { Meeting } from '../deadlines/counting.ts';
import { isLate, type Deadline } from '../deadlines/deadline.ts';
import { executiveDeadlines } from '../deadlines/executive.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import type { Records } from '../records/load.ts';
import { agendas, dayOfWeek, lastLawful, reckonedMeetings } from './meetings.ts';

const notExecutive = rule(
  'key-decision/not-an-executive',
  'error',
  'Only an executive makes key decisions; members and the public would look for a notice that nobody has to give.',
);
const noNotice = rule(
  'key-decision/no-notice',
  'error',
  'A key decision made without its notice can be challenged, and scrutiny can ask for a report on it.',
);
const noticeDue = rule(
  'key-decision/notice-due',
  'warning',
  'Without notice in time a key decision has to wait, or needs somebody’s agreement that it cannot.',
);
const late = rule(
  'key-decision/late',
  'error',
  'A key decision made without its full notice can be challenged, and scrutiny can ask for a report on it.',
);
const privateLate = rule(
  'private-meeting/late',
  'error',
  'An executive may meet in private only after it said so in time, so that the public could object.',
);
const privateUnsaid = rule(
  'private-meeting/no-notice',
  'warning',
  'An executive may meet in private only after it said so twice, so that the public could object.',
);

const noAnswer = rule(
  'private-meeting/no-representations',
  'warning',
  'The further notice has to say what was said against meeting in private, and what the council answered.',
);

/** An executive's notices of key decisions and of meeting in private were given in time. */
export function checkExecutiveNotices(records: Records): Diagnostic[] {
  return [
    ...agendas(records)
      .filter(({ body }) => body.kind !== 'executive')
      .flatMap(({ items, meeting, body }) =>
        items
          .filter(({ entry }) => entry?.key_decision)
          .map(({ path, title }) =>
            notExecutive.at(
              meeting.source.keyAt([...path, 'key_decision']),
              `“${title}” is called a key decision, and ${body.name} is not an executive (SI 2012/2089, regulation 8).`,
              'Take `key_decision` out, or write `kind: executive` for the body in the council’s file.',
            ),
          ),
      ),
    ...reckonedMeetings(records).flatMap((meeting) => {
      const deadlines = executiveDeadlines(meeting);
      return [
        ...meeting.agenda.items.flatMap((item) => checkKeyDecision(meeting, item, deadlines)),
        ...deadlines.flatMap((deadline) => checkPrivate(meeting, deadline)),
        ...checkRepresentations(meeting, deadlines),
      ];
    }),
  ];
}

function checkKeyDecision(meeting: Meeting, item: AgendaItem, deadlines: readonly Deadline[]): Diagnostic[] {
  const key = item.entry?.key_decision;
  const full = deadlines.find(({ id }) => id === `key/${item.id}`);
  const exception = deadlines.find(({ id }) => id === `exception/${item.id}`);
  if (!key || !full || key.special_urgency !== undefined) return [];
  const { source, value } = meeting.agenda.meeting;
  if (key.notice === undefined) {
    const due = exception ?? full;
    return [
      (value.published === undefined ? noticeDue : noNotice).at(
        source.keyAt([...item.path, 'key_decision']),
        `No notice of the key decision “${item.title}” is recorded. ${lastLawful(meeting, due)}`,
        'Write `notice:` with the day on which it was published; where there was no time for it, `special_urgency:` with who agreed and why.',
      ),
    ];
  }
  // Which rule was relied on decides which days are counted.
  const relied = key.general_exception === undefined ? full : exception;
  if (!relied || !isLate(relied, meeting.day)) return [];
  const place = source.at([...item.path, 'key_decision', 'notice']);
  const said = `Notice of the key decision “${item.title}” was given on ${dayOfWeek(key.notice)}. ${lastLawful(meeting, relied)}`;
  const urgency =
    '`special_urgency:` with who agreed that it cannot reasonably be deferred, and why (regulation 11)';
  return [
    relied === full && exception && !isLate(exception, meeting.day)
      ? late.at(
          place,
          said,
          `Put the decision off; or, where 28 days were impracticable, write \`general_exception:\` with the reason: there were five clear days (regulation 10).`,
        )
      : late.at(place, said, `Put the decision off, or write ${urgency}.`),
  ];
}

function checkPrivate(meeting: Meeting, deadline: Deadline): Diagnostic[] {
  if (deadline.id !== 'private' && deadline.id !== 'private-further') return [];
  const { source, value } = meeting.agenda.meeting;
  if (value.private_notice?.agreed !== undefined) return [];
  const entry = deadline.id === 'private' ? 'first' : 'further';
  const what =
    entry === 'first' ? 'Notice of meeting in private' : 'The further notice of meeting in private';
  if (deadline.met === undefined)
    return [
      privateUnsaid.at(
        value.private_notice ? source.keyAt(['private_notice']) : source.keyAt(['exempt_items']),
        `${what} is not recorded. ${lastLawful(meeting, deadline)}`,
        `Write \`${entry}:\` with its day under \`private_notice:\`, or \`agreed:\` with who agreed that the meeting is urgent, and why (regulation 5(6)).`,
      ),
    ];
  if (!isLate(deadline, meeting.day)) return [];
  return [
    privateLate.at(
      source.at(['private_notice', entry]),
      `${what} was given on ${dayOfWeek(deadline.met)}. ${lastLawful(meeting, deadline)}`,
      'Take the items in public or at a later meeting, or write `agreed:` with who agreed that the meeting is urgent, and why (regulation 5(6)).',
    ),
  ];
}

/** SI 2012/2089, regulation 5(4)(b) and (c): asked for once the agenda is out and says when the further notice was given. */
function checkRepresentations(meeting: Meeting, deadlines: readonly Deadline[]): Diagnostic[] {
  const { source, value } = meeting.agenda.meeting;
  const notice = value.private_notice;
  if (!deadlines.some(({ id }) => id === 'private-further') || value.published === undefined) return [];
  if (notice?.further === undefined || notice.representations !== undefined) return [];
  return [
    noAnswer.at(
      source.keyAt(['private_notice']),
      `The further notice was given on ${dayOfWeek(notice.further)}, and it is not recorded whether representations were received (SI 2012/2089, regulation 5(4)).`,
      'Write `representations: none` under `private_notice:`, or what they said and what the council answered.',
    ),
  ];
}
