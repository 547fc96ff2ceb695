import type { Command } from 'commander';
import { json, type RunCommand } from './command.ts';

/** What is typed for meetings: their deadlines, and their place on the web. Each command's code is loaded when it is asked for. */
export function addMeetingCommands(program: Command, run: RunCommand): void {
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
  scrutineer site exampleshire`,
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
    .argument('[meeting...]', 'meetings by name (default: all)')
    .option('--on <day>', 'how things stand on this day, as 2003-12-01 (default: today)')
    .option('--ics [file]', 'write a calendar file (.ics) instead, or print it where no file is named')
    .addOption(json())
    .addHelpText(
      'after',
      `
Days are counted back from the meeting on the council’s own calendar. What the law sets is told apart from what
the council sets for itself under \`deadlines:\` in its file.

Exit codes: 0 fine; 1 a day that the law sets has passed, or a record has an error; 2 wrong usage; 3 the file cannot be written.

Examples:
  scrutineer calendar exampleshire-cabinet-2026-01-13 --on 2026-01-02
  scrutineer calendar --ics meetings.ics`,
    )
    .action((meetings: string[], options: { on?: string; ics?: string | true; json?: boolean }) =>
      run(options, async () => {
        const { calendar } = await import('./calendar.ts');
        return (context) => calendar(context, meetings, options);
      }),
    );
}
