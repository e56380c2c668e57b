import { Injectable, Logger } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { describeError } from '@parcours/kernel';

import type { Customer } from '../customers/customer.js';

/** One customer becoming another: both rows, and the rows of both lanes, are locked. */
export interface CustomerMerge {
  /** Who stays, as it was. */
  readonly winner: Customer;
  /** Whose rows move. */
  readonly loser: Customer;
  readonly now: number;
}

/**
 * Rows that belong to customers, seen from below: each library that has such rows registers what becomes of them when
 * customers merge or go. Everything happens inside one transaction with both lanes locked, so no batch sees half of it.
 */
export interface CustomerHolding {
  /** For people: `events`. */
  readonly name: string;
  /** The tables that it answers for; a test finds tables with a customer's column that nobody does. */
  readonly tables: readonly string[];
  /** Moves the loser's rows to the winner, lanes included. Answers how many of what, for the merge log. */
  merge(sql: Sql, merge: CustomerMerge): Promise<Readonly<Record<string, number>>>;
  /** Deletes the customer's rows. */
  remove(sql: Sql, customer: Customer): Promise<void>;
  /** After the commit of a merge: wakes whoever has something to do now. */
  merged?(merge: CustomerMerge): void;
}

/** Every holding of this process. Register while modules start. */
@Injectable()
export class CustomerHoldings {
  private readonly logger = new Logger(CustomerHoldings.name);
  private readonly holdings: CustomerHolding[] = [];

  register(holding: CustomerHolding): void {
    this.holdings.push(holding);
  }

  all(): readonly CustomerHolding[] {
    return this.holdings;
  }

  /** One after the other: they share the transaction's connection. */
  async merge(sql: Sql, merge: CustomerMerge): Promise<Readonly<Record<string, number>>> {
    const moved: Record<string, number> = {};
    for (const holding of this.holdings) Object.assign(moved, await holding.merge(sql, merge));
    return moved;
  }

  async remove(sql: Sql, customer: Customer): Promise<void> {
    for (const holding of this.holdings) await holding.remove(sql, customer);
  }

  merged(merge: CustomerMerge): void {
    for (const holding of this.holdings) {
      try {
        holding.merged?.(merge);
      } catch (error) {
        this.logger.error(`${holding.name} could not follow a merge: ${describeError(error)}`);
      }
    }
  }
}
