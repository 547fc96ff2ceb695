import { version } from '../version.ts';

/**
 * Which Scrutineer this is: a name that changes with anything in the program, its packages among them, as
 * bundling gives it to the program's file. Unbundled it is what its developers run, and changes without a name.
 */
export function programName(): string {
  return /-([A-Z0-9]{8})\.js$/.exec(import.meta.url)?.[1] ?? `${version}, unbundled`;
}
