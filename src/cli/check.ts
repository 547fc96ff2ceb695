import { didYouMean } from '../diagnostics/suggest.ts';
import { makeReport, openProject, type Made } from '../pipeline.ts';
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
  const made: Made[] = [];
  for (const name of reports) made.push(await makeReport(project, name));
  const all = [...project.diagnostics, ...made.flatMap((m) => [...m.diagnostics, ...m.remarks()])];
  const diagnostics = chosen.size === 0 ? all : all.filter((d) => d.file !== undefined && chosen.has(d.file));
  const checked = chosen.size === 0 ? files.map((f) => f.file) : [...chosen];
  const exitCode = conclude(context, { checked }, diagnostics, project.texts);
  if (!context.json && diagnostics.length === 0) {
    context.world.out(
      `${String(checked.length)} ${checked.length === 1 ? 'record' : 'records'} checked: no problems.\n`,
    );
  }
  return exitCode;
}
