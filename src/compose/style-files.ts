/**
 * Whether reports of a house style are made with a file of its folder, or of the folder that all styles share: examples are
 * for its tests, and agendas, minutes and the site have wordings and style sheets of their own.
 * @param path in the folder of templates, as `shared/base.css`
 */
export function isForReports(path: string): boolean {
  const [, top = '', ...below] = path.split('/');
  const name = path.split('/').at(-1) ?? '';
  if (name.startsWith('example.') || (below.length > 0 && top === 'site')) return false;
  if (below.length > 0) return true;
  if (name.endsWith('.yaml')) return name === 'outline.yaml';
  return !name.endsWith('.css') || ['base.css', 'fonts.css', 'style.css'].includes(name);
}
