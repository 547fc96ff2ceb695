import { join } from 'node:path';
import { isForReports } from '../compose/style-files.ts';
import { isIdentifier, isRecordFile, recordFolders } from '../records/names.ts';
import { calendarsBrought, type World } from '../world.ts';

/** Where an input of a manifest stands on this computer: the project's own file, or the one that Scrutineer brings. */
export function pathOfInput(world: World, file: string): string {
  if (file.startsWith('templates/')) return join(world.templates, file.slice('templates/'.length));
  const own = join(world.root, file);
  if (!file.startsWith('data/calendars/') || world.files.size(own) !== undefined) return own;
  return join(calendarsBrought, file.slice('data/calendars/'.length));
}

/** The files of a house style that are inputs of its papers; examples are for its tests. */
export function styleFiles(world: World, style: string): string[] {
  const under = (folder: string): string[] =>
    world.files.list(join(world.templates, folder)).flatMap((name) => {
      if (world.files.isFolder(join(world.templates, folder, name))) return under(`${folder}/${name}`);
      return isForReports(`${folder}/${name}`) ? [`templates/${folder}/${name}`] : [];
    });
  return ['shared', style].flatMap(under);
}

/** Every file in `data/` that is a record or is meant to be one, by kind. */
export function recordFiles(world: World, noun: keyof typeof recordFolders): string[] {
  const folder = `data/${recordFolders[noun]}`;
  return world.files
    .list(join(world.root, folder))
    .filter(isRecordFile)
    .map((name) => `${folder}/${name}`);
}

/** The reports there are, readable or not. */
export function reportNames(world: World): string[] {
  return recordFiles(world, 'report')
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice('data/reports/'.length, -'.yaml'.length))
    .filter(isIdentifier);
}
