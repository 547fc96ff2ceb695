import { rule, stops } from '../diagnostics/diagnostic.ts';
import { hasMoved, makeReport, openProject, type Made, type Project } from '../pipeline.ts';
import { realClock } from '../sharing/lock.ts';
import type { World } from '../world.ts';
import type { Survey } from './survey.ts';

/** Programs that save a file in pieces, or take it away before they put it back, rarely rest for longer. */
const moment = 300;
/** A file that was saved within so many milliseconds may still be in the middle of being saved. */
const justNow = 2_000;
/** What does not stand still is not waited for any longer. */
const mostLooks = 10;

const moving = rule(
  'records/moving',
  'warning',
  'The paper may be made from what stood in one file before somebody saved and in another one after it.',
);

/**
 * Reads the records of a project. Where something is wrong with them and one was saved just then, it is waited for a
 * moment until nobody saves any more, so that half a file is not taken for what an officer wrote.
 */
export async function openSettled(world: World, reports?: readonly string[]): Promise<Project> {
  for (let looks = 1; ; looks++) {
    const project = openProject(world, reports);
    if (!stops(project.diagnostics) || looks === mostLooks || !(await isUnsettled(project))) return project;
    await pauseIn(world, moment / 3);
  }
}

/** Whether files were saved since they were read; those that were saved just before are waited for. */
async function isUnsettled(project: Project): Promise<boolean> {
  if (hasMoved(project)) return true;
  const readings = [project.reading, ...[...project.styles.values()].map(({ reading }) => reading)];
  const last = Math.max(...readings.map((reading) => reading?.lastChange() ?? -Infinity));
  if (Math.abs(Date.now() - last) > justNow) return false;
  await pauseIn(project.world, moment);
  return hasMoved(project);
}

async function pauseIn({ clock }: World, milliseconds: number): Promise<void> {
  await (clock ?? realClock).pause(milliseconds);
}

/**
 * Makes a paper from files that stood still while they were read. It is made again where one of them was saved
 * meanwhile: the project then says of these files what they say now.
 * @param known the paper as it was made already
 */
export async function madeFromWhole(
  { project, survey }: { project: Project; survey: Survey },
  report: string,
  known?: Made,
): Promise<Made> {
  let [now, made] = [project, known ?? (await makeReport(project, report, survey.asked.style))];
  for (let looks = 1; await hasMovedUnder(made, now, survey, known !== undefined); looks++) {
    if (looks === mostLooks) {
      const file = `data/reports/${report}.yaml`;
      made.diagnostics.push(
        moving.at(
          { file },
          'Files that this paper is made from were saved again and again while it was made.',
          'Build it again once nobody is saving.',
        ),
      );
      return made;
    }
    if (looks > 1) await pauseIn(survey.world, moment / 3);
    // A house style that was saved is read again for all papers that come after.
    if ([...now.styles.values()].some(({ reading }) => reading.moved())) project.styles.clear();
    now = { ...(await openSettled(survey.world, [report])), styles: project.styles };
    made = await makeReport(now, report, survey.asked.style);
    renew(project, now);
  }
  return made;
}

/** @param all whether the files of a paper that nothing stands against are looked at too */
async function hasMovedUnder(
  { ready, diagnostics }: Made,
  project: Project,
  survey: Survey,
  all: boolean,
): Promise<boolean> {
  if (ready && !stops(diagnostics)) return all && survey.haveMoved(ready.inputs);
  return isUnsettled(project);
}

/** What was said of files that were read again is not said any more. */
function renew(project: Project, fresh: Project): void {
  for (const [file, text] of fresh.texts) project.texts.set(file, text);
  const said = project.diagnostics.filter(({ file }) => file === undefined || !fresh.texts.has(file));
  project.diagnostics.splice(0, Infinity, ...said, ...fresh.diagnostics);
}
