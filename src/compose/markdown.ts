import MarkdownIt, { type Token } from 'markdown-it';
import type { Inline } from './inline.ts';
import { beforeMarks, blockRefused, foreignIn, oddList, type Refused } from './refused.ts';

/**
 * Markdown to the Paper's own nodes. Only what a committee paper needs is known: paragraphs, lists,
 * emphasis, links and line breaks. Everything else is reported, never passed on.
 */

/** What Markdown gives: paragraphs and lists, still without identity or number. */
export type Flow =
  { kind: 'paragraph'; content: Inline[] } | { kind: 'list'; ordered: boolean; items: Flow[][] };

/** Values that were put into the text stand between these while it is Markdown, and are never parsed. */
const [open, close] = ['\uE000', '\uE001'];

/** Takes out of a text the two signs that mark values. */
export function withoutMarks(text: string): string {
  return text.replaceAll(/[\uE000\uE001]/g, '');
}

export function mark(slot: number): string {
  return `${open}${String(slot)}${close}`;
}

const parser = new MarkdownIt('commonmark', { html: true, typographer: true, quotes: '“”‘’' })
  .enable(['smartquotes'])
  .disable(['entity', 'code', 'reference']);
// Every address is looked at below, and refused aloud rather than left standing as text.
parser.validateLink = () => true;

/**
 * @param slots what the marks in the text stand for
 * @returns the flow, and everything refused
 */
export function fromMarkdown(text: string, slots: readonly Inline[][]): { flow: Flow[]; refused: Refused[] } {
  const refused: Refused[] = [];
  const tokens = parser.parse(dashes(text), {});
  const lines = text.split('\n');
  let at = 0;

  const flowUntil = (end: string | undefined): Flow[] => {
    const flow: Flow[] = [];
    for (; at < tokens.length; at++) {
      const token = tokens[at];
      if (!token || token.type === end) break;
      switch (token.type) {
        case 'paragraph_open':
        case 'paragraph_close':
          break;
        case 'inline':
          flow.push({ kind: 'paragraph', content: inlines(token.children ?? [], slots, refused) });
          break;
        case 'bullet_list_open':
        case 'ordered_list_open':
          refused.push(...oddList(token, lines));
          at++;
          flow.push({
            kind: 'list',
            ordered: token.type === 'ordered_list_open',
            items: itemsUntil(token.type.replace('open', 'close')),
          });
          break;
        case 'html_block':
          refused.push({ what: 'html', snippet: token.content.trim().split('\n')[0] ?? '' });
          break;
        default:
          if (!token.type.endsWith('_close')) {
            refused.push(blockRefused(token, lines));
          }
      }
    }
    return flow;
  };
  const itemsUntil = (end: string): Flow[][] => {
    const items: Flow[][] = [];
    for (; at < tokens.length && tokens[at]?.type !== end; at++) {
      if (tokens[at]?.type !== 'list_item_open') continue;
      at++;
      items.push(flowUntil('list_item_close'));
    }
    return items;
  };
  return { flow: flowUntil(undefined), refused: [...foreignIn(text), ...refused] };
}

/** The words of a wording: one paragraph, whatever its lines begin with. What has no place in a paper is left out. */
export function fromLine(text: string, slots: readonly Inline[][]): Inline[] {
  const [token] = parser.parseInline(dashes(text.trim()), {});
  return inlines(token?.children ?? [], slots, []);
}

/** The address of a link, or one that stands in the text. */
const addresses = /(\]\(\s*<?[^)\s]*|<?\b(?:https?:\/\/|mailto:)[^\s>)]*)/i;

/** A spaced hyphen, or two together, is a dash; three full stops are an ellipsis. Addresses stay as they are. */
function dashes(text: string): string {
  return text
    .split(addresses)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part
            .replaceAll(/(?<=\S) --? (?=\S)/g, ' – ')
            .replaceAll(/(?<=\w)--(?=\w)/g, '–')
            .replaceAll('...', '…'),
    )
    .join('');
}

function inlines(tokens: readonly Token[], slots: readonly Inline[][], refused: Refused[]): Inline[] {
  let at = 0;
  const until = (end: string | undefined): Inline[] => {
    const content: Inline[] = [];
    for (; at < tokens.length; at++) {
      const token = tokens[at];
      if (!token || token.type === end) break;
      switch (token.type) {
        case 'text':
        case 'text_special':
          content.push(...filled(token.content, slots));
          break;
        case 'softbreak':
          content.push({ kind: 'text', text: ' ' });
          break;
        case 'hardbreak':
          content.push({ kind: 'break' });
          break;
        case 'code_inline':
          refused.push({
            what: 'block',
            snippet: beforeMarks(token.content) || '`',
            called: 'code',
          });
          break;
        case 'strong_open':
          at++;
          content.push({ kind: 'strong', content: until('strong_close') });
          break;
        case 'em_open':
          at++;
          content.push({ kind: 'emphasis', content: until('em_close') });
          break;
        case 'link_open': {
          at++;
          const href = addressed(String(token.attrGet('href') ?? ''), slots);
          const inside = until('link_close');
          if (allowedAddress(href)) content.push({ kind: 'link', href, content: inside });
          else refused.push({ what: 'link', snippet: href });
          break;
        }
        case 'html_inline':
          refused.push({ what: 'html', snippet: token.content });
          break;
        case 'image':
          refused.push({ what: 'image', snippet: `![${token.content}]` });
          break;
        default:
          break;
      }
    }
    return content;
  };
  return joined(until(undefined));
}

/** An address with what it quotes put in. */
function addressed(href: string, slots: readonly Inline[][]): string {
  return href.replaceAll(/%EE%80%80(\d+)%EE%80%81/g, (_, slot: string) =>
    encodeURIComponent(plainText(slots[Number(slot)] ?? [])),
  );
}

function allowedAddress(href: string): boolean {
  return /^(https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@]+$)/i.test(href);
}

function filled(text: string, slots: readonly Inline[][]): Inline[] {
  return text.split(/(\uE000\d+\uE001)/).flatMap((part): Inline[] => {
    if (part.startsWith(open)) return slots[Number(part.slice(1, -1))] ?? [];
    return part === '' ? [] : [{ kind: 'text', text: part }];
  });
}

/** Neighbouring texts become one, so that the tree does not show how a sentence was put together. */
export function joined(content: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of content) {
    const last = out.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text') {
      out[out.length - 1] = { kind: 'text', text: last.text + inline.text };
    } else {
      out.push(inline);
    }
  }
  return out;
}

/** The words alone, without emphasis or links; of a marked copy, those that it has now. */
export function plainText(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'abbreviation':
        case 'reference':
          return inline.text;
        case 'break':
          return ' ';
        case 'strong':
        case 'emphasis':
        case 'foreign':
        case 'link':
        case 'inserted':
          return plainText(inline.content);
        case 'deleted':
        case 'code':
          return '';
      }
    })
    .join('');
}

/** Straight quotation marks of a plain text, set as in print. */
export function typeset(text: string): string {
  const tokens = parser.parseInline(dashes(text).replaceAll(/([\\`*_[\]<>&!])/g, '\\$1'), {});
  return (tokens[0]?.children ?? []).map((t) => (t.type === 'softbreak' ? ' ' : t.content)).join('');
}
