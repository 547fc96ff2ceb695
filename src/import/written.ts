/** How values are written in a record: as an officer would, in quotation marks only where YAML needs them. */

/** A value, or named values. */
export type Written = string | { readonly [name: string]: Written };

/**
 * A text that YAML reads as itself without quotation marks: it begins and ends with a sign that has no
 * meaning of its own, and holds neither a colon nor a # where YAML would take it for its own.
 */
const plainText = /^[\p{L}\p{N}£€(](?:[^\s#]| (?!#)|(?<! )#)*$/u;

/** A value on one line. `inBraces` where commas and brackets part entries. */
export function scalar(value: string, inBraces: boolean): string {
  const plain =
    (/^-?\d[\d,.]*$/.test(value) && !(inBraces && value.includes(','))) ||
    (plainText.test(value) &&
      !/:(?: |$)| $/.test(value) &&
      !(inBraces && /[,[\]{}]|:(?=["'[{])/.test(value)) &&
      !/^(?:null|~)$/i.test(value));
  return plain ? value : doubleQuoted(value);
}

/** A text between double quotation marks. */
export function doubleQuoted(value: string): string {
  // YAML takes JSON's texts as they are, but for a few signs that nobody sees.
  return JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Named values between braces on one line. */
export function inBraces(value: Written, tight = false): string {
  if (typeof value === 'string') return scalar(value, true);
  const entries = Object.entries(value).map(([name, held]) => `${name}: ${inBraces(held, tight)}`);
  return tight ? `{${entries.join(', ')}}` : `{ ${entries.join(', ')} }`;
}

/** One entry of a form on a line of its own. */
export function entryLine(name: string, value: Written): string {
  return `${name}: ${typeof value === 'string' ? scalar(value, false) : inBraces(value)}`;
}
