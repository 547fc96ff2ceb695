import { escapeHtml } from '../render/document.ts';
import type { Board, Note, Shown } from './board.ts';
import { placeOf, severityWords, clock, stateOf } from './words.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * The pages of the preview: a paper's own HTML with a layer of the preview's over it, and a list of papers. They can be
 * read without scripts; the layer's script only brings them up to date.
 */

const layer = `<link rel="stylesheet" href="/-/preview.css">
<script src="/-/morph.js" defer></script>
<script src="/-/preview.js" defer></script>`;

/** The page of one paper: its last good version, what is wrong at the paragraphs concerned, and a list at the top. */
export function paperPage(shown: Shown, several: boolean): string {
  const marked = shown.notes.map((note, i) => ({ note, id: `preview-${String(i + 1)}` }));
  const html =
    shown.html ??
    pageOf(
      shown.title,
      `<main id="report" tabindex="-1"><h1>${escapeHtml(shown.title)}</h1>
<p>There is no version without errors yet. What stands in the way is listed above.</p></main>`,
    );
  let body = html.slice(html.indexOf('<body>') + '<body>'.length);
  const placed = new Set<string>();
  for (const { note, id } of [...marked].reverse()) {
    const tag = note.anchor === undefined ? undefined : new RegExp(`<[a-z]+ (?:[^<>]* )?id="${note.anchor}"`);
    const at = tag ? body.search(tag) : -1;
    if (at < 0) continue;
    placed.add(id);
    body = `${body.slice(0, at)}${noteAt(note, id)}\n${body.slice(at)}`;
  }
  const all = several ? '<a href="/">All papers</a>' : '';
  const bar = `<section id="preview" aria-label="Preview" data-events="/-/events?paper=${shown.report}" data-revision="${String(shown.revision)}">
<p id="preview-says" role="status">${escapeHtml(stateOf(shown))}</p>
<p class="links" role="status">${pdfLink(shown)}</p>${all === '' ? '' : `\n<p class="links">${all}</p>`}
</section>
<section id="preview-problems" aria-label="What was found">${problems(
    marked.map(({ note, id }) => ({ diagnostic: note.diagnostic, at: placed.has(id) ? id : undefined })),
    'What was found in this paper',
  )}</section>`;
  // Readers who tab through the page still meet its skip link first.
  const skip = /^\s*<a class="skip"[^>]*>[^<]*<\/a>/.exec(body)?.[0] ?? '';
  const head = html
    .slice(0, html.indexOf('<body>'))
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n?/, '')
    .replace('</head>', `${layer}\n</head>`);
  return `${head}<body class="previewed">${skip}\n${bar}\n${body.slice(skip.length)}`;
}

/** The papers there are, how each stands, and what belongs to none of them. */
export function indexPage(board: Board): string {
  const rows = board.papers.map(
    (shown) => `<li id="paper-${shown.report}"><a href="/${shown.report}/">${escapeHtml(shown.title)}</a>
<p>${escapeHtml(shown.report)}. ${escapeHtml(stateOf(shown))}</p>
<p>${pdfLink(shown, `/${shown.report}/`)}</p></li>`,
  );
  const loose = board.loose.map((diagnostic) => ({ diagnostic, at: undefined }));
  return pageOf(
    'Preview of papers',
    `<main id="preview" data-events="/-/events" data-revision="${String(board.revision)}">
<h1>Papers</h1>
<p id="preview-says" role="status">${String(rows.length)} ${rows.length === 1 ? 'paper' : 'papers'}.</p>
<ul class="papers" role="list">
${rows.join('\n')}
</ul>
<div id="preview-problems">${problems(loose, 'What was found in records that no paper uses')}</div>
</main>`,
    layer,
  );
}

function pageOf(title: string, body: string, head = ''): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${head}</head>
<body>
${body}
</body>
</html>
`;
}

function pdfLink({ report, pdf }: Shown, base = ''): string {
  const link = pdf.at ? `<a href="${base}${report}.pdf">PDF of ${clock(pdf.at)}</a>` : '';
  switch (pdf.state) {
    case 'none':
      return 'No PDF yet.';
    case 'following':
      return link === '' ? 'The PDF follows.' : `${link}; a newer one follows.`;
    case 'failed':
      return link === '' ? 'The PDF could not be made.' : `${link}; a newer one could not be made.`;
    case 'ready':
      return link;
  }
}

function noteAt({ diagnostic }: Note, id: string): string {
  const word = severityWords[diagnostic.severity];
  const hint = diagnostic.hint === undefined ? '' : `\n<p>What to do: ${escapeHtml(diagnostic.hint)}</p>`;
  return `<div class="preview-note ${diagnostic.severity}" id="${id}" role="note" aria-label="${word} in what follows" tabindex="-1">
<p><strong>${word}:</strong> ${escapeHtml(diagnostic.message)}</p>${hint}
<p class="place">${escapeHtml(placeOf(diagnostic))}</p>
</div>`;
}

function problems(
  found: readonly { diagnostic: Diagnostic; at: string | undefined }[],
  title: string,
): string {
  if (found.length === 0) return '';
  const items = found.map(({ diagnostic: d, at }) => {
    const place = placeOf(d);
    const hint = d.hint === undefined ? '' : `\n<p>What to do: ${escapeHtml(d.hint)}</p>`;
    const link =
      at === undefined
        ? ''
        : `\n<p><a href="#${at}">Show it in the paper<span class="said">: ${escapeHtml(d.message)}</span></a></p>`;
    return `<li class="${d.severity}">
<p>${place === '' ? '' : `<span class="place">${escapeHtml(place)}</span>: `}<strong>${severityWords[d.severity]}:</strong> ${escapeHtml(d.message)} <span class="rule">[${d.rule}]</span></p>
<p>Why: ${escapeHtml(d.why)}</p>${hint}${link}
</li>`;
  });
  return `<details open><summary>${title} (${String(found.length)})</summary>
<ul role="list">
${items.join('\n')}
</ul></details>`;
}
