import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { isJsonObject, type JsonValue } from '@parcours/kernel';
import { MESSAGE_STATUSES, statusNumber } from '@parcours/messaging';

/** How often a customer was made an offer. */
export interface MadeOffer {
  readonly customerId: number;
  readonly offer: string;
  readonly times: number;
}

interface Row {
  customerId: number;
  given: string;
  times: number | string;
}

/** A message that was taken back or could not be sent has made nobody an offer. */
const MADE = MESSAGE_STATUSES.filter((status) => status !== 'failed' && status !== 'withdrawn').map(
  statusNumber,
);

/** Reads from the outbox which offers customers were made. */
@Injectable()
export class MadeOfferStore {
  /** By messages that were decided before a time, where one is given. One statement, and none for nobody. */
  async of(sql: Sql, customerIds: readonly number[], before = Number.MAX_SAFE_INTEGER): Promise<MadeOffer[]> {
    if (customerIds.length === 0) return [];
    const rows = await sql.select<Row>(
      `SELECT customer_id AS customerId, given, COUNT(*) AS times
       FROM messages${sql.byIndex('ix_messages_customer')}
       WHERE customer_id IN (?) AND given LIKE '{"offer":%' AND status IN (?) AND created_at < ?
       GROUP BY customer_id, given`,
      [customerIds, MADE, before],
    );
    return rows.flatMap(({ customerId, given, times }) => {
      const offer = offerIn(JSON.parse(given) as JsonValue);
      return offer === undefined ? [] : [{ customerId, offer, times: Number(times) }];
    });
  }
}

function offerIn(given: JsonValue): string | undefined {
  const offer = isJsonObject(given) ? given['offer'] : undefined;
  return typeof offer === 'string' ? offer : undefined;
}

/** The same by customer and offer. */
export function byCustomer(made: readonly MadeOffer[]): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const found = new Map<number, Map<string, number>>();
  for (const { customerId, offer, times } of made) {
    const known = found.get(customerId) ?? new Map<string, number>();
    found.set(customerId, known.set(offer, times));
  }
  return found;
}
