import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { World } from '../world.ts';
import type { Board } from './board.ts';
import { previewScript } from './in-page.ts';
import { indexPage, paperPage } from './page.ts';
import { previewStyle } from './style.ts';

/** This computer and no other can reach it. */
const loopback = '127.0.0.1';

/** The preview as browsers of this computer can reach it. Disposing of it ends every connection. */
export interface PreviewServer extends AsyncDisposable {
  /** `http://127.0.0.1:49152/` */
  readonly address: string;
}

interface Answer {
  type: string;
  body: string | Uint8Array;
}

/** What the pages may do: run the layer's own scripts and hear from the program; nothing from anywhere else. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Serves the papers on the board, and nothing else, to this computer.
 * @param out the folder of outputs, absolute
 * @param port the port to listen on; 0 for one that is free
 * @throws NodeJS.ErrnoException where the port cannot be had
 */
export async function serve(world: World, board: Board, out: string, port: number): Promise<PreviewServer> {
  const library = createRequire(import.meta.url).resolve('idiomorph/dist/idiomorph.min.js');
  const script = previewScript();
  const answerTo = ({ pathname }: URL): Answer | undefined => {
    if (pathname === '/-/preview.js') return { type: 'text/javascript', body: script };
    if (pathname === '/-/preview.css') return { type: 'text/css', body: previewStyle };
    if (pathname === '/-/morph.js') return { type: 'text/javascript', body: world.files.read(library) };
    if (pathname === '/') return { type: 'text/html', body: indexPage(board) };
    // Names are looked up among the papers, so that no path leads anywhere else.
    const shown = board.papers.find(({ report }) => pathname.startsWith(`/${report}/`));
    if (!shown) return undefined;
    const file = pathname.slice(shown.report.length + 2);
    if (file === '') return { type: 'text/html', body: paperPage(shown, board.papers.length > 1) };
    if (file !== `${shown.report}.pdf`) return undefined;
    const path = join(out, shown.report, file);
    return world.files.size(path) === undefined
      ? undefined
      : { type: 'application/pdf', body: world.files.read(path) };
  };
  const server = createServer((request, response) => {
    try {
      respond(request, response, board, answerTo);
    } catch {
      // A PDF can be taken away between two looks.
      refuse(response, 404, 'There is no such page.');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => resolve());
  });
  // A server on a port has an address of this kind.
  const { port: given } = server.address() as AddressInfo;
  return {
    address: `http://${loopback}:${String(given)}/`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function respond(
  request: IncomingMessage,
  response: ServerResponse,
  board: Board,
  answerTo: (url: URL) => Answer | undefined,
): void {
  const port = String(request.socket.localPort);
  // Another name could be a stranger's, made to lead here so that his page may read what is served.
  if (![`${loopback}:${port}`, `localhost:${port}`].includes(request.headers.host ?? '')) {
    refuse(response, 421, 'This preview is for this computer only.');
    return;
  }
  if (request.method !== 'GET') {
    refuse(response, 405, 'This preview can only be read.', { allow: 'GET' });
    return;
  }
  const url = new URL(request.url ?? '/', `http://${loopback}:${port}`);
  if (url.pathname === '/-/events') {
    tellChanges(response, board, url.searchParams.get('paper'));
    return;
  }
  const answer = answerTo(url);
  if (answer) {
    send(response, 200, answer);
    return;
  }
  const { pathname } = url;
  if (board.paper(pathname.slice(1))) {
    send(response, 301, { type: 'text/plain', body: '' }, { location: `${pathname}/` });
    return;
  }
  refuse(response, 404, 'There is no such page.');
}

/** Server-sent events: the revision of what is shown, now and after each change. */
function tellChanges(response: ServerResponse, board: Board, report: string | null): void {
  const revision = (): string =>
    String(report === null ? board.revision : (board.paper(report)?.revision ?? 'gone'));
  response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
  let told = revision();
  response.write(`retry: 1000\ndata: ${told}\n\n`);
  const end = board.listen(() => {
    const now = revision();
    if (now === told) return;
    told = now;
    response.write(`data: ${now}\n\n`);
  });
  response.on('close', end);
}

const headers = {
  'cache-control': 'no-store',
  'content-security-policy': policy,
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

function send(
  response: ServerResponse,
  status: number,
  { type, body }: Answer,
  more: Readonly<Record<string, string>> = {},
): void {
  const kind = type.startsWith('text/') ? `${type}; charset=utf-8` : type;
  response.writeHead(status, { ...headers, 'content-type': kind, ...more });
  response.end(body);
}

function refuse(
  response: ServerResponse,
  status: number,
  why: string,
  more: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent) response.end();
  else send(response, status, { type: 'text/plain', body: `${why}\n` }, more);
}
