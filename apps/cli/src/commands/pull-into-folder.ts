import {
  type ContentThing,
  filesOf,
  keyOf,
  type OrderSchema,
  pathOf,
  placeOf,
  thingName,
} from '@parcours/content-files';

import { type FolderContent } from '../folder/content-folder.js';
import { eachOf } from '../folder/files.js';
import { isSame, Memory, type Remembered, rememberedOf } from '../folder/memory.js';
import type { ExportedContent, Installation } from '../remote/installation.js';
import type { CommandContext } from './command-context.js';

export interface PullOptions {
  readonly types?: string;
  readonly state: 'draft' | 'published';
  readonly force?: true;
}

/** What became of a file that is not as it was. */
export interface PulledFile {
  readonly path: string;
  readonly change: 'created' | 'updated' | 'deleted' | 'kept' | 'conflict';
  readonly reason?: string;
}

export interface PullOutcome {
  readonly instance: string;
  readonly files: readonly PulledFile[];
  readonly unchanged: number;
}

/** Brings a folder in line with what there is. What was edited here alone stays; edited on both sides, it is a conflict. */
export async function pullInto(
  { folder, screen }: CommandContext,
  installation: Installation,
  { types, state, force }: PullOptions,
): Promise<PullOutcome> {
  const memory = await Memory.of(folder.path);
  screen.progress('Asking for the content');
  const exported = await installation.export({ types, state });
  const schemas = await schemasOf(installation, exported);
  const content = await folder.read((done, of) => {
    screen.progress('Reading', done, of);
  });
  const work = new Pull(
    exported,
    schemas,
    content,
    force === true ? undefined : memory.thingsOf(exported.instance),
  );
  for (const [type, schema] of schemas) await folder.writeSchema(type, schema);
  const decisions = [
    ...exported.things.map((thing) => work.decide(thing)),
    ...work.gone(memory.thingsOf(exported.instance)),
  ];
  const files = decisions.flatMap((decision) => decision.files);
  let done = 0;
  await eachOf(files, async ({ path, text, change }) => {
    if (text !== undefined) await folder.write(path, text);
    else if (change === 'deleted') await folder.remove(path);
    screen.progress('Writing', ++done, files.length);
  });
  // Last: a pull that is cut short is done again by the next one.
  const remembered = new Map(memory.thingsOf(exported.instance));
  for (const { name, now } of decisions) {
    if (now === null) remembered.delete(name);
    else if (now) remembered.set(name, now);
  }
  await memory.remember(exported.instance, installation.url, remembered);
  return {
    instance: exported.instance,
    files: files.map(({ path, change, reason }) => ({
      path,
      change,
      ...(reason !== undefined && { reason }),
    })),
    unchanged: decisions.filter((decision) => decision.files.length === 0 && decision.now).length,
  };
}

/** What is to be done for a thing. `now`: what is remembered of it from now on; null: nothing. */
interface PullDecision {
  readonly name: string;
  readonly files: readonly (PulledFile & { readonly text?: string })[];
  readonly now?: Remembered | null;
}

class Pull {
  constructor(
    private readonly exported: ExportedContent,
    private readonly schemas: ReadonlyMap<string, OrderSchema>,
    private readonly content: FolderContent,
    /** As both sides were; undefined when nothing is remembered, or does not count. */
    private readonly base: ReadonlyMap<string, Remembered> | undefined,
  ) {}

  decide(thing: ContentThing): PullDecision {
    const { type, document } = thing;
    const key = keyOf(document);
    const name = thingName(type, key);
    const theirs = rememberedOf(thing);
    const files = this.filesFor(thing);
    if (files.length === 0) return { name, files, now: theirs };
    const path = pathOf({ type, key, side: 'draft' });
    const ours = this.ours(name, path);
    const base = this.base?.get(name);
    if (!this.base || ours === undefined || isSame(ours, base) || isSame(ours, theirs)) {
      // Deleted here alone since both were the same: a push may still be to come.
      if (ours === undefined && base && this.base) return this.deletedHere(name, path, isSame(theirs, base));
      return { name, files, now: theirs };
    }
    if (isSame(theirs, base)) return { name, files: [{ path, change: 'kept', reason: 'edited here' }] };
    const reason = base ? 'edited here, changed there' : 'created on both sides';
    return { name, files: [{ path, change: 'conflict', reason }] };
  }

  /** Things that are there no longer, of the types that were asked for. */
  gone(remembered: ReadonlyMap<string, Remembered> | undefined): PullDecision[] {
    const present = new Set(
      this.exported.things.map(({ type, document }) => thingName(type, keyOf(document))),
    );
    return [...(remembered ?? [])].flatMap(([name, base]): PullDecision[] => {
      const [type = '', key = ''] = name.split('/');
      if (present.has(name) || !this.exported.types.includes(type)) return [];
      const paths = (['draft', 'published'] as const).map((side) => pathOf({ type, key, side }));
      const there = paths.filter((path) => this.content.texts.has(path));
      const [path] = there;
      if (path === undefined) return [{ name, files: [], now: null }];
      if (this.base && !isSame(this.ours(name, path), base)) {
        return [{ name, files: [{ path, change: 'conflict', reason: 'edited here, deleted there' }] }];
      }
      return [{ name, files: there.map((gone) => ({ path: gone, change: 'deleted' })), now: null }];
    });
  }

  private deletedHere(name: string, path: string, isUnchangedThere: boolean): PullDecision {
    return isUnchangedThere
      ? { name, files: [{ path, change: 'kept', reason: 'deleted here' }] }
      : { name, files: [{ path, change: 'conflict', reason: 'deleted here, changed there' }] };
  }

  /** Files that are not as they are to be; one with what is published goes when that is the draft again. */
  private filesFor(thing: ContentThing) {
    const { texts } = this.content;
    const files = filesOf(thing, this.schemas.get(thing.type) ?? {}, (path) => texts.get(path));
    const changed = files
      .filter(({ path, text }) => texts.get(path) !== text)
      .map(({ path, text }) => ({
        path,
        text,
        change: texts.has(path) ? ('updated' as const) : ('created' as const),
      }));
    const other = pathOf({ type: thing.type, key: keyOf(thing.document), side: 'published' });
    const isLeft = thing.published === undefined && texts.has(other) && placeOf(other) !== undefined;
    return isLeft ? [...changed, { path: other, change: 'deleted' as const }] : changed;
  }

  /** As it is here; nothing like any other where a file cannot be read. */
  private ours(name: string, path: string): Remembered | undefined {
    const read = this.content.things.get(name);
    if (read) return rememberedOf(read.thing);
    return this.content.texts.has(path) ? { hash: '', state: 'draft' } : undefined;
  }
}

async function schemasOf(
  installation: Installation,
  { types }: ExportedContent,
): Promise<Map<string, OrderSchema>> {
  const schemas = await eachOf(types, async (type) => [type, await installation.schema(type)] as const);
  return new Map(schemas);
}
