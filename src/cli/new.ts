import { join } from 'node:path';
import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { styleNames } from '../compose/style.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { writeOutputs } from '../write.ts';
import { isIdentifier } from '../records/names.ts';
import { isNoun, nounNames, nouns } from '../records/nouns.ts';
import type { World } from '../world.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';

/** `scrutineer new`: a starter file in its place, or a house style copied from another. Overwrites nothing. */
export function create(context: CommandContext, noun: string, name: string, from: string): Promise<number> {
  const kinds = [...nounNames, 'style'];
  if (!kinds.includes(noun)) {
    return Promise.resolve(
      wrongUsage(context, `\`${noun}\` is not a kind of record.`, didYouMean(noun, kinds, 'Kinds')),
    );
  }
  if (!isIdentifier(name)) {
    return Promise.resolve(
      wrongUsage(
        context,
        `\`${name}\` is not a name that a record can go by.`,
        'Use small letters, digits, hyphens and underscores, and begin with a letter: durham-2003-04.',
      ),
    );
  }
  const made = isNoun(noun) ? record(context.world, noun, name) : style(context.world, name, from);
  if ('wrong' in made) return Promise.resolve(wrongUsage(context, made.wrong, made.hint));
  const diagnostics = writeOutputs(context.world, made.files);
  if (!context.json && diagnostics.length === 0) {
    context.world.out(`${made.shown}\nNow fill it in, then run: npx scrutineer check\n`);
  }
  return Promise.resolve(conclude(context, { made: made.shown }, diagnostics, new Map()));
}

type Made = { files: Map<string, Uint8Array>; shown: string } | { wrong: string; hint: string };

function record(world: World, noun: keyof typeof nouns, name: string): Made {
  const shown = `data/${nouns[noun].folder}/${name}.yaml`;
  const target = join(world.root, shown);
  if (world.files.size(target) !== undefined)
    return { wrong: `${shown} exists already.`, hint: 'Choose another name, or edit that file.' };
  const seed = join(world.root, 'seeds', `${noun}.yaml`);
  if (world.files.size(seed) === undefined)
    return {
      wrong: `There is no starter file seeds/${noun}.yaml.`,
      hint: 'Take it back from version control.',
    };
  const text = new TextDecoder()
    .decode(world.files.read(seed))
    .replace('$schema=schema/', '$schema=../../seeds/schema/');
  return { files: new Map([[target, new TextEncoder().encode(text)]]), shown };
}

function style(world: World, name: string, from: string): Made {
  const names = styleNames(world);
  if (!names.includes(from))
    return {
      wrong: `There is no house style called \`${from}\` to copy.`,
      hint: didYouMean(from, names, 'House styles'),
    };
  const shown = `templates/${name}`;
  if (world.files.isFolder(join(world.root, shown)))
    return { wrong: `${shown} exists already.`, hint: 'Choose another name, or edit the files in it.' };
  const files = new Map<string, Uint8Array>();
  const copy = (folder: string, into: string): void => {
    for (const entry of world.files.list(folder)) {
      if (world.files.isFolder(join(folder, entry))) copy(join(folder, entry), join(into, entry));
      else files.set(join(into, entry), world.files.read(join(folder, entry)));
    }
  };
  copy(join(world.templates, from), join(world.root, shown));
  const outline = join(world.root, shown, 'outline.yaml');
  const copied = files.get(outline);
  if (copied) files.set(outline, named(copied, name, from));
  return { files, shown };
}

/** A style's outline with a name and a description of its own, and every other byte as it was. */
function named(outline: Uint8Array, name: string, from: string): Uint8Array {
  const text = Buffer.from(outline).toString();
  // What is no text cannot be written back as it was.
  if (!Buffer.from(text).equals(outline)) return outline;
  const words = name.replaceAll(/[-_]+/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
  const own: Readonly<Record<string, string>> = {
    name: words,
    description: `A copy of the house style ${from}, to be changed. Say here for which papers it is.`,
  };
  const { contents } = parseDocument(text);
  const places = (isMap(contents) ? contents.items : []).flatMap(({ key, value }) => {
    const put = isScalar(key) ? own[String(key.value)] : undefined;
    const [start = 0, end = 0] = (isScalar(value) && value.range) || [];
    return put !== undefined && start < end ? [{ put, start, end }] : [];
  });
  let made = text;
  for (const { put, start, end } of places.toReversed()) {
    const line = /\r?\n$/.exec(text.slice(start, end))?.[0] ?? '';
    const written = stringify(put, { compat: 'yaml-1.1', lineWidth: 0 }).trimEnd();
    made = made.slice(0, start) + written + line + made.slice(end);
  }
  return Buffer.from(made);
}
