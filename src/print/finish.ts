const dateKeys = ['/CreationDate (D:', '/ModDate (D:'];

/**
 * Takes out of a PDF what depends on the moment and on the browser's past: its two dates, and the
 * identifiers of table headers, which count nodes since the browser started. Every change keeps the
 * width, so that the table of offsets at the end stays right. Works in place and returns its argument.
 */
export function finish(pdf: Buffer, date: Date): Buffer {
  for (const key of dateKeys) {
    const at = pdf.indexOf(key, 0, 'latin1');
    if (at >= 0) overwriteDate(pdf, at + key.length, date);
  }
  renumberHeaders(pdf);
  return pdf;
}

function overwriteDate(pdf: Buffer, at: number, date: Date): void {
  const written = pdf.toString('latin1', at, at + 21);
  if (!/^\d{14}[+-]\d\d'\d\d'$/.test(`${written}'`.slice(0, 21))) return;
  const digits = date.toISOString().replace(/\D/g, '').slice(0, 14);
  pdf.write(`${digits}+00'00'`, at, 'latin1');
}

function renumberHeaders(pdf: Buffer): void {
  const text = pdf.toString('latin1');
  const identifiers = new Set([...text.matchAll(/\/ID \((node\d+)\)/g)].map(([, name = '']) => name));
  // By rank and not by first appearance: the file keeps them in a sorted tree too.
  const renumbered = new Map(
    [...identifiers]
      .sort()
      .map((name, rank) => [name, `node${String(rank + 1).padStart(name.length - 4, '0')}`]),
  );
  if (renumbered.size === 0) return;
  for (const { index, 1: name = '' } of text.matchAll(/\((node\d+)\)/g)) {
    const given = renumbered.get(name);
    if (given !== undefined) pdf.write(given, index + 1, 'latin1');
  }
}
