import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { World } from '../world.ts';
import { placesInWords } from './find.ts';
import type { BrowserDetails } from './launch.ts';
import { openPrinter } from './printer.ts';
import { thisMachine } from './machine.ts';

/** What this computer can print with. */
export interface BrowserExamination {
  /** Every place where a browser was looked for, in order, in words. */
  tried: string[];
  /** The browser that was started, where one does. */
  browser: BrowserDetails | undefined;
  /** Whether it printed a page whose text is in the PDF. */
  prints: boolean;
  /** Why not, and what to do. */
  diagnostics: Diagnostic[];
}

/** Starts the browser that a build would use and prints a page with it. Never rejects. */
export async function examineBrowser(world: World, browserPath?: string): Promise<BrowserExamination> {
  const tried = placesInWords(thisMachine(world));
  await using printer = openPrinter(world, { browserPath });
  const document = {
    title: 'Trial',
    language: 'en-GB',
    head: '',
    pageCss: '',
    headings: ['Trial'],
    body: '<h1>Trial</h1><p>A page.</p>',
  };
  const printed = await printer.print({ id: 'trial', document, date: new Date(0) });
  const { value: browser } = await printer.browser;
  return { tried, browser, prints: printed.value !== undefined, diagnostics: printed.diagnostics };
}
