/** Tells what the Nu Html Checker found: errors place by place, warnings by their words. */

import type { CheckedPage } from './nu.ts';

/** How many errors of one page are shown. */
const ERRORS_SHOWN = 10;

/** Warnings that stand by intention, and why. The key is a part of the checker's words. */
const INTENDED: Readonly<Record<string, string>> = {
  'The “list” role is unnecessary': 'Safari drops a list without bullets unless its role is written.',
  'Inline script violates Content Security Policy':
    'It is a block of data (application/json) that no browser runs.',
};

/** One block for each page, the warnings of all pages together, then the count, alone on the last line. */
export function renderHtmlReport(pages: readonly CheckedPage[]): string {
  const failed = pages.filter(({ errors }) => errors.length > 0).length;
  const count = `${String(pages.length - failed)} passed, ${String(failed)} failed (HTML)`;
  return `${[...pages.map(renderPage), ...renderWarnings(pages), count].join('\n\n')}\n`;
}

function renderPage({ file, errors }: CheckedPage): string {
  if (errors.length === 0) return `${file}\n  PASS  HTML`;
  const lines = errors
    .slice(0, ERRORS_SHOWN)
    .flatMap(({ line, message, extract }) => [
      `      ${line === undefined ? 'the file' : `line ${String(line)}`}: ${message}`,
      ...(extract === '' ? [] : [`        at:     ${extract}`]),
    ]);
  const rest = errors.length - ERRORS_SHOWN;
  return [
    `${file}\n  FAIL  HTML  ${String(errors.length)} error${errors.length === 1 ? '' : 's'}`,
    ...lines,
    ...(rest > 0 ? [`      and ${String(rest)} more`] : []),
  ].join('\n');
}

function renderWarnings(pages: readonly CheckedPage[]): string[] {
  const times = new Map<string, number>();
  for (const { message } of pages.flatMap(({ warnings }) => warnings))
    times.set(message, (times.get(message) ?? 0) + 1);
  if (times.size === 0) return [];
  const lines = [...times].map(([message, count]) => {
    const [, reason] = Object.entries(INTENDED).find(([part]) => message.includes(part)) ?? [];
    return `  ${String(count)} × ${message}${reason === undefined ? '' : `\n      meant so: ${reason}`}`;
  });
  return [`Warnings, which fail nothing:\n${lines.join('\n')}`];
}
