import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';

/** What a person calls this computer. */
export function computerName(): string {
  return hostname();
}

let mark: string | undefined;

/**
 * A short mark of this computer as it runs now, for the names of unfinished files and for locks. Where two marks are
 * the same, a process's number means the same process: neither another computer of the same name, nor a container
 * beside this one, nor this computer before it was started anew has it.
 */
export function computerMark(): string {
  mark ??= createHash('sha256')
    .update(JSON.stringify([hostname(), ...runningSystem()]))
    .digest('hex')
    .slice(0, 8);
  return mark;
}

function runningSystem(): string[] {
  try {
    return [
      readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
      readlinkSync('/proc/self/ns/pid'),
    ];
  } catch {
    const cards = Object.values(networkInterfaces()).flatMap((of) => of ?? []);
    return [...new Set(cards.filter(({ internal }) => !internal).map(({ mac }) => mac))].sort();
  }
}

/** Whether a process of this computer runs. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of somebody else may not be asked.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
