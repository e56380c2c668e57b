import type { SqlValue } from '@parcours/database';
import type { Actor } from '@parcours/kernel';

/** Who did something, as it is remembered. */
export interface Person {
  readonly kind: Actor['kind'];
  readonly id: number | null;
  readonly name: string;
}

/** A row that says who did something. */
export interface ByColumns {
  readonly by_kind: Actor['kind'];
  readonly by_id: number | null;
  readonly by_name: string;
}

export function personIn({ by_kind: kind, by_id: id, by_name: name }: ByColumns): Person {
  return { kind, id, name };
}

export function byValues({ kind, id, name }: Person): [SqlValue, SqlValue, SqlValue] {
  return [kind, id, name];
}

/** A token and the user who made it count as two. */
export function isSame(one: Person, other: Person): boolean {
  return one.kind === other.kind && one.id === other.id;
}

/** As it is answered. */
export function presentPerson({ kind, id, name }: Person) {
  return { kind, id: id === null ? null : String(id), name };
}
