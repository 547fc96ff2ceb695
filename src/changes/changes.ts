import type { Entry } from '../records/load.ts';
import type { Noun } from '../records/nouns.ts';
import { nouns } from '../records/nouns.ts';
import type { Joined } from '../compose/join.ts';
import type { Style } from '../compose/style.ts';
import { kinds, type Change } from './change.ts';
import { mergePapers, type Merged, type PaperDifference } from './paper/merge.ts';
import type { Where } from './paper/places.ts';
import { differencesOf, type Difference } from './records/differ.ts';
import { without } from './records/undo.ts';
import { sideOf, type Side } from './sides.ts';
import type { Context } from './tell/context.ts';
import { followingFrom } from './tell/follows.ts';
import { tell } from './tell/tell.ts';

/** What has changed between two sides. */
export interface Changes {
  /** Changes of meaning, the most important first. */
  changes: Change[];
  /** Every part of the paper that says something else. */
  paper: PaperDifference[];
  /** How many paragraphs, tables and figures only have another number. */
  renumbered: number;
  /** The later paper with the differences marked in it. */
  marked: Merged['marked'];
}

/** A record of one kind on both sides. */
interface Pair {
  noun: Noun;
  past: boolean;
  was: Entry<unknown> | undefined;
  is: Entry<unknown> | undefined;
}

/**
 * Compares what a paper was made from with what it would be made from now, and the two papers.
 * @param style the house style that both sides are composed in
 */
export function changesBetween(earlier: Side, later: Side, style: Style): Changes {
  const merged = mergePapers(earlier.paper, later.paper);
  const headings = style.value.implications.headings;
  const changes = pairsOf(earlier.joined, later.joined).flatMap((pair): Change[] => {
    const { noun, was, is } = pair;
    if (!was || !is) return wholeRecord(pair, merged);
    const context: Context = {
      ...{ earlier, later, ...pair },
      headingOf: (id) => headings[id]?.heading ?? id.replaceAll('_', ' '),
    };
    const differences = fused(differencesOf(was.plain, is.plain, nouns[noun].schema));
    return differences.map((difference) => {
      const { what, names: path, before, after, description } = difference;
      return {
        ...tell(difference, context),
        ...{ what, record: `${noun}/${is.id}`, path },
        ...(before === undefined ? {} : { was: before }),
        ...(after === undefined ? {} : { is: after }),
        ...(description === undefined ? {} : { description }),
        where: shownWhere(difference, differences, pair, later, style, merged),
      };
    });
  });
  const following = followingFrom(earlier, later).map(({ shownAs, ...telling }): Change => ({
    ...telling,
    what: 'changed',
    where: places(
      merged.differences.filter(({ id }) => id.split('/').some((part) => shownAs.includes(part))),
    ),
  }));
  const weight = ({ kind, where }: Change): number =>
    kinds.indexOf(kind) + (where.length === 0 ? kinds.length : 0);
  return {
    changes: [...changes, ...following].sort((a, b) => weight(a) - weight(b)),
    paper: merged.differences,
    renumbered: merged.renumbered,
    marked: merged.marked,
  };
}

function pairsOf(a: Joined, b: Joined): Pair[] {
  const pair = (noun: Noun, was: Pair['was'], is: Pair['is'], past = false): Pair => ({
    noun,
    past,
    was,
    is,
  });
  const years = Math.max(a.earlier.length, b.earlier.length);
  const known = (joined: Joined, id: string | undefined): Entry<unknown> | undefined =>
    joined.earlier.find((entry) => entry.id === id);
  const past = Array.from({ length: years }, (_, i): Pair[] => {
    const [was, is] = [a.earlier[i], b.earlier[i]];
    if (was?.id === is?.id) return [pair('review', was, is, true)];
    return [
      ...(is && !known(a, is.id) ? [pair('review', undefined, is, true)] : []),
      ...(was && !known(b, was.id) ? [pair('review', was, undefined, true)] : []),
      ...(is && known(a, is.id) ? [pair('review', known(a, is.id), is, true)] : []),
    ];
  }).flat();
  return [
    pair('review', a.review, b.review),
    pair('report', a.report, b.report),
    ...past,
    pair('framework', a.framework, b.framework),
    pair('council', a.council, b.council),
    pair('calendar', a.calendar, b.calendar),
  ].filter(({ was, is }) => was !== undefined || is !== undefined);
}

/** A record that one side alone rests on. */
function wholeRecord({ noun, past, was, is }: Pair, { differences }: Merged): Change[] {
  const id = is?.id ?? was?.id ?? '';
  const subject = past
    ? `The review before, ${id}`
    : noun === 'calendar'
      ? `The bank holidays, ${id}`
      : `The ${noun} ${id}`;
  return [
    {
      kind: past ? 'finding' : noun === 'calendar' ? 'calendar' : 'framework',
      what: is ? 'added' : 'removed',
      subject,
      ...(is ? { after: id } : { before: id }),
      sentence: `${subject}: ${is ? 'now rested on' : 'no longer rested on'}`,
      record: `${noun}/${id}`,
      path: [],
      where: places(differences),
    },
  ];
}

/** A verb that takes the place of another in a recommendation is one change. */
function fused(differences: readonly Difference[]): Difference[] {
  const key = ({ names }: Difference): string => names.slice(0, 2).join('/');
  const isVerb = ({ names }: Difference): boolean => names[0] === 'recommendations' && names.length === 3;
  const partner = (one: Difference): Difference | undefined =>
    differences.find((other) => isVerb(other) && key(other) === key(one) && other.what === 'removed');
  return differences.flatMap((one): Difference[] => {
    if (!isVerb(one)) return [one];
    const other = one.what === 'added' ? partner(one) : undefined;
    const replaced =
      one.what === 'removed' &&
      differences.some((d) => d.what === 'added' && isVerb(d) && key(d) === key(one));
    if (replaced) return [];
    if (!other) return [one];
    const [verb = '', old = ''] = [one.names[2], other.names[2]];
    return [
      {
        ...one,
        what: 'changed',
        names: one.names.slice(0, 2),
        earlier: other.earlier.slice(0, 2),
        later: one.later.slice(0, 2),
        before: { [old]: other.before ?? '' },
        after: { [verb]: one.after ?? '' },
      },
    ];
  });
}

/**
 * Where one difference shows: what the paper would say without it is held against what it says. Where the record makes no
 * sense without it alone, what changed beside it in the same entry is left out as well.
 */
function shownWhere(
  difference: Difference,
  all: readonly Difference[],
  { noun, is }: Pair,
  later: Side,
  style: Style,
  merged: Merged,
): Where[] {
  if (!is || merged.differences.length === 0) return [];
  const plain = is.plain;
  const beside = all.filter(
    (d) =>
      d.names[0] === difference.names[0] &&
      (difference.names.length < 2 || d.names[1] === difference.names[1]),
  );
  for (const some of [[difference], beside]) {
    const records = { ...later.record.records, [`${noun}/${is.id}`]: without(plain, some) };
    const { value: otherwise } = sideOf({ ...later.record, records }, style, later);
    if (otherwise) return places(mergePapers(otherwise.paper, later.paper).differences);
  }
  return [];
}

/** The places of differences, each once. */
function places(differences: readonly PaperDifference[]): Where[] {
  const found = new Map<string, Where>();
  for (const { what, where } of differences) {
    const words =
      what === 'removed' && where.anchor === undefined ? `${where.words} of the earlier paper` : where.words;
    if (!found.has(words)) found.set(words, { ...where, words });
  }
  return [...found.values()];
}
