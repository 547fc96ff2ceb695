import { join, relative, resolve, sep } from 'node:path';
import { agendaOf } from '../agenda/agenda.ts';
import { inOrder, rule, stops, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { leaksOfMeeting } from '../pack/secrets.ts';
import { openProject, type Project } from '../pipeline.ts';
import type { Plain } from '../site/oparl/json.ts';
import type { Before } from '../site/oparl/stamps.ts';
import { siteFiles } from '../site/site.ts';
import type { World } from '../world.ts';
import { writeOutputs } from '../write.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';
import { meant } from './meant.ts';

const left = rule(
  'site/left-over',
  'warning',
  'Nothing leads to it any more, and whoever knows its address can still read it: a paper that was withdrawn, for one.',
);

/** `scrutineer site`: a council's page of meetings and papers, with the files it leads to and the same as open data. */
export async function site(
  context: CommandContext,
  councilId: string,
  { out }: { out: string },
): Promise<number> {
  const { world } = context;
  const project = openProject(world);
  const { records, texts } = project;
  const council = records.council.get(councilId);
  const file = `data/councils/${councilId}.yaml`;
  if (!council) {
    if (records.present.has(`council/${councilId}`))
      return conclude(
        context,
        { files: [] },
        project.diagnostics.filter((d) => d.file === file),
        texts,
      );
    const hint = meant(councilId, [...records.council.keys()], 'Councils');
    return wrongUsage(context, `There is no council called \`${councilId}\`.`, hint);
  }
  const folder = resolve(world.root, out);
  const made = await siteFiles(
    world,
    records,
    council,
    folder,
    dataOf(world, join(folder, 'site', councilId)),
  );
  const diagnostics = [...made.diagnostics];
  let written: string[] = [];
  if (made.value) diagnostics.push(...(await leaksIn(project, councilId, made.value)));
  if (made.value && !stops(diagnostics)) {
    const files = new Map([...made.value].map(([to, bytes]) => [join(folder, 'site', councilId, to), bytes]));
    const failures = writeOutputs(world, files);
    diagnostics.push(...failures);
    if (failures.length === 0)
      diagnostics.push(...leftOver(world, join(folder, 'site', councilId), made.value));
    if (failures.length === 0)
      written = [...files.keys()].map((path) => relative(world.root, path).split(sep).join('/'));
  }
  if (!context.json) for (const path of written) if (path.endsWith('/index.html')) world.out(`${path}\n`);
  return conclude(context, { files: written }, inOrder(diagnostics), texts);
}

/** Exempt words in the page and in the data: the papers that they lead to were searched when they were made. */
async function leaksIn(
  project: Project,
  councilId: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Diagnostic[]> {
  const own = [...files].filter(([place]) => place === 'index.html' || place.endsWith('.json'));
  const found: Diagnostic[] = [];
  for (const [id, { value }] of project.records.meeting) {
    const agenda = value.council === councilId ? agendaOf(project.records, id) : undefined;
    if (agenda) found.push(...(await leaksOfMeeting(project, agenda, own)));
  }
  return found;
}

/** Files of an earlier site that this one has no place for: a paper that was withdrawn could still be found there. */
function leftOver(world: World, folder: string, files: ReadonlyMap<string, Uint8Array>): Diagnostic[] {
  const under = (path: string): string[] =>
    world.files.list(join(folder, path)).flatMap((name) => {
      const inside = path === '' ? name : `${path}/${name}`;
      return world.files.isFolder(join(folder, inside)) ? under(inside) : [inside];
    });
  const rest = under('').filter((name) => !files.has(name));
  if (rest.length === 0) return [];
  const some = rest.slice(0, 5).map((name) => `\`${name}\``);
  const more = rest.length > some.length ? ` and ${String(rest.length - some.length)} more` : '';
  return [
    left.at(
      undefined,
      `In ${relative(world.root, folder).split(sep).join('/')} lie files of an earlier site: ${some.join(', ')}${more}.`,
      'Delete them there and on the web site, unless you have put them there yourself.',
    ),
  ];
}

/** What stands in a data file of a site; undefined where there is none, or what stands there is no JSON. */
function dataOf(world: World, folder: string): Before {
  return (place) => {
    const path = join(folder, place);
    if (world.files.size(path) === undefined) return undefined;
    try {
      // Whatever the text says, this is what JSON can hold.
      return JSON.parse(new TextDecoder().decode(world.files.read(path))) as Plain;
    } catch {
      return undefined;
    }
  };
}
