import type { Clock } from './clock.js';
import { defineErrors, errorOf } from './errors.js';

/** Milliseconds of 2026-01-01T00:00:00Z, the zero of every id's time. */
export const ID_EPOCH = Date.UTC(2026, 0, 1);

/** How many processes can hold a node number at once. */
export const ID_NODES = 128;

const SEQUENCE_SIZE = 64;
const MS_SIZE = ID_NODES * SEQUENCE_SIZE;

/** How far ids may run ahead of the clock in a burst, in milliseconds. A node number must rest longer than this. */
export const ID_MAX_AHEAD_MS = 10_000;

export const IdErrors = defineErrors('ids', {
  nodeExpired: errorOf<Record<string, never>>({
    code: 'ids.node-expired',
    status: 503,
    title: 'Id node lease expired',
    detail: () => 'This process could not renew its node number in time and makes no ids until it has.',
    retryable: true,
  }),
});

/**
 * Makes time-ordered ids that fit a JavaScript number and a BIGINT: 40 bits of milliseconds since 2026, 7 bits of
 * node, 6 bits of sequence, 53 in all; good until 2060. An id is unique as long as no two processes hold one node
 * number at the same time, which the lease of the node number sees to.
 *
 * A burst of more than 64 ids in a millisecond borrows from the coming ones; the clock going back changes nothing.
 */
export class IdGenerator {
  private tick = 0;
  private sequence = SEQUENCE_SIZE;

  constructor(
    private node: number,
    private readonly clock: Clock,
    private readonly expiresAt: () => number = () => Number.POSITIVE_INFINITY,
  ) {
    this.adopt(node);
  }

  /** Goes on with another node number, after the old one was lost. */
  adopt(node: number): void {
    if (!Number.isInteger(node) || node < 0 || node >= ID_NODES) {
      throw new RangeError(`an id node is a whole number from 0 to ${String(ID_NODES - 1)}`);
    }
    this.node = node;
    this.sequence = SEQUENCE_SIZE;
  }

  /**
   * The next id, larger than every one before it from this generator.
   * @throws ids.node-expired when the node number's lease has run out, or a burst runs too far ahead of the clock.
   */
  next(): number {
    const now = this.clock.now();
    // A process that makes few ids must not date them by the last time that it was busy.
    if (this.sequence >= SEQUENCE_SIZE || now - ID_EPOCH > this.tick) this.openTick(now);
    return this.tick * MS_SIZE + this.node * SEQUENCE_SIZE + this.sequence++;
  }

  private openTick(now: number): void {
    const tick = Math.max(now - ID_EPOCH, this.tick + 1);
    if (now >= this.expiresAt() || tick - (now - ID_EPOCH) > ID_MAX_AHEAD_MS) throw IdErrors.nodeExpired({});
    this.tick = tick;
    this.sequence = 0;
  }
}

/** The time at which an id was made, in milliseconds since the Unix epoch; early by up to a burst's borrowing. */
export function timeOfId(id: number): number {
  return Math.floor(id / MS_SIZE) + ID_EPOCH;
}

/** The smallest id that can have been made at or after a time, in milliseconds since the Unix epoch. */
export function firstIdAt(at: number): number {
  return Math.max(0, at - ID_EPOCH) * MS_SIZE;
}

/** The number that a text of the API stands for; 0, which nothing has for an id, where it is the text of none. */
export function idOf(text: string): number {
  return /^\d{1,16}$/.test(text) ? Number(text) : 0;
}
