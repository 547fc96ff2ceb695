/** Random templates over the shape of random-data.ts, from a number. */

import type { HelperSpec } from '../../src/templates/helpers.ts';
import { Dice } from './random-data.ts';

export const helperSpecs: Record<string, HelperSpec> = { upper: { params: { min: 1, max: 1 } } };

export interface Files {
  page: string;
  partials: Record<string, string>;
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
