import type { GroupKind } from '../facts.js';
import type { SqlFragment } from './sql-fragment.js';

export type SqlDialect = 'mysql' | 'sqlite';

/** Content by key: what rows carry is its number. `undefined` for what there is not. */
export interface ContentNumbers {
  group(kind: GroupKind, key: string): number | undefined;
  journey(key: string): number | undefined;
  template(key: string): number | undefined;
}

/** What a condition needs to know to be put into SQL. The table of customers goes by the name of `c`. */
export interface SqlContext {
  readonly dialect: SqlDialect;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly numbers: ContentNumbers;
  /** JSON text that traits are read from. */
  readonly traits: SqlFragment;
  /** JSON text with tags and consents, as `{ tags: […], consents: { channel: { topic: { state } } } }`. */
  readonly profile: SqlFragment | undefined;
  /** JSON text that properties are read from, inside a test of events. */
  readonly properties?: SqlFragment;
}
