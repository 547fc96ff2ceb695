import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import * as z from 'zod';
import { QrCode } from '../../compose/qr-code.ts';
import { typeset } from '../../compose/markdown.ts';
import { longDate } from '../../records/dates.ts';
import { capital } from '../../compose/words.ts';
import type { Contact, Member } from '../../records/people.ts';
import { underRegulations } from '../../deadlines/law.ts';
import type { Agenda } from '../agenda.ts';

/** What every document of a meeting may name of it: who meets, when and where, and whom to ask. */

const MemberFact = z.object({
  id: z.string(),
  member: z.string(),
  /** The portfolio, group or organisation, where the member is not called by it already. */
  for: z.string().optional(),
  /** Whether to say that this is the chair: not where the member is called so already. */
  chair: z.boolean(),
  vice_chair: z.boolean(),
  co_opted: z.boolean(),
});

const ContactFact = z.object({
  /** "Democratic Services", "J. Clerk, Democratic Services". */
  who: z.string().optional(),
  telephone: z.string().optional(),
  email: z.object({ address: z.string(), href: z.string() }).optional(),
});
export type ContactFact = z.infer<typeof ContactFact>;

/** A page of the web: where it is, and the same without `https://`, which no browser needs. */
const WebAddress = z.object({ href: z.string(), words: z.string() });

export const MeetingFacts = z.object({
  council: z.object({
    name: z.string(),
    short_name: z.string(),
    /** What it calls its wards: "Wards", "Divisions". */
    wards: z.string(),
  }),
  body: z.object({
    name: z.string(),
    members: z.string(),
    executive: z.boolean(),
    /** Whether it is an executive that meets under SI 2012/2089. */
    under_regulations: z.boolean(),
  }),
  meeting: z.object({
    /** "13 January 2026" */
    date: z.string().optional(),
    /** "Tuesday 13 January 2026" */
    day: z.string().optional(),
    time: z.string().optional(),
    venue: z.string().optional(),
    /** Where it can be followed from afar. */
    remote: WebAddress.optional(),
    quorum: z.string().optional(),
    /** The day on which the agenda went out. */
    published: z.string().optional(),
  }),
  membership: z.array(MemberFact).optional(),
  contact: ContactFact.optional(),
  /** Where agenda and papers can be read on the web, as an address and as a QR code. */
  web: z
    .object({
      ...WebAddress.shape,
      code: z.instanceof(QrCode).meta({ templateShape: 'scalar' }),
    })
    .optional(),
});
export type MeetingFacts = z.infer<typeof MeetingFacts>;

/** @param code the QR code of the meeting's web page, where there is one */
export function meetingFacts({ meeting, council, body }: Agenda, code: QrCode | undefined): MeetingFacts {
  const { date, time, venue, remote, web, published } = meeting.value;
  const membership = meeting.value.membership ?? body.membership;
  const quorum = meeting.value.quorum ?? body.quorum;
  const contact = meeting.value.contact ?? body.contact;
  const executive = body.kind === 'executive';
  return {
    council: {
      name: council.value.name,
      short_name: council.value.short_name,
      wards: capital(council.value.wards_called ?? 'wards'),
    },
    body: {
      name: body.name,
      members: body.members ?? 'Members',
      executive,
      under_regulations: executive && date !== 'unknown' && underRegulations(date),
    },
    meeting: {
      ...(date === 'unknown' ? {} : { date: longDate(date), day: dayInFull(date) }),
      ...given({ time, venue, quorum }),
      ...(remote === undefined ? {} : { remote: webAddress(remote) }),
      ...(published === undefined ? {} : { published: longDate(published) }),
    },
    ...(membership ? { membership: membersIn(membership) } : {}),
    ...(contact ? { contact: contactFact(contact) } : {}),
    ...(web !== undefined && code ? { web: { ...webAddress(web), code } } : {}),
  };
}

function webAddress(href: string): z.infer<typeof WebAddress> {
  return { href, words: href.replace(/^https?:\/\//, '').replace(/\/$/, '') };
}

/** "Tuesday 13 January 2026" */
export function dayInFull(iso: string): string {
  return format(parseISO(iso), 'EEEE d MMMM yyyy');
}

/** What is known of these, set as in print: `unknown` is an answer, and stands for nothing. */
function given<K extends string>(of: Readonly<Record<K, string | undefined>>): Partial<Record<K, string>> {
  const known: Partial<Record<K, string>> = {};
  for (const name of Object.keys(of) as K[]) {
    const words = of[name];
    if (words !== undefined && words !== 'unknown') known[name] = typeset(words);
  }
  return known;
}

const places = ['chair', 'vice-chair', 'member', 'co-opted'] as const;

/** Chair and vice-chair first, co-opted members last, the others as the record has them. */
function membersIn(members: readonly Member[]): z.infer<typeof MemberFact>[] {
  const placeOf = ({ position }: Member): number => places.indexOf(position ?? 'member');
  return [...members]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(({ member, position, for: portfolio }, i) => ({
      id: `member-${String(i + 1)}`,
      member: typeset(member),
      ...(portfolio === undefined || member.toLowerCase().includes(portfolio.toLowerCase())
        ? {}
        : { for: typeset(portfolio) }),
      // Some are called by it already: "Chair of the committee".
      chair: position === 'chair' && !/\bchair/i.test(member),
      vice_chair: position === 'vice-chair' && !/\bvice[- ]chair/i.test(member),
      co_opted: position === 'co-opted',
    }));
}

function contactFact({ name, role, telephone, email }: Contact): ContactFact {
  const who = [name, role].filter((words) => words !== undefined).map(typeset);
  return {
    ...(who.length === 0 ? {} : { who: who.join(', ') }),
    ...(telephone === undefined ? {} : { telephone }),
    ...(email === undefined ? {} : { email: { address: email, href: `mailto:${email}` } }),
  };
}
