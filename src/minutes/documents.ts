import type { Agenda } from '../agenda/agenda.ts';
import { composeDocument, type DocumentKind } from '../compose/document.ts';
import { listInWords, nameFrom } from '../compose/words.ts';
import { rule, stops, type Diagnostic, type Result } from '../diagnostics/diagnostic.ts';
import { htmlFile, layOut, printDocument, type DocumentStyles } from '../documents.ts';
import type { Printer } from '../print/printer.ts';
import { longDate } from '../records/dates.ts';
import type { Records } from '../records/load.ts';
import { decisionRecords } from './decision-records.ts';
import { DecisionRecordFacts, MattersArisingFacts, MinutesFacts } from './facts.ts';
import { mattersArisingFacts } from './matters-arising.ts';
import { minutesFacts, unrecorded } from './minutes.ts';
import type { World } from '../world.ts';

/** The papers that are made after a meeting, or of what became of the one before. */
export const minutesKinds = {
  minutes: { name: 'minutes', facts: MinutesFacts },
  decisions: { name: 'decisions', facts: MinutesFacts },
  record: { name: 'decision-record', facts: DecisionRecordFacts },
  matters: { name: 'matters-arising', facts: MattersArisingFacts },
} as const satisfies Record<string, DocumentKind<never> | DocumentKind<object>>;

/** What can be made of a meeting. */
export type MinutesPaper = keyof typeof minutesKinds;

const notRecorded = rule(
  'minutes/nothing-recorded',
  'warning',
  'The minutes say “Not recorded” there, and nobody can tell later whether there was nothing or nobody wrote it down.',
);

/** The words that mark exempt minutes and records. */
const restrictedWords = 'Not for publication: these minutes hold exempt information.';

/** The day in the PDF of a meeting of which no day at all is known. */
const noDay = '2000-01-01';

/** A document with the name of its files, without their ending. */
interface Asked<F> {
  kind: DocumentKind<F>;
  name: string;
  facts: F;
}

/**
 * Makes documents of a meeting, as HTML and PDF: all that were asked for, or none.
 * @param restricted of the items that were taken in private, instead of the others
 * @returns files by their name in the meeting's folder
 */
export async function minutesFiles(
  world: World,
  records: Records,
  agenda: Agenda,
  styles: DocumentStyles,
  printer: Printer,
  wanted: MinutesPaper,
  restricted: boolean,
): Promise<Result<Map<string, Uint8Array>> & { told: string[] }> {
  const told: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, Uint8Array>();
  const add = async <F extends Readonly<Record<string, unknown>>>(asked: Asked<F>): Promise<void> => {
    const made = await documentFiles(world, agenda, styles, printer, asked, restricted);
    diagnostics.push(...made.diagnostics);
    for (const [name, bytes] of made.value ?? []) files.set(name, bytes);
  };
  const { id } = agenda.meeting;
  const part = restricted ? 'exempt' : 'public';
  const base = restricted ? `${id}-exempt` : id;
  if (wanted === 'matters') {
    const facts = mattersArisingFacts(records, id);
    if (facts) await add({ kind: minutesKinds.matters, name: `${base}-matters-arising`, facts });
  } else if (wanted === 'record') {
    const found = decisionRecords(records, agenda, part);
    diagnostics.push(...found.diagnostics);
    for (const { item, noted } of found.made)
      if (noted === true)
        told.push(
          `No record of ${item.number === undefined ? `“${item.title}”` : `item ${item.number}`}: it was only noted, which is no executive decision.`,
        );
    for (const { item, facts } of found.made)
      if (facts)
        await add({
          kind: minutesKinds.record,
          name: `${base}-decision-${item.number ?? nameFrom(item.title)}`,
          facts,
        });
  } else {
    const facts = minutesFacts(records, agenda, part);
    // The form to fill in is for the office: it has another name than minutes, which are published.
    const silent = wanted === 'minutes' ? unrecorded(facts) : [];
    if (silent.length > 0) diagnostics.push(nothingRecorded(agenda, silent));
    const name = facts.held ? `${base}-${wanted}` : `${base}-minutes-form`;
    if ((facts.held || wanted === 'minutes') && facts.items.length > 0)
      await add({ kind: minutesKinds[wanted], name, facts });
  }
  return { value: stops(diagnostics) ? undefined : files, diagnostics, told };
}

function nothingRecorded({ meeting }: Agenda, numbers: readonly string[]): Diagnostic {
  const outcomes = meeting.value.outcomes === undefined ? undefined : meeting.source.keyAt(['outcomes']);
  return notRecorded.at(
    outcomes ?? { file: meeting.source.file },
    `Nothing is recorded of ${numbers.length === 1 ? 'item' : 'items'} ${listInWords(numbers)}.`,
    'Write under `outcomes:` what came of each; where there was nothing, `discussion: There was none.`',
  );
}

async function documentFiles<F extends Readonly<Record<string, unknown>>>(
  world: World,
  { meeting, council, body }: Agenda,
  styles: DocumentStyles,
  printer: Printer,
  { kind, name, facts }: Asked<F>,
  restricted: boolean,
): Promise<Result<Map<string, Uint8Array>>> {
  const loaded = styles.of(kind, council.value.style);
  const diagnostics = [...loaded.diagnostics];
  if (!loaded.style || stops(diagnostics)) return { value: undefined, diagnostics };
  const { date, contact } = meeting.value;
  const known = date === 'unknown' ? undefined : date;
  const composed = composeDocument(kind, loaded.style, {
    id: name,
    facts,
    council: council.value,
    body: body.name,
    date: known && longDate(known),
    author: (contact ?? body.contact)?.role ?? council.value.name,
    dated: known ?? meeting.value.published ?? noDay,
    records: [meeting],
    restricted: restricted ? restrictedWords : undefined,
  });
  diagnostics.push(...composed.diagnostics);
  if (!composed.value || stops(diagnostics)) return { value: undefined, diagnostics };
  const laidOut = layOut(loaded, composed.value);
  diagnostics.push(...laidOut.diagnostics);
  if (!laidOut.value) return { value: undefined, diagnostics };
  const pdf = restricted
    ? await (await import('../pack/marked.ts')).printMarked(world, printer, laidOut.value)
    : await printDocument(printer, laidOut.value);
  diagnostics.push(...pdf.diagnostics);
  if (!pdf.value) return { value: undefined, diagnostics };
  return {
    value: new Map([
      [`${name}.html`, htmlFile(laidOut.value)],
      [`${name}.pdf`, pdf.value],
    ]),
    diagnostics,
  };
}
