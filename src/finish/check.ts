import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { decorationOf } from './artifacts.ts';
import { noCharacter } from './page-fonts.ts';
import type { Content } from './pages.ts';
import {
  figureWithoutAlternative,
  missingShape,
  skippedHeading,
  tableWithoutHeaders,
  unembeddedFont,
  unreadableCharacter,
  untagged,
} from './rules.ts';
import type { ShownContent } from './shown.ts';
import { piecesIn, tagsIn, type Kid, type Tag } from './tree.ts';

/** What keeps the claim from being made: every place where the standards are not met and nobody but the author can mend it. */
export function checkTree(document: Tag, shown: ShownContent): Diagnostic[] {
  const found: Diagnostic[] = [];
  let level = 0;
  let latest = '';
  for (const tag of tagsIn([document])) {
    const heading = /^H([1-6])$/.exec(tag.type)?.[1];
    if (heading !== undefined) {
      const next = Number(heading);
      const words = shown.textOf(tag.kids).trim();
      if (next > level + 1) found.push(skipped(words, next, level, latest, tag));
      level = next;
      latest = words;
    }
    if (tag.type === 'Figure' && (tag.alternative ?? '').trim() === '') {
      const message = `A picture${place(tag, latest)} has no alternative text.`;
      const hint =
        'Say in one sentence what it shows (alt="…" on an image, aria-label="…" on a drawing). A picture that only decorates takes alt="".';
      found.push(figureWithoutAlternative.at(undefined, message, hint));
    }
    if (tag.type === 'Table' && !tagsIn(tag.kids).some(({ type }) => type === 'TH')) {
      const message = `A table${place(tag, latest)} has no header cells.`;
      const hint =
        'Make the cells that name a column or a row header cells (<th scope="col">, <th scope="row">).';
      found.push(tableWithoutHeaders.at(undefined, message, hint));
    }
  }
  return found;
}

function skipped(words: string, level: number, before: number, latest: string, tag: Tag): Diagnostic {
  const message =
    before === 0
      ? `The first heading, “${words}”, is of level ${level}; a paper starts with level 1.`
      : `The heading “${words}”${onPage(tag)} is of level ${level} and follows “${latest}”, which is of level ${before}.`;
  const hint = `Make it level ${before + 1}, or put the heading in that is missing in between. How large it looks is for the style to say.`;
  return skippedHeading.at(undefined, message, hint);
}

function place(tag: Tag, latest: string): string {
  return latest === '' ? onPage(tag) : `${onPage(tag)}, under “${latest}”,`;
}

function onPage({ kids }: { kids: readonly Kid[] }): string {
  const [first] = piecesIn(kids);
  return first === undefined ? '' : ` on page ${first.page}`;
}

/** Every font has to travel with the file, and every character has to be one that can be read. */
export function checkFonts(content: Content): Diagnostic[] {
  const missing = [...new Set(content.fonts.filter(({ embedded }) => !embedded).map(({ name }) => name))];
  const found = missing.map((name) => {
    const hint =
      'Use the fonts of the style only, and name a font that comes with it in every rule of its CSS.';
    return unembeddedFont.at(undefined, `The font ${name} is not embedded in the PDF.`, hint);
  });
  const shapeless = whereUnreadable(content, true);
  if (shapeless !== undefined) {
    const hint = 'Use another character, or add a font that has it to the style.';
    found.push(missingShape.at(undefined, `${shapeless} could not be drawn in any font.`, hint));
  }
  const unreadable = whereUnreadable(content, false);
  if (unreadable !== undefined) {
    const hint = 'Use another character, or turn off the font feature in the style that draws it.';
    found.push(unreadableCharacter.at(undefined, `${unreadable} cannot be read back from the PDF.`, hint));
  }
  return found;
}

/** “2 characters on pages 1, 3 (Arimo, in “the £□ …”)” */
function whereUnreadable({ unreadable, pages }: Content, shapeless: boolean): string | undefined {
  const of = unreadable.filter((one) => one.shapeless === shapeless);
  if (of.length === 0) return undefined;
  const numbers = [...new Set(of.map(({ page }) => page))];
  const drawings = pages.filter(({ number }) => numbers.includes(number)).flatMap(({ layers }) => layers);
  const words = drawings
    .flatMap((layer) => layer.drawings)
    .find(({ text }) => text.includes(noCharacter))?.text;
  const around = words === undefined ? '' : `, in “${shortened(words.trim().replaceAll(noCharacter, '□'))}”`;
  const fonts = [...new Set(of.map(({ font }) => font.name))].join(', ');
  const count = of.length === 1 ? 'One character' : `${of.length} characters`;
  return `${count} on ${numbers.length === 1 ? 'page' : 'pages'} ${numbers.join(', ')} (${fonts}${around})`;
}

function shortened(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words;
}

/** Words that are on the page and not in what is read. Signs without letters or digits may decorate. */
export function checkHidden({ pages }: Content, lost: (page: number, id: number) => boolean): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const page of pages) {
    const hidden: string[] = [];
    for (const { drawings } of page.layers) {
      for (const drawing of drawings) {
        const { belongs } = drawing;
        if (drawing.text === '' || belongs === 'artifact') continue;
        const isHidden =
          belongs === undefined ? decorationOf(drawing, page.area) === 'layout' : lost(page.number, belongs);
        if (!isHidden) continue;
        const text = drawing.text.trim();
        if (/[\p{L}\p{N}]/u.test(text)) hidden.push(text);
      }
    }
    if (hidden.length === 0) continue;
    const hint =
      'Take aria-hidden off what holds these words, and write words into the page, not into the CSS (content: …). What is said elsewhere as well can be drawn as a shape.';
    found.push(
      untagged.at(
        undefined,
        `Page ${page.number} shows “${shortened(hidden.join(' '))}”, which a screen reader does not say.`,
        hint,
      ),
    );
  }
  return found;
}
