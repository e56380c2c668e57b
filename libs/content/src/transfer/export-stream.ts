import { Readable } from 'node:stream';

import {
  CONTENT_FORMAT,
  type ContentThing,
  editorSchemaText,
  filesOf,
  type OrderSchema,
  schemaPathOf,
} from '@parcours/content-files';
import { pack } from 'tar-stream';

/** What stands at the head of an export. */
export interface ExportHead {
  readonly instance: string;
  readonly types: readonly string[];
}

/** One JSON document, a thing to the line. The first things are read before this answers, so that it can still fail. */
export async function jsonStream(
  { instance, types }: ExportHead,
  batches: AsyncGenerator<readonly ContentThing[]>,
): Promise<Readable> {
  const head = JSON.stringify({ format: CONTENT_FORMAT, instance, types });
  async function* text(first: IteratorResult<readonly ContentThing[], void>) {
    yield `${head.slice(0, -1)},"things":[`;
    let separator = '\n';
    for (let next = first; next.done !== true; next = await batches.next()) {
      yield separator + next.value.map((thing) => JSON.stringify(thing)).join(',\n');
      separator = ',\n';
    }
    yield '\n]}\n';
  }
  return Readable.from(text(await batches.next()));
}

/** The folder that `parcours pull` writes, as a tar. */
export async function tarStream(
  schemas: ReadonlyMap<string, OrderSchema>,
  batches: AsyncGenerator<readonly ContentThing[]>,
): Promise<Readable> {
  const archive = pack();
  const add = (name: string, text: string) =>
    new Promise<void>((resolve, reject) => {
      // The time is left at zero: the same content makes the same archive.
      archive.entry({ name, mtime: new Date(0) }, text, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  async function fill(first: IteratorResult<readonly ContentThing[], void>): Promise<void> {
    for (const [type, schema] of schemas) await add(schemaPathOf(type), editorSchemaText(schema));
    for (let next = first; next.done !== true; next = await batches.next()) {
      for (const thing of next.value) {
        for (const { path, text } of filesOf(thing, schemas.get(thing.type) ?? {})) await add(path, text);
      }
    }
    archive.finalize();
  }
  const first = await batches.next();
  fill(first).catch((error: unknown) => {
    archive.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return Readable.from(archive);
}
