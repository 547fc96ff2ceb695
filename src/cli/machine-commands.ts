import type { Command } from 'commander';
import { json, type RunCommand } from './command.ts';

/** What is typed for the editor and the computer that Scrutineer works on. Each command's code is loaded when it is asked for. */
export function addMachineCommands(program: Command, run: RunCommand): void {
  program
    .command('schema')
    .description('print the JSON Schema of a noun, or write all of them to seeds/schema for editors')
    .argument('[noun]', 'council, framework, review, report, meeting, calendar, outline or document')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  npx scrutineer schema report')
    .action((noun: string | undefined, options: { json?: boolean }) =>
      run(
        options,
        async () => {
          const { schema } = await import('./schema.ts');
          return (context) => schema(context, noun);
        },
        noun === undefined ? 'project' : 'anything',
      ),
    );
  program
    .command('doctor')
    .description('say whether this computer can make papers, and what it lacks')
    .addOption(json())
    .addHelpText('after', '\nExample:\n  npx scrutineer doctor')
    .action((options: { json?: boolean }) =>
      run(
        options,
        async () => {
          const { doctor } = await import('./doctor.ts');
          return doctor;
        },
        'anything',
      ),
    );
}
