import type { Written } from '../import/written.ts';
import type { Plain } from '../records/read.ts';
import type { Path } from '../records/source.ts';
import { marker } from '../records/waiting.ts';
import type { Step } from './step.ts';

/** What a record says once the steps are carried out. Changes nothing that it is given. */
export function meant(plain: Plain, steps: readonly Step[]): Plain {
  const made = structuredClone(plain);
  // Items keep their places until the very last.
  const ordered = [...steps].sort((a, b) => Number(a.do === 'only-last') - Number(b.do === 'only-last'));
  for (const step of ordered) carryOut(made, step);
  return made;
}

function carryOut(record: Plain, step: Step): void {
  switch (step.do) {
    case 'set':
      replace(record, step.path, () => step.value);
      return;
    case 'wait':
    case 'blank':
      replace(record, step.path, () => marker);
      return;
    case 'wait-each':
      replace(record, step.path, waitWithin);
      return;
    case 'leave-out':
    case 'take-out':
      replace(record, step.path, () => undefined);
      return;
    case 'only-last':
      replace(record, step.path, (held) => (Array.isArray(held) ? held.slice(-1) : held));
      return;
    case 'put':
      if (step.place === 'instead') replace(record, [step.of], () => undefined);
      if (typeof record === 'object' && !Array.isArray(record)) record[step.name] = plainOf(step.value);
      return;
    case 'remember':
    case 'remark':
      return;
  }
}

function plainOf(value: Written): Plain {
  if (typeof value === 'string') return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, plainOf(held)]));
}

function waitWithin(held: Plain): Plain {
  if (typeof held === 'string') return marker;
  if (Array.isArray(held)) return held.map(waitWithin);
  return Object.fromEntries(Object.entries(held).map(([name, inner]) => [name, waitWithin(inner)]));
}

/** Changes what stands at a place; nothing in its stead takes the entry out. */
function replace(record: Plain, path: Path, change: (held: Plain) => Plain | undefined): void {
  let around: Plain | undefined = record;
  for (const step of path.slice(0, -1))
    around = Array.isArray(around) ? around[Number(step)] : entries(around)[String(step)];
  const last = path.at(-1);
  if (last === undefined || around === undefined) return;
  if (Array.isArray(around)) {
    const made = change(around[Number(last)] ?? '');
    if (made !== undefined) around[Number(last)] = made;
    return;
  }
  const form = entries(around);
  const made = change(form[String(last)] ?? '');
  if (made !== undefined) form[String(last)] = made;
  else Reflect.deleteProperty(form, String(last));
}

function entries(plain: Plain | undefined): Record<string, Plain> {
  return typeof plain === 'object' && !Array.isArray(plain) ? plain : {};
}
