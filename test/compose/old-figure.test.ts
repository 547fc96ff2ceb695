import { expect, it } from 'vitest';
import { makeReport, openProject } from '../../src/pipeline.ts';
import { projectFolder, quietWorld } from '../support/project.ts';
import { join } from 'node:path';
import { realFiles } from '../../src/world.ts';

/** The text of the paper in a style, where the council allows figures of an age. */
async function paper(style: string, allowed: string): Promise<string> {
  const file = join(projectFolder, 'data/councils/exampleshire.yaml');
  const read = (path: string): Uint8Array => {
    const bytes = realFiles.read(path);
    if (path !== file) return bytes;
    const text = new TextDecoder().decode(bytes);
    return new TextEncoder().encode(text.replace(/oldest_figure: .*/, `oldest_figure: ${allowed}`));
  };
  const report = 'exampleshire-cqc-2026-01-13';
  const project = openProject({ ...quietWorld, files: { ...realFiles, read } }, [report]);
  const { ready, diagnostics } = await makeReport(project, report, style);
  if (!ready) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  return ready.html.body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

const note =
  /Carers who find it easy to find information about support: the figure of 52\.1% stood at 31 March 2024/;

it.each(['derby-cabinet', 'durham-scrutiny', 'modern'])(
  'a paper in the style %s says how old a figure is that is older than allowed, and only then',
  async (style) => {
    expect(await paper(style, '18 months')).toMatch(note);
    expect(await paper(style, '24 months')).not.toMatch(/stood at 31 March 2024/);
  },
);
