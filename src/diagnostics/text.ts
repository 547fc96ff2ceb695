import { codeFrameColumns } from '@babel/code-frame';
import picocolors from 'picocolors';
import type { Diagnostic } from './diagnostic.ts';

/** Gives the text of a project file for the code frame, or undefined where it cannot be shown. */
export type FrameSource = (file: string) => string | undefined;

const words = {
  error: 'error',
  warning: 'warning',
  suggestion: 'suggestion',
  machine: 'this computer',
} as const;

const tones = { error: 'red', warning: 'yellow', suggestion: 'cyan', machine: 'red' } as const;

/**
 * One diagnostic as a person reads it in a terminal: what and where, the lines concerned, why it
 * matters and what to write instead.
 */
export function formatDiagnostic(d: Diagnostic, frameSource: FrameSource, colour: boolean): string {
  const paint = picocolors.createColors(colour);
  const tone = paint[tones[d.severity]];
  const place = d.file
    ? `${d.file}${d.range ? `:${String(d.range.start.line)}:${String(d.range.start.column)}` : ''}: `
    : '';
  const lines = [`${paint.bold(place)}${tone(words[d.severity])}: ${d.message} ${paint.dim(`[${d.rule}]`)}`];
  const text = d.file && d.range ? frameSource(d.file) : undefined;
  if (text !== undefined && d.range) lines.push(indent(frame(text, d.range, colour)));
  lines.push(indent(`Why: ${d.why}`));
  if (d.hint) lines.push(indent(`${paint.bold('What to do')}: ${d.hint}`));
  return lines.join('\n');
}

/** A count for the last line: "2 errors, 1 warning". */
export function summarise(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity'], one: string, many: string): string[] => {
    const n = diagnostics.filter((d) => d.severity === severity).length;
    return n === 0 ? [] : [`${String(n)} ${n === 1 ? one : many}`];
  };
  const parts = [
    ...count('error', 'error', 'errors'),
    ...count('machine', 'problem with this computer', 'problems with this computer'),
    ...count('warning', 'warning', 'warnings'),
    ...count('suggestion', 'suggestion', 'suggestions'),
  ];
  return parts.length === 0 ? 'no problems' : parts.join(', ');
}

function frame(text: string, range: NonNullable<Diagnostic['range']>, colour: boolean): string {
  const oneLine = range.start.line === range.end.line;
  const shown = text.split(/\r?\n/).map((line) => (line.length > 160 ? `${line.slice(0, 159)}…` : line));
  return codeFrameColumns(
    shown.join('\n'),
    {
      start: range.start,
      ...(oneLine && range.end.column > range.start.column ? { end: range.end } : {}),
    },
    { linesAbove: 1, linesBelow: 1, highlightCode: false, forceColor: colour },
  );
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}
