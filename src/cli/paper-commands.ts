import { type Command, Option } from 'commander';
import { editionOption, loadBuildEdition } from './edition-commands.ts';
import { json, type RunCommand } from './command.ts';
import type { BuildOptions } from './start-build.ts';

/** The port that stands for one that is free. */
const anyPort = '0';

/** What is typed to make papers, to look at them and to know what became of them. Each command's code is loaded when it is asked for. */
export function addPaperCommands(program: Command, run: RunCommand): void {
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
  npx scrutineer build durham-2003-12-01 --style modern`,
    )
    .action(
      (reports: string[], options: Omit<BuildOptions, 'reports'> & { edition?: string; json?: boolean }) =>
        run(
          options,
          async () => {
            const { edition } = options;
            if (edition !== undefined) return loadBuildEdition(reports, { ...options, edition });
            const { startBuild } = await import('./start-build.ts');
            return (context) => startBuild(context, { reports, ...options });
          },
          options.edition === undefined ? 'project' : 'editions',
        ),
    );
  program
    .command('status')
    .description('say which papers are current, which are not and why, and what was issued')
    .argument('[paper...]', 'papers by name (default: all)')
    .option('--out <folder>', 'the folder that papers are written to', 'out')
    .option('--browser <path>', 'the browser that papers are printed with')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  npx scrutineer status durham-2003-12-01')
    .action((papers: string[], options: { out: string; browser?: string; json?: boolean }) =>
      run(options, async () => {
        const { status } = await import('./status.ts');
        return (context) => status(context, { papers, ...options });
      }),
    );
  program
    .command('check')
    .description('say what is wrong with records and styles, without making anything')
    .argument('[record...]', 'records by name or file (default: all)')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  npx scrutineer check durham-2002-03')
    .action((records: string[], options: { json?: boolean }) =>
      run(options, async () => {
        const { check } = await import('./check.ts');
        return (context) => check(context, records);
      }),
    );
  program
    .command('watch')
    .description('show papers in a browser and bring them up to date with every save; the PDF follows')
    .argument('[report]', 'a report by name (default: all)')
    .option('--port <n>', 'listen on this port (default: one that is free)')
    .option('--open', 'open the preview in the browser')
    .option('--out <folder>', 'write to this folder', 'out')
    .option('--browser <path>', 'print with this browser')
    .addOption(new Option('--json', 'print a JSON object a line as things happen instead of text for people'))
    .addHelpText(
      'after',
      `
Only this computer can reach the preview. It ends with Ctrl-C.

Example:
  npx scrutineer watch durham-2003-12-01 --open`,
    )
    .action(
      (
        report: string | undefined,
        options: { port?: string; open?: boolean; out: string; browser?: string; json?: boolean },
      ) =>
        run(options, async () => {
          const { watchUntilStopped } = await import('./watch.ts');
          return (context) =>
            watchUntilStopped(context, { report, ...options, port: options.port ?? anyPort });
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
    .addHelpText('after', '\nExample:\n  npx scrutineer changes durham-2003-12-01 --since 1 --sheet')
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
          const { changes } = await import('./changes.ts');
          return (context) =>
            changes(context, paper, {
              ...options,
              openPrinter: async () => {
                const { openPrinter } = await import('../print/printer.ts');
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
    .addHelpText('after', '\nExample:\n  npx scrutineer extract out/derby-2002/derby-2002.pdf --into derby')
    .action((paper: string, options: { into: string; json?: boolean }) =>
      run(
        options,
        async () => {
          const { extract } = await import('./extract.ts');
          return (context) => extract(context, paper, options.into);
        },
        'anything',
      ),
    );
  program
    .command('statement')
    .description('make the accessibility statement, from the record of what was tested and when')
    .option('--out <folder>', 'write to this folder', 'out')
    .option('--browser <path>', 'print with this browser')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  npx scrutineer statement --out website')
    .action((options: { out: string; browser?: string; json?: boolean }) =>
      run(options, async () => {
        const { openPrinter } = await import('../print/printer.ts');
        return async (context) => {
          await using printer = openPrinter(context.world, { browserPath: options.browser });
          const { statement } = await import('./statement.ts');
          return await statement(context, { out: options.out, printer });
        };
      }),
    );
}
