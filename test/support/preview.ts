import { EventEmitter, once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import * as z from 'zod';
import { watch, type WatchOptions } from '../../src/cli/watch.ts';
import { realFiles, templatesFor } from '../../src/world.ts';

/** What `scrutineer watch --json` says, a line at a time. */
const Said = z.discriminatedUnion('event', [
  z.object({ event: z.literal('serving'), address: z.string() }),
  z.object({
    event: z.literal('looked'),
    papers: z.array(
      z.object({
        report: z.string(),
        current: z.boolean(),
        diagnostics: z.array(z.object({ rule: z.string(), message: z.string() })),
      }),
    ),
  }),
  z.object({ event: z.literal('followed'), report: z.string(), written: z.boolean() }),
  z.object({ event: z.literal('stopped') }),
]);
export type Said = z.infer<typeof Said>;

/** A preview under way in this process. */
export interface Preview extends AsyncDisposable {
  address: string;
  /** Everything that was said so far. */
  said: readonly Said[];
  /** What was said on standard error. */
  err: () => string;
  /** Waits until something is said, or was said after the first `from` things. */
  until(is: (said: Said) => boolean, from?: number): Promise<Said>;
  /** Ends it as Ctrl-C does, and gives its exit code. */
  stop(): Promise<number>;
}

/**
 * Runs `scrutineer watch` in a project folder.
 * @param reads told of every file that was read
 */
export async function startPreview(
  root: string,
  options: Partial<WatchOptions> = {},
  reads: (path: string) => void = () => undefined,
): Promise<Preview> {
  const heard = new EventEmitter();
  const said: Said[] = [];
  let err = '';
  const stopping = new AbortController();
  const world = {
    root,
    templates: templatesFor(root),
    files: {
      ...realFiles,
      read(path: string) {
        const bytes = realFiles.read(path);
        reads(path);
        return bytes;
      },
    },
    found: new Set<string>(),
    env: process.env,
    today: () => '2003-12-01',
    out: (text: string) => {
      said.push(Said.parse(JSON.parse(text)));
      heard.emit('said');
    },
    err: (text: string) => (err += text),
    interactive: false,
    colour: false,
  };
  const ended = watch({ world, json: true }, { port: '0', out: 'out', ...options }, stopping.signal);
  ended.catch(() => heard.emit('said'));
  const until: Preview['until'] = async (is, from = 0) => {
    const found = (): Said | undefined => said.slice(from).find(is);
    const already = found();
    if (already) return already;
    for (;;) {
      await once(heard, 'said');
      const now = found();
      if (now) return now;
    }
  };
  const stop = (): Promise<number> => {
    stopping.abort();
    return ended;
  };
  const serving = await until(({ event }) => event === 'serving');
  return {
    address: serving.event === 'serving' ? serving.address : '',
    said,
    err: () => err,
    until,
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
    },
  };
}

/** Whether the paper of a report was made, or was stopped by errors, in this look. */
export function lookedAt(report: string, current: boolean): (said: Said) => boolean {
  return (said) =>
    said.event === 'looked' &&
    said.papers.some((paper) => paper.report === report && paper.current === current);
}

/** Whether files of a report were written. */
export function written(report: string): (said: Said) => boolean {
  return (said) => said.event === 'followed' && said.report === report && said.written;
}

/** Saves a file with other words in it. */
export function edit(root: string, file: string, from: string, to: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(root, file), text.replace(from, to));
}
