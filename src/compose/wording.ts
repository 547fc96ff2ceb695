import type Handlebars from 'handlebars';
import { exemptInline } from '../exempt/marking.ts';
import type { Kept } from '../kept.ts';
import { Prose } from '../records/prose.ts';
import { compiledTemplates } from '../templates/compiled.ts';
import { allOfHandlebars, runtime } from '../templates/handlebars.ts';
import { fromLine, mark, plainText, withoutMarks, type Flow } from './markdown.ts';
import type { Inline } from './inline.ts';
import { QrCode } from './qr-code.ts';
import { runIn } from './run-in.ts';

/** What a wording can name: facts, and inside `each` the item's own names beside them. */
export type Scope = Readonly<Record<string, unknown>>;

/** Words that a helper gives, ready for the tree. */
class Words {
  readonly content: Inline[];

  constructor(content: Inline[]) {
    this.content = content;
  }
}

/** Fills in wordings. `flowOf` gives an officer's prose as paragraphs; `refer` makes a reference by name. */
export interface Wording {
  /** A wording as the words of one paragraph. */
  inline(template: string, scope: Scope): Inline[];
  /** A wording as plain text, for places that hold nothing else. */
  text(template: string, scope: Scope): string;
  /** An officer's prose. */
  flow(prose: Prose): Flow[];
}

/** A wording's helpers, with what the reference page says of each. All but `link` and `code` take one value. */
export const wordingHelpers = {
  sentence: 'with a capital letter at the beginning and a full stop at the end',
  stop: 'with a full stop at the end',
  clause: 'without the full stop at the end',
  lower: 'with a small letter at the beginning',
  upper: 'with a capital letter at the beginning',
  possessive: 'with an apostrophe and, but for a plural, an s: “Derby’s”',
  ref: 'a reference by its name: “paragraph 5.1”',
  code: 'as a QR code, with what it leads to in words: `{{code web.code "The agenda on the web"}}`',
  link: 'as a link to the address that comes second: `{{link title href}}`',
} as const;

/** What a wording's values are gathered with while it is filled in. */
interface Filling {
  slots: Inline[][];
  contentOf: (value: unknown) => Inline[];
  refer: (to: string) => Inline;
}

/** @param ranIn told of prose whose lists are set as words of a sentence */
export function wordingFor(
  flowOf: (prose: Prose) => Flow[],
  refer: (to: string) => Inline,
  ranIn: (prose: Prose) => void,
): Wording {
  const contentOf = (value: unknown): Inline[] => {
    if (value instanceof Words) return value.content;
    if (value instanceof Prose) {
      // Inside a sentence an officer's paragraphs run on.
      const flow = flowOf(value);
      if (flow.some(({ kind }) => kind === 'list')) ranIn(value);
      return exemptInline(value, runIn(flow));
    }
    if (typeof value === 'string' || typeof value === 'number') {
      const text = withoutMarks(String(value));
      return text === '' ? [] : [{ kind: 'text', text }];
    }
    return [];
  };
  const fill = (template: string, scope: Scope): { text: string; slots: Inline[][] } => {
    const filling: Filling = { slots: [], contentOf, refer };
    const outer = current;
    current = filling;
    try {
      // Most headings and captions name nothing.
      const text = template.includes('{{') ? compiled(template)(scope) : template;
      return { text, slots: filling.slots };
    } finally {
      current = outer;
    }
  };
  return {
    inline(template, scope) {
      const filled = fill(template, scope);
      return fromLine(filled.text, filled.slots);
    },
    text(template, scope) {
      const filled = fill(template, scope);
      return filled.text.replaceAll(/\uE000(\d+)\uE001/g, (_, n: string) =>
        plainText(filled.slots[Number(n)] ?? []),
      );
    },
    flow: flowOf,
  };
}

/** The filling under way: helpers belong to the engine, which all papers share, so that a wording is compiled once. */
let current: Filling | undefined;

function content(value: unknown): Inline[] {
  return current?.contentOf(value) ?? [];
}

const helpers: Handlebars.HelperDeclareSpec = {
  put: (value: unknown) => {
    const words = content(value);
    return words.length === 0 || !current ? '' : mark(current.slots.push(words) - 1);
  },
  sentence: (value: unknown) => new Words(capital(stopped(content(value)))),
  stop: (value: unknown) => new Words(stopped(content(value))),
  clause: (value: unknown) => new Words(unstopped(content(value))),
  lower: (value: unknown) => new Words(first(content(value), (c) => c.toLowerCase())),
  upper: (value: unknown) => new Words(capital(content(value))),
  possessive: (value: unknown) => {
    const words = content(value);
    return new Words([...words, { kind: 'text', text: plainText(words).endsWith('s') ? '’' : '’s' }]);
  },
  ref: (to: unknown) => new Words(current ? [current.refer(String(to))] : []),
  code: (value: unknown, alternative: unknown) =>
    value instanceof QrCode
      ? new Words([{ kind: 'code', size: value.size, path: value.path, alternative: String(alternative) }])
      : '',
  link: (value: unknown, to: unknown) =>
    new Words([{ kind: 'link', href: String(to), content: content(value) }]),
};

/** For wordings that an earlier run compiled. */
const engine = runtime.create();
engine.registerHelper(helpers);

/** For others. */
let compiler: typeof Handlebars | undefined;

const known = new Map<string, Handlebars.TemplateDelegate>();

function compiled(template: string): Handlebars.TemplateDelegate {
  let run = known.get(template);
  if (!run) {
    if (!compiler) {
      compiler = allOfHandlebars().create();
      compiler.registerHelper(helpers);
    }
    run = compiler.compile(parsed(template), options);
    known.set(template, run);
  }
  return run;
}

/** Has the wordings of an outline compiled, where an earlier run did that and kept it: reading them takes longer. */
export function useKeptWordings(kept: Kept, outline: unknown): void {
  const templates = new Map<string, string>();
  const gather = (value: unknown): void => {
    if (typeof value === 'string' && value.includes('{{')) templates.set(value, value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather);
  };
  gather(outline);
  const compile = (template: string): unknown => allOfHandlebars().precompile(parsed(template), options);
  for (const [template, compiled] of compiledTemplates(kept, 'wordings', templates, compile))
    known.set(template, engine.template(compiled));
}

const options = { noEscape: true };

function parsed(template: string): hbs.AST.Program {
  const all = allOfHandlebars();
  const ast = all.parse(template);
  const visitor = new all.Visitor();
  visitor.MustacheStatement = putPrinted;
  visitor.accept(ast);
  return ast;
}

/** Sends a printed value through `put`, so that no value is ever read as Markdown. */
function putPrinted(mustache: hbs.AST.MustacheStatement): void {
  const called = mustache.params.length > 0;
  const value: hbs.AST.Expression = called
    ? ({
        type: 'SubExpression',
        path: mustache.path,
        params: mustache.params,
        hash: mustache.hash,
        loc: mustache.loc,
      } as hbs.AST.SubExpression)
    : mustache.path;
  mustache.params = [value];
  mustache.path = {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: ['put'],
    original: 'put',
    loc: mustache.loc,
  };
}

function first(content: Inline[], change: (letter: string) => string): Inline[] {
  const [head, ...rest] = content;
  if (!head) return content;
  if (head.kind === 'text')
    return [{ kind: 'text', text: change(head.text.charAt(0)) + head.text.slice(1) }, ...rest];
  if (head.kind === 'strong' || head.kind === 'emphasis' || head.kind === 'link')
    return [{ ...head, content: first(head.content, change) }, ...rest];
  return content;
}

function capital(content: Inline[]): Inline[] {
  return first(content, (letter) => letter.toUpperCase());
}

function stopped(content: Inline[]): Inline[] {
  return /[.?!…][”’)]?$/.test(plainText(content)) ? content : [...content, { kind: 'text', text: '.' }];
}

function unstopped(content: Inline[]): Inline[] {
  const last = content.at(-1);
  if (last?.kind !== 'text') return content;
  return [...content.slice(0, -1), { kind: 'text', text: last.text.replace(/\.$/, '') }];
}
