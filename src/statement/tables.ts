import type { Table } from '../compose/paper.ts';
import { figure, listInWords } from '../compose/words.ts';
import { table } from './blocks.ts';
import { faultsOf, type AccessibilityRecord } from './record.ts';

/** The tables of an accessibility statement: what was tested, under which conditions and with what. */

const colourWords = {
  light: 'light colours',
  dark: 'dark colours',
  forced: 'the reader’s own colours',
} as const;

/** Every paper with what the validators counted. */
export function papersTable({ papers }: AccessibilityRecord): Table {
  const standards = [...new Set(papers.flatMap((paper) => paper.standards.map(({ name }) => name)))];
  return table(
    'papers-tested',
    1,
    'Papers tested, checks made for each standard and faults found',
    [
      { heading: 'Paper' },
      { heading: 'House style' },
      { heading: 'Pages', figures: true },
      ...standards.map((name) => ({ heading: name, figures: true })),
      { heading: 'Faults', figures: true },
    ],
    papers.map((paper) => [
      paper.title + (paper.paged ? ' (long enough for contents with page numbers)' : ''),
      paper.style,
      figure(paper.pages),
      ...standards.map((name) => {
        const found = paper.standards.find((standard) => standard.name === name);
        return found ? figure(found.checks) : 'not made';
      }),
      figure(faultsOf(paper)),
    ]),
  );
}

/** How the web pages were shown while rules were tried on them. */
export function viewsTable({ web }: AccessibilityRecord): Table {
  const widths = [...new Set(web.views.map(({ width }) => width))];
  return table(
    'web-pages-tested',
    2,
    'How each web page was shown while it was tested',
    [{ heading: 'Width of the window' }, { heading: 'Shown in' }, { heading: 'Tested for' }],
    [
      ...widths.map((width): [string, string, string] => [
        `${figure(width)} pixels`,
        listInWords(
          web.views.filter((view) => view.width === width).map(({ colours }) => colourWords[colours]),
        ),
        'The rules of WCAG 2.2, levels A and AA, that axe-core can test',
      ]),
      [
        `${figure(web.enlargedWidth)} pixels`,
        'light colours',
        `Nothing runs out of the page when it is enlarged to 400% and text is set with the widest spacing of WCAG 2.2, 1.4.12`,
      ],
    ],
  );
}

/** The programs that tested. */
export function toolsTable({ tools }: AccessibilityRecord): Table {
  return table(
    'tools',
    3,
    'Programs that made the tests',
    [{ heading: 'Program' }, { heading: 'Version' }, { heading: 'What it checks' }],
    tools.map(({ name, version, checks }) => [name, version, checks]),
  );
}
