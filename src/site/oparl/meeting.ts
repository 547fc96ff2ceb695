import type { Agenda, AgendaItem } from '../../agenda/agenda.ts';
import { longDate } from '../../records/dates.ts';
import type { SiteFile } from '../files.ts';
import type { SiteMeeting } from '../meetings.ts';
import type { Ref, Thing } from './json.ts';
import { moment } from './moment.ts';
import { isName, pdfFirst, ref, slug, type Things } from './things.ts';

/** A meeting in the terms of OParl. An exempt item has its title from the agenda and nothing else. */

/** Puts a meeting with its items, papers and files among the things. */
export function addMeeting(things: Things, meeting: SiteMeeting, body: Ref): void {
  const { agenda, open, files, date, confirmed } = meeting;
  const ofMinutes = confirmed ? 'Minutes' : 'Draft minutes';
  const { id, value } = agenda.meeting;
  const self = ref('Meeting', id);
  const called = `${agenda.body.name}${date === undefined ? '' : `, ${longDate(date)}`}`;
  const file = (of: SiteFile, what: string): Thing => things.file(of, `${what}: ${called}`, 'meeting', self);
  const [invitation, ...moreOfAgenda] = pdfFirst(open ? files.agenda : []).map((f) => file(f, 'Agenda'));
  const [minutes, ...moreOfMinutes] = pdfFirst(open ? files.minutes : []).map((f) => file(f, ofMinutes));
  const also = open
    ? [
        ...pdfFirst(files.pack).map((f) => file(f, 'Agenda with all papers')),
        ...[...files.supplements].flatMap(([letter, found]) =>
          pdfFirst(found).map((f) => file(f, `Supplement ${letter}`)),
        ),
        ...pdfFirst(files.decisions).map((f) => file(f, 'Decisions')),
      ]
    : [];
  const venue = value.venue === undefined || value.venue === 'unknown' ? undefined : value.venue;
  things.add('Meeting', id, {
    name: called,
    meetingState: stateOf(meeting),
    cancelled: false,
    ...(date === undefined ? {} : { start: moment(date, value.time), 'scrutineer:date': date }),
    location:
      venue === undefined
        ? undefined
        : things.add('Location', slug(venue), { description: venue, room: venue }, { meetings: [self] }),
    organization: [ref('Organization', meeting.body)],
    participant: (value.held?.present ?? []).filter(isName).map((name) => person(things, name, body)),
    invitation,
    resultsProtocol: minutes,
    auxiliaryFile: [...moreOfAgenda, ...moreOfMinutes, ...also],
    agendaItem: open ? agenda.items.map((item, i) => addItem(things, meeting, item, i, body)) : [],
    web: value.web,
  });
}

/** Somebody who was there: one of the members that the council's file knows, or one that it does not know any more. */
function person(things: Things, name: string, body: Ref): Ref {
  const id = slug(name);
  if (things.all.get('Person')?.has(id) !== true) things.add('Person', id, { body, name });
  return ref('Person', id);
}

/** The words that the specification recommends: planned, called, held. */
function stateOf({ agenda, open, ahead }: SiteMeeting): string {
  const { held, outcomes } = agenda.meeting.value;
  if (!ahead || held !== undefined || outcomes !== undefined) return 'durchgeführt';
  return open ? 'eingeladen' : 'terminiert';
}

function addItem(things: Things, meeting: SiteMeeting, item: AgendaItem, index: number, body: Ref): Thing {
  const { agenda, files } = meeting;
  const exempt = item.part === 'exempt';
  // What an exempt item is called in the records may say more than its title on the agenda.
  const name = `${agenda.meeting.id}.${exempt ? `exempt-${String(index + 1)}` : item.id}`;
  const self = ref('AgendaItem', name);
  const [record, ...moreOfRecord] = exempt ? [] : pdfFirst(files.records.get(item.number ?? '') ?? []);
  const attached = exempt ? [] : item.files.flatMap((f) => files.attached.get(f) ?? []);
  const found = exempt ? [] : (files.papers.get(item.report ?? '') ?? []);
  const consultation =
    item.report !== undefined && found.length > 0
      ? addPaper(things, agenda, item, item.report, found, self, meeting.body, body)
      : undefined;
  return things.add(
    'AgendaItem',
    name,
    {
      number: item.number,
      order: index + 1,
      name: item.title,
      public: !exempt,
      consultation,
      result: exempt ? undefined : resultOf(agenda, item),
      resolutionFile: record && things.file(record, `Decision: ${item.title}`, 'agendaItem', self),
      auxiliaryFile: [...attached, ...moreOfRecord].map((f) =>
        things.file(f, item.title, 'agendaItem', self),
      ),
    },
    { meeting: ref('Meeting', agenda.meeting.id) },
  );
}

/** The kind of result, as the model wants it: not what was resolved, but whether that is what the report asked for. */
function resultOf({ meeting }: Agenda, item: AgendaItem): string | undefined {
  const outcome = meeting.value.outcomes?.[item.id];
  if (outcome?.as_recommended !== undefined)
    return outcome.as_recommended === 'yes' ? 'Agreed as recommended' : 'Not agreed as recommended';
  return outcome?.resolved === undefined ? undefined : 'Resolved';
}

function addPaper(
  things: Things,
  agenda: Agenda,
  item: AgendaItem,
  report: string,
  found: readonly SiteFile[],
  itemRef: Ref,
  organization: string,
  body: Ref,
): Ref {
  const self = ref('Paper', report);
  const [main, ...others] = pdfFirst(found).map((f) => things.file(f, item.title, 'paper', self));
  const { id, value } = agenda.meeting;
  const consultation = things.add(
    'Consultation',
    `${id}.${report}`,
    {
      agendaItem: itemRef,
      meeting: ref('Meeting', id),
      organization: [ref('Organization', organization)],
    },
    { paper: self },
  );
  things.add('Paper', report, {
    body,
    name: item.title,
    reference: report,
    date: value.published,
    paperType: 'Report',
    mainFile: main,
    auxiliaryFile: others,
    consultation: [consultation],
  });
  return consultation.id;
}
