import { join } from 'node:path';
import { writeLargeMeeting } from '../test/support/large-meeting.ts';
import type { Contender } from './measure.ts';
import { run } from './process.ts';

/** How many reports stand on the agenda. */
export const packReports = 30;

/** A meeting of 30 reports: each by itself as PDF and HTML, and all of them as one PDF and as web pages. */
export function packContenders(root: string, project: string, signal: AbortSignal): Contender[] {
  const { meeting } = writeLargeMeeting(root, project, packReports);
  const scrutineer = async (...args: string[]): Promise<number> => {
    const all = [join(root, 'dist', 'cli.js'), '--root', project, ...args];
    return (await run(process.execPath, all, { signal, cwd: root, limit: 300_000 })).ms;
  };
  return [
    { name: `${packReports} reports, each by itself`, once: () => scrutineer('build', '--all') },
    {
      name: `${packReports} reports, public pack`,
      once: () => scrutineer('pack', meeting, '--only', 'public'),
    },
  ];
}
