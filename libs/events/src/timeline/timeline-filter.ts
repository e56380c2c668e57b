import type { ListFilter, ListQuery, ListSpec } from '@parcours/http';

import { EVENT_LAYERS, type EventLayer } from '../event-origin.js';
import { TIMELINE_KINDS, type TimelineKind } from './timeline-entry.js';

/** Which entries of a timeline are asked for; every member that is there narrows. */
export interface TimelineFilter {
  readonly kinds?: readonly TimelineKind[];
  readonly channels?: readonly string[];
  readonly layers?: readonly EventLayer[];
  readonly names?: readonly string[];
  readonly namePrefix?: string;
  /** Milliseconds since the epoch, both included. */
  readonly from?: number;
  readonly to?: number;
}

const CHOICE = { type: 'enum', operators: ['eq', 'in'], unsortable: true } as const;

export const TIMELINE_LIST: ListSpec = {
  name: 'timeline',
  fields: {
    at: { expression: 'at', type: 'instant', operators: ['gt', 'gte', 'lt', 'lte'] },
    kind: { ...CHOICE, expression: 'kind', values: TIMELINE_KINDS },
    layer: { ...CHOICE, expression: 'layer', values: EVENT_LAYERS },
    channel: { ...CHOICE, expression: 'channel', type: 'text' },
    name: { expression: 'name', type: 'text', operators: ['eq', 'in', 'starts'], unsortable: true },
    id: { expression: 'id', type: 'text', operators: [], unsortable: true },
  },
  members: ['id', 'kind', 'at', 'name', 'layer', 'channel', 'touchpoint', 'device', 'department', 'details'],
  parameters: {
    locale: {
      description: 'Language of the words: en or fr.',
      maxLength: 2,
      pattern: '^(en|fr)$',
      example: 'fr',
    },
  },
  defaultSort: '-at',
  unique: 'id',
};

/** Understands the filters of a list query; undefined when nothing can pass all of them. */
export function timelineFilter({ filters }: ListQuery): TimelineFilter | undefined {
  const { fields } = TIMELINE_LIST;
  const of = (name: string) => filters.filter(({ field }) => field === fields[name]);
  const kinds = narrowed(of('kind'), TIMELINE_KINDS);
  const layers = narrowed(of('layer'), EVENT_LAYERS);
  const channels = texts(of('channel'));
  const names = texts(of('name').filter(({ operator }) => operator !== 'starts'));
  const prefixes = of('name').filter(({ operator }) => operator === 'starts');
  if ([kinds, layers, channels, names].some((values) => values?.length === 0)) return undefined;
  const namePrefix = longestPrefix(prefixes.map(({ value }) => String(value)));
  if (namePrefix === null) return undefined;
  const from = largest(of('at'), { gte: 0, gt: 1 });
  const to = smallest(of('at'), { lte: 0, lt: -1 });
  return {
    ...(kinds && { kinds }),
    ...(layers && { layers }),
    ...(channels && { channels }),
    ...(names && { names }),
    ...(namePrefix !== undefined && { namePrefix }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** True where an entry that has this value for certain can pass. */
export function admits<T>(values: readonly T[] | undefined, value: T): boolean {
  return values === undefined || values.includes(value);
}

/** True where an entry of this name can pass. */
export function admitsName({ names, namePrefix = '' }: TimelineFilter, name: string): boolean {
  return admits(names, name) && name.startsWith(namePrefix);
}

function texts(filters: readonly ListFilter[]): readonly string[] | undefined {
  if (filters.length === 0) return undefined;
  const [first = [], ...others] = filters.map(({ value }) =>
    (Array.isArray(value) ? value : [value]).map(String),
  );
  return first.filter((value) => others.every((other) => other.includes(value)));
}

function narrowed<T extends string>(
  filters: readonly ListFilter[],
  all: readonly T[],
): readonly T[] | undefined {
  const wanted = texts(filters);
  return wanted && all.filter((value) => wanted.includes(value));
}

/** Null where two prefixes exclude each other. */
function longestPrefix(prefixes: readonly string[]): string | null | undefined {
  const longest = [...prefixes].sort((a, b) => b.length - a.length)[0];
  if (longest === undefined) return undefined;
  return prefixes.every((prefix) => longest.startsWith(prefix)) ? longest : null;
}

function largest(
  filters: readonly ListFilter[],
  steps: Readonly<Record<string, number>>,
): number | undefined {
  const bounds = boundsOf(filters, steps);
  return bounds.length === 0 ? undefined : Math.max(...bounds);
}

function smallest(
  filters: readonly ListFilter[],
  steps: Readonly<Record<string, number>>,
): number | undefined {
  const bounds = boundsOf(filters, steps);
  return bounds.length === 0 ? undefined : Math.min(...bounds);
}

function boundsOf(filters: readonly ListFilter[], steps: Readonly<Record<string, number>>): number[] {
  return filters.flatMap(({ operator, value }) => {
    const step = steps[operator];
    return step === undefined ? [] : [Number(value) + step];
  });
}
