import type { Box } from './matrix.ts';
import type { Page, Layer } from './pages.ts';
import type { Drawing } from './drawing.ts';
import type { Insertion } from './words.ts';

/** What a decoration is (ISO 32000-1, 14.8.2.2.2): it is drawn and not read. */
export type Decoration = 'header' | 'footer' | 'watermark' | 'repeated' | 'layout';

const tags: Readonly<Record<Decoration, string>> = {
  header: '/Artifact <</Type /Pagination /Subtype /Header>> BDC',
  footer: '/Artifact <</Type /Pagination /Subtype /Footer>> BDC',
  watermark: '/Artifact <</Type /Pagination /Subtype /Watermark>> BDC',
  repeated: '/Artifact <</Type /Pagination>> BDC',
  layout: '/Artifact <</Type /Layout>> BDC',
};

/** What stands in the margins is a running header or footer; the rest is lines, backgrounds and pictures. */
export function decorationOf(drawing: Drawing, area: Box | undefined): Decoration {
  if (drawing.kind !== 'text' || drawing.line === undefined || area === undefined) return 'layout';
  if (drawing.line.start.y > area.top) return 'header';
  return drawing.line.start.y < area.bottom ? 'footer' : 'layout';
}

/**
 * The content with everything in it marked: what belongs to nothing becomes decoration (ISO 14289-1,
 * 7.1), and so does the marked content listed. Nothing else in it changes.
 */
export function markDecoration(
  page: Page,
  layer: Layer,
  decorations: ReadonlyMap<number, Decoration> = new Map(),
  insertions: readonly Insertion[] = [],
): Uint8Array {
  const changes = insertions.map(({ at, text }) => ({ start: at, end: at, text }));
  for (const { id, start, end } of layer.marks) {
    const decoration = decorations.get(id);
    if (decoration) changes.push({ start, end, text: tags[decoration] });
  }
  for (const { start, end, decoration } of unmarkedRuns(page, layer)) {
    changes.push({ start, end: start, text: `${tags[decoration]}\n` }, { start: end, end, text: '\nEMC' });
  }
  if (changes.length === 0) return layer.bytes;
  changes.sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text } of changes) {
    parts.push(layer.bytes.subarray(at, start), Buffer.from(text, 'latin1'));
    at = end;
  }
  parts.push(layer.bytes.subarray(at));
  return Buffer.concat(parts);
}

interface Run {
  start: number;
  end: number;
  after: number;
  decoration: Decoration;
}

/** Neighbours of one kind are marked together, unless something in between opens or closes. */
function unmarkedRuns(page: Page, { drawings }: Layer): Run[] {
  const runs: Run[] = [];
  let last: Run | undefined;
  for (const drawing of drawings) {
    if (drawing.belongs !== undefined) {
      last = undefined;
      continue;
    }
    const decoration = decorationOf(drawing, page.area);
    if (last?.decoration === decoration && last.after === drawing.before) {
      last.end = drawing.end;
      last.after = drawing.after;
    } else {
      last = { start: drawing.start, end: drawing.end, after: drawing.after, decoration };
      runs.push(last);
    }
  }
  return runs;
}
