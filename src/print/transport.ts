import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core';

/**
 * Messages to and from a browser over `--remote-debugging-pipe`, each ended by a zero byte. Our own,
 * because puppeteer's belongs to its launcher, and the browser has to start before puppeteer is loaded.
 */
export class PipeTransport implements ConnectionTransport {
  onmessage?: (message: string) => void;
  onclose?: () => void;
  readonly #out: Writable;
  #unread: Buffer[] = [];

  constructor(out: Writable, incoming: Readable) {
    this.#out = out;
    incoming.on('data', (chunk: Buffer) => this.#receive(chunk));
    incoming.on('close', () => this.onclose?.());
    // A pipe that breaks is closed next, which is what is acted on.
    incoming.on('error', () => undefined);
    out.on('error', () => undefined);
  }

  send(message: string): void {
    this.#out.write(`${message}\0`);
  }

  close(): void {
    this.#out.end();
  }

  #receive(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      this.#unread.push(chunk.subarray(start, end));
      const message = Buffer.concat(this.#unread).toString('utf8');
      this.#unread = [];
      start = end + 1;
      this.onmessage?.(message);
    }
    if (start < chunk.length) this.#unread.push(chunk.subarray(start));
  }
}
