import { join } from 'node:path';
import { stops, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Framework } from '../records/framework.ts';
import type { Review } from '../records/review.ts';
import type { Entry } from '../records/load.ts';
import type { World } from '../world.ts';
import { applyPlan } from './apply.ts';
import { understandColumns } from './columns.ts';
import { readFigures } from './figures.ts';
import type { Headers } from './headers.ts';
import { besideDiagnostics, planFor, withoutDoubles, type Plan } from './plan.ts';
import { importRules } from './rules.ts';
import type { Table } from './table.ts';

/** What an import comes to, before anything is written. */
export interface Imported {
  plan: Plan;
  headers: Headers | undefined;
  /** Rows without any figure. */
  without: number[];
  /** The record’s new bytes, where the plan changes anything and can be carried out. */
  bytes?: Uint8Array;
  /** What was refused: cells, rows, or the whole table. */
  refused: Diagnostic[];
  /** Everything there is to say, the refusals among it. */
  diagnostics: Diagnostic[];
}

/** Works out what a table’s figures do to a review. Writes nothing. */
export function importFigures(
  world: World,
  table: Table,
  review: Entry<Review>,
  framework: Framework,
): Imported {
  const { headers, diagnostics: ofColumns } = understandColumns(table, framework);
  if (!headers || stops(ofColumns))
    return {
      plan: [],
      headers,
      without: [],
      refused: ofColumns.filter(({ severity }) => severity === 'error'),
      diagnostics: ofColumns,
    };
  const read = readFigures(table, headers, framework);
  const { figures, diagnostics: doubles } = withoutDoubles(read.figures);
  const present = review.value.indicators ?? {};
  const plan = planFor(figures, present);
  const found = [...ofColumns, ...read.diagnostics, ...doubles];
  const imported: Imported = {
    plan,
    headers,
    without: read.without,
    refused: found.filter(({ severity }) => severity === 'error'),
    diagnostics: [...found, ...besideDiagnostics(plan, present, table.file)],
  };
  if (plan.every(({ what }) => what === 'unchanged')) return imported;
  const { file, text } = review.source;
  const made = applyPlan(file, text, review.value, plan);
  if (made === undefined) {
    imported.diagnostics.push(
      importRules.record.at(
        review.source.keyAt(['indicators']),
        'The figures could not be put into the record so that it says exactly what was imported.',
        'Nothing was written. Look whether figures are written with & and *, which stand for one another; write them out, or enter the new figures by hand.',
      ),
    );
    return imported;
  }
  imported.bytes = bytesOf(world.files.read(join(world.root, file)), made);
  return imported;
}

/** A text as bytes, with the mark of UTF-8 before it where the file had one. */
function bytesOf(before: Uint8Array, text: string): Uint8Array {
  const marked = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf;
  return new TextEncoder().encode(marked ? `\ufeff${text}` : text);
}
