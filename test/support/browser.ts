import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { unpackedAlready, embeddedPackage } from '../../src/print/embedded.ts';
import { childEnvironment } from '../../src/print/environment.ts';
import { examineBrowser } from '../../src/print/examine.ts';
import { realWorld } from '../../src/world.ts';

/** A browser that shows pages, the same program that prints papers. Ends with the test that opened it. */
export async function openBrowser(): Promise<{ browser: Browser; close(): Promise<void> }> {
  const world = realWorld();
  // Finds it, and unpacks it on a machine where nothing was printed yet.
  const { browser: found, diagnostics } = await examineBrowser(world);
  if (!found) throw new Error(diagnostics.map((d) => d.message).join(' '));
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-web-'));
  const embedded = found.origin === 'embedded' ? embeddedPackage() : undefined;
  const unpacked = embedded && unpackedAlready(embedded, world.env);
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(childEnvironment(world.env, folder, unpacked)))
    if (value !== undefined) env[name] = value;
  const browser = await puppeteer.launch({
    executablePath: found.program,
    headless: 'shell',
    env,
    args: [
      '--disable-background-networking',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
