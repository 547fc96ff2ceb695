import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { findBrowsers } from '../print/find.ts';
import { thisMachine } from '../print/machine.ts';
import type { Printer } from '../print/printer.ts';
import type { World } from '../world.ts';
import type { Index } from './index.ts';
import type { Survey } from './survey.ts';

/**
 * The version of the browser that papers would be printed with, as far as it can be known without starting it: it
 * was started before, and its program was not touched since.
 * @param given the browser asked for
 */
export function browserKnown(world: World, index: Index, given: string | undefined): string | undefined {
  const name = nameOfBrowser(world, given);
  return name === undefined ? undefined : index.noted(name);
}

/** Waits for the browser to have started, to learn its version, and notes it for later runs. */
export async function askBrowser(survey: Survey, printer: Printer): Promise<void> {
  const { value } = await printer.browser;
  if (!value || survey.browser === value.version) return;
  survey.browser = value.version;
  noteBrowser(survey.world, survey.index, survey.asked.browser, value);
}

function noteBrowser(
  world: World,
  index: Index,
  given: string | undefined,
  started: { path: string; version: string },
): void {
  const name = nameOfBrowser(world, given);
  // Another one was started where the best one does not work: it may work next time.
  if (name !== undefined && name.startsWith(`browser ${started.path} `)) index.note(name, started.version);
}

function nameOfBrowser(world: World, given: string | undefined): string | undefined {
  const [best] = findBrowsers(thisMachine(world), given).value ?? [];
  const stamp = best && world.files.stamp(best.path);
  if (!stamp || isLauncher(world, best.path)) return undefined;
  return `browser ${best.path} ${stamp.name}`;
}

/** A script, or a command of snap: it stays the same when the browser that it starts is another one. */
function isLauncher(world: World, path: string): boolean {
  if ((world.files.size(path) ?? 0) > 65_536) return false;
  try {
    return (
      basename(realpathSync(path)) === 'snap' ||
      Buffer.from(world.files.read(path)).toString('latin1', 0, 2) === '#!'
    );
  } catch {
    return true;
  }
}
