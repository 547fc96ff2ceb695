import type { Section } from '../compose/paper.ts';
import { countInWords, listInWords } from '../compose/words.ts';
import { longDate } from '../records/dates.ts';
import { inlines, link, list, paragraph, section, type Words } from './blocks.ts';
import { allKept, faultsOf, type AccessibilityRecord } from './record.ts';
import { papersTable, toolsTable, viewsTable } from './tables.ts';

/** The words of an accessibility statement. They claim what the record shows and nothing beyond it. */

/** Every section, in order. */
export function sectionsOf(record: AccessibilityRecord): Section[] {
  return [
    inShort(record),
    coverage(record),
    conformance(record),
    limits(),
    problems(),
    enforcement(),
    testing(record),
    preparation(record),
  ];
}

function inShort(record: AccessibilityRecord): Section {
  const points = [
    'This statement is about papers that councils make with Scrutineer, as web pages (HTML) and as PDF.',
    `${result(record)} They were made on ${day(record.date)}.`,
    'Tests by programs do not show everything, and they do not replace people who use screen readers. The record that this statement is made from has no test by people.',
    'If you cannot read a paper, tell the council that published it.',
  ];
  return section('in-short', 'In short', [
    {
      kind: 'box',
      id: 'in-short-box',
      blocks: points.map((words, i) => paragraph(`point-${String(i + 1)}`, words)),
    },
  ]);
}

/** A date that no end of a line parts. */
function day(date: string): string {
  return longDate(date).replaceAll(' ', '\u00a0');
}

function result(record: AccessibilityRecord): string {
  const count = countInWords(record.papers.length);
  if (allKept(record)) return `The tests of ${count} example papers found no fault.`;
  const faulty = record.papers.filter((paper) => faultsOf(paper) > 0).length;
  const found = [
    ...(faulty === 0 ? [] : [`faults in ${countInWords(faulty)} of the ${count} example papers`]),
    ...(record.web.failed === 0 ? [] : [`faults in ${countInWords(record.web.failed)} tests of web pages`]),
    ...(record.web.passed + record.web.failed > 0 ? [] : ['no answer for web pages, which were not tested']),
  ];
  return `The tests found ${listInWords(found)}.`;
}

function coverage({ papers, scrutineer }: AccessibilityRecord): Section {
  const styles = [...new Set(papers.map(({ style }) => style))];
  return section('coverage', 'What this statement covers', [
    paragraph(
      'covers',
      `It covers papers made with Scrutineer ${scrutineer} in ${
        styles.length === 1 ? 'the house style' : 'the house styles'
      } ${listInWords(styles)}, in both forms: the web page and the PDF. The web page has all that the PDF has, in the same order.`,
    ),
    paragraph('covers-not', 'It does not cover:', [
      list('not-covered', [
        'the website that a paper is published on',
        'appendices and other documents that were made with other programs',
        'papers in a house style that a council has changed or made for itself, until the tests are run on it',
        'files that another program has saved again',
      ]),
    ]),
  ]);
}

function conformance(record: AccessibilityRecord): Section {
  const standards = listInWords([
    ...new Set(record.papers.flatMap((paper) => paper.standards.map(({ name }) => name))),
  ]);
  if (!allKept(record)) {
    const faulty = record.papers.filter((paper) => faultsOf(paper) > 0);
    return section('conformance', 'How accessible the papers are', [
      paragraph('verdict', `${result(record)} The papers are therefore not fully accessible.`),
      ...(faulty.length === 0
        ? []
        : [
            paragraph('faulty', 'Faults were found in:', [
              list(
                'faulty-papers',
                faulty.map(({ title, style }) => `${title} (house style ${style})`),
              ),
            ]),
          ]),
    ]);
  }
  return section('conformance', 'How accessible the papers are', [
    paragraph(
      'verdict',
      `In the tests listed below, every PDF kept the standards ${standards}, as far as a program can test them. No web page broke a rule of the Web Content Accessibility Guidelines (WCAG) 2.2, levels A and AA, that was tested.`,
    ),
    paragraph('you-can', 'This means that you should be able to:', [
      list('possible', [
        'listen to a paper with a screen reader, in its order, with its headings, lists and tables',
        'go from heading to heading, in the PDF also by bookmarks',
        'hear every rating and judgement in words: nothing is told by colour or stars alone',
        'enlarge the web page to 400% without scrolling sideways to read a line',
        'read the web page in dark colours, or in colours of your own, and with wider spacing',
        'read the web page without a mouse, and without its styles',
      ]),
    ]),
    paragraph(
      'not-full',
      'Because programs can test only a part of each standard, this statement does not say that every paper is fully accessible.',
    ),
  ]);
}

function limits(): Section {
  return section('limits', 'What may not be accessible', [
    paragraph('limits-known', 'We know of these limits:', [
      list('limit-list', [
        'A program can see that a picture has a description or a table has headings. It cannot tell whether they make sense.',
        'Whether the words are plain is up to those who write a paper.',
        'Wide tables scroll sideways inside themselves on a narrow screen.',
        'Nothing is claimed for appendices and other pages that were not made with Scrutineer. They may be scans without text. Ask the council for another form.',
      ]),
    ]),
  ]);
}

function testing(record: AccessibilityRecord): Section {
  return section('testing', 'How the papers were tested', [
    paragraph(
      'tested-papers',
      'Each example paper was made in each house style. Validators read the finished files. A fault is a rule that a PDF breaks, or an error in the HTML.',
      [papersTable(record)],
    ),
    paragraph(
      'tested-web',
      `Each web page was opened in a browser, at the widths and in the colours of this table. ${webResult(record)}`,
      [viewsTable(record)],
    ),
    paragraph('tested-with', `The PDF was printed by the browser ${record.browser}.`, [toolsTable(record)]),
  ]);
}

function webResult({ web }: AccessibilityRecord): string {
  const all = web.passed + web.failed;
  if (all === 0) return 'These tests were not made.';
  if (web.failed === 0) return `All ${countInWords(all)} tests passed.`;
  return `Of ${countInWords(all)} tests, ${countInWords(web.failed)} failed.`;
}

function problems(): Section {
  return section('problems', 'If you cannot read a paper', [
    paragraph(
      'tell',
      'Tell the council that published it. The paper names a contact, or the council’s website does. It helps to say:',
      [
        list('say', [
          'which paper it is: its title and date',
          'where you met the problem: the page or the number of the paragraph',
          'what you read with: for example a screen reader, a magnifier or a phone',
          'which form would help you: for example large print, easy read, audio or braille',
        ]),
      ],
    ),
  ]);
}

function enforcement(): Section {
  const advice: Words = [
    ...inlines('If the council does not answer, or you disagree with its answer, you can turn to the '),
    link('https://www.equalityadvisoryservice.com/', 'Equality Advisory and Support Service'),
    ...inlines('.'),
  ];
  return section('enforcement', 'Enforcement', [
    paragraph(
      'regulations',
      'Councils have to make what they publish on their websites accessible, and to say how far it is: the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. The Equality and Human Rights Commission enforces these regulations.',
    ),
    paragraph('advice', advice),
  ]);
}

function preparation({ date, scrutineer }: AccessibilityRecord): Section {
  return section('preparation', 'How this statement was prepared', [
    paragraph(
      'prepared',
      `Scrutineer ${scrutineer} made this statement from the record of its tests of ${day(date)}. The statement is itself one of the papers that it speaks of: the same program made it in the same way.`,
    ),
  ]);
}
