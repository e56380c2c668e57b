import { isJsonObject, parseDuration } from '@parcours/kernel';
import type { JsonObject } from '@parcours/kernel';
import type { ConditionScope, FlipTime, Predicate } from '../condition.js';
import { compileMoment } from '../dates.js';
import type { PastEvent } from '../facts.js';
import { compilePath } from '../paths.js';
import type { CompiledTest } from '../test-kind.js';
import { momentFlip } from '../time/operator-flips.js';
import { answers, numberAsks } from './asked.js';
import { windowOf } from './rules.js';

/** What is worked out from the numbers that events carry. */
export const FIGURES = ['sum', 'avg', 'min', 'max'] as const;

export type Figure = (typeof FIGURES)[number];

/** Asked of the events that are left, the earliest first; `now` for what is asked of their times. */
type Ask = (events: readonly PastEvent[], now: number) => boolean;

/** So many changes of a window are looked through for one that matters; then it is time to look again. */
const MOST_STEPS = 64;

/** A test of past events, ready to be asked. `where` is the compiled test of one event. */
export class EventHistory {
  private readonly withinMs: number;
  private readonly asks: readonly Ask[];
  private readonly offsets: readonly { readonly end: 'first' | 'last'; readonly flip: MomentAsk }[];

  constructor(
    private readonly name: string,
    test: JsonObject,
    private readonly where: CompiledTest | undefined,
  ) {
    this.withinMs = windowOf(test['within']);
    const ends = (['first', 'last'] as const).flatMap((end) =>
      momentAsks(test[end]).map((flip) => ({ end, flip })),
    );
    const asks = [
      ...countAsks(test['count']),
      ...FIGURES.flatMap((figure) => figureAsks(figure, test[figure])),
      ...ends.map(
        ({ end, flip }): Ask =>
          (events, now) =>
            flip.holds(endOf(events, end), now),
      ),
    ];
    this.asks = asks.length > 0 ? asks : [(events) => events.length > 0];
    this.offsets = ends.filter(({ flip }) => flip.offsetMs !== undefined);
  }

  readonly holds: Predicate = (scope) => this.holdsOf(this.eventsIn(scope), scope.now);

  count(scope: ConditionScope): number {
    return this.eventsIn(scope).length;
  }

  /** Absent where neither a window nor an offset moves with the time. */
  get flipsAt(): FlipTime | undefined {
    const isTimed = this.withinMs !== Infinity || this.offsets.length > 0 || this.where?.flipsAt;
    return isTimed ? (scope) => this.nextFlip(scope) : undefined;
  }

  private eventsIn({ facts, now }: ConditionScope): readonly PastEvent[] {
    const all = facts?.events(this.name) ?? [];
    const { where, withinMs } = this;
    if (!where && withinMs === Infinity) return all;
    return all.filter(
      (event) => event.occurredAt > now - withinMs && (!where || where.holds(this.scopeOf(event, now))),
    );
  }

  private scopeOf({ occurredAt, properties }: PastEvent, now: number): ConditionScope {
    return { traits: {}, context: {}, event: { name: this.name, occurredAt, properties }, now };
  }

  private holdsOf(events: readonly PastEvent[], now: number): boolean {
    return this.asks.every((ask) => ask(events, now));
  }

  private nextFlip(scope: ConditionScope): number {
    const events = this.eventsIn(scope);
    const { now } = scope;
    let earliest = Math.min(this.windowFlip(events, now), this.whereFlip(scope));
    for (const { end, flip } of this.offsets) {
      const at = endOf(events, end);
      if (at !== undefined) earliest = Math.min(earliest, flip.flipsAt(at, now));
    }
    return earliest;
  }

  /** One after the other the events leave the window: the first that changes the answer by doing so. */
  private windowFlip(events: readonly PastEvent[], now: number): number {
    if (this.withinMs === Infinity || events.length === 0) return Infinity;
    const before = this.holdsOf(events, now);
    let at = Infinity;
    for (let gone = 0, steps = 0; gone < events.length && steps < MOST_STEPS; steps++) {
      at = (events[gone]?.occurredAt ?? 0) + this.withinMs;
      while (gone < events.length && (events[gone]?.occurredAt ?? 0) + this.withinMs <= at) gone++;
      const left = events.slice(gone);
      if (this.holdsOf(left, now) !== before) return at;
      if (left.length === 0) return Infinity;
    }
    return at;
  }

  private whereFlip({ facts, now }: ConditionScope): number {
    const { where } = this;
    if (!where?.flipsAt) return Infinity;
    let earliest = Infinity;
    for (const event of facts?.events(this.name) ?? []) {
      if (event.occurredAt <= now - this.withinMs) continue;
      earliest = Math.min(earliest, where.flipsAt(this.scopeOf(event, now)));
    }
    return earliest;
  }
}

function endOf(events: readonly PastEvent[], end: 'first' | 'last'): number | undefined {
  return (end === 'first' ? events[0] : events.at(-1))?.occurredAt;
}

function countAsks(asked: unknown): Ask[] {
  const asks = numberAsks(asked);
  return asks.length === 0 ? [] : [(events) => answers(events.length, asks)];
}

function figureAsks(figure: Figure, asked: unknown): Ask[] {
  if (!isJsonObject(asked) || typeof asked['of'] !== 'string') return [];
  const read = compilePath(asked['of']);
  const asks = numberAsks(asked);
  return [
    (events) => {
      const values: number[] = [];
      for (const { properties } of events) {
        const value = read(properties);
        if (typeof value === 'number') values.push(value);
      }
      const worked = workOut(figure, values);
      return worked !== undefined && answers(worked, asks);
    },
  ];
}

function workOut(figure: Figure, values: readonly number[]): number | undefined {
  const sum = values.reduce((total, value) => total + value, 0);
  if (figure === 'sum') return sum;
  if (values.length === 0) return undefined;
  switch (figure) {
    case 'avg':
      return sum / values.length;
    case 'min':
      return values.reduce((least, value) => Math.min(least, value));
    case 'max':
      return values.reduce((most, value) => Math.max(most, value));
  }
}

/** Something asked of the time of the first or last event. */
interface MomentAsk {
  readonly holds: (at: number | undefined, now: number) => boolean;
  /** Where the limit moves with the time. */
  readonly offsetMs: number | undefined;
  readonly flipsAt: (at: number, now: number) => number;
}

function momentAsks(asked: unknown): MomentAsk[] {
  if (!isJsonObject(asked)) return [];
  return (['before', 'after'] as const).flatMap((side): MomentAsk[] => {
    const text = asked[side];
    const limit = typeof text === 'string' ? compileMoment(text) : undefined;
    if (!limit || typeof text !== 'string') return [];
    const offsetMs = parseDuration(text);
    const isBefore = side === 'before';
    return [
      {
        holds: (at, now) => at !== undefined && (isBefore ? at < limit(now) : at > limit(now)),
        offsetMs,
        flipsAt: (at, now) =>
          offsetMs === undefined ? Infinity : momentFlip(at, offsetMs, { now, sign: isBefore ? 1 : 0 }),
      },
    ];
  });
}
