import type { Project } from '../pipeline.ts';
import type { Assembled } from './assemble.ts';
import { filesFolder } from './collect.ts';
import type { Pages } from './settle.ts';

/** What was made, for programs. */
export interface PackResult {
  pack: string;
  files: string[];
  pages: number;
  /** Whether the PDF claims PDF/UA and PDF/A. */
  claims: boolean;
  items: { item: string; first: number; last: number }[];
}

/** From the first page of a pack to its last. */
export function spanOf({ pages }: Assembled): Pages {
  const all = [...pages.values()];
  return { first: Math.min(...all.map((p) => p.first)), last: Math.max(...all.map((p) => p.last)) };
}

export function resultOf(pack: string, files: ReadonlyMap<string, Uint8Array>, made: Assembled): PackResult {
  const { first, last } = spanOf(made);
  return {
    pack,
    files: [...files.keys()],
    pages: last - first + 1,
    claims: made.claims,
    items: [...made.pages].map(([item, pages]) => ({ item, ...pages })),
  };
}

/** One line for each pack: where it is and how long. */
export function toldOf(
  project: Project,
  kind: string,
  files: ReadonlyMap<string, Uint8Array>,
  made: Assembled,
): string[] {
  const { first, last } = spanOf(made);
  const pages = last - first + 1;
  const [pdf = ''] = [...files.keys()].filter((path) => path.endsWith('.pdf'));
  const web = [...files.keys()].find((path) => path.endsWith('index.html'));
  const claims = made.claims
    ? 'PDF/UA-1 and PDF/A'
    : `claims no standard, as it holds papers from ${filesFolder}`;
  return [
    `${kind}: ${shown(project, pdf)} (${String(pages)} ${pages === 1 ? 'page' : 'pages'}; ${claims})`,
    ...(web === undefined ? [] : [`${kind}, as web pages: ${shown(project, web)}`]),
  ];
}

export const shown = ({ world }: Project, path: string): string =>
  path.startsWith(world.root) ? path.slice(world.root.length + 1).replaceAll('\\', '/') : path;
