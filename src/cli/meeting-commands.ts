import { Option, type Command } from 'commander';
import { json, type RunCommand } from './command.ts';
import type { MinutesOptions } from './minutes.ts';
import type { PackOptions } from './pack.ts';

/** What is typed for meetings: their deadlines, and their place on the web. Each command's code is loaded when it is asked for. */
export function addMeetingCommands(program: Command, run: RunCommand): void {
  program
    .command('minutes')
    .description('make the minutes of a meeting: before it a form to fill in, after it what its record says')
    .argument('<meeting>', 'a meeting by name')
    .option('--decisions', 'make the sheet of its decisions instead')
    .option('--records', 'make the record of each executive decision instead')
    .option('--matters-arising', 'make the paper on the actions of the meeting before instead')
    .option('--restricted', 'of the items taken in private: never for publication')
    .option('--out <folder>', 'write what the public may have to this folder', 'out')
    .option('--restricted-out <folder>', 'write what it may not have to this folder', 'restricted')
    .option('--browser <path>', 'print with this browser')
    .addOption(json())
    .addHelpText(
      'after',
      `
What came of each item stands under \`outcomes:\` in the meeting's record, and who was there under \`held:\`.

Example:
  npx scrutineer minutes exampleshire-cabinet-2025-12-09 --decisions`,
    )
    .action((meeting: string, options: MinutesOptions & { browser?: string; json?: boolean }) =>
      run(options, async () => {
        const { openPrinter } = await import('../print/printer.ts');
        return async (context) => {
          await using printer = openPrinter(context.world, { browserPath: options.browser });
          const { minutes } = await import('./minutes.ts');
          return await minutes(context, meeting, { ...options, printer });
        };
      }),
    );
  program
    .command('site')
    .description(
      'make the page of a council’s meetings and papers for its web site, and the same as open data',
    )
    .argument('<council>', 'a council by name')
    .option('--out <folder>', 'the folder that papers are in; the site is made in site/ below it', 'out')
    .addOption(json())
    .addHelpText(
      'after',
      `
The page shows what was published by today and is really there. Its folder holds all that it leads to.

Example:
  npx scrutineer site exampleshire`,
    )
    .action((council: string, options: { out: string; json?: boolean }) =>
      run(options, async () => {
        const { site } = await import('./site.ts');
        return (context) => site(context, council, options);
      }),
    );
  program
    .command('calendar')
    .description('say what is due before which meeting and by when, as a table or as a calendar file')
    .argument('[meeting...]', 'meetings by name (default: those from today on)')
    .option('--on <day>', 'how things stand on this day, as 2003-12-01 (default: today)')
    .option('--all', 'those that are over, too')
    .option('--ics [file]', 'write a calendar file (.ics) instead, or print it where no file is named')
    .addOption(json())
    .addHelpText(
      'after',
      `
Days are counted back from the meeting on the council’s own calendar. What the law sets is told apart from what
the council sets for itself under \`deadlines:\` in its file.

Exit codes: 0 fine; 1 a day that the law sets has passed, or a record has an error; 2 wrong usage; 3 the file cannot be written.

Examples:
  npx scrutineer calendar exampleshire-cabinet-2026-01-13 --on 2026-01-02
  npx scrutineer calendar --ics meetings.ics`,
    )
    .action(
      (meetings: string[], options: { on?: string; all?: boolean; ics?: string | true; json?: boolean }) =>
        run(options, async () => {
          const { calendar } = await import('./calendar.ts');
          return (context) => calendar(context, meetings, options);
        }),
    );
  program
    .command('pack')
    .description('make the public and the restricted pack of a meeting: the agenda and all its papers')
    .argument('<meeting>', 'a meeting by name')
    .addOption(new Option('--only <pack>', 'make one of the two').choices(['public', 'restricted']))
    .option('--supplement <letter>', 'make this supplement to the published pack instead')
    .option('--publish', 'keep what is made for good, as it goes out')
    .option('--draft', 'make a draft although reports are not cleared')
    .option('--out <folder>', 'write what the public may have to this folder', 'out')
    .option('--restricted-out <folder>', 'write what it may not have to this folder', 'restricted')
    .option('--browser <path>', 'print with this browser')
    .addOption(json())
    .addHelpText(
      'after',
      `
The public pack is one PDF, and a folder of web pages with one page for each item. The restricted pack holds what
is exempt, and nothing else; it is never written into the folder of the public one.

Examples:
  npx scrutineer pack exampleshire-cabinet-2026-01-13
  npx scrutineer pack exampleshire-cabinet-2026-01-13 --supplement A`,
    )
    .action(
      (meeting: string, options: Omit<PackOptions, 'openPrinter'> & { browser?: string; json?: boolean }) =>
        run(options, async () => {
          const { openPrinter } = await import('../print/printer.ts');
          const { pack } = await import('./pack.ts');
          return (context) =>
            pack(context, meeting, {
              ...options,
              openPrinter: () => openPrinter(context.world, { browserPath: options.browser }),
            });
        }),
    );
}
