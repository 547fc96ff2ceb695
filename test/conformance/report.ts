/** Tells the verdicts in plain text, the failing files with what to do about each rule. */

import { flavourName } from './flavours.ts';
import { hintFor } from './hints.ts';
import { flavourNames, type Verdict } from './judge.ts';
import type { FailedRule, FlavourResult } from './verapdf.ts';

/** How many places a rule's failures are shown at. */
const PLACES_SHOWN = 3;
/** How many failing files are told in full: one cause tends to break a whole batch in the same way. */
const FILES_IN_FULL = 5;

/** One block for each file, then the count, alone on the last line. */
export function renderReport(verdicts: readonly Verdict[]): string {
  const failed = verdicts.filter((verdict) => verdict.outcome === 'failed');
  const inFull = new Set(failed.slice(0, FILES_IN_FULL));
  const blocks = verdicts.map((verdict) => renderVerdict(verdict, inFull.has(verdict)));
  if (failed.length > FILES_IN_FULL) {
    blocks.push(
      `Only the first ${FILES_IN_FULL} failing files are told in full: name one to see more of it.`,
    );
  }
  return [...blocks, countLine(verdicts)].join('\n\n') + '\n';
}

function renderVerdict(verdict: Verdict, inFull: boolean): string {
  const { file, claims, problem, results } = verdict.validation;
  if (problem !== null) return `${file}\n  FAIL  ${problem.message}`;
  const claim = claims.length === 0 ? 'claims nothing' : `claims ${flavourNames(claims)}`;
  const unclaimed = verdict.unclaimed.map(
    (flavour) => `  FAIL  ${flavourName(flavour)}  is required, but the file's metadata does not claim it`,
  );
  return [`${file}  ${claim}`, ...unclaimed, ...results.map((result) => renderResult(result, inFull))].join(
    '\n',
  );
}

function renderResult(result: FlavourResult, inFull: boolean): string {
  const name = flavourName(result.flavour);
  if (result.problem !== null) return `  FAIL  ${name}  ${result.problem.message}`;
  const checks = counted(result.checks, 'check');
  if (result.compliant) return `  PASS  ${name}  ${checks}`;
  const failed = counted(result.failedRules.length, 'rule');
  const rules = result.failedRules.flatMap((rule) => [ruleLine(rule), ...(inFull ? ruleDetails(rule) : [])]);
  return [`  FAIL  ${name}  ${checks}, ${failed} broken`, ...rules].join('\n');
}

function ruleLine(rule: FailedRule): string {
  const times = counted(rule.failedChecks, 'time');
  return `      ${rule.clause}-${rule.testNumber}  ${rule.object}, ${times}  (${rule.specification})`;
}

function ruleDetails(rule: FailedRule): string[] {
  const lines: string[] = [];
  const hint = hintFor(rule);
  const rest = rule.failedChecks - Math.min(rule.failures.length, PLACES_SHOWN);
  let message = '';
  for (const failure of rule.failures.slice(0, PLACES_SHOWN)) {
    if (failure.message !== message) lines.push(`        found:  ${oneLine(failure.message)}`);
    message = failure.message;
    lines.push(`        at:     ${place(failure.context)}`);
  }
  if (rest > 0) lines.push(`        and ${rest.toLocaleString('en-GB')} more`);
  lines.push(hint === undefined ? `        rule:   ${oneLine(rule.description)}` : `        means:  ${hint}`);
  return lines;
}

/** The path to an object as people would say it: the page counted from one, the tag with those around it. */
function place(context: string): string {
  if (context === 'root') return 'the file';
  const path = context.replace(/^root\/(document\[0\]\/?)?/, '');
  if (path === '') return 'the document';
  const page = /^pages\[(\d+)\]\([^)]*\)\/?(.*)$/.exec(path);
  if (page !== null) return [`page ${Number(page[1]) + 1}`, page[2]].filter(Boolean).join(': ');
  return path.startsWith('StructTreeRoot') ? tagPath(path) : path;
}

/** From "…/K[0](19 0 obj SEDocument Document)/K[1](23 0 obj SEP P)": "tag Document > P (object 23)". */
function tagPath(path: string): string {
  const tags = [...path.matchAll(/\((\d+) \d+ obj SE\S* ([^)]+)\)/g)];
  const last = tags.at(-1);
  if (last === undefined) return path;
  return `tag ${tags.map((tag) => tag[2]).join(' > ')} (object ${last[1] ?? '?'})`;
}

function countLine(verdicts: readonly Verdict[]): string {
  const count = (outcome: Verdict['outcome']): number =>
    verdicts.filter((verdict) => verdict.outcome === outcome).length;
  const skipped = count('no-claim');
  return `${count('passed')} passed, ${count('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
