import type { Diagnostic, Place, Result } from '../diagnostics/diagnostic.ts';
import { restrictedWords, withheldFlow } from '../exempt/marking.ts';
import { settle } from '../language/accept.ts';
import type { Prose } from '../records/prose.ts';
import { expandAbbreviations, knownAbbreviations } from './abbreviations.ts';
import { accentOf } from './accent.ts';
import { dayOf } from '../derive/day.ts';
import { deriveFacts } from './derive.ts';
import type { Joined } from './join.ts';
import { typeset, type Flow } from './markdown.ts';
import { numberSections } from './number.ts';
import { proseOrigins, type Origins } from './origins.ts';
import type { Paper } from './paper.ts';
import { readProse } from './prose.ts';
import { quotationsFor } from './quotations/quotations.ts';
import { figuresOf, tablesOf } from './pages.ts';
import { openReference, resolveReferences } from './refer.ts';
import { RunIns } from './run-in.ts';
import { sameNames } from './same-names.ts';
import type { Style } from './style.ts';
import { buildSections, type Outlines } from './tree.ts';
import { wordingFor } from './wording.ts';

/** Where the words of a paper come from. */
export interface Wordings {
  /** Each piece of prose as the paper says it, whether or not the style shows it. */
  flows: ReadonlyMap<Prose, Flow[]>;
  origins: Origins;
  outlines: Outlines;
  /** Initials that the records explain. */
  abbreviations: ReadonlyMap<string, string>;
}

/**
 * Makes the Paper of one report in one house style.
 * @param part the restricted version says that it is one; which words are in it is for the records to say
 */
export function compose(
  joined: Joined,
  style: Style,
  part: 'public' | 'restricted' = 'public',
): Result<Paper> & { wordings: Wordings } {
  const diagnostics: Diagnostic[] = [];
  const { report, review, framework, council, body } = joined;
  const outline = style.value;
  const facts = deriveFacts(joined, outline);
  const origins = proseOrigins([report, review, framework]);
  const places = seePlaces(joined);
  const quotations = quotationsFor(joined, (to, place) => {
    if (place && !places.has(to)) places.set(to, place);
    return openReference(to);
  });
  const read = new Map<Prose, Flow[]>();
  const flowOf = (prose: Prose): Flow[] => {
    const known = read.get(prose);
    if (known) return known;
    const made =
      prose.exempt && prose.withheld
        ? { flow: withheldFlow(prose.exempt), diagnostics: [] }
        : readProse(prose, quotations, origins);
    diagnostics.push(...made.diagnostics);
    read.set(prose, made.flow);
    return made.flow;
  };
  // Prose that this style leaves out is wrong all the same.
  for (const prose of origins.keys()) flowOf(prose);

  const runIns = new RunIns(origins);
  const wording = wordingFor(flowOf, openReference, (prose) => runIns.tell(prose));
  const built = buildSections(outline, facts, wording);
  diagnostics.push(...sameNames(built.sections, style.source.file));
  const numbered = numberSections(built.sections, outline.numbering);
  const resolved = resolveReferences(numbered, places);
  diagnostics.push(...resolved.diagnostics, ...settle(report, runIns.findings, new Set()));
  const abbreviations = knownAbbreviations(joined);

  const title = typeset(report.value.title);
  const { role, name } = report.value.author;
  return {
    value: {
      id: report.id,
      style: style.id,
      language: outline.language,
      title,
      shortTitle: typeset(report.value.short_title ?? report.value.title),
      council: typeset(council.value.name),
      body: typeset(body.name),
      ...(facts.report.date === undefined ? {} : { date: facts.report.date }),
      ...(joined.item === undefined ? {} : { item: typeset(joined.item) }),
      author: typeset(name === undefined ? role : `${name}, ${role}`),
      reportOf: wording.text(outline.report_of, facts),
      accent: accentOf(council.value),
      contents: resolved.sections.map(({ anchor, heading }) => ({ anchor, text: heading })),
      tables: tablesOf(resolved.sections),
      figures: figuresOf(resolved.sections),
      paged: false,
      sides: outline.sides,
      dated: dayOf(report.value, review.value),
      ...(part === 'restricted' ? { restricted: restrictedWords(report.value.exempt) } : {}),
      sections: expandAbbreviations(resolved.sections, abbreviations),
    },
    diagnostics,
    wordings: { flows: read, origins, outlines: built.outlines, abbreviations },
  };
}

/** Where each name under an implication's `see` was written. */
function seePlaces({ report }: Joined): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [heading, answer] of Object.entries(report.value.implications)) {
    if (typeof answer !== 'object' || !('see' in answer)) continue;
    answer.see?.forEach((to, i) => places.set(to, report.source.at(['implications', heading, 'see', i])));
  }
  return places;
}
