import { nearest } from '../diagnostics/suggest.ts';
import type { Framework } from '../records/framework.ts';
import { plainWords } from './headers.ts';

/** Finds an indicator of a framework by its name in `data/`, its code or its full name. */
export class IndicatorNames {
  readonly #byName = new Map<string, Set<string>>();
  readonly #written: string[] = [];

  constructor(framework: Framework) {
    for (const [id, { code, name }] of Object.entries(framework.indicators ?? {})) {
      for (const written of [id, code, name]) {
        if (written === undefined) continue;
        const plain = plainWords(written);
        this.#byName.set(plain, (this.#byName.get(plain) ?? new Set()).add(id));
        this.#written.push(written);
      }
    }
  }

  /** The indicators that are called so: none, one, or several that share a code or a name. */
  find(written: string): readonly string[] {
    return [...(this.#byName.get(plainWords(written)) ?? [])];
  }

  /** What may have been meant, or what there is. */
  suggest(written: string): string {
    const near = nearest(written, this.#written);
    if (near !== undefined) return `Did you mean \`${near}\`?`;
    const ids = [...new Set([...this.#byName.values()].flatMap((found) => [...found]))];
    if (ids.length === 0)
      return 'The framework defines no indicators yet: add them to it under `indicators`.';
    const shown = ids.slice(0, 12).map((id) => `\`${id}\``);
    const more = ids.length - shown.length;
    return `Indicators: ${shown.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}. Another one is first defined in the framework.`;
  }
}
