import type { Customer } from '@parcours/audience';
import type { Stimulus } from '@parcours/engine';

import type { ReplayStore, SampleCursor, Window } from './replay.store.js';

const CUSTOMERS_AT_ONCE = 50;
/** Also the most events of one customer that are played. */
const EVENTS_AT_ONCE = 5_000;

/** A customer with what they did in the window. */
export interface SampledCustomer {
  readonly customer: Customer;
  readonly stimuli: readonly Stimulus[];
}

/** Customers lane by lane, with their events, a few hundred at a time. The same ones every time. */
export class ReplaySample {
  /** Customers with more events than are played. */
  cutShort = 0;
  /** Whether all that were asked for have been read. */
  isWhole = false;
  private left: number;

  constructor(
    private readonly store: ReplayStore,
    private readonly order: { readonly window: Window; readonly journey: string; readonly size: number },
  ) {
    this.left = order.size;
  }

  async *read(): AsyncGenerator<readonly SampledCustomer[]> {
    let cursor: SampleCursor | undefined = { lane: -1, afterId: 0 };
    while (cursor && this.left > 0) {
      const { lane }: SampleCursor = cursor;
      const limit = Math.min(this.left, CUSTOMERS_AT_ONCE);
      const customers: readonly Customer[] = await this.store.customersAfter(cursor, limit);
      const { some, last } = await this.withEvents(customers);
      this.left -= some.length;
      cursor = last ? { lane, afterId: last.id } : await this.laneAfter(lane);
      this.isWhole = this.left <= 0 || !cursor;
      yield some;
    }
  }

  private async laneAfter(lane: number): Promise<SampleCursor | undefined> {
    const next = await this.store.laneAfter(lane);
    return next === undefined ? undefined : { lane: next, afterId: 0 };
  }

  /** As many of them as their events can be read of at once: `last` is where it goes on. */
  private async withEvents(
    customers: readonly Customer[],
  ): Promise<{ some: SampledCustomer[]; last: Customer | undefined }> {
    const { window, journey } = this.order;
    const events = await this.store.eventsOf(customers, { window, journey, limit: EVENTS_AT_ONCE });
    const some: SampledCustomer[] = [];
    let last: Customer | undefined;
    for (const customer of customers) {
      const brought = events.get(customer.id);
      // Whoever has more events than fit is read anew, first among those that follow.
      if (!brought || (!brought.isWhole && last)) break;
      if (!brought.isWhole) this.cutShort += 1;
      last = customer;
      // One who was merged into another is nobody.
      if (customer.mergedInto === null) some.push({ customer, stimuli: brought.stimuli });
    }
    return { some, last };
  }
}
