/** Documents that are no reports and that a house style can word and set in its own way: `agenda.yaml`, `agenda.css`. */
const documents = [
  ...['agenda', 'supplement', 'sheet', 'item', 'minutes', 'decisions', 'decision-record', 'matters-arising'],
];

/** What is made use of in a house style's own folder and below it, by folder; blocks have a folder each. */
const used: Readonly<Record<string, readonly string[]>> = {
  '': [
    ...['outline.yaml', 'style.css', 'page.hbs', 'page.css.hbs'],
    ...documents.flatMap((name) => [`${name}.yaml`, `${name}.css`]),
  ],
  site: ['site.hbs', 'meeting.hbs', 'site.css'],
};

/** The names that are made use of in a folder of a house style's own, but for `blocks/`. @param folder `''` or `site` */
export function namesUsed(folder: string): readonly string[] {
  return used[folder] ?? [];
}

/**
 * Whether a file of a house style is meant as a wording, a template or a style sheet, whatever its name: not what hides,
 * what an editor leaves or what is an example.
 * @param name without folders
 */
export function isStyling(name: string): boolean {
  return /\.(?:yaml|hbs|css)$/.test(name) && !/^(?:[.~#]|example\.)/.test(name);
}

/**
 * Whether reports of a house style are made with a file of its folder, or of the folder that all styles share: examples are
 * for its tests, and agendas, minutes and the site have wordings and style sheets of their own. A file whose name
 * nothing is made with is told of when a report is made, so a report is made anew when it comes or goes.
 * @param path in the folder of templates, as `shared/base.css`
 */
export function isForReports(path: string): boolean {
  const [style = '', top = '', ...below] = path.split('/');
  const name = path.split('/').at(-1) ?? '';
  if (name.startsWith('example.')) return false;
  const folder = path.split('/').slice(1, -1).join('/');
  if (style !== 'shared' && isStyling(name) && !namesUsed(folder).includes(name)) return true;
  if (below.length > 0) return top !== 'site';
  if (name.endsWith('.yaml')) return name === 'outline.yaml';
  return !name.endsWith('.css') || ['base.css', 'fonts.css', 'style.css'].includes(name);
}
