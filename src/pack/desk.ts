import type { Agenda } from '../agenda/agenda.ts';
import type { AgendaItem } from '../agenda/agenda.ts';
import type { PagesByItem } from '../agenda/item-facts.ts';
import type { Paper } from '../compose/paper.ts';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import type { DocumentStyles } from '../documents.ts';
import type { Project } from '../pipeline.ts';
import type { Printer } from '../print/printer.ts';
import type { Renderer } from '../render/render.ts';
import type { Assembled } from './assemble.ts';
import type { PackPaper } from './collect.ts';

/** What every pack of a meeting is made with. */
export interface Desk {
  project: Project;
  agenda: Agenda;
  documents: DocumentStyles;
  printer: Printer;
  /** The council's house style, in which the front is set. */
  style: string;
}

/** How the packs of a meeting are to be made. */
export interface PackAsked {
  /** The folder of what the public may have. */
  out: string;
  /** The folder of what it may not have: never inside the other. */
  restrictedOut: string;
  /** The letter of the supplement that is made instead of the packs. */
  supplement?: string | undefined;
  only?: 'public' | 'restricted' | undefined;
  publish?: boolean | undefined;
  draft?: boolean | undefined;
}

/** A page of ours that stands in front of the papers: the agenda, a cover, a sheet that names PDFs of others. */
export type Sheet = (
  pages: PagesByItem,
  href: (item: AgendaItem) => string | undefined,
) => Result<{ paper: Paper; render: Renderer['render'] }>;

/** One pack as far as it came. */
export interface OnePack {
  /** "public", "restricted", "supplement A" */
  called: string;
  papers: readonly PackPaper[];
  made?: Assembled;
  /** Its files by their path. */
  files?: ReadonlyMap<string, Uint8Array>;
  diagnostics: Diagnostic[];
}
