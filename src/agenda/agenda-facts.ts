import { typeset } from '../compose/markdown.ts';
import type { QrCode } from '../compose/qr-code.ts';
import { listInWords } from '../compose/words.ts';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { longDate } from '../records/dates.ts';
import type { Records } from '../records/load.ts';
import type { Prose } from '../records/prose.ts';
import type { Meeting } from '../records/meeting.ts';
import type { Agenda, AgendaItem } from './agenda.ts';
import type { AgendaFacts } from './facts.ts';
import type { ItemFact } from './facts/item.ts';
import { meetingFacts } from './facts/meeting.ts';
import { cameLate, itemFact, placeOf, type ItemOptions } from './item-facts.ts';

/** Which agenda is made, and what is known beside the records. */
export interface AgendaOptions extends ItemOptions {
  /** The agenda for everybody, or that of Part II. */
  part: 'public' | 'restricted';
}

const notRecorded = rule(
  'agenda/not-recorded',
  'warning',
  'The front of an agenda says “Not recorded” there, and members and the public cannot tell when or where to come.',
);

const noReason = rule(
  'agenda/exempt-without-reason',
  'error',
  'The resolution to exclude the public has to name the paragraphs of Schedule 12A, and nothing is exempt without the public interest test.',
);

/** Everything that the wording of an agenda may name. @param code the QR code of the meeting's web page */
export function agendaFacts(
  agenda: Agenda,
  records: Records,
  options: AgendaOptions,
  code: QrCode | undefined,
): Result<AgendaFacts> {
  const { meeting, council } = agenda;
  const restricted = options.part === 'restricted';
  const exempt = agenda.items.filter(({ part }) => part === 'exempt');
  const fact = (item: AgendaItem): ItemFact =>
    itemFact(
      agenda,
      records,
      item,
      restricted || item.part === 'public' ? options : { ...options, pages: undefined },
    );
  const missing = exempt.filter((item) => fact(item).exempt === undefined);
  const isWithheld = (item: ItemFact): boolean => item.private || item.exempt !== undefined;
  const withheld = agenda.items.map(fact).filter(isWithheld);
  // Part II has what is taken in private, and the items of which some part is.
  const shown = restricted ? withheld : agenda.items.filter((item) => isOnPublic(item, options)).map(fact);
  const value: AgendaFacts = {
    ...meetingFacts(agenda, code),
    restricted,
    others_unknown: meeting.value.other_items === 'unknown',
    items: shown,
    parts: partsOf(shown, restricted, meeting.value.other_items === 'unknown'),
    ...previousOf(agenda, records),
    ...(withheld.length === 0 ? {} : { exclusion: exclusionOf(withheld, meeting.value.private_notice) }),
    ...paragraphs('public_access', agenda.body.public_access ?? council.value.public_access),
    ...paragraphs('accessibility', agenda.body.accessibility ?? council.value.accessibility),
  };
  return {
    value,
    diagnostics: [...unknownIn(agenda), ...missing.map((item) => withoutReason(agenda, item))],
  };
}

/** Whether an item stands on the agenda that the public has: what came late was not on the published one. */
function isOnPublic(item: AgendaItem, { asPublished }: AgendaOptions): boolean {
  return asPublished !== true || !cameLate(item);
}

/** Items that follow one another and are all public, or all in private. Part II alone is one part. */
function partsOf(items: readonly ItemFact[], restricted: boolean, unknown: boolean): AgendaFacts['parts'] {
  const runs: ItemFact[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && (restricted || run.at(0)?.private === item.private)) run.push(item);
    else runs.push([item]);
  }
  const several = !restricted && items.some((item) => item.private);
  return (runs.length === 0 ? [[]] : runs).map((run, i) => ({
    id: i === 0 ? 'items' : `items-${String(i + 1)}`,
    open: several && run.at(0)?.private === false,
    closed: several && run.at(0)?.private === true,
    others_unknown: unknown && i === 0,
    items: run,
  }));
}

function previousOf({ meeting }: Agenda, records: Records): { previous?: string } {
  const { previous } = meeting.value;
  const day = previous === undefined ? undefined : records.meeting.get(previous)?.value.date;
  return day === undefined || day === 'unknown' ? {} : { previous: longDate(day) };
}

function exclusionOf(
  exempt: readonly ItemFact[],
  notice: Meeting['private_notice'],
): NonNullable<AgendaFacts['exclusion']> {
  const whole = exempt.filter((item) => item.private);
  const parts = exempt.filter((item) => !item.private);
  const what = [
    ...(whole.length === 0 ? [] : [itemsInWords(whole, 'below')]),
    ...(parts.length === 0
      ? []
      : [`the exempt ${parts.length === 1 ? 'part' : 'parts'} of ${itemsInWords(parts, 'above')}`]),
  ];
  return { items: what.join(' and '), exempt: [...exempt], ...noticeOf(notice) };
}

/** "item 12", "items 12 and 13"; "the item below" where a number is not known. */
function itemsInWords(items: readonly ItemFact[], where: string): string {
  const noun = items.length === 1 ? 'item' : 'items';
  const numbers = items.map(({ number }) => number);
  return numbers.includes('') ? `the ${noun} ${where}` : `${noun} ${listInWords(numbers)}`;
}

function noticeOf(notice: Meeting['private_notice']): Pick<NonNullable<AgendaFacts['exclusion']>, 'notice'> {
  if (notice?.first === undefined && notice?.further === undefined) return {};
  const { first, further, representations } = notice;
  const none = representations !== undefined && /^none\.?$/i.test(representations);
  return {
    notice: {
      ...(first === undefined ? {} : { first: longDate(first) }),
      ...(further === undefined ? {} : { further: longDate(further) }),
      unopposed: none,
      ...(representations === undefined || none ? {} : { representations: typeset(representations) }),
    },
  };
}

function paragraphs<K extends string>(
  name: K,
  list: readonly Prose[] | undefined,
): Partial<Record<K, { id: string; text: Prose }[]>> {
  const found: Partial<Record<K, { id: string; text: Prose }[]>> = {};
  if (list) found[name] = list.map((text, i) => ({ id: `${name.replace('_', '-')}-${String(i + 1)}`, text }));
  return found;
}

function unknownIn({ meeting }: Agenda): Diagnostic[] {
  const { date, time, venue } = meeting.value;
  const absent = Object.entries({ date, time, venue })
    .filter(([, words]) => words === undefined || words === 'unknown')
    .map(([name]) => name);
  const [first] = absent;
  if (first === undefined) return [];
  const written = absent.find((name) => name in meeting.value);
  return [
    notRecorded.at(
      written === undefined ? { file: meeting.source.file } : meeting.source.keyAt([written]),
      `The agenda does not say ${oneOf(absent.map((name) => `the ${name}`))} of the meeting.`,
      `Write ${listInWords(absent.map((name) => `\`${name}:\``))}, unless nobody knows any more.`,
    ),
  ];
}

/** "a", "a or b", "a, b or c" */
function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

function withoutReason(agenda: Agenda, item: AgendaItem): Diagnostic {
  return noReason.at(
    placeOf(agenda, item),
    `It is not said under which paragraphs “${item.title}” is exempt, or why.`,
    'Write `exempt:` with `paragraphs:` and `public_interest:` here, or in its report where the whole report is exempt.',
  );
}
