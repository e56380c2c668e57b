import { CONTENT_FORMAT, keyOf, mapSecretNames, type ReadThing, thingName } from '@parcours/content-files';

import { CliErrors } from '../cli.errors.js';
import type { FolderContent } from '../folder/content-folder.js';
import { Memory, type Remembered } from '../folder/memory.js';
import type { Installation } from '../remote/installation.js';
import type { Plan, PlanRequest } from '../remote/plan.js';
import type { CommandContext } from './command-context.js';

/** Options of `plan` and `push`. */
export interface PlanOptions {
  readonly prune?: true;
  readonly publish?: true;
  readonly force?: true;
  readonly secretsFromEnv?: true;
}

/** A plan, with what was asked for. */
export interface FolderPlan {
  readonly plan: Plan;
  readonly request: PlanRequest;
  readonly memory: Memory;
}

/** Asks the installation what it would make of the folder. @throws cli.folder-unknown, and what the client throws */
export async function planOfFolder(
  { folder, io, screen }: CommandContext,
  installation: Installation,
  content: FolderContent,
  options: PlanOptions,
): Promise<FolderPlan> {
  const things = [...content.things.values()];
  const types = await folder.types();
  if (options.prune && types.length === 0) throw CliErrors.folderUnknown({});
  const memory = await Memory.of(folder.path);
  const secrets = options.secretsFromEnv ? secretsIn(things, io.environment) : {};
  const requestWith = (instance: string | undefined): PlanRequest => ({
    body: {
      format: CONTENT_FORMAT,
      ...(options.prune && { types }),
      things: things.map(({ thing }) => thing),
      ...baseOf(memory, instance),
      secrets,
    },
    publish: options.publish === true,
    prune: options.prune === true,
    force: options.force === true,
  });
  screen.progress('Comparing');
  const guessed = memory.instanceAt(installation.url);
  const request = requestWith(guessed);
  const plan = await installation.plan(request);
  // It has moved to another address: what is remembered of it counts all the same.
  if (plan.instance === guessed || !memory.thingsOf(plan.instance)) return { plan, request, memory };
  const better = requestWith(plan.instance);
  return { plan: await installation.plan(better), request: better, memory };
}

/** What the folder remembers once a plan has been carried out. */
export function rememberedAfter(
  plan: Plan,
  before: ReadonlyMap<string, Remembered> | undefined,
  local: (name: string) => Remembered | undefined,
): Map<string, Remembered> {
  const things = new Map(before);
  for (const { type, key, action } of plan.things) {
    const name = thingName(type, key);
    if (action === 'delete') things.delete(name);
    if (action === 'delete' || action === 'kept' || action === 'conflict') continue;
    const now = local(name);
    if (now) things.set(name, now);
  }
  return things;
}

function baseOf(memory: Memory, instance: string | undefined): object {
  const things = instance === undefined ? undefined : memory.thingsOf(instance);
  if (!things) return {};
  const hashes = Object.fromEntries([...things].map(([name, { hash }]) => [name, hash]));
  return { base: { instance, hashes } };
}

/** The values that the environment has for the names in the documents. */
function secretsIn(
  things: readonly ReadThing[],
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { thing } of things) {
    for (const document of [thing.document, thing.published ?? {}]) {
      mapSecretNames(document, (name) => {
        const value = environment[name];
        if (value !== undefined) values[name] = value;
        return { $secret: name };
      });
    }
  }
  return values;
}

export function nameOf({ thing }: ReadThing): string {
  return thingName(thing.type, keyOf(thing.document));
}
