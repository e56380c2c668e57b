import { Buffer } from 'node:buffer';

import type { Clock, JsonValue } from '@parcours/kernel';
import type { PluginStore, ValueLife } from '@parcours/sdk';

/** A value of one owner. */
export interface OwnedValue {
  readonly owner: string;
  readonly name: string;
  /** JSON. */
  readonly value: string;
  /** `undefined`: for good. */
  readonly expiresAt: number | undefined;
}

/** Keeps values of connectors. One that has expired is none. */
export interface PluginValues {
  read(owner: string, name: string, now: number): Promise<string | undefined>;
  write(value: OwnedValue): Promise<void>;
  /** Writes it where there is none, and says whether it did. */
  claim(value: OwnedValue, now: number): Promise<boolean>;
  remove(owner: string, name: string): Promise<void>;
}

const LONGEST_NAME = 200;
const LONGEST_VALUE = 65_536;

/** The store that one configured connector sees. */
export function storeOf(owner: string, values: PluginValues, clock: Clock): PluginStore {
  const owned = (name: string, value: JsonValue, { ttlMs }: ValueLife = {}): OwnedValue => {
    const text = JSON.stringify(value);
    checkSizes(name, text);
    return { owner, name, value: text, expiresAt: ttlMs === undefined ? undefined : clock.now() + ttlMs };
  };
  return {
    async get(name) {
      const text = await values.read(owner, name, clock.now());
      return text === undefined ? undefined : (JSON.parse(text) as JsonValue);
    },
    // Async functions, so that a name that is too long rejects like every other trouble.
    set: async (name, value, life) => values.write(owned(name, value, life)),
    claim: async (name, value, life) => values.claim(owned(name, value, life), clock.now()),
    delete: (name) => values.remove(owner, name),
  };
}

function checkSizes(name: string, text: string): void {
  if (name === '' || name.length > LONGEST_NAME) {
    throw new RangeError(`a name has 1 to ${String(LONGEST_NAME)} characters`);
  }
  if (Buffer.byteLength(text) > LONGEST_VALUE) {
    throw new RangeError(`the value '${name}' is longer than ${String(LONGEST_VALUE)} bytes of JSON`);
  }
}

/** For a host without a database, such as in the tests of a plugin. */
export class ValuesInMemory implements PluginValues {
  private readonly values = new Map<string, OwnedValue>();

  read(owner: string, name: string, now: number): Promise<string | undefined> {
    return Promise.resolve(this.living(owner, name, now)?.value);
  }

  write(value: OwnedValue): Promise<void> {
    this.values.set(keyOf(value.owner, value.name), value);
    return Promise.resolve();
  }

  claim(value: OwnedValue, now: number): Promise<boolean> {
    if (this.living(value.owner, value.name, now)) return Promise.resolve(false);
    this.values.set(keyOf(value.owner, value.name), value);
    return Promise.resolve(true);
  }

  remove(owner: string, name: string): Promise<void> {
    this.values.delete(keyOf(owner, name));
    return Promise.resolve();
  }

  private living(owner: string, name: string, now: number): OwnedValue | undefined {
    const found = this.values.get(keyOf(owner, name));
    return found && (found.expiresAt === undefined || found.expiresAt > now) ? found : undefined;
  }
}

function keyOf(owner: string, name: string): string {
  return JSON.stringify([owner, name]);
}
