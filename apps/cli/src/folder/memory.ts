import { join } from 'node:path';

import {
  contentHash,
  THING_STATES,
  TOOL_FOLDER,
  type ContentThing,
  type ThingState,
} from '@parcours/content-files';
import { isJsonObject } from '@parcours/kernel';

import { CliErrors } from '../cli.errors.js';
import { textIn, writeWhole } from './files.js';

const FILE = 'state.json';

/** A thing as it was on both sides when they were last the same. */
export interface Remembered {
  readonly hash: string;
  readonly state: ThingState;
}

interface Instance {
  readonly url: string;
  readonly things: ReadonlyMap<string, Remembered>;
}

/** What a folder remembers of each installation that it was brought in line with; belongs to one copy of the folder. */
export class Memory {
  private constructor(
    private readonly folder: string,
    private readonly instances: Map<string, Instance>,
  ) {}

  /** @throws cli.bad-memory */
  static async of(folder: string): Promise<Memory> {
    const text = await textIn(join(folder, TOOL_FOLDER, FILE));
    return new Memory(folder, text === undefined ? new Map<string, Instance>() : instancesIn(text));
  }

  /** The installation that answered at this address last. */
  instanceAt(url: string): string | undefined {
    return [...this.instances].find(([, instance]) => instance.url === url)?.[0];
  }

  thingsOf(instance: string): ReadonlyMap<string, Remembered> | undefined {
    return this.instances.get(instance)?.things;
  }

  async remember(instance: string, url: string, things: ReadonlyMap<string, Remembered>): Promise<void> {
    for (const [id, known] of this.instances) if (known.url === url) this.instances.delete(id);
    this.instances.set(instance, { url, things });
    const told = Object.fromEntries([...this.instances].map(([id, known]) => [id, toldOf(known)]));
    const text = JSON.stringify({ format: 1, instances: told }, null, 1);
    await writeWhole(join(this.folder, TOOL_FOLDER, FILE), `${text}\n`);
    await writeWhole(join(this.folder, TOOL_FOLDER, '.gitignore'), `${FILE}\n`);
  }
}

function toldOf({ url, things }: Instance): object {
  const ordered = [...things].sort(byName).map(([name, { hash, state }]) => [name, [hash, state]] as const);
  return { url, things: Object.fromEntries(ordered) };
}

export function rememberedOf({ document, state }: ContentThing): Remembered {
  return { hash: contentHash(document), state };
}

export function isSame(a: Remembered | undefined, b: Remembered | undefined): boolean {
  return a?.hash === b?.hash && a?.state === b?.state;
}

function instancesIn(text: string): Map<string, Instance> {
  const parsed = parse(text);
  const { instances } = isJsonObject(parsed) ? parsed : {};
  if (!isJsonObject(instances)) throw damaged();
  return new Map(Object.entries(instances).map(([id, instance]) => [id, instanceIn(instance)]));
}

function instanceIn(value: unknown): Instance {
  const { url, things } = isJsonObject(value) ? value : {};
  if (typeof url !== 'string' || !isJsonObject(things)) throw damaged();
  return {
    url,
    things: new Map(
      Object.entries(things).map(([name, entry]) => {
        const parts: readonly unknown[] = Array.isArray(entry) ? entry : [];
        const known = THING_STATES.find((candidate) => candidate === parts[1]);
        const [hash] = parts;
        if (typeof hash !== 'string' || !known) throw damaged();
        return [name, { hash, state: known }];
      }),
    ),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged();
  }
}

function damaged(): Error {
  return CliErrors.badMemory({ file: `${TOOL_FOLDER}/${FILE}` });
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
