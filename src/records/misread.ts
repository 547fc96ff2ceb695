import { isAlias, isCollection, isScalar, visit, type Alias, type Document, type Scalar } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import type { Source } from './source.ts';

/** What YAML allows and a form does not: a text that YAML reads as something else than was typed. */

const aliases = rule(
  'records/aliases',
  'error',
  'A few lines that repeat one another many times over can grow beyond what any computer holds.',
);
const tags = rule(
  'records/tag',
  'error',
  'Records are plain forms; a tag would change what a value is behind its back.',
);
const misread = rule(
  'records/misread',
  'error',
  'The sign has a meaning of its own to the computer, and a part of the text would be lost.',
);

const noSign = rule(
  'records/unprintable',
  'error',
  'No font has such a sign: on paper there would be a hole in the word, and a screen reader may stop at it.',
);

/** Aliases (`*name`) beyond this many are refused; a form has no use for more. */
const mostAliases = 50;

const quoted = 'Put "quotation marks" round the whole text.';

/** Tags, repetitions, and texts of which YAML would take a part for itself. */
export function misreadings(source: Source, document: Document.Parsed): Diagnostic[] {
  return [
    ...tagged(source, document),
    ...signs(source, document),
    ...repeated(source, document),
    ...cutShort(source, document),
    ...unprintable(source, document),
  ];
}

/** Control characters, halves of characters, and what stands for no character at all. */
const noLetter = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/u;

function unprintable(source: Source, document: Document.Parsed): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Scalar(_key, node) {
      const [sign] = (typeof node.value === 'string' && noLetter.exec(node.value)) || [];
      if (sign === undefined) return;
      const typed = source.text.indexOf(sign, node.range?.[0] ?? 0);
      const inside = typed >= 0 && typed < (node.range?.[1] ?? 0);
      found.push(
        noSign.at(
          inside ? source.between(typed, typed + 1) : source.placeOf(node),
          `The text has a sign in it that cannot be printed (U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}).`,
          'Take it out: such signs come in with text that is copied from another program, or with a backslash in "quotation marks".',
        ),
      );
    },
  });
  return found;
}

function tagged(source: Source, document: Document.Parsed): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Node(_key, node) {
      if (!(isScalar(node) || isCollection(node)) || node.tag === undefined) return;
      if (node.tag.startsWith('tag:yaml.org,2002:')) return;
      const start = source.text.lastIndexOf(node.tag, node.range?.[0] ?? 0);
      found.push(
        tags.at(
          start < 0 ? source.placeOf(node) : source.between(start, start + node.tag.length),
          `\`${node.tag}\` is read as a YAML tag, not as text.`,
          'Take it out, or put "quotation marks" round the whole text.',
        ),
      );
    },
  });
  return found;
}

/** A text with ` #` in it ends there for YAML. Where a letter follows at once, no remark was meant. */
function cutShort(source: Source, document: Document.Parsed): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Scalar(_key, node) {
      if (node.type !== 'PLAIN' || !node.source || !node.comment || !/^\S/.test(node.comment) || !node.range)
        return;
      const start = source.text.indexOf('#', node.range[1]);
      found.push(
        misread.at(
          source.between(start, start + 1 + (node.comment.split('\n')[0]?.length ?? 0)),
          'Everything after the # is left out of the text.',
          `${quoted} A remark has a space behind its #.`,
        ),
      );
    },
  });
  return found;
}

/** Texts that begin with `*` or `&`, and bullets that are read as a part of the one above. */
function signs(source: Source, document: Document.Parsed): Diagnostic[] {
  const found: Diagnostic[] = [];
  const repeatedNames = new Set<string>();
  visit(document, { Alias: (_key, node) => void repeatedNames.add(node.source) });
  visit(document, {
    Alias(_key, node) {
      if (node.resolve(document)) return;
      found.push(misread.at(source.placeOf(node), 'A text cannot begin with * by itself.', quoted));
    },
    Value(key, node) {
      if (isScalar(node) && typeof key === 'number') found.push(...bulletsRunTogether(source, node));
      const { anchor } = node;
      if (anchor === undefined || repeatedNames.has(anchor)) return;
      const at = source.text.lastIndexOf(`&${anchor}`, node.range?.[0] ?? 0);
      found.push(
        misread.at(
          source.between(at, at + anchor.length + 1),
          'A text cannot begin with & by itself.',
          quoted,
        ),
      );
    },
  });
  return found;
}

function bulletsRunTogether(source: Source, node: Scalar): Diagnostic[] {
  if (node.type !== 'PLAIN' || !node.range) return [];
  const bullet = /\n[ \t]*(?=-[ \t])/.exec(source.text.slice(node.range[0], node.range[1]));
  if (!bullet) return [];
  const at = node.range[0] + bullet.index + bullet[0].length;
  return [
    misread.at(
      source.between(at, at + 1),
      'This hyphen is set in further than the one above, so it is read as part of the text there.',
      'Start all hyphens of a list in the same column.',
    ),
  ];
}

function repeated(source: Source, document: Document.Parsed): Diagnostic[] {
  let count = 0;
  let found: Diagnostic | undefined;
  visit(document, {
    Alias(_key, node) {
      count++;
      const nested = holdsAlias(node, document);
      if (!nested && count <= mostAliases) return undefined;
      found = aliases.at(
        source.placeOf(node),
        nested
          ? `\`*${node.source}\` repeats a part of the file that itself repeats other parts.`
          : `The file repeats parts of itself more than ${String(mostAliases)} times.`,
        'Write the value out where it is needed.',
      );
      return visit.BREAK;
    },
  });
  return found ? [found] : [];
}

function holdsAlias(alias: Alias, document: Document.Parsed): boolean {
  const target = alias.resolve(document);
  if (!target) return false;
  if (isAlias(target)) return true;
  let holds = false;
  visit(target, {
    Alias: () => {
      holds = true;
      return visit.BREAK;
    },
  });
  return holds;
}
