import { aboutMeeting } from '../agenda/agenda-paper.ts';
import { composeDocument } from '../compose/document.ts';
import type { Paper } from '../compose/paper.ts';
import { stops, type Result } from '../diagnostics/diagnostic.ts';
import { minutesKinds } from '../minutes/documents.ts';
import { mattersArisingFacts } from '../minutes/matters-arising.ts';
import type { HtmlDocument } from '../render/document.ts';
import type { Renderer } from '../render/render.ts';
import type { Desk } from './desk.ts';

/**
 * What the meeting before resolved that somebody does, and how far it has come: the paper on matters arising.
 *
 * @returns no value where nothing was resolved that is still to be told of
 */
export function mattersPaper(
  desk: Desk,
): Result<{ paper: Paper; html: HtmlDocument; render: Renderer['render'] }> {
  const { agenda, project, documents } = desk;
  const facts = mattersArisingFacts(project.records, agenda.meeting.id);
  if (!facts) return { value: undefined, diagnostics: [] };
  const loaded = documents.of(minutesKinds.matters, desk.style);
  const diagnostics = [...loaded.diagnostics];
  if (!loaded.style || !loaded.renderer) return { value: undefined, diagnostics };
  const { render } = loaded.renderer;
  const made = composeDocument(minutesKinds.matters, loaded.style, {
    id: `${agenda.meeting.id}-matters-arising`,
    facts,
    ...aboutMeeting(agenda, project.records),
  });
  diagnostics.push(...made.diagnostics);
  if (!made.value || stops(diagnostics)) return { value: undefined, diagnostics };
  const { number } = agenda.items.find(({ standard }) => standard === 'matters_arising') ?? {};
  const paper: Paper = { ...made.value, ...(number === undefined ? {} : { item: number }) };
  const laid = render(paper);
  diagnostics.push(...laid.diagnostics);
  return { value: laid.value && { paper, html: laid.value, render }, diagnostics };
}
