import type { Result } from '../diagnostics/diagnostic.ts';
import type { Finisher } from './finisher.ts';
import type { Finishing } from './finishing.ts';

let finisher: Promise<Finisher> | undefined;

/** From now on papers are finished in a thread of their own, which pays for more than a few. */
export function prepareFinishing(): void {
  finisher ??= import('./finisher.ts').then(({ Finisher }) => new Finisher());
}

/** Loads, while something else is waited for, what {@link finishBeside} will need. */
export async function loadFinishing(): Promise<void> {
  if (!finisher) await import('./finish.ts');
}

/** {@link finishPdf}, beside everything else where that was prepared for. */
export async function finishBeside(pdf: Uint8Array, finishing: Finishing): Promise<Result<Uint8Array>> {
  if (finisher) return (await finisher).finish(pdf, finishing);
  const { finishPdf } = await import('./finish.ts');
  return finishPdf(pdf, finishing);
}
