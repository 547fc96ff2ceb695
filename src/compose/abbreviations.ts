import { explainedAt } from './initials.ts';
import type { Joined } from './join.ts';
import { plainText } from './markdown.ts';
import type { Inline } from './inline.ts';
import type { Section } from './paper.ts';
import { mapInlines } from './refer.ts';

/** What initials stand for, by the records of a paper: the council's own word goes before the framework's. */
export function knownAbbreviations({ framework, council }: Joined): Map<string, string> {
  const { name, short } = framework.value.regulator;
  // A short name such as “the Inspectorate” is a word and needs no meaning.
  const initials = (short.match(/\p{Lu}/gu) ?? []).length >= 2 && !/\s/.test(short);
  return new Map([
    ...(initials && short !== name ? [[short, name] as const] : []),
    ...Object.entries(framework.value.abbreviations ?? {}),
    ...Object.entries(council.value.abbreviations ?? {}),
  ]);
}

/** The same sections with known initials told from other words, except where the text itself explains them. */
export function expandAbbreviations(
  sections: readonly Section[],
  known: ReadonlyMap<string, string>,
): Section[] {
  if (known.size === 0) return [...sections];
  const names = [...known.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?=s?(?![\\p{L}\\p{N}]))`, 'gu');
  return mapInlines(sections, (content) => {
    const whole = plainText(content);
    let at = 0;
    const change = (list: readonly Inline[]): Inline[] =>
      list.flatMap((inline): Inline[] => {
        if (inline.kind === 'strong' || inline.kind === 'emphasis' || inline.kind === 'link')
          return [{ ...inline, content: change(inline.content) }];
        const start = at;
        at += plainText([inline]).length;
        return inline.kind === 'text' ? parts(inline.text, start, whole, pattern, known) : [inline];
      });
    return change(content);
  });
}

function parts(
  text: string,
  start: number,
  whole: string,
  pattern: RegExp,
  known: ReadonlyMap<string, string>,
): Inline[] {
  const made: Inline[] = [];
  let done = 0;
  for (const { 0: initials, index } of text.matchAll(pattern)) {
    const expansion = known.get(initials);
    const from = start + index;
    if (expansion === undefined) continue;
    if (explainedAt(whole, { from, to: from + initials.length }, initials, expansion)) continue;
    if (index > done) made.push({ kind: 'text', text: text.slice(done, index) });
    made.push({ kind: 'abbreviation', text: initials, expansion });
    done = index + initials.length;
  }
  if (done < text.length) made.push({ kind: 'text', text: text.slice(done) });
  return made;
}
