import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import type { World } from '../world.ts';
import { findBrowsers } from './find.ts';
import { Browser } from './launch.ts';
import { thisMachine } from './machine.ts';
import { browserDoesNotStart, otherBrowser } from './rules.ts';

/**
 * Starts the best browser of this machine. Each gets a second chance before the next is tried, because
 * a busy machine can fail a start that succeeds a moment later.
 */
export async function startBrowser(
  world: World,
  given: string | undefined,
  signal: AbortSignal,
): Promise<Result<Browser>> {
  const found = findBrowsers(thisMachine(world), given);
  const reasons: string[] = [];
  for (const place of found.value ?? []) {
    for (const last of [false, true]) {
      try {
        const browser = await Browser.launch(place, world.env, signal);
        return { value: browser, diagnostics: reasons.length === 0 ? [] : [substitute(browser, reasons)] };
      } catch (error) {
        if (last)
          reasons.push(
            `${place.name} (${place.path}): ${error instanceof Error ? error.message : String(error)}`,
          );
      }
      if (signal.aborted) return { value: undefined, diagnostics: [] };
    }
  }
  if (reasons.length === 0) return { value: undefined, diagnostics: found.diagnostics };
  const message = `No browser on this computer starts: ${reasons.join('; ')}.`;
  const hint = 'Install Google Chrome or Microsoft Edge, or name a browser that works in SCRUTINEER_BROWSER.';
  return { value: undefined, diagnostics: [browserDoesNotStart.at(undefined, message, hint)] };
}

function substitute(browser: Browser, reasons: readonly string[]): Diagnostic {
  const { name, program, version } = browser.details;
  const message = `Printed with ${name} (${program}, ${version}), because a better one does not start: ${reasons.join('; ')}.`;
  return otherBrowser.at(
    undefined,
    message,
    'Mend what is said above, then print again before the paper is issued.',
  );
}
