import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean, nearest } from '../diagnostics/suggest.ts';
import type { Prose } from '../records/prose.ts';
import { freeSign, hasCurly, inSingleBraces, straightened } from './braces.ts';
import { partsOf, type Braces } from './calls.ts';
import { fromMarkdown, mark, withoutMarks, type Flow } from './markdown.ts';
import { placeIn, type Origins } from './origins.ts';
import type { Inline } from './inline.ts';
import type { Refused } from './refused.ts';

/** One of the closed set of helpers that prose can quote the record with. */
export interface Quotation {
  /** How it is called, for messages and the reference page: `{{indicator "name"}}`. */
  usage: string;
  /** What it gives, in a few words. */
  gives: string;
  /** How many arguments it takes at least and at most. */
  arguments: readonly [number, number];
  /** The quoted words, or what is wrong with the arguments. */
  quote(args: readonly string[], place: Place | undefined): Inline[] | { wrong: string; hint: string };
}

const html = rule(
  'prose/html',
  'error',
  'Raw HTML could change the page around it, run in a reader’s browser or be read aloud as code.',
);
const notAllowed = rule(
  'prose/not-allowed',
  'error',
  'The house style sets headings, quotations and pictures, so that every paper reads alike.',
);
const address = rule(
  'prose/link',
  'error',
  'A link that leads nowhere, or runs something, must not stand in a public paper.',
);
const unknownName = rule(
  'prose/unknown-name',
  'error',
  'A name that the record does not have would leave a hole in the sentence.',
);
const badBraces = rule(
  'prose/braces',
  'error',
  'What stands in double braces is replaced by a figure or a word of the record, so it must be one that is known.',
);

const singleBraces = rule(
  'prose/single-braces',
  'error',
  'The paper would print the name itself, braces and all, where the figure or the word belongs.',
);

/** Prose as paragraphs and lists, with everything that it quotes filled in. */
export function readProse(
  prose: Prose,
  quotations: ReadonlyMap<string, Quotation>,
  origins: Origins,
): { flow: Flow[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const slots: Inline[][] = [];
  const text = withoutMarks(prose.markdown);
  let parts: (string | Braces)[];
  try {
    parts = partsOf(text);
  } catch {
    const open = text.search(/\{\{(?![^{}]*\}\})/);
    const from = Math.max(0, open, text.indexOf('{{'));
    const call = [...text.matchAll(/\{\{[^{}]*\}\}/g)].find(([written]) => hasCurly(written));
    if (open < 0 && call) {
      const [written] = call;
      const place = placeIn(origins, prose, { from: call.index, to: call.index + written.length });
      const instead = straightened(written, freeSign(origins, prose));
      return { flow: [], diagnostics: [curlyMarks(place, instead)] };
    }
    return {
      flow: [],
      diagnostics: [
        badBraces.at(
          placeIn(origins, prose, { from, to: from + 2 }),
          open < 0
            ? 'The double braces in this text do not make sense.'
            : 'The double braces that open here are never closed.',
          'Write a name between them and, where it takes one, a word in quotation marks: {{indicator "initial-assessments"}}.',
        ),
      ],
    };
  }
  for (const { from, to, meant, same } of inSingleBraces(text, quotations)) {
    diagnostics.push(
      singleBraces.at(
        placeIn(origins, prose, { from, to }),
        `\`${text.slice(from, to)}\` stands in single braces and would be printed as it is.`,
        same ? `Did you mean \`${meant}\`?` : `Write ${meant}.`,
      ),
    );
  }
  const markdown = parts
    .map((part) => {
      if (typeof part === 'string') {
        if (part.includes('{{')) diagnostics.push(escaped(placeIn(origins, prose, '\\{{')));
        return part;
      }
      const { from, to, name, args } = part;
      const place = placeIn(origins, prose, { from, to });
      const written = text.slice(from, to);
      if (hasCurly(written)) {
        diagnostics.push(curlyMarks(place, straightened(written, freeSign(origins, prose))));
        return '';
      }
      if (!args) {
        diagnostics.push(
          badBraces.at(
            place,
            'Only a name and words in quotation marks can stand between double braces.',
            usage(name, quotations),
          ),
        );
        return '';
      }
      const quotation = quotations.get(name);
      if (!quotation) {
        diagnostics.push(
          unknownName.at(
            place,
            `\`${name}\` is not a name that prose can quote.`,
            nearest(name, quotations.keys()) === undefined
              ? 'What prose can quote is listed in docs/prose.md: `rating`, `indicator`, `ref` and many more.'
              : didYouMean(name, quotations.keys()),
          ),
        );
        return '';
      }
      const [least, most] = quotation.arguments;
      if (args.length < least || args.length > most) {
        diagnostics.push(
          badBraces.at(place, `\`${name}\` is not written like this.`, `Write ${quotation.usage}.`),
        );
        return '';
      }
      const quoted = quotation.quote(args, place);
      if ('wrong' in quoted) {
        diagnostics.push(unknownName.at(place, quoted.wrong, quoted.hint));
        return '';
      }
      return mark(slots.push(quoted) - 1);
    })
    .join('');
  const { flow, refused } = fromMarkdown(markdown, slots);
  diagnostics.push(...onceEach(refused).map((r) => refusal(r, placeIn(origins, prose, r.snippet))));
  return { flow, diagnostics };
}

function curlyMarks(place: Place | undefined, instead: string): Diagnostic {
  return badBraces.at(
    place,
    'Curly quotation marks, as word processors make them, are letters like any other between double braces.',
    `Write straight ones: ${instead}.`,
  );
}

function escaped(place: Place | undefined): Diagnostic {
  return badBraces.at(
    place,
    'A backslash before double braces lets the braces stand in the paper.',
    'Take the backslash out to quote the record, or write the words themselves.',
  );
}

/** An element of HTML is refused where it opens, not once more where it closes. */
function onceEach(refused: readonly Refused[]): Refused[] {
  const opened = refused.map((r) => (r.what === 'html' ? /^<(\w+)/.exec(r.snippet)?.[1] : undefined));
  return refused.filter((r) => {
    const closed = r.what === 'html' ? /^<\/(\w+)/.exec(r.snippet)?.[1] : undefined;
    return closed === undefined || !opened.includes(closed);
  });
}

function refusal(refused: Refused, place: Place | undefined): Diagnostic {
  switch (refused.what) {
    case 'html':
      return html.at(
        place,
        `\`${refused.snippet}\` is HTML, which prose cannot hold.`,
        'Take it out and write plain words: **bold** and *italic* are made with asterisks.',
      );
    case 'image':
      return notAllowed.at(
        place,
        'A picture stands in the prose.',
        'Pictures are drawn from the record by the house style; take it out.',
      );
    case 'link':
      return address.at(
        place,
        `\`${refused.snippet}\` is not an address that a paper can link to.`,
        'Begin it with https://, http:// or mailto:.',
      );
    case 'block':
      return notAllowed.at(
        place,
        `\`${refused.snippet}\` makes ${refused.called ?? ''}, which prose cannot hold.`,
        'Write paragraphs and lists only; headings come from the house style.',
      );
  }
}

function usage(name: string, quotations: ReadonlyMap<string, Quotation>): string {
  const known = quotations.get(name)?.usage;
  return known === undefined
    ? 'Write {{rating}}, or {{indicator "name"}}; what prose can quote is listed in docs/prose.md.'
    : `Write ${known}.`;
}
