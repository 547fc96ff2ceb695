import { rule } from '../diagnostics/diagnostic.ts';

/** Everything that can be wrong with a file of figures. Errors refuse a cell, a row or the whole file. */
export const importRules = {
  file: rule('import/file', 'error', 'A file that cannot be read has no figures to give.'),
  encoding: rule(
    'import/encoding',
    'warning',
    'The file does not say how its letters are stored; a £ or an é may come out wrong.',
  ),
  columns: rule(
    'import/columns',
    'error',
    'Without knowing what a column holds, figures would end up in the wrong place.',
  ),
  unused: rule(
    'import/column-not-used',
    'warning',
    'What stands in the column does not reach the record, and nobody would miss it at once.',
  ),
  indicator: rule(
    'import/indicator',
    'error',
    'A figure without a definition has no name, no unit and no direction.',
  ),
  period: rule('import/period', 'error', 'A figure under the wrong period is compared with the wrong year.'),
  number: rule('import/number', 'error', 'What is not a number can be compared with nothing.'),
  date: rule('import/date', 'error', 'A day that is read wrongly makes a figure older or newer than it is.'),
  text: rule('import/text', 'error', 'What a record cannot hold would not reach the paper.'),
  incomplete: rule('import/incomplete', 'error', 'A part of a figure says nothing without the rest.'),
  differ: rule(
    'import/rows-differ',
    'error',
    'Only one of the two figures can be right, and the program cannot know which.',
  ),
  share: rule(
    'import/small-share',
    'warning',
    'Workbooks keep 38% as 0.38, so a share below 1 is most likely a hundred times too small.',
  ),
  beside: rule(
    'import/stands-beside',
    'warning',
    'A new figure beside the numerator, the date or the source of the old one contradicts itself.',
  ),
  record: rule(
    'import/record-not-exact',
    'error',
    'A record that does not say exactly what was imported must not be written.',
  ),
  notWritten: rule(
    'import/not-written',
    'machine',
    'The figures were read, but the record stands as it was before.',
  ),
} as const;
