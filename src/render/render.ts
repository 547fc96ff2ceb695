import type Handlebars from 'handlebars';
import { plainText } from '../compose/markdown.ts';
import type { Block, Paper } from '../compose/paper.ts';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import type { Kept } from '../kept.ts';
import { compiledTemplates, keepCode } from '../templates/compiled.ts';
import { allOfHandlebars, runtime } from '../templates/handlebars.ts';
import type { HtmlDocument } from './document.ts';
import { facesFor } from './fonts.ts';
import { layoutHelpers } from './helpers.ts';
import type { Layout, TemplateFile } from './layout.ts';

const noLetter = rule(
  'render/no-letter',
  'warning',
  'Another font would stand in for it, a different one on each computer, and the PDF might lack it.',
);

/** Lays out papers of one style. Making one compiles the templates, so it is kept while papers of the style are made. */
export interface Renderer {
  render: (paper: Paper) => Result<HtmlDocument>;
  /**
   * A paper without its words, with everything that most papers of the style share.
   * @param language BCP 47, e.g. `en-GB`
   */
  blank: (language: string) => HtmlDocument;
}

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/** @param kept what earlier runs compiled */
export function rendererFor(layout: Layout, kept?: Kept): Renderer {
  const page = templateOf<Paper>(layout, layout.page, false, kept);
  const pageCss = templateOf<Paper>(layout, layout.pageCss, true, kept);
  const headOf = headsFor(layout);
  return {
    render(paper) {
      const body = page(paper).trim();
      const ownCss = pageCss(paper).trim();
      // The paper's wordings have been filled in as well.
      keepCode();
      const { head, diagnostics } = headOf(body, ownCss);
      return {
        value: {
          title: `${paper.draft ? 'Draft: ' : ''}${paper.title} – ${paper.body}${paper.date === undefined ? '' : `, ${paper.date}`}${paper.document === undefined ? '' : ` – ${paper.council}`}`,
          language: paper.language,
          head,
          pageCss: ownCss,
          body,
          headings: headingsOf(paper),
        },
        diagnostics,
      };
    },
    blank: (language) => ({
      title: '',
      language,
      head: headOf(usualLetters, '').head,
      pageCss: '',
      body: '',
      headings: [],
    }),
  };
}

/** Letters for which the faces are taken that English papers are set in. */
const usualLetters = 'a';

/** What stands in the head of a page: the same for pages that use the same letters of the layout's fonts. */
export function headsFor(
  layout: Layout,
): (body: string, ownCss: string) => { head: string; diagnostics: Diagnostic[] } {
  const heads = new Map<string, string>();
  return (body, ownCss) => {
    const { css, lacking } = facesFor(layout.faces, `${textOf(body)}${ownCss}`);
    let head = heads.get(css);
    if (head === undefined) {
      head = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
        `<style>\n${css}\n${layout.css}\n</style>`,
      ].join('\n');
      heads.set(css, head);
    }
    const diagnostics = lacking.map((letter) =>
      noLetter.at(
        undefined,
        `The fonts of the style \`${layout.style}\` have no letter “${letter}” (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}).`,
        'Write it another way, or add a font that has it to the style.',
      ),
    );
    return { head, diagnostics };
  };
}

/** One of a layout's templates, with an engine of its own, so that partials are compiled as it is itself. */
export function templateOf<T>(
  { partials }: Layout,
  { source }: TemplateFile,
  noEscape: boolean,
  kept?: Kept,
): Handlebars.TemplateDelegate<T> {
  // Indenting a partial as the place it is called from would move text that may not be moved.
  const options = { preventIndent: true, strict: false, noEscape };
  // Most page styles call no partial.
  const called = /\{\{~?#?\s*>/.test(source) ? partials : new Map<string, TemplateFile>();
  const texts = new Map([['', source], ...[...called].map(([name, file]) => [name, file.source] as const)]);
  const compiled =
    kept &&
    compiledTemplates(kept, noEscape ? 'css' : 'html', texts, (text) =>
      allOfHandlebars().precompile(text, { ...options }),
    );
  const all = [...texts.keys()].every((name) => compiled?.has(name));
  const engine = (all ? runtime : allOfHandlebars()).create();
  for (const [name, run] of Object.entries(layoutHelpers)) engine.registerHelper(name, run);
  for (const [name, file] of called) {
    const made = compiled?.get(name);
    engine.registerPartial(name, made ? engine.template(made) : file.source);
  }
  const made = compiled?.get('');
  return made ? engine.template<T>(made) : engine.compile<T>(source, options);
}

/** The paper's headings as bookmarks say them: in the tree's own case, with their numbers. */
function headingsOf(paper: Paper): string[] {
  const inside = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) => {
      switch (block.kind) {
        case 'paragraph': {
          const title =
            block.title &&
            [...(block.number === undefined ? [] : [block.number]), plainText(block.title)].join(' ');
          return [...(title === undefined ? [] : [title]), ...inside(block.blocks)];
        }
        case 'list':
          return block.items.flatMap((item) => inside(item.blocks));
        case 'box':
          return inside(block.blocks);
        case 'table':
        case 'figure':
          return [];
      }
    });
  return [
    paper.title,
    ...paper.sections.flatMap((section, i) => [
      plainText(section.heading),
      ...inside(section.blocks),
      // Contents with page numbers stand after the first section, so that the judgement comes first.
      ...(i === 0 && paper.paged ? ['Contents'] : []),
    ]),
  ];
}

/** The letters a reader sees: without tags, and with the few entities that escaping writes. */
function textOf(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:amp|lt|gt|quot|#x27|#x60|#x3D);/g, '');
}
