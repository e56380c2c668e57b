import { Injectable, Logger } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { describeError } from '@parcours/kernel';

import type { Customer } from '../customers/customer.js';
import type { ConsentChange } from './consent.js';

/** What somebody has decided just now. */
export interface ConsentDecided {
  readonly customer: Customer;
  readonly changes: readonly ConsentChange[];
}

/** Somebody who wants to know of every decision. */
export interface ConsentListener {
  /** Inside the transaction: writes with it. */
  readonly deciding?: (sql: Sql, decided: ConsentDecided) => Promise<void>;
  /** After the commit. */
  readonly decided?: (decided: ConsentDecided) => void;
}

/** Tells other modules what customers decide. Subscribe while modules start. */
@Injectable()
export class ConsentListeners {
  private readonly logger = new Logger(ConsentListeners.name);
  private readonly listeners: ConsentListener[] = [];

  subscribe(listener: ConsentListener): void {
    this.listeners.push(listener);
  }

  async deciding(sql: Sql, decided: ConsentDecided): Promise<void> {
    for (const listener of this.listeners) await listener.deciding?.(sql, decided);
  }

  decided(decided: ConsentDecided): void {
    for (const listener of this.listeners) {
      try {
        listener.decided?.(decided);
      } catch (error) {
        this.logger.error(`a listener to consents failed: ${describeError(error)}`);
      }
    }
  }
}
