import { join } from 'node:path';
import { cameLate } from '../agenda/item-facts.ts';
import { rule, stops, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { collect, collectExemptParts, type PackPaper } from './collect.ts';
import type { Desk, OnePack, PackAsked } from './desk.ts';
import { makePack } from './make.ts';
import { exemptEntries, publicEntries } from './plan.ts';
import { secretsOfAgenda } from './secrets.ts';
import { agendaFront } from './sheets.ts';
import { webPack } from './web.ts';

const notCleared = rule(
  'pack/not-cleared',
  'error',
  'A report that somebody has not cleared would go out as if they had.',
);

/** Makes the pack that the public may have, without writing it. */
export async function publicPack(desk: Desk, { out, draft }: PackAsked): Promise<OnePack> {
  const { agenda } = desk;
  const { papers, diagnostics } = await collect(desk, publicEntries(agenda), 'public');
  const one: OnePack = { called: 'public', papers, diagnostics };
  diagnostics.push(...uncleared(papers, draft));
  if (stops(diagnostics)) return one;
  const front = agendaFront(desk, 'public');
  const made = await makePack(desk, {
    ...{ kind: 'public', called: 'Public pack', papers, first: 1, front },
    draft: papers.some(isDraft),
  });
  diagnostics.push(...made.diagnostics);
  if (!made.value || stops(diagnostics)) return one;
  const items = agenda.items.filter((item) => !cameLate(item));
  const web = webPack(desk, { front, items, papers });
  diagnostics.push(...web.diagnostics);
  if (!web.value || stops(diagnostics)) return one;
  const files = filesOf(`${agenda.meeting.id}-pack.pdf`, made.value.pdf, 'pack', web.value);
  diagnostics.push(...(await leaks(desk, files, papers)));
  return stops(diagnostics) ? one : { ...one, made: made.value, files: inFolder(out, files) };
}

/** Makes the pack of what is exempt, without writing it; `made` is absent where nothing is. */
export async function restrictedPack(desk: Desk, { restrictedOut, draft }: PackAsked): Promise<OnePack> {
  const { project, agenda } = desk;
  const parts = await collectExemptParts(project, agenda, publicEntries(agenda));
  const whole = await collect(desk, exemptEntries(agenda), 'restricted');
  const papers = [...parts.papers, ...whole.papers];
  const diagnostics = [...parts.diagnostics, ...whole.diagnostics, ...uncleared(papers, draft)];
  const one: OnePack = { called: 'restricted', papers, diagnostics };
  if (papers.length === 0 || stops(diagnostics)) return one;
  const made = await makePack(desk, {
    ...{ kind: 'restricted', called: 'Restricted pack', papers, first: 1 },
    draft: papers.some(isDraft),
    front: agendaFront(desk, 'restricted'),
  });
  diagnostics.push(...made.diagnostics);
  if (!made.value || stops(diagnostics)) return one;
  const name = `${agenda.meeting.id}-restricted-pack.pdf`;
  return { ...one, made: made.value, files: inFolder(restrictedOut, new Map([[name, made.value.pdf]])) };
}

/** A pack's PDF and its web pages, by their path among what is published. */
export function filesOf(
  name: string,
  pdf: Uint8Array,
  folder: string,
  web: ReadonlyMap<string, Uint8Array>,
): Map<string, Uint8Array> {
  return new Map([[name, pdf], ...inFolder(folder, web)]);
}

export function inFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  return new Map([...files].map(([path, bytes]) => [join(folder, path), bytes]));
}

/** Nothing exempt may stand in any file for the public, whatever made it. */
export async function leaks(
  desk: Desk,
  files: ReadonlyMap<string, Uint8Array>,
  papers: readonly PackPaper[] = [],
): Promise<Diagnostic[]> {
  const front = agendaFront(desk, 'public')(new Map(), () => undefined).value;
  const secrets =
    front && (await secretsOfAgenda(desk.project, desk.agenda, front.paper, () => textsOfOthers(papers)));
  if (!secrets) return [];
  const { scanFiles } = await import('../exempt/scan.ts');
  return scanFiles(files, secrets);
}

async function textsOfOthers(papers: readonly PackPaper[]): Promise<string[]> {
  const { filesIn } = await import('../exempt/scan/file.ts');
  const texts: string[] = [];
  for (const paper of papers) {
    if (paper.kind !== 'foreign') continue;
    for await (const { text, readable } of filesIn(paper.file, paper.pdf)) if (readable) texts.push(text);
  }
  return texts;
}

export const isDraft = (paper: PackPaper): boolean => paper.kind === 'own' && paper.paper.draft !== undefined;

/** Silence is not consent: a report that is not cleared goes out as a draft or not at all. */
export function uncleared(papers: readonly PackPaper[], draft: boolean | undefined): Diagnostic[] {
  if (draft === true) return [];
  return papers.flatMap((paper) => {
    if (paper.kind !== 'own' || !paper.paper.draft) return [];
    return [
      notCleared.at(
        paper.place,
        `The report \`${paper.report?.id ?? paper.name}\` is a draft. ${paper.paper.draft.words}`,
        'Have it cleared and write that under `clearance:` in the report; or make a draft of the pack with --draft.',
      ),
    ];
  });
}
