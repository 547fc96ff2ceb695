import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Entry } from '../records/load.ts';
import type { Report } from '../records/report.ts';
import { fold, type Finding } from './finding.ts';
import { acceptUnused } from './rules.ts';

/**
 * The findings that a report does not accept with a reason, and what it accepts without need.
 * @param judged the rules that were looked into: an acceptance of another may still be needed
 */
export function settle(
  report: Entry<Report>,
  findings: readonly Finding[],
  judged: ReadonlySet<string>,
): Diagnostic[] {
  const used = new Set<number>();
  const accepted = report.value.accept ?? [];
  const left = findings.filter(({ diagnostic, words }) => {
    const silencing = accepted.flatMap(({ rule, where }, i) =>
      rule === diagnostic.rule &&
      (where === undefined || fold(`${words} ${diagnostic.message}`).includes(fold(where)))
        ? [i]
        : [],
    );
    silencing.forEach((i) => used.add(i));
    return silencing.length === 0;
  });
  const unused = accepted.flatMap(({ rule, where }, i) =>
    used.has(i) || !judged.has(rule)
      ? []
      : [
          acceptUnused.at(
            report.source.at(['accept', i]),
            where === undefined
              ? `Nothing in this report is found by \`${rule}\`.`
              : `Nothing in this report with “${where}” in it is found by \`${rule}\`.`,
            'Take the entry out, or correct its words.',
          ),
        ],
  );
  return [...left.map(({ diagnostic }) => diagnostic), ...unused];
}
