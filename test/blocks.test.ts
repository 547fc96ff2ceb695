import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { beforeAll, describe, expect, it } from 'vitest';
import { Inline } from '../src/compose/inline.ts';
import { Block, Cell, Paper, Section } from '../src/compose/paper.ts';
import { Drawing } from '../src/render/charts/drawing.ts';
import { preparePictures } from '../src/render/charts/prepare.ts';
import { layoutHelpers } from '../src/render/helpers.ts';
import { loadLayout } from '../src/render/layout.ts';
import { paperWith } from './support/pictures.ts';
import { projectFolder, quietWorld } from './support/project.ts';

/** Each shared partial stands beside an example of its input and the HTML that it gives. */
describe('shared blocks', () => {
  const { layout } = loadLayout(quietWorld, 'modern');
  const engine = Handlebars.create();
  for (const [name, { source }] of layout?.partials ?? []) engine.registerPartial(name, source);
  for (const [name, helper] of Object.entries(layoutHelpers)) engine.registerHelper(name, helper);
  beforeAll(() => preparePictures(paperWith()));
  const folder = join(projectFolder, 'templates/shared/blocks');

  it.each(readdirSync(folder))('%s gives the HTML beside it', (name) => {
    const example: unknown = JSON.parse(readFileSync(join(folder, name, 'example.json'), 'utf8'));
    const fits = [Block, Inline, Cell, Section, Paper, Drawing].some(
      (schema) => schema.safeParse(example).success,
    );
    expect(fits, 'the example is something that a paper can hold').toBe(true);
    const html = `${engine.compile(`{{> ${name}}}`, { preventIndent: true })(example)}\n`;
    const beside = join(folder, name, 'example.html');
    if (process.env['UPDATE_CASES'] === '1') writeFileSync(beside, html);
    expect(existsSync(beside)).toBe(true);
    expect(html).toBe(readFileSync(beside, 'utf8'));
  });
});
