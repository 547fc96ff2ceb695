import { describe, expect, it } from 'vitest';
import { agendaOf } from '../src/agenda/agenda.ts';
import { loadRecords } from '../src/records/load.ts';
import { templatesFor } from '../src/world.ts';
import { writeLargeMeeting } from './support/large-meeting.ts';
import { projectFolder, quietWorld, run, testProject } from './support/project.ts';

describe('a large meeting', () => {
  it('is in order as it is written', async () => {
    using project = testProject([], []);
    const { meeting, reports } = writeLargeMeeting(projectFolder, project.root, 30);
    const checked = await run(project.root, ['check']);
    expect(checked, checked.err).toMatchObject({ exitCode: 0, err: '' });
    const { root } = project;
    const { records } = loadRecords({ ...quietWorld, root, templates: templatesFor(root) });
    const items = agendaOf(records, meeting)?.items ?? [];
    expect(items.flatMap(({ report }) => report ?? [])).toEqual(reports);
    expect(items.map(({ number }) => number)).toEqual(items.map((_, i) => String(i + 1)));
  });
});
