import { typeset } from '../compose/markdown.ts';
import { listInWords } from '../compose/words.ts';
import { kindsInWords, paragraphsInWords } from '../exempt/schedule-12a.ts';
import { Exempt } from '../records/exempt.ts';
import type { Records } from '../records/load.ts';
import { Prose } from '../records/prose.ts';
import type { Agenda, AgendaItem } from './agenda.ts';
import type { ExemptFact, ItemFact, PageSpan, Usual } from './facts/item.ts';

/** Pages of a pack, by what the part on them is called: an item's name, or `minutes-1`, `minutes-2` for several papers. */
export type PagesByItem = ReadonlyMap<string, { first: number; last: number }>;

/** What is known of items beside their records. */
export interface ItemOptions {
  pages?: PagesByItem | undefined;
  /** What stands before each page number: "R" in a restricted pack. */
  prefix?: string | undefined;
  /** The address that an item's title leads to. */
  href?: ((item: AgendaItem) => string | undefined) | undefined;
  /** The letter of the supplement in which it is told of: what that brings does not follow any more. */
  supplement?: string | undefined;
  /** As it was published: without what became of it in supplements. */
  asPublished?: boolean | undefined;
}

/** One item of an agenda, as its wording may name it. */
export function itemFact(agenda: Agenda, records: Records, item: AgendaItem, options: ItemOptions): ItemFact {
  const { entry, lead } = item;
  const pages = pagesOf(item, options);
  const href = options.href?.(item);
  const here = options.supplement !== undefined && entry?.supplement === options.supplement;
  const follows = entry?.supplement !== undefined && entry.replaces === undefined && !pages && !here;
  const exempt = item.part === 'exempt' ? exemptOf(records, item) : exemptIn(records, item);
  return {
    id: item.id,
    number: item.number ?? '',
    title: typeset(item.title),
    ...(href === undefined ? {} : { href }),
    usual: usualOf(item),
    ...(pages ? { pages } : {}),
    verbal: item.kind === 'verbal' && !pages,
    no_paper: item.kind === 'words' && !pages,
    ...(follows ? { to_follow: entry.supplement } : {}),
    particulars:
      lead !== undefined ||
      follows ||
      [entry?.from, entry?.wards, entry?.key_decision].some((known) => known !== undefined),
    ...(lead ? { lead: { ...lead, role: typeset(lead.role) } } : {}),
    ...(entry?.from === undefined ? {} : { from: typeset(entry.from) }),
    ...(entry?.wards ? { wards: wardsInWords(entry.wards) } : {}),
    ...(entry?.key_decision ? { key_decision: keyDecisionOf(entry.key_decision) } : {}),
    ...(item.usual?.note ? { note: item.usual.note } : {}),
    ...(entry?.urgent === undefined ? {} : { late: typeset(entry.urgent) }),
    ...(entry?.replaces === undefined || entry.supplement === undefined || options.asPublished === true
      ? {}
      : { replaced: { letter: entry.supplement, what: typeset(entry.replaces) } }),
    private: item.part === 'exempt',
    ...(exempt ? { exempt } : {}),
    ...(exempt && item.part === 'public' ? exemptAfter(agenda, item) : {}),
  };
}

/** Where the public leave after an item, its exempt part is considered then. */
function exemptAfter({ items }: Agenda, item: AgendaItem): Pick<ItemFact, 'exempt_after'> {
  const exclusion = items.find(({ standard }, at) => standard === 'exclusion' && at > items.indexOf(item));
  return exclusion?.number === undefined ? {} : { exempt_after: exclusion.number };
}

function usualOf({ standard }: AgendaItem): Usual {
  return {
    apologies: standard === 'apologies',
    declarations: standard === 'declarations',
    minutes: standard === 'minutes',
    matters_arising: standard === 'matters_arising',
    questions: standard === 'questions',
    urgent: standard === 'urgent',
    exclusion: standard === 'exclusion',
  };
}

/** The pages of all papers of an item, which stand one behind the other. */
function pagesOf({ id, files }: AgendaItem, { pages, prefix }: ItemOptions): PageSpan | undefined {
  const names = [id, ...(files.length > 1 ? files.map((_, i) => `${id}-${String(i + 1)}`) : [])];
  const found = names.flatMap((name) => pages?.get(name) ?? []);
  if (found.length === 0) return undefined;
  return pageSpan(
    { first: Math.min(...found.map(({ first }) => first)), last: Math.max(...found.map(({ last }) => last)) },
    prefix,
  );
}

export function pageSpan({ first, last }: { first: number; last: number }, prefix = ''): PageSpan {
  const named = (page: number): string => `${prefix}${String(page)}`;
  return { first: named(first), last: named(last), single: first === last };
}

function wardsInWords(wards: readonly string[]): string {
  const [only] = wards;
  if (wards.length === 1 && only !== undefined && /^(all|none)$/i.test(only)) return only.toLowerCase();
  return typeset(listInWords(wards));
}

function keyDecisionOf({
  reference,
  general_exception,
  special_urgency,
}: NonNullable<NonNullable<AgendaItem['entry']>['key_decision']>): NonNullable<ItemFact['key_decision']> {
  return {
    reference,
    ...(general_exception === undefined ? {} : { general_exception: typeset(general_exception) }),
    ...(special_urgency === undefined ? {} : { special_urgency: typeset(special_urgency) }),
  };
}

/**
 * Why an item is exempt: as the meeting's record says it, else as its report does. The paragraphs and the reason are for
 * the public too (see `Exempt` in src/records/exempt.ts); nothing else of an exempt report is looked at.
 */
function exemptOf(records: Records, { entry, report }: AgendaItem): ExemptFact | undefined {
  const whole = report === undefined ? undefined : records.report.get(report)?.value.exempt;
  const exempt = entry?.exempt ?? whole;
  return (
    exempt && {
      paragraphs: paragraphsInWords(exempt.paragraphs),
      kinds: kindsInWords(exempt.paragraphs),
      reason: typeset(exempt.publicInterest),
    }
  );
}

/** The same of passages of a report that is otherwise public, taken together. */
function exemptIn(records: Records, { report }: AgendaItem): ExemptFact | undefined {
  const found: Exempt[] = [];
  const walk = (value: unknown): void => {
    if (value instanceof Exempt) found.push(value);
    else if (value instanceof Prose) found.push(...(value.exempt ? [value.exempt] : []));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(report === undefined ? undefined : records.report.get(report)?.value);
  if (found.length === 0) return undefined;
  const numbers = [...new Set(found.flatMap(({ paragraphs }) => paragraphs))].sort((a, b) => a - b);
  const reasons = [
    ...new Set(found.map(({ publicInterest }) => publicInterest.trim().replace(/[.]?$/, '.'))),
  ];
  return {
    paragraphs: paragraphsInWords(numbers),
    kinds: kindsInWords(numbers),
    reason: typeset(reasons.join(' ')),
  };
}

/** Items that came after the agenda had gone out: they were not on it. */
export function cameLate({ entry }: AgendaItem): boolean {
  return entry?.supplement !== undefined && entry.urgent !== undefined && entry.replaces === undefined;
}

/** Where an item stands in the records, for what there is to say of it. */
export function placeOf(
  { meeting, council }: Agenda,
  { usual, path }: AgendaItem,
): ReturnType<Agenda['meeting']['source']['at']> {
  if (!usual) return meeting.source.at(path);
  return council.source.at(['bodies', meeting.value.body, 'items', path[1] ?? 0]);
}
