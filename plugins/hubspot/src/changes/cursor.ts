import { CrmFailure, isJsonObject, jsonIn } from '@parcours/sdk';

/** What was told already of the object that comes next: it comes to itself and those that were merged into it. */
export interface Part {
  readonly id: string;
  readonly given: number;
}

/** Behind the object of this id among those of this time. */
export interface Position {
  readonly at: number;
  readonly id: string;
  readonly part?: Part;
}

/** The whole list, page by page, in the order of ids. */
export interface Loading {
  readonly phase: 'load';
  /** When it began: what has changed since is read afterwards. */
  readonly since: number;
  readonly after?: string;
  readonly part?: Part;
  readonly total?: number;
}

/** What has changed, in the order of time. */
export interface Reading extends Position {
  readonly phase: 'read';
  /** When this pass over the changes began; a new one begins where it is left out. */
  readonly began?: number;
  /** Until when it is known what was deleted. */
  readonly sweptAt: number;
}

/** What was archived, in the order of ids. */
export interface Sweeping {
  readonly phase: 'sweep';
  readonly after?: string;
  readonly since: number;
  readonly began: number;
  /** Where changes are read on. */
  readonly next: Position;
}

export type Cursor = Loading | Reading | Sweeping;

export function written(cursor: Cursor): string {
  return JSON.stringify(cursor);
}

const PHASES = ['load', 'read', 'sweep'];

/** @throws CrmFailure where it is none of ours */
export function cursorFrom(text: string): Cursor {
  const read = jsonIn(text);
  if (isJsonObject(read) && PHASES.some((phase) => phase === read['phase'])) return read as unknown as Cursor;
  throw new CrmFailure({
    class: 'permanent',
    code: 'hubspot.cursor-unknown',
    detail: 'The cursor is none of this connector; begin anew without one.',
  });
}

/** An object and what is told of it. */
interface Told<T> {
  readonly id: string;
  readonly records: readonly T[];
}

/** As many of the records as may be told at once; `whole` says how many objects were told whole. */
export function cut<T>(
  objects: readonly Told<T>[],
  { limit, part }: { limit: number; part?: Part | undefined },
) {
  const records: T[] = [];
  let whole = 0;
  for (const { id, records: all } of objects) {
    const given = part?.id === id ? part.given : 0;
    const room = limit - records.length;
    records.push(...all.slice(given, given + room));
    if (all.length - given > room) return { records, whole, part: { id, given: given + room } };
    whole += 1;
  }
  return { records, whole };
}
