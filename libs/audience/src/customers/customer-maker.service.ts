import { Injectable } from '@nestjs/common';
import { Lanes } from '@parcours/database';
import { Clock, IdGenerator } from '@parcours/kernel';

import { type Customer, newCustomer } from './customer.js';

/** Makes customers out of what callers send. */
@Injectable()
export class CustomerMaker {
  constructor(
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly lanes: Lanes,
  ) {}

  /** `lane` where it is known already. */
  create(externalId: string, lane = this.lanes.of(externalId)): Customer {
    return newCustomer({ id: this.ids.next(), lane, externalId, now: this.clock.now() });
  }

  laneOf(externalId: string): number {
    return this.lanes.of(externalId);
  }

  /** The customer with another state, one change later. */
  change(stored: Customer, state: Pick<Customer, 'traits' | 'profile'>): Customer {
    return { ...stored, ...state, revision: stored.revision + 1, updatedAt: this.clock.now() };
  }
}
