import { join } from 'node:path';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { rule, stops } from '../diagnostics/diagnostic.ts';
import { layoutHelperSpecs } from '../render/helper-specs.ts';
import { toHtml } from '../render/document.ts';
import { loadLayout, type Layout, type TemplateFile } from '../render/layout.ts';
import { headsFor, templateOf } from '../render/render.ts';
import { checkTemplate } from '../templates/check.ts';
import type { World } from '../world.ts';
import { SitePage } from './page-shape.ts';

const missing = rule('site/no-template', 'error', 'Without its templates the page cannot be laid out.');

/**
 * Lays out the page of a council's meetings in a house style: templates in `site/`, the style's own before those that all
 * styles share, over the fonts and styles of its papers.
 */
export function renderSite(world: World, style: string, page: SitePage): Result<string> {
  const { layout, diagnostics } = loadLayout(world, style);
  const [template, meeting, css] = ['site.hbs', 'meeting.hbs', 'site.css'].map((name) =>
    nearest(world, style, name, diagnostics),
  );
  if (!layout || !template || !meeting || !css) return { value: undefined, diagnostics };
  const partials = new Map([['meeting', meeting]]);
  const found = checkTemplate({ template, input: SitePage, partials, helpers: layoutHelperSpecs });
  const all = [...diagnostics, ...found];
  if (stops(all)) return { value: undefined, diagnostics: all };
  const own: Layout = { ...layout, page: template, partials, css: `${layout.css}\n${css.source.trim()}` };
  const body = templateOf<SitePage>(own, template, false)(page).trim();
  const pageCss = `:root { --accent: ${page.accent}; }`;
  const { head, diagnostics: lacking } = headsFor(own)(body, pageCss);
  const title = `${page.title} – ${page.council}`;
  return {
    value: toHtml({ title, language: 'en-GB', head, pageCss, body, headings: [] }),
    diagnostics: [...all, ...lacking],
  };
}

function nearest(
  world: World,
  style: string,
  name: string,
  diagnostics: Diagnostic[],
): TemplateFile | undefined {
  for (const folder of [style, 'shared']) {
    const path = join(world.templates, folder, 'site', name);
    if (world.files.size(path) === undefined) continue;
    const source = new TextDecoder().decode(world.files.read(path)).replaceAll('\r\n', '\n');
    return { file: `templates/${folder}/site/${name}`, source };
  }
  const file = `templates/shared/site/${name}`;
  diagnostics.push(missing.at({ file }, `There is no ${file}.`, 'Take it back from version control.'));
  return undefined;
}
