import { Argument, Command, CommanderError, Option } from 'commander';
import { exitCodes, type CommandContext } from './cli/context.ts';
import { addEditionCommands, editionOption, loadBuildEdition } from './cli/edition-commands.ts';
import type { BuildOptions } from './cli/start-build.ts';
import { version } from './version.ts';
import { realWorld, type World } from './world.ts';

const exitCodeHelp = `
Exit codes:
  0  fine
  1  problems in the data or templates
  2  wrong usage
  3  this computer cannot do it: no browser, disk full`;

/**
 * What a person types. Each command's code is loaded when it is asked for.
 * @param args without the program's own name
 * @returns the process's exit code
 */
export async function main(
  args: readonly string[],
  worldOf: (root?: string) => World = realWorld,
): Promise<number> {
  let exitCode: number = exitCodes.fine;
  const program = new Command('scrutineer')
    .description(
      'Puts a regulator’s judgement of a council before its members: HTML and PDF papers from YAML.',
    )
    .version(version)
    .option('--root <folder>', 'the project folder (default: the nearest one with data/ in it)')
    .showHelpAfterError('Type scrutineer --help, or scrutineer help <command>, to see what there is.')
    .addHelpText('after', exitCodeHelp);

  type Run = (context: CommandContext) => Promise<number>;
  const run = async (options: { json?: boolean }, load: () => Promise<Run>): Promise<void> => {
    const root = program.opts<{ root?: string }>().root;
    exitCode = await (await load())({ world: worldOf(root), json: options.json ?? false });
  };
  const json = (): Option => new Option('--json', 'print one JSON object instead of text for people');

  program
    .command('build')
    .description('make reports: an HTML file that stands alone and a PDF for each')
    .argument('[report...]', 'reports by name (default: all)')
    .option('--style <name>', 'set them in this house style instead of their own')
    .option('--out <folder>', 'write to this folder', 'out')
    .addOption(
      new Option(
        '--emit <stage>',
        'print one stage instead of writing files, or write one kind of file',
      ).choices(['records', 'paper', 'html', 'pdf']),
    )
    .option('--all', 'make them although they are current')
    .option('--explain', 'say of each paper why it was made or not')
    .option('--jobs <n>', 'papers printed at a time (default: 2)')
    .addOption(editionOption())
    .option('--browser <path>', 'print with this browser')
    .addOption(json())
    .addHelpText(
      'after',
      `
Only papers that are not current are made: those whose records, house style, wording, browser or Scrutineer
have changed since, and those whose files were changed or deleted.

Example:
  scrutineer build durham-2003-12-01 --style modern`,
    )
    .action(
      (reports: string[], options: Omit<BuildOptions, 'reports'> & { edition?: string; json?: boolean }) =>
        run(options, async () => {
          const { edition } = options;
          if (edition !== undefined) return loadBuildEdition(reports, { ...options, edition });
          const { startBuild } = await import('./cli/start-build.ts');
          return (context) => startBuild(context, { reports, ...options });
        }),
    );
  program
    .command('status')
    .description('say which papers are current, which are not and why, and what was issued')
    .argument('[paper...]', 'papers by name (default: all)')
    .option('--out <folder>', 'the folder that papers are written to', 'out')
    .option('--browser <path>', 'the browser that papers are printed with')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  scrutineer status durham-2003-12-01')
    .action((papers: string[], options: { out: string; browser?: string; json?: boolean }) =>
      run(options, async () => {
        const { status } = await import('./cli/status.ts');
        return (context) => status(context, { papers, ...options });
      }),
    );
  program
    .command('check')
    .description('say what is wrong with records and styles, without making anything')
    .argument('[record...]', 'records by name or file (default: all)')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  scrutineer check durham-2002-03')
    .action((records: string[], options: { json?: boolean }) =>
      run(options, async () => {
        const { check } = await import('./cli/check.ts');
        return (context) => check(context, records);
      }),
    );
  program
    .command('watch')
    .description('show papers in a browser and bring them up to date with every save; the PDF follows')
    .argument('[report]', 'a report by name (default: all)')
    .option('--port <n>', 'listen on this port (default: one that is free)', '0')
    .option('--open', 'open the preview in the browser')
    .option('--out <folder>', 'write to this folder', 'out')
    .option('--browser <path>', 'print with this browser')
    .addOption(new Option('--json', 'print a JSON object a line as things happen instead of text for people'))
    .addHelpText(
      'after',
      `
Only this computer can reach the preview. It ends with Ctrl-C.

Example:
  scrutineer watch durham-2003-12-01 --open`,
    )
    .action(
      (
        report: string | undefined,
        options: { port: string; open?: boolean; out: string; browser?: string; json?: boolean },
      ) =>
        run(options, async () => {
          const { watchUntilStopped } = await import('./cli/watch.ts');
          return (context) => watchUntilStopped(context, { report, ...options });
        }),
    );
  program
    .command('new')
    .description('start a record from its commented starter file, or a house style from another')
    .argument('<noun>', 'council, framework, review, report, meeting, calendar or style')
    .argument('<name>', 'small letters, digits and hyphens: durham-2004-05')
    .option('--from <style>', 'the house style to copy', 'modern')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  scrutineer new review durham-2003-04')
    .action((noun: string, name: string, options: { from: string; json?: boolean }) =>
      run(options, async () => {
        const { create } = await import('./cli/new.ts');
        return (context) => create(context, noun, name, options.from);
      }),
    );
  program
    .command('list')
    .description('list the records and house styles there are')
    .argument('[noun]', 'only these: council, framework, review, report, meeting, calendar, style or edition')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  scrutineer list report')
    .action((noun: string | undefined, options: { json?: boolean }) =>
      run(options, async () => {
        const { list } = await import('./cli/list.ts');
        return (context) => list(context, noun);
      }),
    );
  program
    .command('changes')
    .description('say what has changed in a paper since an edition, or since it was last built')
    .argument('<paper>', 'a report by name')
    .option('--since <edition>', 'the number of an edition, or a file: the PDF, HTML or record of the paper')
    .option('--sheet', 'write a page for members that tells each change and where to find it')
    .option('--marked', 'write a copy of the paper in which every change is marked')
    .option('--out <folder>', 'write to this folder', 'out')
    .option('--exit-code', 'end with exit code 1 where something has changed')
    .option('--browser <path>', 'print with this browser')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  scrutineer changes durham-2003-12-01 --since 1 --sheet')
    .action(
      (
        paper: string,
        options: {
          since?: string;
          sheet?: boolean;
          marked?: boolean;
          out: string;
          exitCode?: boolean;
          browser?: string;
          json?: boolean;
        },
      ) =>
        run(options, async () => {
          const { changes } = await import('./cli/changes.ts');
          return (context) =>
            changes(context, paper, {
              ...options,
              openPrinter: async () => {
                const { openPrinter } = await import('./print/printer.ts');
                return openPrinter(context.world, { browserPath: options.browser });
              },
            });
        }),
    );
  program
    .command('extract')
    .description('give back the records that a paper was made from')
    .argument('<paper>', 'a PDF or HTML file that Scrutineer made')
    .option('--into <folder>', 'the folder to write them to, as a project of its own', 'extracted')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  scrutineer extract out/derby-2002/derby-2002.pdf --into derby')
    .action((paper: string, options: { into: string; json?: boolean }) =>
      run(options, async () => {
        const { extract } = await import('./cli/extract.ts');
        return (context) => extract(context, paper, options.into);
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
  scrutineer import indicators figures.xlsx --into durham-2002-03 --preview`,
    )
    .action(
      (
        _what: string,
        file: string,
        options: { into: string; sheet?: string; preview?: boolean; partly?: boolean; json?: boolean },
      ) =>
        run(options, async () => {
          const { importIndicators } = await import('./cli/import.ts');
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
    .addHelpText('after', '\nExample:\n  scrutineer rollover durham-2002-03 --to 2003/2004')
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
          const { rollover } = await import('./cli/rollover.ts');
          return (context) => rollover(context, review, options);
        }),
    );
  addEditionCommands(program, run);
  program
    .command('statement')
    .description('make the accessibility statement, from the record of what was tested and when')
    .option('--out <folder>', 'write to this folder', 'out')
    .option('--browser <path>', 'print with this browser')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  scrutineer statement --out website')
    .action((options: { out: string; browser?: string; json?: boolean }) =>
      run(options, async () => {
        const { openPrinter } = await import('./print/printer.ts');
        return async (context) => {
          await using printer = openPrinter(context.world, { browserPath: options.browser });
          const { statement } = await import('./cli/statement.ts');
          return await statement(context, { out: options.out, printer });
        };
      }),
    );
  program
    .command('schema')
    .description('print the JSON Schema of a noun, or write all of them to seeds/schema for editors')
    .argument('[noun]', 'council, framework, review, report, meeting, calendar or outline')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  scrutineer schema report')
    .action((noun: string | undefined, options: { json?: boolean }) =>
      run(options, async () => {
        const { schema } = await import('./cli/schema.ts');
        return (context) => schema(context, noun);
      }),
    );
  program
    .command('doctor')
    .description('say whether this computer can make papers, and what it lacks')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  scrutineer doctor')
    .action((options: { json?: boolean }) =>
      run(options, async () => {
        const { doctor } = await import('./cli/doctor.ts');
        return doctor;
      }),
    );

  const { out, err } = worldOf();
  const output = { writeOut: out, writeErr: err };
  program.configureOutput(output).exitOverride();
  for (const command of program.commands) command.configureOutput(output).exitOverride();
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    throw error;
  }
  return exitCode;
}
