/** Random templates over one fixed shape, and random data of that shape, both from a number. */

import { z } from 'zod';

import type { HelperSpec } from '../../src/templates/helpers.ts';

const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string(), note: z.string().optional() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({
    kind: z.literal('section'),
    title: z.string().nullable(),
    get blocks() {
      return z.array(Block);
    },
  }),
]);

export const Page = z.object({
  title: z.string(),
  mode: z.enum(['draft', 'final']),
  exempt: z.boolean(),
  lead: z.object({ name: z.string(), role: z.string().optional() }).optional(),
  services: z.array(z.object({ name: z.string(), score: z.number().nullable(), notes: z.array(z.string()) })),
  scores: z.record(z.string(), z.number()),
  sides: z.record(z.enum(['left', 'right']), z.string()),
  blocks: z.array(Block),
  maybes: z.array(z.string().nullable()),
});

export const helperSpecs: Record<string, HelperSpec> = { upper: { params: { min: 1, max: 1 } } };

export interface Files {
  page: string;
  partials: Record<string, string>;
}

class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 1;
  }

  below(n: number): number {
    this.state = (Math.imul(this.state ^ (this.state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return ((this.state ^ (this.state >>> 13)) >>> 0) % n;
  }

  pick<T>(from: readonly [T, ...T[]]): T {
    return from[this.below(from.length)] ?? from[0];
  }

  times<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }
}

type Names = [string, ...string[]];

interface Place {
  values: Names;
  lists: Names;
  groups: Names;
}

/** What is likely to be right at each kind of place; the dice add what is wrong there. */
const NAMES: Record<'page' | 'text', Place> & Partial<Record<string, Place>> = {
  page: {
    values: [
      'title',
      'mode',
      'lead.name',
      'scores.x',
      'sides.left',
      'lead.role',
      'services.length',
      '@root.title',
    ],
    lists: ['services', 'scores', 'sides', 'blocks', 'maybes'],
    groups: ['lead', 'this', 'services.[0]', '@root'],
  },
  lead: {
    values: ['name', 'role', '../title', '@root.mode'],
    lists: ['../services', '../blocks'],
    groups: ['this'],
  },
  services: {
    values: ['name', 'score', 'notes.length', '../title', '@index', '@key', 'notes.[0]'],
    lists: ['notes', '../blocks', '../services'],
    groups: ['this', '../lead', '@root'],
  },
  blocks: {
    values: ['kind', 'text', 'note', 'title', '@root.title', '@last', 'items.[0]', '../title'],
    lists: ['items', 'blocks', '@root.services'],
    groups: ['this', '@root.lead', '../lead'],
  },
  text: {
    values: ['this', '@index', '@key', '../title', '@root.title', 'length'],
    lists: ['../services'],
    groups: ['this'],
  },
};

const KINDS: Names = ['paragraph', 'list', 'section'];

/**
 * A page and its partials. Of statements made blindly nearly every page would hold one that is wrong, so
 * each is tried where it is to stand, and stays only if `accepted` has nothing against it.
 */
export function templateFrom(seed: number, accepted: (files: Files) => boolean): Files {
  const maker = new Maker(new Dice(seed), accepted);
  const blocks = '{{#each blocks}}{{> (lookup this "kind")}}{{/each}}';
  maker.partial('small', 'page', [], '{{> small}}{{#each blocks}}{{> small}}{{/each}}');
  maker.partial('big', 'page', ['small'], '{{> big}}');
  for (const kind of KINDS) maker.partial(kind, 'blocks', ['small'], blocks);
  maker.files.partials.section = `${maker.files.partials.section ?? ''}${blocks}`;
  const page = maker.body('page', 2, 7, ['small', 'big'], (text) => ({ ...maker.files, page: text }));
  return { ...maker.files, page };
}

type Around = (text: string) => Files;

class Maker {
  readonly files: Files = {
    page: '',
    partials: { small: '', big: '', paragraph: '', list: '', section: '' },
  };
  private readonly dice: Dice;
  private readonly accepted: (files: Files) => boolean;

  constructor(dice: Dice, accepted: (files: Files) => boolean) {
    this.dice = dice;
    this.accepted = accepted;
  }

  partial(name: string, place: string, callable: readonly string[], page: string): void {
    const around: Around = (text) => ({ page, partials: { ...this.files.partials, [name]: text } });
    this.files.partials[name] = this.body(place, 1, 3, callable, around);
  }

  /** As many of `tries` statements as are accepted in the surroundings `around`. */
  body(place: string, depth: number, tries: number, callable: readonly string[], around: Around): string {
    let made = '';
    for (let i = 0; i < tries; i += 1) {
      const before = made;
      const after = before + this.statement(place, depth, callable, (text) => around(before + text));
      if (after !== before && this.accepted(around(after))) made = after;
    }
    return made;
  }

  private statement(place: string, depth: number, callable: readonly string[], around: Around): string {
    const { dice } = this;
    const names = NAMES[place] ?? NAMES.text;
    const value = (): string => dice.pick(dice.below(12) === 0 ? NAMES.page.values : names.values);
    /** `open`, contents made to fit, `close`, for up to two contents. */
    const block = (open: string, at: string, close: string): string => {
      if (!this.accepted(around(`${open}${close}`))) return '';
      const then = this.body(at, depth - 1, 3, callable, (text) => around(`${open}${text}${close}`));
      const start = `${open}${then}{{else}}`;
      return `${start}${this.body(place, depth - 1, 2, callable, (text) => around(`${start}${text}${close}`))}${close}`;
    };
    switch (depth === 0 ? dice.below(3) : dice.below(11)) {
      case 0:
      case 1:
        return `[{{${value()}}}]`;
      case 2:
        return `[{{${dice.pick(['upper', 'or', 'lookup this'])} ${value()}${dice.pick(['', ' "w"', ' @root.title'])}}}]`;
      case 3: {
        const calls = callable.flatMap((name) => [
          `{{> ${name}}}`,
          `{{> ${name} word="w"}}`,
          `{{> ${name} ${value()}}}`,
        ]);
        return dice.pick(['', ...calls, ...(callable.includes('big') ? ['{{> (lookup this "kind")}}'] : [])]);
      }
      case 4: {
        const same = value();
        return block(`{{#if ${same}}}[{{${same}}}]`, place, '{{/if}}');
      }
      case 5:
        return block(`{{#unless ${value()}}}`, place, '{{/unless}}');
      case 6:
        return block(`{{#if (${test(dice, value)})}}a{{else if (${test(dice, value)})}}`, place, '{{/if}}');
      case 7: {
        const group = dice.pick(names.groups);
        const at =
          group === 'this'
            ? place
            : group.endsWith('lead')
              ? 'lead'
              : group === '@root'
                ? 'page'
                : 'services';
        return block(`{{#with ${group}}}`, at, '{{/with}}');
      }
      case 8: {
        const list = place === 'page' ? 'blocks' : '@root.blocks';
        return block(`{{#each ${list}}}{{#if (${test(dice, value)})}}`, 'blocks', '{{/if}}{{/each}}');
      }
      case 9:
        return block(
          `{{#each ${dice.pick(names.lists)} as |it k|}}[{{k}}][{{it.${dice.pick(['name', 'length', 'kind'])}}}]`,
          'services',
          '{{/each}}',
        );
      default: {
        const list = dice.pick(names.lists);
        const at = list.replace(/^(\.\.\/|@root\.)/, '');
        return block(`{{#each ${list}}}`, at in NAMES ? at : 'text', '{{/each}}');
      }
    }
  }
}

function test(dice: Dice, value: () => string): string {
  const kind = dice.pick(KINDS);
  const field = dice.pick(['title', 'lead', 'note', 'score']);
  return dice.pick([
    `eq kind "${kind}"`,
    `eq kind "${kind}"`,
    `ne kind "${kind}"`,
    'eq mode "draft"',
    `not ${value()}`,
    `and ${value()} ${value()}`,
    `or ${value()} (not ${value()})`,
    `eq ${value()} "w"`,
    `lookup this "${field}"`,
  ]);
}

/** Whether optional things are there depends on the number too. */
export function dataFrom(seed: number): unknown {
  const dice = new Dice(seed * 7 + 3);
  const word = (): string => `w${dice.below(9)}`;
  const some = <T>(make: () => T): T | undefined => (dice.below(2) === 0 ? undefined : make());
  const block = (depth: number): z.input<typeof Block> => {
    const kind =
      depth > 2 ? 'paragraph' : dice.pick<z.input<typeof Block>['kind']>(['paragraph', 'list', 'section']);
    if (kind === 'paragraph') return { kind, text: word(), note: some(word) };
    if (kind === 'list') return { kind, items: dice.times(2, word) };
    return { kind, title: some(word) ?? null, blocks: dice.times(2, () => block(depth + 1)) };
  };
  return {
    title: word(),
    mode: dice.pick(['draft', 'final']),
    exempt: dice.below(2) === 0,
    lead: some(() => ({ name: word(), role: some(word) })),
    services: dice.times(3, () => ({
      name: word(),
      score: some(() => dice.below(3)) ?? null,
      notes: dice.times(2, word),
    })),
    scores: Object.fromEntries(dice.times(2, () => [dice.pick(['x', 'y']), dice.below(3)])),
    sides: { left: word(), right: word() },
    blocks: dice.times(3, () => block(0)),
    maybes: dice.times(3, () => some(word) ?? null),
  };
}
