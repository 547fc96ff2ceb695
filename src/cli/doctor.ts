import { join } from 'node:path';
import { styleNames } from '../compose/style.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { openProject } from '../pipeline.ts';
import { examineBrowser } from '../print/examine.ts';
import { conclude, type CommandContext } from './context.ts';

const oldNode = rule('doctor/node', 'machine', 'Scrutineer uses what older versions do not have.');
const noProject = rule(
  'doctor/no-project',
  'machine',
  'Papers are made from the records in data/ by the house styles in templates/.',
);

/** `scrutineer doctor`: what papers are made with, and what is lacking. */
export async function doctor(context: CommandContext): Promise<number> {
  const { world } = context;
  const diagnostics: Diagnostic[] = [];
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    diagnostics.push(
      oldNode.at(
        undefined,
        `Node ${process.versions.node} is too old.`,
        'Install Node 20.19 or newer from nodejs.org.',
      ),
    );
  }
  const styles = styleNames(world);
  if (!world.files.isFolder(join(world.root, 'data')) || styles.length === 0) {
    diagnostics.push(
      noProject.at(
        undefined,
        `${world.root} has no data/ folder or no house style in templates/.`,
        'Change to the project’s folder, or name it with --root.',
      ),
    );
  }
  const records = openProject(world).records.present.size;
  const browser = await examineBrowser(world);
  diagnostics.push(...browser.diagnostics);
  const result = {
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    project: world.root,
    records,
    styles,
    browser: browser.browser,
    lookedIn: browser.tried,
  };
  if (!context.json) {
    const line = (what: string, value: string): void => world.out(`${what.padEnd(10)} ${value}\n`);
    line('Node', result.node);
    line('System', result.platform);
    line('Project', `${result.project} (${String(records)} records)`);
    line('Styles', styles.join(', ') || 'none');
    line(
      'Browser',
      browser.prints && browser.browser
        ? `${browser.browser.version} (${browser.browser.path})`
        : 'none that works',
    );
    if (diagnostics.length === 0)
      world.out('This computer can make papers: a page was printed and its text read back.\n');
  }
  return conclude(context, result, diagnostics, new Map());
}
