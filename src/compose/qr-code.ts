/** A QR code that a fact holds, to be shown with the helper `code`. A class of its own, so that it is told from text. */
export class QrCode {
  /** How many squares it is wide, with its quiet border. */
  readonly size: number;
  /** Its dark squares as the path of an SVG. */
  readonly path: string;

  constructor(size: number, path: string) {
    this.size = size;
    this.path = path;
  }
}
