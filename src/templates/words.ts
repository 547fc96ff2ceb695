/** How the checker speaks of shapes and places to somebody who writes templates but no programs. */

import { literalsIn, fieldOf } from './shape-fields.ts';
import { maybe } from './shape-types.ts';
import type { LiteralValue, Shape } from './shape-types.ts';

/** "text", "a list": what `shape` is. */
export function described(shape: Shape): string {
  switch (shape.kind) {
    case 'scalar':
      return {
        text: 'text',
        number: 'a number',
        'yes or no': 'yes or no',
        date: 'a date',
        value: 'a single value',
      }[shape.sort];
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

/** "`kind` is `table`": which of a union's options `option` is. */
export function whichOption(shape: Shape, option: Shape): string {
  const union = shape.kind === 'maybe' ? shape.of : shape;
  const discriminator = union.kind === 'union' ? union.discriminator : undefined;
  if (discriminator !== undefined) {
    const field = fieldOf(option, discriminator);
    const values = 'shape' in field ? literalsIn(field.shape) : undefined;
    if (values) return `\`${discriminator}\` is ${anyOf(values)}`;
  }
  return `it is ${described(maybe(option))}`;
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
