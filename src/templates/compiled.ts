import { Script } from 'node:vm';
import type Handlebars from 'handlebars';
import { nameFor, type Kept } from '../kept.ts';

/** A template as a program, which an engine makes a function of. */
export type Compiled = Parameters<typeof Handlebars.template>[0];

/**
 * Templates compiled by an earlier run, or now and for later runs. A template that cannot be compiled is left
 * out: what is wrong with it is for the checker to say.
 * @param kind says with which options they are compiled
 * @param texts by the name they are wanted by
 */
export function compiledTemplates(
  kept: Kept,
  kind: string,
  texts: ReadonlyMap<string, string>,
  compile: (text: string) => unknown,
): Map<string, Compiled> {
  const name = nameFor(kind, ...[...texts].flat());
  let code = kept.get(name)?.toString();
  if (code === undefined) {
    const entries = [...texts].flatMap(([key, text]) => {
      const made = compiledOrNot(text, compile);
      return made === undefined ? [] : [`[${JSON.stringify(key)},${made}]`];
    });
    code = `[${entries.join(',\n')}]`;
    kept.put(name, Buffer.from(code));
  }
  return new Map(new Script(code).runInThisContext() as [string, Compiled][]);
}

function compiledOrNot(text: string, compile: (text: string) => unknown): string | undefined {
  try {
    return String(compile(text));
  } catch {
    return undefined;
  }
}
