import type { JsonValue } from '@parcours/kernel';

/** How long a value is kept. */
export interface ValueLife {
  /** Milliseconds from now; for good when left out. */
  readonly ttlMs?: number;
}

/**
 * What a connector keeps between calls: a cursor, a token that expires, ids that it has seen. It belongs to one configured
 * connector, is shared by all processes, and is no place for personal data. Names are up to 200 characters; a value is JSON of
 * up to 64 KiB.
 */
export interface PluginStore {
  get(name: string): Promise<JsonValue | undefined>;
  set(name: string, value: JsonValue, life?: ValueLife): Promise<void>;
  /** Sets a value where none is, and says whether it did: of any number of callers at once one hears `true`. */
  claim(name: string, value: JsonValue, life?: ValueLife): Promise<boolean>;
  delete(name: string): Promise<void>;
}
