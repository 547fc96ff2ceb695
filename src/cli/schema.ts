import { join } from 'node:path';
import { didYouMean } from '../diagnostics/suggest.ts';
import { writeOutputs } from '../write.ts';
import { jsonSchemaOf, schemaNames } from '../schema.ts';
import { conclude, wrongUsage, type CommandContext } from './context.ts';
import { withoutOut } from './where-written.ts';

/** `scrutineer schema`: one schema to standard output, or all of them to `seeds/schema/`. */
export function schema(context: CommandContext, noun: string | undefined): Promise<number> {
  const { world } = context;
  if (noun !== undefined) {
    const name = schemaNames.find((n) => n === noun);
    if (!name)
      return Promise.resolve(
        wrongUsage(context, `There is no schema for \`${noun}\`.`, didYouMean(noun, schemaNames, 'Schemas')),
      );
    world.out(jsonSchemaOf(name));
    return Promise.resolve(0);
  }
  const files = new Map(
    schemaNames.map((name) => [
      join(world.root, 'seeds', 'schema', `${name}.json`),
      new TextEncoder().encode(jsonSchemaOf(name)),
    ]),
  );
  const diagnostics = withoutOut(writeOutputs(world, files));
  const written = schemaNames.map((name) => `seeds/schema/${name}.json`);
  if (!context.json && diagnostics.length === 0) for (const file of written) world.out(`${file}\n`);
  return Promise.resolve(conclude(context, written, diagnostics, new Map()));
}
