import type { Origins } from '../compose/origins.ts';
import { followedIndicators } from '../compose/facts/indicators.ts';
import type { Joined } from '../compose/join.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { settle } from '../language/accept.ts';
import type { Finding } from '../language/finding.ts';
import { once } from '../once.ts';
import type { Path } from '../records/source.ts';
import { countedCouncils, countedIn, countedRating } from './counted.ts';
import { mentionedValues } from './mentioned.ts';
import { namingOf } from './naming.ts';
import { olderFigure } from './older.ts';
import { typedOlder, typedUnknown } from './rules.ts';
import { typedSentences } from './typed.ts';
import { unknownFigure } from './unknown.ts';
import { measuredValues } from './values.ts';

/**
 * Figures that an officer typed into the prose of a report and its review, although the record has another: an older one
 * of an indicator that the sentence names, or one that equals nothing in the record. A figure that equals what the record
 * has is no finding; nor is one that claims no measurement: see `covered`.
 * @param whole whether everything was looked at, so that what the report accepts must be there
 */
export function checkFigures(joined: Joined, origins: Origins, whole: boolean): Diagnostic[] {
  const { report, review, framework } = joined;
  const names = Object.values(framework.value.indicators ?? {}).map(({ name }) => name);
  // Gathered when a figure is met, or one that nothing else accounts for: most papers have few of those, or none.
  const naming = once(() => namingOf(followedIndicators(joined), names));
  const values = once(() => [...measuredValues(joined), ...mentionedValues(joined)]);
  const known = once(() => ({
    get values() {
      return values();
    },
    counted: countedIn(joined),
    rating: countedRating(joined),
    councils: countedCouncils(joined),
    file: review.source.file,
    report: report.source.file,
  }));
  const findings: Finding[] = [];
  for (const [prose, { source, path }] of origins) {
    if ((source !== report.source && source !== review.source) || isTitle(path)) continue;
    for (const { from, text, quotes, figures } of typedSentences(prose.markdown)) {
      const named = naming().namedIn(text, quotes);
      figures.forEach((figure, i) => {
        const older = olderFigure(text, figure, named, joined);
        const said = older ?? (isPromise(path) ? undefined : unknownFigure(text, i, figures, named, known()));
        if (!said) return;
        const place = source.inText(path, prose.markdown, from + figure.from, from + figure.to);
        const rule = older ? typedOlder : typedUnknown;
        findings.push({ diagnostic: rule.at(place, said.message, said.hint), words: text });
      });
    }
  }
  return settle(report, findings, new Set(whole ? [typedOlder.id, typedUnknown.id] : []));
}

/** What a document is called can have any figure in it. */
function isTitle(path: Path): boolean {
  return path[0] === 'background_papers';
}

/** What will be done, and so often, is no measurement. */
function isPromise(path: Path): boolean {
  return path.at(-1) === 'action';
}
