import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { betweenCurly } from './curly.ts';
import { named } from './issues.ts';
import type { Plain } from './read.ts';
import type { Path, Source } from './source.ts';

const printed = rule(
  'records/curly-marks',
  'warning',
  'Curly quotation marks are letters: they are part of the text, and a name or a heading would bear them.',
);

/**
 * One-line texts with curly quotation marks round the whole of them, which would be printed. Prose may be a quotation.
 * @param value the record as the schema made it, in which prose is no text
 */
export function curlyMarks(source: Source, plain: Plain, value: unknown, path: Path = []): Diagnostic[] {
  if (typeof plain === 'string') {
    const inside = typeof value === 'string' ? betweenCurly(plain) : undefined;
    if (inside === undefined) return [];
    return [
      printed.at(
        source.at(path),
        `${named(path)}The quotation marks round this are part of the text and would be printed.`,
        `Write \`${inside}\`, without them; straight ones ("…") can stand round a text and are not printed.`,
      ),
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  const inside: [string | number, Plain][] = Array.isArray(plain)
    ? plain.map((item, i) => [i, item])
    : Object.entries(plain);
  return inside.flatMap(([step, held]) =>
    curlyMarks(source, held, (value as Readonly<Record<string | number, unknown>>)[step], [...path, step]),
  );
}
