import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import * as z from 'zod';
import { jsonSchemaOf, type SchemaName } from '../../src/schema.ts';
import { projectFolder } from './project.ts';

/** What the reference pages are made with: each is made from the code that it describes, and held against the file. */

/** Holds a page of `docs/` against what the code says, or writes it. */
export function page(name: string, lines: readonly string[]): void {
  const file = join(projectFolder, 'docs', name);
  const text = [...lines, ''].join('\n');
  if (process.env['UPDATE_CASES'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

/** A table of Markdown; a bar in a cell does not end it. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line), ''];
}

/** The parts of a JSON Schema that a page shows. */
interface Shown {
  $ref?: string | undefined;
  description?: string | undefined;
  enum?: string[] | undefined;
  properties?: Record<string, Shown> | undefined;
  required?: string[] | undefined;
  items?: Shown | undefined;
  additionalProperties?: Shown | false | undefined;
}

const Shown: z.ZodType<Shown> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    description: z.string().optional(),
    enum: z.array(z.string()).optional(),
    properties: z.record(z.string(), Shown).optional(),
    required: z.array(z.string()).optional(),
    items: Shown.optional(),
    additionalProperties: z.union([z.literal(false), Shown]).optional(),
  }),
);

/**
 * The entries of a record with what is written there, those inside an entry after it: `services.*.name`, `duties[].id`.
 * @param only those inside the entry `under`, without those inside another: `indicators.*`
 */
export function entriesOf(noun: SchemaName, only: { under?: string; without?: string } = {}): string[] {
  const { under = '', without } = only;
  const read: unknown = JSON.parse(jsonSchemaOf(noun));
  const { definitions } = z.object({ definitions: z.record(z.string(), Shown) }).parse(read);
  const rows: string[][] = [];
  const walk = ({ $ref, ...own }: Shown, path: string, above: readonly string[]): void => {
    const name = $ref?.split('/').at(-1);
    if (name !== undefined && above.includes(name)) return;
    const shown = name === undefined ? own : (definitions[name] ?? {});
    const within = name === undefined ? above : [...above, name];
    for (const [entry, inner] of Object.entries(shown.properties ?? {})) {
      const here = path === '' ? entry : `${path}.${entry}`;
      const of =
        inner.items ?? (inner.additionalProperties === false ? undefined : inner.additionalProperties);
      const words = inner.enum ?? of?.enum;
      const what = [inner.description ?? of?.description, words && `One of: ${words.join(', ')}.`];
      const must = shown.required?.includes(entry) === true ? 'yes' : '';
      const left = without !== undefined && here.startsWith(`${without}.`);
      if (!left && (under === '' || here.startsWith(`${under}.`)))
        rows.push([
          `\`${under === '' ? here : here.slice(under.length + 1)}\``,
          must,
          what.filter((w) => w !== undefined).join(' '),
        ]);
      walk(inner, here, within);
    }
    if (shown.items) walk(shown.items, `${path}[]`, within);
    if (shown.additionalProperties) walk(shown.additionalProperties, `${path}.*`, within);
  };
  walk({ $ref: noun }, '', []);
  return table(['entry', 'must be there', 'what is written'], rows);
}
