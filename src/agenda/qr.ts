import { encode } from 'uqr';
import { QrCode } from '../compose/qr-code.ts';

/** Squares of white around a QR code: what ISO/IEC 18004 asks for, so that a telephone finds it on a full page. */
const quiet = 4;

/** An address as a QR code that can still be read where a fold or a stamp hides part of it. */
export function qrCodeOf(address: string): QrCode {
  const { data, size } = encode(address, { ecc: 'M', border: quiet });
  const runs: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const from = x;
      while (row[x] === true) x++;
      if (x > from) runs.push(`M${String(from)} ${String(y)}h${String(x - from)}v1h-${String(x - from)}z`);
    }
  });
  return new QrCode(size, runs.join(''));
}
