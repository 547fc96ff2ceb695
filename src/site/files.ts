import { join } from 'node:path';
import type { Agenda } from '../agenda/agenda.ts';
import { editionNumbers, editionsFolder } from '../editions/store.ts';
import type { Records } from '../records/load.ts';
import { readManifest } from '../travel/manifest.ts';
import type { World } from '../world.ts';

/** A file that the public may have, and the place of it on the site. */
export interface SiteFile {
  kind: 'pdf' | 'html';
  /** On the site, from its own folder: `cabinet-2026-01-13/cabinet-2026-01-13-agenda.pdf`. */
  to: string;
  /** Absolute, on this computer. */
  from: string;
  /** The other pages of a pack in HTML, by their place on the site. */
  others: readonly { to: string; from: string }[];
  bytes: Uint8Array;
}

/** What there is of a meeting for the public. */
export interface PublicFiles {
  agenda: SiteFile[];
  pack: SiteFile[];
  /** By the supplement's letter. */
  supplements: Map<string, SiteFile[]>;
  decisions: SiteFile[];
  /** The records of executive decisions, by the number of the item. */
  records: Map<string, SiteFile[]>;
  minutes: SiteFile[];
  /** By the report's identifier. */
  papers: Map<string, SiteFile[]>;
  /** PDFs from elsewhere, by their name in data/files. */
  attached: Map<string, SiteFile>;
}

/**
 * Where public files lie in the folder of outputs. Whoever changes a name there changes it here, and nowhere else on the
 * way to the site. What is not named here never comes onto it: restricted packs and minutes have other names.
 */
const places = {
  agenda: (m: string) => [`${m}/${m}-agenda.html`, `${m}/${m}-agenda.pdf`],
  pack: (m: string) => [`${m}/pack/index.html`, `${m}/${m}-pack.pdf`],
  supplement: (m: string, letter: string) => [
    `${m}/supplement-${letter.toLowerCase()}/index.html`,
    `${m}/${m}-supplement-${letter.toLowerCase()}.pdf`,
  ],
  record: (m: string, item: string) => [`${m}/${m}-decision-${item}.html`, `${m}/${m}-decision-${item}.pdf`],
  decisions: (m: string) => [`${m}/${m}-decisions.html`, `${m}/${m}-decisions.pdf`],
  minutes: (m: string) => [`${m}/${m}-minutes.html`, `${m}/${m}-minutes.pdf`],
  paper: (report: string) => [`${report}/${report}.html`, `${report}/${report}.pdf`],
} as const;

/** Where published packs and supplements are kept for good, and their names there. They go before what lies in `out/`. */
const kept = (world: World, m: string, part: string): string => join(world.root, 'published', m, part);

/** The public files of a meeting that are really there. Nothing of an exempt item is among them. */
export function publicFilesOf(
  world: World,
  records: Records,
  out: string,
  { meeting, items }: Agenda,
): PublicFiles {
  const { id, value } = meeting;
  const there = (names: readonly string[]): SiteFile[] => names.flatMap((name) => fileAt(world, out, name));
  /** What was published, else what lies in the folder of outputs. */
  const published = (names: readonly string[], part: string): SiteFile[] => {
    const found = names.flatMap((name) =>
      fileAt(world, kept(world, id, part), name.slice(id.length + 1)).map((file) => placed(file, id)),
    );
    return found.length > 0 ? found : there(names);
  };
  const isExempt = (report: string | undefined): boolean =>
    records.report.get(report ?? '')?.value.exempt !== undefined;
  const toCome = (letter: string | undefined): boolean =>
    value.supplements?.some((s) => s.letter === letter && s.published > world.today()) ?? false;
  const open = items.filter(
    ({ part, report, entry }) => part === 'public' && !isExempt(report) && !toCome(entry?.supplement),
  );
  // A pack in the folder of outputs may have been made while one of its papers was a draft.
  const drafts = open.some(({ report }) => report !== undefined && isDraft(world, out, report));
  return {
    agenda: there(places.agenda(id)),
    pack: drafts ? [] : published(places.pack(id), 'pack'),
    supplements: new Map(
      (value.supplements ?? [])
        .filter(({ published }) => published <= world.today())
        .map(({ letter }) => [
          letter,
          published(places.supplement(id, letter), `supplement-${letter.toLowerCase()}`),
        ]),
    ),
    decisions: there(places.decisions(id)),
    records: new Map(
      open.flatMap(({ number }) =>
        number === undefined ? [] : [[number, there(places.record(id, number))]],
      ),
    ),
    minutes: there(places.minutes(id)),
    papers: new Map(
      open.flatMap(({ report }) => (report === undefined ? [] : [[report, paperFiles(world, out, report)]])),
    ),
    attached: new Map(
      open.flatMap(({ files }) =>
        files.flatMap((name) =>
          fileAt(world, join(world.root, 'data'), `files/${name}`).map((file): [string, SiteFile] => [
            name,
            file,
          ]),
        ),
      ),
    ),
  };
}

/** The files of a report that are really there: of its latest edition, else as it was built last unless that is a draft. */
export function paperFiles(world: World, out: string, report: string): SiteFile[] {
  const issued = editionNumbers(world, report).at(-1);
  if (issued !== undefined) {
    const folder = join(world.root, editionsFolder, report, String(issued));
    const found = places
      .paper(report)
      .flatMap((name) =>
        fileAt(world, folder, name.slice(report.length + 1)).map((file) => placed(file, report)),
      );
    if (found.length > 0) return found;
  }
  if (isDraft(world, out, report)) return [];
  return places.paper(report).flatMap((name) => fileAt(world, out, name));
}

/** Whether a report was a draft when it was built: its manifest says so. */
function isDraft(world: World, out: string, report: string): boolean {
  const path = join(out, report, `${report}.manifest.json`);
  if (world.files.size(path) === undefined) return false;
  return readManifest(world.files.read(path))?.draft !== undefined;
}

/** A file found in a folder of its own, at its place on the site. */
function placed(file: SiteFile, folder: string): SiteFile {
  const others = file.others.map(({ to, from }) => ({ to: `${folder}/${to}`, from }));
  return { ...file, to: `${folder}/${file.to}`, others };
}

function fileAt(world: World, folder: string, name: string): SiteFile[] {
  const from = join(folder, ...name.split('/'));
  if (world.files.size(from) === undefined) return [];
  const kind = name.endsWith('.pdf') ? 'pdf' : 'html';
  const beside = name.endsWith('/index.html') ? pagesBeside(world, folder, name) : [];
  return [{ kind, to: name, from, others: beside, bytes: world.files.read(from) }];
}

/** The pages of a pack in HTML stand in a folder of their own, with the PDFs of others in one below: all belong to it. */
function pagesBeside(world: World, folder: string, index: string): { to: string; from: string }[] {
  const under = index.slice(0, -'/index.html'.length);
  return [under, `${under}/files`].flatMap((inside) =>
    world.files
      .list(join(folder, ...inside.split('/')))
      .filter((name) => name !== 'index.html' && /^[a-z0-9][a-z0-9_.-]*\.(html|css|pdf|woff2)$/.test(name))
      .map((name) => ({ to: `${inside}/${name}`, from: join(folder, ...inside.split('/'), name) })),
  );
}
