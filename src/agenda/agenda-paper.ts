import { composeDocument, type DocumentStyle } from '../compose/document.ts';
import type { Paper } from '../compose/paper.ts';
import type { QrCode } from '../compose/qr-code.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import { dayOf } from '../derive/day.ts';
import { longDate } from '../records/dates.ts';
import type { Records } from '../records/load.ts';
import { agendaFacts, type AgendaOptions } from './agenda-facts.ts';
import type { Agenda } from './agenda.ts';
import { agendaKind } from './facts.ts';
import { qrCodeOf } from './qr.ts';

/** The words that mark the agenda of Part II. */
const restrictedWords =
  'Not for publication. These papers hold exempt information. They are for members and officers who need them, and must not be copied or passed on.';

/** Makes the agenda of a meeting in one house style. No value where it cannot go out. */
export function agendaPaper(
  agenda: Agenda,
  records: Records,
  style: DocumentStyle,
  options: AgendaOptions,
): Result<Paper> {
  const { meeting } = agenda;
  const facts = agendaFacts(agenda, records, options, codeOf(agenda));
  if (!facts.value) return { value: undefined, diagnostics: facts.diagnostics };
  const restricted = options.part === 'restricted';
  const made = composeDocument(agendaKind, style, {
    id: restricted ? `${meeting.id}-agenda-restricted` : `${meeting.id}-agenda`,
    facts: facts.value,
    ...aboutMeeting(agenda, records),
    ...(restricted ? { restricted: restrictedWords } : {}),
  });
  return { value: made.value, diagnostics: [...facts.diagnostics, ...made.diagnostics] };
}

/** The QR code of the meeting's web page, where it has one. */
export function codeOf({ meeting }: Agenda): QrCode | undefined {
  const { web } = meeting.value;
  return web === undefined ? undefined : qrCodeOf(web);
}

/** What every document of a meeting bears of it. */
export function aboutMeeting(
  { meeting, council, body, items }: Agenda,
  records: Records,
): {
  council: typeof council.value;
  body: string;
  date: string | undefined;
  author: string;
  dated: string;
  records: readonly [typeof meeting, typeof council];
} {
  const { date, published } = meeting.value;
  return {
    council: council.value,
    body: body.name,
    date: date === 'unknown' ? undefined : longDate(date),
    author: council.value.name,
    dated: date === 'unknown' ? (published ?? latestDay(items, records)) : date,
    records: [meeting, council],
  };
}

/** A PDF bears some day: of a meeting whose day is not known, the latest that its reports know. */
function latestDay(items: Agenda['items'], records: Records): string {
  const days = items.flatMap(({ report: id, part }) => {
    const report = id === undefined || part === 'exempt' ? undefined : records.report.get(id)?.value;
    const review = report && records.review.get(report.review)?.value;
    return report && review ? [dayOf(report, review)] : [];
  });
  return days.sort().at(-1) ?? '2000-01-01';
}
