import { Argument, type Command } from 'commander';
import { json, type RunCommand } from './command.ts';
import { wrongUsage } from './context.ts';

/** What is typed to start, find and fill in records. Each command's code is loaded when it is asked for. */
export function addRecordCommands(program: Command, run: RunCommand): void {
  program
    .command('new')
    .description('start a record from its commented starter file, or a house style from another')
    .argument('<noun>', 'council, framework, review, report, meeting, calendar or style')
    .argument('<name>', 'small letters, digits and hyphens: durham-2004-05')
    .option('--from <style>', 'the house style to copy (default: modern)')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  npx scrutineer new review durham-2003-04')
    .action((noun: string, name: string, { from, ...options }: { from?: string; json?: boolean }) =>
      run(
        options,
        async () => {
          const { isNoun } = await import('../records/nouns.ts');
          if (from !== undefined && isNoun(noun))
            return (context) => Promise.resolve(wrongUsage(context, ...onlyStylesAreCopied(noun)));
          const { create } = await import('./new.ts');
          return (context) => create(context, noun, name, from ?? 'modern');
        },
        // The first record of a project makes the folder for records.
        'seeds',
      ),
    );
  program
    .command('list')
    .description('list the records and house styles there are')
    .argument('[noun]', 'only these: council, framework, review, report, meeting, calendar, style or edition')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  npx scrutineer list report')
    .action((noun: string | undefined, options: { json?: boolean }) =>
      run(options, async () => {
        const { list } = await import('./list.ts');
        return (context) => list(context, noun);
      }),
    );
  program
    .command('import')
    .description(
      'take figures from a CSV file or a workbook (.xlsx) into a review, after showing what would change',
    )
    .addArgument(new Argument('<what>', 'what to import').choices(['indicators']))
    .argument('<file>', 'a CSV file or a workbook with a row of headers: Indicator, Period, Value')
    .requiredOption('--into <review>', 'the review that the figures belong to')
    .option('--sheet <name>', 'the sheet of a workbook that has several')
    .option('--preview', 'only show what would be added, changed or refused')
    .option('--partly', 'write the figures that are in order although others are refused')
    .addOption(json())
    .addHelpText(
      'after',
      `
Nothing is written while any cell is refused, unless --partly is given; the exit code is 1 all the same.
What the file says nothing of stays as it is in the record.

Example:
  npx scrutineer import indicators figures.xlsx --into durham-2002-03 --preview`,
    )
    .action(
      (
        _what: string,
        file: string,
        options: { into: string; sheet?: string; preview?: boolean; partly?: boolean; json?: boolean },
      ) =>
        run(options, async () => {
          const { importIndicators } = await import('./import.ts');
          return (context) => importIndicators(context, file, options);
        }),
    );
  program
    .command('rollover')
    .description('start next year’s review from this year’s, and the report that rests on it')
    .argument('<review>', 'the review to carry on')
    .requiredOption('--to <period>', 'the year that the new review is of: 2003/2004')
    .option('--report <report>', 'the report to carry on, where several rest on the review')
    .option('--name <name>', 'what to call the new review (default: the old name with its year moved on)')
    .option('--report-name <name>', 'what to call the new report')
    .option('--preview', 'only show what would be started')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  npx scrutineer rollover durham-2002-03 --to 2003/2004')
    .action(
      (
        review: string,
        options: {
          to: string;
          report?: string;
          name?: string;
          reportName?: string;
          preview?: boolean;
          json?: boolean;
        },
      ) =>
        run(options, async () => {
          const { rollover } = await import('./rollover.ts');
          return (context) => rollover(context, review, options);
        }),
    );
}

/** Of `--from` with a record. Reviews are carried on from year to year, and reports with them. */
function onlyStylesAreCopied(noun: string): [message: string, hint: string] {
  const next = noun === 'review' || noun === 'report';
  return [
    `\`--from\` copies a house style; a ${noun} starts from its commented starter file.`,
    next
      ? 'To carry on last year’s review and report, type `npx scrutineer rollover <review> --to <year>`; else leave --from out.'
      : 'Leave --from out.',
  ];
}
