import type { Wordings } from '../compose/compose.ts';
import { explainedAt } from '../compose/initials.ts';
import type { Joined } from '../compose/join.ts';
import { plainText } from '../compose/markdown.ts';
import type { Paper } from '../compose/paper.ts';
import type { Style } from '../compose/style.ts';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { settle } from './accept.ts';
import { acronymsIn } from './acronyms.ts';
import { capitalsIn } from './capitals.ts';
import { fold, holds, type Finding, type Remark } from './finding.ts';
import { paragraphsOf, Places } from './places.ts';
import { unitsOf, type Unit } from './reading.ts';
import { remarksOn } from './remarks.ts';
import { capitals, linkText, longSentence, unexplainedAcronym } from './rules.ts';
import type { Span } from './sentences.ts';

/** A paper with everything that its words come from. */
export interface Read {
  joined: Joined;
  style: Style;
  paper: Paper;
  wordings: Wordings;
}

/**
 * Could members read this paper more easily? Prose is looked at as the officer wrote it, also where the
 * style leaves it out; the paper for what its wording adds, and in its order for initials.
 * @param whole whether everything was read in the report's own style, so that what it accepts must be there
 */
export function checkLanguage({ joined, style, paper, wordings }: Read, whole: boolean): Diagnostic[] {
  const places = new Places(joined, style, wordings);
  const known = new Set(wordings.abbreviations.keys());
  const findings: Finding[] = [];
  const inProse = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const [prose, flow] of wordings.flows) {
    paragraphsOf(flow).forEach((content, i) => {
      seen.add(plainText(content));
      for (const remark of remarksOn(content, false, known)) {
        const words = plainText(content).slice(remark.from, remark.to);
        findings.push(finding(remark, words, places.inProse(prose, i, remark)));
        inProse.set(remark.rule.id, [...(inProse.get(remark.rule.id) ?? []), fold(words)]);
      }
    });
  }
  const units = unitsOf(paper);
  for (const unit of units.filter(({ text }) => !seen.has(text))) {
    for (const remark of remarksOn(unit.content, unit.heading, known)) {
      const words = unit.text.slice(remark.from, remark.to);
      const folded = fold(words);
      const told = inProse.get(remark.rule.id)?.some((said) => holds(folded, said) || holds(said, folded));
      if (told !== true) findings.push(finding(remark, words, places.inPaper(unit, remark)));
    }
  }
  for (const { initials, unit, ...span } of unexplained(units, wordings.abbreviations, codesOf(joined))) {
    const remark: Remark = {
      rule: unexplainedAcronym,
      ...span,
      message: `Nobody says what “${initials}” stands for where it is first used.`,
      hint: `Write the words there with the initials in brackets, or put \`${initials}:\` and the words under \`abbreviations:\` in ${joined.council.source.file} or ${joined.framework.source.file}.`,
    };
    findings.push(finding(remark, initials, places.inPaper(unit, span)));
  }
  const judged = [longSentence, unexplainedAcronym, capitals, linkText].map(({ id }) => id);
  return settle(joined.report, onceEach(findings), new Set(whole ? judged : []));
}

/** The codes of indicators, which stand behind their names and need no words. */
function codesOf({ framework }: Joined): Set<string> {
  return new Set(Object.values(framework.value.indicators ?? {}).flatMap(({ code }) => code ?? []));
}

/** Initials whose first use, outside headings, does not explain them. */
function unexplained(
  units: readonly Unit[],
  known: ReadonlyMap<string, string>,
  codes: ReadonlySet<string>,
): (Span & { initials: string; unit: Unit })[] {
  const names = new Set(known.keys());
  const met = new Set<string>();
  const found: (Span & { initials: string; unit: Unit })[] = [];
  // A heading has no room to explain; it is looked at after the text that it stands over.
  for (const unit of [...units.filter((u) => !u.heading), ...units.filter((u) => u.heading)]) {
    for (const { initials, from, to } of acronymsIn(unit.text, capitalsIn(unit.text, names))) {
      if (known.has(initials) || codes.has(initials) || met.has(initials)) continue;
      met.add(initials);
      if (!explainedAt(unit.text, { from, to }, initials)) found.push({ initials, unit, from, to });
    }
  }
  return found;
}

function finding(remark: Remark, words: string, place: Place | undefined): Finding {
  return { diagnostic: remark.rule.at(place, remark.message, remark.hint), words };
}

/** Standard wording that a paper repeats is one thing to mend. */
function onceEach(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ diagnostic: { rule, file, range }, words }) => {
    const key = JSON.stringify([rule, file, range, words]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
