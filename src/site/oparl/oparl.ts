import type { World } from '../../world.ts';
import type { CouncilSite } from '../meetings.ts';
import { Ref, resolved, type Data, type Plain, type Thing } from './json.ts';
import { stamped, type Before } from './stamps.ts';
import { addMeeting } from './meeting.ts';
import { given, isName, listRef, namespace, pdfFirst, ref, slug, Things, type Kind } from './things.ts';

/** The lists that a body leads to, by the names that the model gives them. */
const lists = {
  organization: 'Organization',
  person: 'Person',
  meeting: 'Meeting',
  paper: 'Paper',
  agendaItem: 'AgendaItem',
  consultation: 'Consultation',
  file: 'File',
  locationList: 'Location',
  legislativeTermList: 'LegislativeTerm',
  membership: 'Membership',
} as const satisfies Record<string, Kind>;

/** Where other systems begin to read, from the site's folder. */
export const systemFile = 'oparl/system/council.json';

/**
 * The site as OParl 1.1: each object at its own address, and the lists of them.
 * @param before what stands in a file of the site as it was made last
 * @returns files by their place in the site's folder
 */
export function oparlFiles(
  world: Pick<World, 'today'>,
  site: CouncilSite,
  before: Before,
): Map<string, Uint8Array> {
  const base = site.council.value.web?.replace(/\/?$/, '/');
  const things = thingsOf(site, base);
  const alone = new Map(
    [...things.all.values()].flatMap((kind) => [...kind.values()]).map((t) => [t.id.place, t]),
  );
  const written = new Map<string, Plain>();
  for (const [place, thing] of alone) written.set(place, resolved(thing, place, base));
  const times = stamped(written, before, world.today());
  const files = new Map<string, Uint8Array>();
  const put = (place: string, value: Plain): void => {
    files.set(place, new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`));
  };
  for (const [place, value] of written) put(place, times(value, place));
  for (const kind of [...Object.values(lists), 'Body'] as const) {
    const place = listRef(kind).place;
    const all = [...(things.all.get(kind)?.values() ?? [])].sort((a, b) =>
      a.id.place < b.id.place ? -1 : 1,
    );
    put(place, times(resolved(page(all, place), place, base), place));
  }
  return files;
}

/** A list of objects on one page, as the model wants lists. */
function page(all: readonly Thing[], place: string): Data {
  const self = new Ref(place);
  return {
    data: all,
    pagination: {
      totalElements: all.length,
      elementsPerPage: Math.max(all.length, 1),
      currentPage: 1,
      totalPages: 1,
    },
    links: { first: self, self, last: self },
  };
}

function thingsOf(site: CouncilSite, base: string | undefined): Things {
  const things = new Things();
  const { id, value } = site.council;
  const body = ref('Body', id);
  const web = new Ref('index.html');
  things.add('System', 'council', {
    oparlVersion: namespace,
    body: listRef('Body'),
    name: `Meetings and papers of ${value.name}`,
    website: base === undefined ? undefined : web,
    web,
  });
  things.add('Body', id, {
    ...{ system: ref('System', 'council'), name: value.name, shortName: value.short_name, web },
    ...Object.fromEntries(Object.entries(lists).map(([name, kind]) => [name, listRef(kind)])),
  });
  // The model wants this list even where nothing is in it.
  const made = things.all.get('Body')?.get(id);
  if (made) things.all.get('Body')?.set(id, { ...made, legislativeTerm: [] });
  addOrganizations(things, site, body);
  for (const meeting of site.meetings) addMeeting(things, meeting, body);
  for (const { report, files, date } of site.loose) {
    const self = ref('Paper', report.id);
    const [main, ...others] = pdfFirst(files).map((f) => things.file(f, report.value.title, 'paper', self));
    const known = {
      name: report.value.title,
      reference: report.id,
      date,
      mainFile: main,
      auxiliaryFile: others,
    };
    things.add('Paper', report.id, { body, ...known, paperType: 'Report' });
  }
  return things;
}

/** Bodies, and those who sit on them as the council's file says. */
function addOrganizations(things: Things, { council }: CouncilSite, body: Ref): void {
  const people = new Map<string, { name: string; memberships: Thing[] }>();
  for (const [id, { name, kind, membership = [] }] of Object.entries(council.value.bodies)) {
    const self = ref('Organization', id);
    const memberships = membership
      .filter(({ member }) => isName(member))
      .map(({ member, position, for: portfolio }) => {
        const person = slug(member);
        const made = things.add(
          'Membership',
          `${id}.${person}`,
          {
            organization: self,
            role: [position ?? 'member', ...(portfolio === undefined ? [] : [portfolio])].join(', '),
          },
          { person: ref('Person', person) },
        );
        const known = people.get(person) ?? { name: member, memberships: [] };
        people.set(person, { ...known, memberships: [...known.memberships, made] });
        return made.id;
      });
    const posts = membership.map(({ member }) => member).filter((member) => !isName(member));
    things.add('Organization', id, {
      ...{
        body,
        name,
        membership: memberships,
        post: posts,
        organizationType: 'Gremium',
        classification: kind,
      },
      meeting: listRef('Meeting'),
    });
  }
  for (const [id, { name, memberships }] of people)
    things.add('Person', id, given({ body, name, membership: memberships }));
}
