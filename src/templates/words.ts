/** How the checker speaks of shapes and places to somebody who writes templates but no programs. */

import { fieldNames, fieldOf, literalsIn } from './shape-fields.ts';
import { present } from './shape-types.ts';
import type { LiteralValue, Shape } from './shape-types.ts';

const SORTS = {
  text: 'text',
  number: 'a number',
  'yes or no': 'yes or no',
  date: 'a date',
  value: 'a single value',
};

/** "text", "a list": what `shape` is. */
export function described(shape: Shape): string {
  switch (shape.kind) {
    case 'scalar':
      return SORTS[shape.sort];
    case 'object':
      return 'a group of fields';
    case 'array':
      return 'a list';
    case 'record':
      return 'a set of named entries';
    case 'union':
      return [...new Set(shape.options.map(described))].join(' or ');
    case 'maybe':
      return described(shape.of);
    case 'nothing':
      return 'always empty';
    case 'never':
      return 'impossible here';
    case 'anything':
      return 'a value of any kind';
  }
}

/** "`kind` is `table` or `figure`": which of a union's options `options` are. */
export function whichOptions(shape: Shape, options: readonly Shape[]): string {
  const union = present(shape);
  const discriminator =
    union.kind === 'union' ? (union.discriminator ?? tellingField(union.options)) : undefined;
  const values = options.map((option) =>
    discriminator === undefined ? undefined : valuesAt(option, discriminator),
  );
  const known = values.filter((v) => v !== undefined);
  if (discriminator !== undefined && known.length === values.length) {
    return `\`${discriminator}\` is ${anyOf(new Set(known.flatMap((v) => [...v])))}`;
  }
  return `it is ${[...new Set(options.map(described))].join(' or ')}`;
}

/** The field by which people would tell the options apart although the schema does not say so. */
function tellingField(options: readonly Shape[]): string | undefined {
  const [first] = options;
  if (!first) return undefined;
  return fieldNames(first).find((name) => {
    const values = options.flatMap((option) => [...(valuesAt(option, name) ?? [])]);
    return options.every((option) => valuesAt(option, name)) && new Set(values).size === values.length;
  });
}

function valuesAt(option: Shape, name: string): ReadonlySet<LiteralValue> | undefined {
  const field = fieldOf(option, name);
  return 'shape' in field ? literalsIn(field.shape) : undefined;
}

/** "`a`, `b` or `c`". */
export function anyOf(values: Iterable<LiteralValue>): string {
  const quoted = [...values].map((value) => `\`${String(value)}\``);
  const final = quoted.pop() ?? '';
  return quoted.length > 0 ? `${quoted.join(', ')} or ${final}` : final;
}

/** "1 value", "2 values". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
