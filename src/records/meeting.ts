import * as z from 'zod';
import { attachedFile, Item } from './agenda-items.ts';
import { date } from './date-fields.ts';
import { choice, described, form, identifier, list, named, prose, say, text } from './fields.ts';
import { PrivateNotice } from './notices.ts';
import { Held, ItemOutcome } from './outcomes.ts';
import { Contact, Member } from './people.ts';
import { webAddress } from './web-address.ts';
import { once } from '../once.ts';

const Supplement = once(() =>
  form({
    letter: text().refine((s) => /^[A-Z]$/.test(s), {
      error: say('A supplement goes by a capital letter.', 'Write A for the first, B for the second.'),
    }),
    published: date().meta({ description: 'The day on which it goes out.' }),
    note: prose().optional().register(described, { description: 'What members should know about it.' }),
  }),
);

/** An agenda: which body meets when, and on what; and, after the meeting, what became of it. */
export const Meeting = once(() =>
  form({
    council: identifier(),
    body: identifier().meta({ description: 'One of the bodies in the council’s file.' }),
    date: z
      .union([z.literal('unknown'), date()])
      .meta({ description: 'The day of the meeting, or `unknown` where the sources do not say.' }),
    time: text().optional().register(described, { description: 'When it begins: `10 am`, or `unknown`.' }),
    venue: text().optional().register(described, { description: 'Where it is held, or `unknown`.' }),
    remote: webAddress()
      .optional()
      .register(described, { description: 'Where the public can follow it from afar.' }),
    web: webAddress()
      .optional()
      .register(described, { description: 'Where the agenda and its papers can be read on the web.' }),
    membership: list(Member())
      .optional()
      .register(described, { description: 'Who sits on it; the body’s own where left out.' }),
    quorum: text().optional().register(described, { description: 'The body’s own where left out.' }),
    contact: Contact().optional().register(described, {
      description: 'Whom to ask; the body’s own where left out.',
    }),
    published: date().optional().register(described, {
      description: 'The day on which the agenda and its papers were opened to the public.',
    }),
    private_notice: PrivateNotice().optional().register(described, {
      description: 'For an executive that takes exempt items: when it gave notice of meeting in private.',
    }),
    previous: identifier().optional().register(described, {
      description: 'The meeting before, a file in data/meetings: its open actions are matters arising.',
    }),
    minutes: list(form({ of: date(), file: attachedFile().optional() }))
      .optional()
      .register(described, {
        description: 'Minutes that are put before the meeting, by the day of the meeting they are of.',
      }),
    other_items: choice(['unknown']).optional().register(described, {
      description: 'Where only some of the items are known: nothing is counted, and no usual item is added.',
    }),
    items: list(Item()),
    exempt_items: list(Item()).optional().register(described, {
      description: 'Part II: the items for which the press and public are asked to leave.',
    }),
    supplements: list(Supplement()).optional(),
    held: Held().optional().register(described, { description: 'After the meeting: who was there.' }),
    decisions_published: date().optional().register(described, {
      description: 'After the meeting: the day on which its decisions were published.',
    }),
    outcomes: named(ItemOutcome()).optional().register(described, {
      description: 'After the meeting: what became of each item, under its name.',
    }),
  }).meta({ id: 'meeting', title: 'Meeting', description: 'An agenda: which body meets when, and on what.' }),
);

export type Meeting = z.infer<ReturnType<typeof Meeting>>;
