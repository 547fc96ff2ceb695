import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { head, job, printerFor, readPdf, temporaryFolder } from './support.ts';

/** Counts whoever connects; answers nobody. */
async function listener(): Promise<{ address: string; visits: () => number }> {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, visits: () => visits };
}

test('scripts do not run', async () => {
  const change = "document.body.innerHTML = 'changed by a script'";
  const body = `<h1>As written</h1><script>${change}</script><img alt="" src="data:," onerror="${change}">
    <svg onload="${change}"></svg><a href="javascript:${change}">link</a>`;
  const printer = printerFor(undefined, { pages: 1 });
  for (const n of [1, 2]) {
    const { value } = await printer.print(
      job(`scripts-${n}`, body, { head: `${head}<script>${change}</script>` }),
    );
    expect((await readPdf(value)).texts[0]).toContain('As written');
  }
});

test('nothing inside a frame runs or reaches the network either', async () => {
  const { address, visits } = await listener();
  const inside = `<p>Framed</p><script>document.body.append('written by a script')</script><img src='${address}/x'>`;
  const url = `data:text/html,${encodeURIComponent(inside)}`;
  const body = `<h1>As written</h1><iframe srcdoc="${inside}"></iframe><iframe sandbox="allow-scripts" srcdoc="${inside}"></iframe>
    <iframe src="${url}"></iframe><iframe sandbox="allow-scripts" src="${url}"></iframe><object data="${url}"></object>
    <embed src="${url}">`;
  const printer = printerFor(undefined, { pages: 1 });
  for (const n of [1, 2]) {
    const { value } = await printer.print(job(`frames-${n}`, body));
    const text = (await readPdf(value)).texts.join();
    expect(text).toContain('As written');
    expect(text).not.toContain('written by a script');
  }
  expect(visits()).toBe(0);
});

test('the network is not reached, and what was asked for is told', async () => {
  const { address, visits } = await listener();
  const links = ['stylesheet', 'prefetch', 'preconnect', 'dns-prefetch', 'icon', 'preload', 'manifest']
    .map((rel) => `<link rel="${rel}" as="image" href="${address}/${rel}">`)
    .join('');
  const body = `<h1>As written</h1><img alt="" src="${address}/image"><iframe src="${address}/frame"></iframe>
    <object data="${address}/object"></object><video src="${address}/video"></video>
    <div style="background: url(${address}/background)">x</div><style>@import url(${address}/import)</style>`;
  const printer = printerFor(undefined, { pages: 1 });
  for (const n of [1, 2]) {
    const { value, diagnostics } = await printer.print(job(`network-${n}`, body, { head: head + links }));
    expect((await readPdf(value)).texts[0]).toContain('As written');
    expect(
      diagnostics.every(({ rule, severity }) => rule === 'print/blocked' && severity === 'warning'),
    ).toBe(true);
    expect(diagnostics.map(({ message }) => message).join()).toContain(`${address}/image`);
  }
  expect(visits()).toBe(0);
});

test('a page cannot be led away from its paper', async () => {
  const { address, visits } = await listener();
  const away = `<meta http-equiv="refresh" content="0;url=${address}/away">`;
  const printer = printerFor(undefined, { pages: 1 });
  for (const n of [1, 2, 3]) {
    const { value } = await printer.print(
      job(`away-${n}`, `${away}<h1>As written ${n}</h1>`, { head: head + away }),
    );
    expect((await readPdf(value)).texts[0]).toContain(`As written ${n}`);
  }
  expect(visits()).toBe(0);
});

test('files of the machine are not read', async () => {
  const folder = temporaryFolder();
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return pathToFileURL(join(folder, name)).href;
  };
  const page = file('page.html', '<h1>Secret page</h1>');
  const style = file('style.css', 'h1::after { content: "Secret style" }');
  const picture = file(
    'picture.svg',
    '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">Secret picture</text></svg>',
  );
  const body = `<h1>As written</h1><iframe src="${page}"></iframe><object data="${picture}"></object>
    <img alt="" src="${picture}"><style>@import url(${style})</style><meta http-equiv="refresh" content="0;url=${page}">`;
  const printer = printerFor(undefined, { pages: 1 });
  for (const n of [1, 2]) {
    const { value } = await printer.print(
      job(`files-${n}`, body, { head: `${head}<link rel="stylesheet" href="${style}">` }),
    );
    const text = (await readPdf(value)).texts.join();
    expect(text).toContain('As written');
    expect(text).not.toContain('Secret');
  }
});
