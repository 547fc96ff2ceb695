import { styleNames } from '../compose/style.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { styleFor } from '../house-styles.ts';
import { makeReport, openProject } from '../pipeline.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';

/** `scrutineer check`: every rule, over all records or the ones named, without making anything. */
export async function check(context: CommandContext, wanted: readonly string[]): Promise<number> {
  const project = openProject(context.world);
  const { present, brought } = project.records;
  // What comes with Scrutineer is not for the officer to put right.
  const names = [...present].filter((name) => !brought.has(name));
  const files = names.map((name) => {
    const [noun = '', id = ''] = name.split('/');
    return { id, file: `data/${noun}s/${id}.yaml` };
  });
  const chosen = new Set<string>();
  for (const name of wanted) {
    const plain = name.replaceAll('\\', '/').replace(/^\.\//, '');
    const matching = files.filter(
      ({ id, file }) => id === plain || file === plain || file.endsWith(`/${plain}`),
    );
    if (matching.length === 0) {
      return wrongUsage(
        context,
        `There is no record called \`${name}\`.`,
        didYouMean(
          plain,
          files.map((f) => f.id),
          'Records',
        ),
      );
    }
    for (const { file } of matching) chosen.add(file);
  }
  const reports = names.filter((n) => n.startsWith('report/')).map((n) => n.slice('report/'.length));
  const diagnostics: Diagnostic[] = project.diagnostics.filter(concerns(chosen));
  for (const name of reports) {
    const made = await makeReport(project, name);
    const found = [...made.diagnostics, ...made.remarks()];
    // Whatever stands against a paper that was named concerns it, in whichever file it is, or in none.
    const whole = chosen.has(`data/reports/${name}.yaml`);
    diagnostics.push(...(whole ? found : found.filter(concerns(chosen))));
  }
  // A house style that no report is set in yet is looked at too.
  if (chosen.size === 0)
    for (const name of styleNames(context.world))
      diagnostics.push(...(await styleFor(project, name, undefined)).diagnostics);
  const checked = chosen.size === 0 ? files.map((f) => f.file) : [...chosen];
  const exitCode = conclude(context, { checked }, diagnostics, project.texts);
  if (!context.json && diagnostics.length === 0) {
    context.world.out(
      `${String(checked.length)} ${checked.length === 1 ? 'record' : 'records'} checked: no problems.\n`,
    );
  }
  return exitCode;
}

/** Says of a diagnostic whether it is about one of these files; about anything where there are none. */
function concerns(chosen: ReadonlySet<string>): (diagnostic: Diagnostic) => boolean {
  return ({ file }) => chosen.size === 0 || (file !== undefined && chosen.has(file));
}
