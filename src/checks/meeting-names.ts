import type { Agenda } from '../agenda/agenda.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Records } from '../records/load.ts';
import type { Member } from '../records/people.ts';
import { agendas } from './meetings.ts';

const twice = rule(
  'meeting/item-twice',
  'error',
  'Links, minutes and decisions could lead to either of the two items.',
);
const noItem = rule(
  'meeting/outcome-of-no-item',
  'error',
  'What was decided would stand in no minutes and in no decision record.',
);
const otherBody = rule(
  'meeting/previous-of-another-body',
  'error',
  'Members would be told of matters arising that arose somewhere else.',
);
const noChair = rule(
  'meeting/no-chair',
  'warning',
  'Members and the public look on the front of an agenda for who takes the chair.',
);

/** The names on an agenda mean one thing each, and lead somewhere. */
export function checkMeetingNames(records: Records): Diagnostic[] {
  const found = agendas(records).flatMap((agenda) => [
    ...checkItems(agenda),
    ...checkOutcomes(agenda),
    ...checkPrevious(records, agenda),
  ]);
  for (const { source, value } of records.meeting.values())
    if (lacksChair(value.membership)) found.push(chairAt(source.keyAt(['membership'])));
  for (const { source, value } of records.council.values())
    for (const [name, { membership }] of Object.entries(value.bodies))
      if (lacksChair(membership)) found.push(chairAt(source.keyAt(['bodies', name, 'membership'])));
  return found;
}

function checkItems({ items, meeting }: Agenda): Diagnostic[] {
  const seen = new Map<string, string>();
  return items.flatMap(({ id, title, path, entry }) => {
    const before = seen.get(id);
    seen.set(id, title);
    // A body’s own list of usual items is not the meeting’s to put right.
    if (before === undefined || !entry) return [];
    const named = (['id', 'report', 'file', 'verbal', 'title'] as const).find(
      (key) => entry[key] !== undefined,
    );
    return [
      twice.at(
        meeting.source.at([...path, named ?? 'id']),
        `Two items of this agenda go by the name \`${id}\`: “${before}” and “${title}”.`,
        'Give one of them an `id:` of its own, or take it out.',
      ),
    ];
  });
}

function checkOutcomes({ items, meeting }: Agenda): Diagnostic[] {
  const ids = items.map(({ id }) => id);
  return Object.keys(meeting.value.outcomes ?? {}).flatMap((name) =>
    ids.includes(name)
      ? []
      : [
          noItem.at(
            meeting.source.keyAt(['outcomes', name]),
            `This agenda has no item that goes by the name \`${name}\`.`,
            didYouMean(name, ids, 'Its items'),
          ),
        ],
  );
}

function checkPrevious(records: Records, { meeting }: Agenda): Diagnostic[] {
  const { previous, council, body } = meeting.value;
  const before = previous === undefined ? undefined : records.meeting.get(previous);
  if (!before || (before.value.body === body && before.value.council === council)) return [];
  return [
    otherBody.at(
      meeting.source.at(['previous']),
      `The meeting \`${before.id}\` is one of \`${before.value.body}\`, and this one of \`${body}\`.`,
      'Name the meeting of the same body before this one, or take the entry out.',
    ),
  ];
}

function lacksChair(membership: readonly Member[] | undefined): boolean {
  return membership?.every(({ position }) => position !== 'chair') ?? false;
}

function chairAt(place: Parameters<typeof noChair.at>[0]): Diagnostic {
  return noChair.at(
    place,
    'Nobody here has the place of the chair.',
    'Write `position: chair` at the member who takes it.',
  );
}
