import type { Agenda, AgendaItem } from '../agenda/agenda.ts';
import { readPublished } from '../pack/published.ts';
import type { World } from '../world.ts';
import type { PublicFiles, SiteFile } from './files.ts';

/** A paper as it stands in a pack or a supplement. */
export interface InPack {
  /** The supplement's letter; absent for the pack itself. */
  letter?: string;
  /** Its own web page, by its place on the site. */
  page?: string;
  /** The PDF that it stands in, with the number of its first page there and how many pages come before it. */
  pdf?: { file: SiteFile; number: number; behind: number };
}

/** Where the paper of an item stands in what was published of a meeting, the pack first. */
export function inPacks(
  world: World,
  { meeting }: Agenda,
  { id, number, files: attached }: AgendaItem,
  { pack, supplements }: Pick<PublicFiles, 'pack' | 'supplements'>,
): InPack[] {
  const parts: [string | undefined, readonly SiteFile[]][] = [[undefined, pack], ...supplements];
  const names = [id, ...attached.map((_, i) => `${id}-${String(i + 1)}`)];
  return parts.flatMap(([letter, files]): InPack[] => {
    const published = readPublished(world, meeting.id, letter);
    const at = published?.items.find((item) => names.includes(item.id))?.pages;
    const file = files.find(({ kind }) => kind === 'pdf');
    const page = pageIn(files, number);
    // Once it is published, what is in it is known; before that, a page on the web shows that it is.
    if (published ? !at : page === undefined) return [];
    return [
      {
        ...(letter === undefined ? {} : { letter }),
        ...(page === undefined ? {} : { page }),
        ...(file && at ? { pdf: { file, number: at.first, behind: at.first - published.pages.first } } : {}),
      },
    ];
  });
}

/** An item's web page goes by its number: `webPack` in src/pack/web.ts names it. */
function pageIn(files: readonly SiteFile[], number: string | undefined): string | undefined {
  if (number === undefined) return undefined;
  const name = `/item-${number.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.html`;
  return files.flatMap(({ others }) => others).find(({ to }) => to.endsWith(name))?.to;
}
