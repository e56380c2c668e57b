import type { SqlParameter } from '@parcours/database';

import type { TimelineRow } from './timeline-entry.js';

/** Latest first, or earliest first. */
export type Direction = 'descending' | 'ascending';

/** Where a page ends: no two entries of a customer share a place. */
export interface Place {
  readonly at: number;
  /** Rank of the source. */
  readonly source: number;
  readonly id: number;
  readonly sub: number;
}

/** Where a source goes on: behind a moment, with or without its own entries of it, or behind an entry of its own. */
export type Bound =
  | { readonly at: number; readonly isIncluded: boolean }
  | { readonly at: number; readonly id: number; readonly sub: number };

/** Time, then rank, then id: latest first means that each of them descends. */
export function comparePlaces(a: Place, b: Place, direction: Direction): number {
  const order = a.at - b.at || a.source - b.source || a.id - b.id || a.sub - b.sub;
  return direction === 'descending' ? -order : order;
}

/** Where the source of a rank goes on behind a place of the merged order. */
export function boundOf(place: Place, rank: number, direction: Direction): Bound {
  const { at, source, id, sub } = place;
  if (rank === source) return { at, id, sub };
  return { at, isIncluded: direction === 'descending' ? rank < source : rank > source };
}

/** ORDER BY of these columns. */
export function orderBy(columns: readonly string[], direction: Direction): string {
  const word = direction === 'descending' ? ' DESC' : ' ASC';
  return columns.map((column) => column + word).join(', ');
}

interface Clause {
  readonly text: string;
  readonly parameters: readonly SqlParameter[];
}

/** Rows beyond a bound, for a table ordered by its own time, id and, where it has one, a further number. */
export function beyond(
  bound: Bound | undefined,
  direction: Direction,
  columns: { readonly at: string; readonly id: string; readonly sub?: string },
): Clause[] {
  if (!bound) return [];
  const sign = direction === 'descending' ? '<' : '>';
  const { at, id, sub } = columns;
  if ('isIncluded' in bound) {
    return [{ text: `${at} ${sign}${bound.isIncluded ? '=' : ''} ?`, parameters: [bound.at] }];
  }
  // The first half alone lets an index begin where the page does.
  const text = `${at} ${sign}= ? AND (${at} ${sign} ? OR ${id} ${sign} ?`;
  const parameters = [bound.at, bound.at, bound.id];
  if (sub === undefined) return [{ text: `${text})`, parameters }];
  return [
    {
      text: `${text} OR (${id} = ? AND ${sub} ${sign} ?))`,
      parameters: [...parameters, bound.id, bound.sub],
    },
  ];
}

/** The place of a row as a cursor carries it beside the time. */
export function placeText({ source, id, sub }: TimelineRow): string {
  return `${String(source)}.${String(id)}.${String(sub)}`;
}

/** Reads what {@link placeText} wrote; undefined when it did not. */
export function readPlace(at: unknown, text: unknown): Place | undefined {
  const match = typeof text === 'string' ? /^(\d{1,3})\.(\d{1,16})\.(\d{1,10})$/.exec(text) : null;
  if (!match || typeof at !== 'number') return undefined;
  return { at, source: Number(match[1]), id: Number(match[2]), sub: Number(match[3]) };
}
