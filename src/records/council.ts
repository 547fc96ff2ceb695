import * as z from 'zod';
import { Abbreviations } from './abbreviations.ts';
import { StandardItem } from './agenda-items.ts';
import { date } from './date-fields.ts';
import { Deadlines } from './deadlines.ts';
import { span } from './duties.ts';
import { choice, colour, described, form, identifier, list, named, prose, text } from './fields.ts';
import { Contact, Member } from './people.ts';
import { webAddress } from './web-address.ts';
import { once } from '../once.ts';

/** Who we are: the council, its house style and the bodies that papers go before. */
export const Council = once(() =>
  form({
    name: text().meta({ description: 'The council’s full name, as on its papers.' }),
    short_name: text().meta({ description: 'How a sentence refers to it: “Durham”.' }),
    style: identifier().meta({ description: 'The house style: a folder in templates/.' }),
    accent: colour().optional().register(described, {
      description: 'The one accent colour: the line under the title and the filled step.',
    }),
    bodies: named(
      form({
        name: text().meta({ description: 'The body’s full name.' }),
        kind: choice(['executive', 'scrutiny', 'committee']).register(described, {
          description: 'What it does: decide as the executive, scrutinise, or decide as a committee.',
        }),
        members: text()
          .optional()
          .register(described, { description: 'How its members are addressed: “Elected Members”.' }),
        membership: list(Member())
          .optional()
          .register(described, { description: 'Who sits on it, for its agendas.', travels: false }),
        quorum: text()
          .optional()
          .register(described, { description: 'How many must be there: `3 members`.', travels: false }),
        contact: Contact().optional().register(described, {
          description: 'The clerk whom members and the public can ask.',
          travels: false,
        }),
        public_access: list(prose()).optional().register(described, {
          description:
            'How the public can attend this body’s meetings; the council’s own words where left out.',
          travels: false,
        }),
        accessibility: list(prose()).optional().register(described, {
          description: 'Access to where this body meets; the council’s own words where left out.',
          travels: false,
        }),
        items: list(StandardItem()).optional().register(described, {
          description:
            'What stands on each of its agendas, in order; `reports` is where the meeting’s own items stand.',
          travels: false,
        }),
      }),
    ).meta({ description: 'Cabinet, committees and sub-committees, by a short name of your choice.' }),
    wards_called: text().optional().register(described, {
      description: 'What the council calls its wards: `divisions`, as counties do; `wards` where left out.',
      travels: false,
    }),
    public_access: list(prose()).optional().register(described, {
      description: 'For the front of an agenda: how the public can attend, take part and get papers.',
      travels: false,
    }),
    accessibility: list(prose()).optional().register(described, {
      description:
        'For the front of an agenda: access to the building, and papers in other formats and languages.',
      travels: false,
    }),
    web: webAddress().optional().register(described, {
      description:
        'Where the pages of `scrutineer site` lie on the council’s web site: the folder’s address, for other systems.',
      travels: false,
    }),
    calendar: identifier().optional().register(described, {
      description: 'A file in data/calendars, without .yaml: its bank holidays; `england` where left out.',
    }),
    closed: list(form({ date: date(), name: text() }))
      .optional()
      .register(described, {
        description:
          'Days on which the council’s offices are closed beside weekends and bank holidays. They do not lengthen the time that the law sets for a duty.',
      }),
    deadlines: Deadlines().optional().register(described, {
      description: 'When agendas go out, when their papers are due before that, and who must clear them.',
      travels: false,
    }),
    oldest_figure: span().optional().register(described, {
      description:
        'How old an indicator’s figure may be on the day of the meeting, where the framework does not say.',
    }),
    abbreviations: Abbreviations().optional(),
  }).meta({ id: 'council', title: 'Council', description: 'Who we are: bodies, house style, colours.' }),
);

export type Council = z.infer<ReturnType<typeof Council>>;
