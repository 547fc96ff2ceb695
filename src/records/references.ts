import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Entry, Records } from './load.ts';
import { nouns, type Noun } from './nouns.ts';
import type { Path } from './source.ts';

const dangling = rule(
  'records/dangling-reference',
  'error',
  'A paper cannot be made from a record that is not there.',
);
const cycle = rule('records/cycle', 'error', 'Going back from review to review would never end.');

/** References to records that do not exist, and reviews that follow each other in a circle. */
export function referenceDiagnostics(records: Records): Diagnostic[] {
  const found: Diagnostic[] = [];
  const refer = <T>(entry: Entry<T>, path: Path, noun: Noun, id: string | undefined): void => {
    if (id === undefined || records.present.has(`${noun}/${id}`)) return;
    const known = [...records.present]
      .filter((p) => p.startsWith(`${noun}/`))
      .map((p) => p.slice(noun.length + 1));
    found.push(
      dangling.at(
        entry.source.at(path),
        `There is no ${noun} called \`${id}\`: data/${nouns[noun].folder}/${id}.yaml does not exist.`,
        didYouMean(id, known, `In data/${nouns[noun].folder}`),
      ),
    );
  };
  const body = <T>(entry: Entry<T>, councilId: string | undefined, id: string): void => {
    const council = councilId === undefined ? undefined : records.council.get(councilId);
    if (!council || Object.hasOwn(council.value.bodies, id)) return;
    found.push(
      dangling.at(
        entry.source.at(['body']),
        `${council.value.name} has no body called \`${id}\` in ${council.source.file}.`,
        didYouMean(id, Object.keys(council.value.bodies), 'Its bodies'),
      ),
    );
  };
  for (const entry of records.council.values()) refer(entry, ['calendar'], 'calendar', entry.value.calendar);
  for (const entry of records.review.values()) {
    refer(entry, ['council'], 'council', entry.value.council);
    refer(entry, ['framework'], 'framework', entry.value.framework);
    refer(entry, ['follows'], 'review', entry.value.follows);
  }
  for (const entry of records.report.values()) {
    refer(entry, ['review'], 'review', entry.value.review);
    body(entry, records.review.get(entry.value.review)?.value.council, entry.value.body);
  }
  for (const entry of records.meeting.values()) {
    refer(entry, ['council'], 'council', entry.value.council);
    body(entry, entry.value.council, entry.value.body);
    refer(entry, ['previous'], 'meeting', entry.value.previous);
    for (const list of ['items', 'exempt_items'] as const)
      entry.value[list]?.forEach((item, i) => refer(entry, [list, i, 'report'], 'report', item.report));
  }
  return [...found, ...cycles(records)];
}

function cycles(records: Records): Diagnostic[] {
  const found: Diagnostic[] = [];
  const reported = new Set<string>();
  for (const start of records.review.values()) {
    const way = [start.id];
    for (let at = start.value.follows; at !== undefined; at = records.review.get(at)?.value.follows) {
      if (way.includes(at)) {
        const circle = way.slice(way.indexOf(at));
        const key = [...circle].sort().join(' ');
        if (circle.includes(start.id) && !reported.has(key)) {
          reported.add(key);
          found.push(
            cycle.at(
              start.source.at(['follows']),
              circle.length === 1
                ? `\`${start.id}\` says that it follows itself.`
                : `These reviews follow each other in a circle: ${[...circle, at].join(' → ')}.`,
              'A review follows the one of the year before. Take `follows` out of the earliest.',
            ),
          );
        }
        break;
      }
      way.push(at);
    }
  }
  return found;
}
