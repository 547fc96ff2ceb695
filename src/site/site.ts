import { posix } from 'node:path';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { rule, stops } from '../diagnostics/diagnostic.ts';
import { longDate } from '../records/dates.ts';
import type { Council } from '../records/council.ts';
import type { Entry, Records } from '../records/load.ts';
import type { World } from '../world.ts';
import type { SiteFile } from './files.ts';
import { siteOf, type CouncilSite } from './meetings.ts';
import { oparlFiles, systemFile } from './oparl/oparl.ts';
import type { Before } from './oparl/stamps.ts';
import { sitePage } from './page.ts';
import { renderSite } from './template.ts';

const noAddress = rule(
  'site/no-address',
  'warning',
  'OParl knows each object by its whole address. With half of it other systems can read the data, and not keep them apart from another council’s.',
);
const notBuilt = rule(
  'site/nothing-to-read',
  'warning',
  'The public have a right to the agenda from the day on which it is published, and the page has nothing to show them.',
);

/**
 * The files of a council's site by their place in its folder: the page of meetings, what it leads to, and the same as
 * data. The folder is whole by itself, so that it can be put onto a web site as it is.
 * @param out the folder of outputs, absolute
 * @param before the data of the site as it was made last
 */
export async function siteFiles(
  world: World,
  records: Records,
  council: Entry<Council>,
  out: string,
  before: Before,
): Promise<Result<Map<string, Uint8Array>>> {
  const site = siteOf(world, records, council, out);
  const diagnostics: Diagnostic[] = [...missingAddress(council), ...missingAgendas(site)];
  const page = renderSite(world, council.value.style, await sitePage(site, systemFile));
  diagnostics.push(...page.diagnostics);
  if (page.value === undefined || stops(diagnostics)) return { value: undefined, diagnostics };
  const files = new Map<string, Uint8Array>();
  for (const file of shownFiles(site)) {
    files.set(file.to, file.bytes);
    for (const other of file.others) files.set(other.to, world.files.read(other.from));
  }
  for (const [place, bytes] of oparlFiles(world, site, before)) files.set(place, bytes);
  files.set('index.html', new TextEncoder().encode(page.value));
  return { value: files, diagnostics };
}

/** Every file that the page leads to. */
function shownFiles({ meetings, loose }: CouncilSite): SiteFile[] {
  return [
    ...meetings
      .filter(({ open }) => open)
      .flatMap(({ files }) => [
        ...files.agenda,
        ...files.pack,
        ...[...files.supplements.values()].flat(),
        ...files.decisions,
        ...[...files.records.values()].flat(),
        ...files.minutes,
        ...[...files.papers.values()].flat(),
        ...files.attached.values(),
      ]),
    ...loose.flatMap(({ files }) => files),
  ].map((file) => ({ ...file, to: posix.normalize(file.to) }));
}

function missingAddress({ source, value, id }: Entry<Council>): Diagnostic[] {
  if (value.web !== undefined) return [];
  return [
    noAddress.at(
      { file: source.file },
      `It is not said where the site of \`${id}\` lies on the web.`,
      'Write `web:` with its address into the council’s file: `web: https://www.example.gov.uk/meetings/`.',
    ),
  ];
}

/** Agendas that are open to the public by the records, and nowhere in the folder of outputs. */
function missingAgendas({ meetings }: CouncilSite): Diagnostic[] {
  return meetings.flatMap(({ agenda, files, open }) => {
    const { id, source, value } = agenda.meeting;
    if (!open || value.published === undefined || files.agenda.length + files.pack.length > 0) return [];
    return [
      notBuilt.at(
        source.at(['published']),
        `The agenda of \`${id}\` was published on ${longDate(value.published)}, and no file of it is in the folder of outputs.`,
        'Make it, and make the site again.',
      ),
    ];
  });
}
