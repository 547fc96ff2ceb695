import { join } from 'node:path';
import { rule, type Diagnostic, type Place } from '../diagnostics/diagnostic.ts';
import { contentOf } from '../outputs.ts';
import type { Project } from '../pipeline.ts';
import { toHtml } from '../render/document.ts';
import { sha256 } from '../travel/manifest.ts';
import { version } from '../version.ts';
import { unwritten } from '../write.ts';
import type { Assembled } from './assemble.ts';
import type { PackPaper } from './collect.ts';
import { keepPublished, publishedFolder, type Published } from './published.ts';
import { shown, spanOf } from './tell.ts';

export const publishedAlready = rule(
  'pack/published-already',
  'error',
  'What was published stays as it was published.',
);

/** What is to be kept as it goes out. */
export interface ToKeep {
  meeting: string;
  supplement?: string;
  /** YYYY-MM-DD */
  day: string;
  made: Assembled;
  papers: readonly PackPaper[];
  /** By their path. */
  files: ReadonlyMap<string, Uint8Array>;
  /** The folder that the paths begin with. */
  out: string;
  place: Place;
}

/** Keeps what is published, for good. @returns where */
export function keep(project: Project, kept: ToKeep): { folder?: string; diagnostics: Diagnostic[] } {
  const files = new Map(
    [...kept.files].map(([path, bytes]) => [path.slice(kept.out.length + 1).replaceAll('\\', '/'), bytes]),
  );
  let folder: string | undefined;
  try {
    folder = keepPublished(project.world, recordOf(kept, files), files);
  } catch (error) {
    return { diagnostics: [unwritten(project.world, join(project.world.root, publishedFolder), error)] };
  }
  if (folder !== undefined) return { folder: shown(project, folder), diagnostics: [] };
  return {
    diagnostics: [
      publishedAlready.at(
        kept.place,
        'Somebody else has published this just now.',
        'Look into `published/` before anything is sent out.',
      ),
    ],
  };
}

function recordOf(
  { meeting, supplement, day, made, papers }: ToKeep,
  files: ReadonlyMap<string, Uint8Array>,
): Published {
  const none = { first: 0, last: 0 };
  return {
    scrutineer: version,
    meeting,
    ...(supplement === undefined ? {} : { supplement }),
    published: day,
    pages: spanOf(made),
    items: papers.map((paper) => ({
      id: paper.name,
      ...(paper.item.number === undefined ? {} : { number: paper.item.number }),
      title: paper.item.title,
      pages: made.pages.get(paper.name) ?? none,
      content: contentsOf(paper),
    })),
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)])),
  };
}

/** SHA-256 of what a paper says, to find out later whether it says the same. */
export function contentsOf(paper: PackPaper): string {
  if (paper.kind === 'foreign') return sha256(paper.pdf);
  return paper.report ? contentOf(paper.report.ready) : sha256(toHtml(paper.html));
}
