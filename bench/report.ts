import type { Figure } from './measure.ts';

/** Everything that one run of the bench found. */
export interface Findings {
  node: string;
  cores: number;
  cold: Figure[];
  batch: Figure[];
  /** Many papers of which none, one or all are to be made; the first is the start of the program alone. */
  many: Figure[];
  /** The reports of a meeting by themselves, and its pack. */
  pack: Figure[];
}

/** A figure beside ours. */
interface Compared extends Figure {
  /** How many times as long as ours it took. */
  ratio?: number;
}

interface Target {
  words: string;
  met: boolean | undefined;
  /** Ours as a share of the naive script's. */
  share: number | undefined;
}

/** The first figure is ours. */
function compared(figures: readonly Figure[]): Compared[] {
  const ours = figures[0]?.median;
  return figures.map((figure) =>
    ours === undefined || figure.median === undefined ? figure : { ...figure, ratio: figure.median / ours },
  );
}

/** Against the plain script: the one that waits for network idle would be no match. */
function target({ cold }: Findings): Target {
  const naive = cold.find((figure) => figure.name === 'Naive script')?.median;
  return held('cold: at most half of the naive script', cold[0]?.median, naive, 0.5);
}

/** What a share of another's time ours may take at most. */
function held(words: string, ours: number | undefined, other: number | undefined, most: number): Target {
  const share = ours === undefined || other === undefined ? undefined : ours / other;
  return { words, met: share === undefined ? undefined : share <= most, share };
}

/** Against the other printer that makes accessible PDFs: from what is laid out to the finished file, on both sides. */
function aheadOfTypst({ batch }: Findings): Target {
  const typst = batch.find(({ name }) => name.startsWith('Typst'))?.median;
  return held('a batch: printed and finished before Typst', batch[0]?.median, typst, 1);
}

/** What a run with nothing to do and one with one figure changed may cost, and do. */
function incremental({ many }: Findings): Target[] {
  const [start, nothing, alone, figure] = many.map(({ median }) => median);
  return [
    held('nothing to do: at most twice the start of the program', nothing, start, 2),
    held('one figure: at most half as much again as its paper alone', figure, alone, 1.5),
  ];
}

export function asJson(findings: Findings): string {
  const { node, cores, cold, batch, many, pack } = findings;
  const all = {
    unit: 'ms',
    node,
    cores,
    cold: compared(cold),
    batch: compared(batch),
    many: compared(many),
    pack: compared(pack),
    incremental: incremental(findings),
    target: target(findings),
    batchTarget: aheadOfTypst(findings),
  };
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

export function asText(findings: Findings): string {
  const targets = [target(findings), aheadOfTypst(findings), ...incremental(findings)].map(
    ({ words, met, share }) => {
      const verdict = met === undefined ? 'not measured' : met ? 'met' : 'not met';
      return `Target: ${words}: ${verdict}${share === undefined ? '' : ` (${Math.round(share * 100)}%)`}`;
    },
  );
  return [
    `Node ${findings.node}, ${findings.cores} cores. Trust the ratios, not the milliseconds.`,
    '',
    ...table('One report, whole process', findings.cold, 0),
    '',
    ...table('A batch, each further report', findings.batch, 1),
    '',
    ...table('Building what is stale', findings.many, 0, '× start'),
    '',
    ...table('A meeting, whole process', findings.pack, 0, '× reports'),
    '',
    ...targets,
    '',
  ].join('\n');
}

function table(title: string, figures: readonly Figure[], digits: number, ratio = '× ours'): string[] {
  const wide = Math.max(title.length, ...figures.map(({ name }) => name.length)) + 2;
  const rows = compared(figures).map(({ name, median, ratio: times, unavailable }) => {
    if (median === undefined) {
      const why =
        unavailable === 'not installed' ? unavailable : `not available: ${unavailable ?? 'not measured'}`;
      return `${name.padEnd(wide)}${why}`;
    }
    return `${name.padEnd(wide)}${median.toFixed(digits).padStart(8)}${(times?.toFixed(2) ?? '').padStart(9)}`;
  });
  return [`${title.padEnd(wide)}${'ms'.padStart(8)}${ratio.padStart(9)}`, ...rows];
}
