import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { longDate } from '../records/dates.ts';
import type { Entry, Records } from '../records/load.ts';
import type { Meeting } from '../records/meeting.ts';

const unknown = rule(
  'supplements/unknown-letter',
  'error',
  'Nobody could say on which day the paper went out, or whether that was in time.',
);
const order = rule(
  'supplements/order',
  'error',
  'Members tell supplements apart by their letters, and take a later letter for later news.',
);
const early = rule(
  'supplements/before-agenda',
  'error',
  'A supplement adds to an agenda that was published; before that, the paper belongs on the agenda itself.',
);

/** Supplements follow the agenda and each other, and every paper is in one that there is. */
export function checkSupplements(records: Records): Diagnostic[] {
  return [...records.meeting.values()].flatMap((meeting) => [
    ...checkLetters(meeting),
    ...checkOrder(meeting),
    ...checkAfterAgenda(meeting),
  ]);
}

function checkLetters({ source, value }: Entry<Meeting>): Diagnostic[] {
  const known = (value.supplements ?? []).map(({ letter }) => letter);
  return (['items', 'exempt_items'] as const).flatMap((list) =>
    (value[list] ?? []).flatMap(({ supplement }, i) =>
      supplement === undefined || known.includes(supplement)
        ? []
        : [
            unknown.at(
              source.at([list, i, 'supplement']),
              `There is no supplement ${supplement} under \`supplements\`.`,
              known.length === 0
                ? `Write \`supplements:\` with \`- { letter: ${supplement}, published: … }\` and the day on which it goes out.`
                : didYouMean(supplement, known, 'Supplements'),
            ),
          ],
    ),
  );
}

function checkOrder({ source, value }: Entry<Meeting>): Diagnostic[] {
  const supplements = value.supplements ?? [];
  return supplements.flatMap(({ letter, published }, i) => {
    const wanted = String.fromCharCode('A'.charCodeAt(0) + i);
    const before = supplements[i - 1];
    if (letter !== wanted)
      return [
        order.at(
          source.at(['supplements', i, 'letter']),
          `Supplement ${letter} stands where ${wanted} belongs.`,
          'Letter the supplements A, B, C in the order in which they went out, each once.',
        ),
      ];
    if (!before || before.published <= published) return [];
    return [
      order.at(
        source.at(['supplements', i, 'published']),
        `Supplement ${letter} went out on ${longDate(published)}, before supplement ${before.letter} on ${longDate(before.published)}.`,
        'Correct the day that is wrong, or letter them in the order in which they went out.',
      ),
    ];
  });
}

function checkAfterAgenda({ source, value }: Entry<Meeting>): Diagnostic[] {
  const agenda = value.published;
  return (value.supplements ?? []).flatMap(({ letter, published }, i) => {
    if (agenda !== undefined && agenda <= published) return [];
    const path = ['supplements', i, 'published'];
    return [
      agenda === undefined
        ? early.at(
            source.at(path),
            `Supplement ${letter} went out on ${longDate(published)}, and it is not said when the agenda did.`,
            'Write `published:` with the day on which the agenda was opened to the public.',
          )
        : early.at(
            source.at(path),
            `Supplement ${letter} went out on ${longDate(published)}, before the agenda on ${longDate(agenda)}.`,
            'Correct the day that is wrong, or put the paper on the agenda itself.',
          ),
    ];
  });
}
