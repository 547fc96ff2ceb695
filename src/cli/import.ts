import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { stops, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { reviewBeingFilledIn } from '../import/draft.ts';
import { importFigures, type Imported } from '../import/import.ts';
import { columnName, previewOf, previewText, takenFor, type Preview } from '../import/preview.ts';
import { readTable } from '../import/read-file.ts';
import { importRules } from '../import/rules.ts';
import { isBlank, type Table } from '../import/table.ts';
import { openProject, type Project } from '../pipeline.ts';
import type { Framework } from '../records/framework.ts';
import { writeOutputs } from '../write.ts';
import type { World } from '../world.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';
import { meant } from './meant.ts';

export interface ImportOptions {
  into: string;
  sheet?: string | undefined;
  /** Only show what would be done. */
  preview?: boolean | undefined;
  /** Write the figures that are in order although others are refused. */
  partly?: boolean | undefined;
}

/** `scrutineer import indicators`: figures from a CSV file or a workbook into a review. */
export async function importIndicators(
  context: CommandContext,
  written: string,
  options: ImportOptions,
): Promise<number> {
  const { world } = context;
  const path = [resolve(written), resolve(world.root, written)].find(
    (p) => world.files.size(p) !== undefined,
  );
  if (path === undefined)
    return wrongUsage(context, `There is no file ${written}.`, 'Name a CSV file or a workbook (.xlsx).');
  const project = openProject(world);
  const id = options.into
    .replaceAll('\\', '/')
    .replace(/^(?:.*\/)?data\/reviews\//, '')
    .replace(/\.yaml$/, '');
  if (!project.records.present.has(`review/${id}`)) {
    const names = [...project.records.present].filter((n) => n.startsWith('review/'));
    return wrongUsage(
      context,
      `There is no review called \`${options.into}\` in data/reviews.`,
      meant(
        id,
        names.map((n) => n.slice('review/'.length)),
        'Reviews',
      ),
    );
  }
  const review = project.records.review.get(id) ?? reviewBeingFilledIn(world, id);
  const framework = review && project.records.framework.get(review.value.framework);
  if (!review || !framework) {
    // Nothing can be put into a record that cannot be read, nor held against a framework that cannot.
    const concerned = [`data/reviews/${id}.yaml`, `data/frameworks/${review?.value.framework ?? ''}.yaml`];
    const found = project.diagnostics.filter(({ file }) => file !== undefined && concerned.includes(file));
    return conclude(context, undefined, found, project.texts);
  }
  const from = shownPath(world, path, written);
  const read = await readTable(from, world.files.read(path), framework.value, options.sheet);
  const texts = new Map(project.texts);
  if (read.text !== undefined) texts.set(from, read.text);
  if (read.choose) {
    const sheets = read.choose.map((name) => `\`${name}\``).join(', ');
    return options.sheet === undefined
      ? wrongUsage(
          context,
          `${from} has several sheets: ${sheets}.`,
          'Name the one with the figures: --sheet <name>.',
        )
      : wrongUsage(
          context,
          `${from} has no sheet called \`${options.sheet}\`.`,
          didYouMean(options.sheet, read.choose, 'Sheets'),
        );
  }
  if (!read.table) return conclude(context, undefined, read.diagnostics, texts);
  const imported = importFigures(world, read.table, review, framework.value);
  const { diagnostics, written: done } = write(project, review.source.file, imported, options);
  const all = [...read.diagnostics, ...imported.diagnostics, ...diagnostics];
  const preview = describe(read.table, review.source.file, framework.value, imported, done);
  if (!context.json) {
    world.out(`${previewText(preview, imported.refused)}${lastWord(preview, imported, all, options)}\n`);
  }
  return conclude(context, preview, all, texts);
}

/** Writes the record where nothing stands against it. */
function write(
  project: Project,
  file: string,
  { bytes, refused, diagnostics }: Imported,
  options: ImportOptions,
): { written: boolean; diagnostics: Diagnostic[] } {
  if (!bytes) return { written: false, diagnostics: [] };
  const { world } = project;
  const target = join(world.root, file);
  const found = afterwards(project, target, file, bytes);
  const refusals = new Set(refused);
  const others = diagnostics.filter((d) => !refusals.has(d));
  const held = options.preview === true || (refused.length > 0 && options.partly !== true);
  if (held || stops([...others, ...found])) return { written: false, diagnostics: found };
  const [failure] = writeOutputs(world, new Map([[target, bytes]]));
  if (!failure) return { written: true, diagnostics: found };
  return {
    written: false,
    diagnostics: [
      importRules.notWritten.at(
        undefined,
        failure.message,
        failure.hint?.includes('--out') === false
          ? failure.hint
          : 'Close the file if it is open elsewhere, make sure that you may write there, and import again.',
      ),
    ],
  };
}

/** What every rule says of the record as it would be and did not say before. */
function afterwards(project: Project, target: string, file: string, bytes: Uint8Array): Diagnostic[] {
  const { world } = project;
  const files = {
    ...world.files,
    read: (path: string) => (path === target ? bytes : world.files.read(path)),
    size: (path: string) => (path === target ? bytes.length : world.files.size(path)),
  };
  const before = new Set(project.diagnostics.map((d) => JSON.stringify([d.rule, d.file, d.message])));
  return openProject({ ...world, files }).diagnostics.flatMap((d) => {
    if (d.file !== file || before.has(JSON.stringify([d.rule, d.file, d.message]))) return [];
    const { range, ...rest } = d;
    // The line is counted in a record that is not there yet.
    return [range ? rest : d];
  });
}

function describe(
  table: Table,
  into: string,
  framework: Framework,
  { plan, headers, without, refused }: Imported,
  written: boolean,
): Preview {
  const count = (what: string): number => plan.filter((change) => change.what === what).length;
  const cells = headers ? (table.rows[headers.row] ?? []) : [];
  return {
    from: table.file,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    into,
    columns: cells.flatMap((cell, i) => {
      if (isBlank(cell)) return [];
      const column = headers?.columns.find(({ index }) => index === i);
      return [
        { ...columnName(i, cell.text), ...(column ? { taken: takenFor(column.meaning, framework) } : {}) },
      ];
    }),
    figures: previewOf(plan),
    counts: {
      added: count('added'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      refused: refused.length,
    },
    rowsWithout: without,
    written,
  };
}

function lastWord(
  preview: Preview,
  { bytes, refused }: Imported,
  all: readonly Diagnostic[],
  options: ImportOptions,
): string {
  if (preview.written) return `Written: ${preview.into}`;
  const nothing = 'Nothing is written';
  if (all.some(({ severity }) => severity === 'machine')) return `${nothing}.`;
  if (refused.length > 0 && options.partly !== true) {
    const rest = bytes
      ? ' Correct what is refused, or take the rest with --partly.'
      : ' Correct what is refused and import again.';
    return `${nothing}.${rest}`;
  }
  if (!bytes) return stops(all) ? `${nothing}.` : `${nothing}: the record says all this already.`;
  if (options.preview === true) return `${nothing}: this is a preview. Leave --preview out to write it.`;
  return `${nothing}: the record would not be in order with these figures in it.`;
}

/** A file as messages name it: relative to the project folder where it lies in it, else as it was typed. */
function shownPath(world: World, path: string, written: string): string {
  const inside = relative(world.root, path);
  return (inside.startsWith('..') || isAbsolute(inside) ? written : inside).split(sep).join('/');
}
