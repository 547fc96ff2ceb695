import { Script } from 'node:vm';
import type Handlebars from 'handlebars';
import { nameFor, type Kept } from '../kept.ts';

/** A template as a program, which an engine makes a function of. */
export type Compiled = Parameters<typeof Handlebars.template>[0];

/** Programs of templates of which the engine's own form is not kept yet. */
const unkept: { kept: Kept; name: string; script: Script }[] = [];

/**
 * Keeps what the engine made of the templates' programs, so that later runs need not have them read again. Called when they
 * have been filled in, since functions are compiled when they are first called.
 */
export function keepCode(): void {
  for (const { kept, name, script } of unkept.splice(0)) kept.put(name, script.createCachedData());
}

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
  // The engine looks itself whether what was kept is of its own version.
  const ofEngine = nameFor('code', name, process.version, process.arch);
  const cachedData = kept.get(ofEngine);
  const script = new Script(code, cachedData ? { cachedData } : {});
  if (!cachedData || script.cachedDataRejected === true) unkept.push({ kept, name: ofEngine, script });
  return new Map(script.runInThisContext() as [string, Compiled][]);
}

function compiledOrNot(text: string, compile: (text: string) => unknown): string | undefined {
  try {
    return String(compile(text));
  } catch {
    return undefined;
  }
}
