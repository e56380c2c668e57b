import { waitFor } from '@parcours/testing';
import type { ApiClient } from './api-client.js';

export interface Person {
  readonly customerId: string;
  readonly messageId: string;
  readonly address: string;
  readonly plan: 'pro' | 'free';
}

const BATCH = 100;

/**
 * The campaign tool: it sends one event a customer, sends again with the same message id what was not acknowledged, and
 * keeps the book of what was.
 */
export class Ledger {
  readonly acknowledged = new Map<string, Person>();
  /** How often each answer other than 202 came; 0 is none at all. */
  readonly refusals = new Map<number, number>();

  constructor(private readonly client: ApiClient) {}

  get people(): readonly Person[] {
    return [...this.acknowledged.values()];
  }

  /** Sends the events of `count` more customers and returns when all of them are acknowledged. */
  async send(count: number): Promise<void> {
    const first = this.acknowledged.size;
    for (let from = first; from < first + count; from += BATCH) {
      const size = Math.min(BATCH, first + count - from);
      await this.sendUntilAcknowledged(Array.from({ length: size }, (_, at) => personOf(from + at)));
    }
  }

  /** One try. What was acknowledged goes into the book, everything else counts as refused. */
  async trySend(people: readonly Person[]): Promise<boolean> {
    const { status, body } = await this.client.call('POST', '/events', people.map(eventOf));
    if (status === 202) {
      if (JSON.stringify(body).includes('"index"')) throw new Error(`rejected: ${JSON.stringify(body)}`);
      for (const person of people) this.acknowledged.set(person.messageId, person);
      return true;
    }
    this.refusals.set(status, (this.refusals.get(status) ?? 0) + 1);
    return false;
  }

  private async sendUntilAcknowledged(people: readonly Person[]): Promise<void> {
    await waitFor(() => this.trySend(people), {
      timeoutMs: 60_000,
      intervalMs: 50,
      describe: () => `an acknowledgement; refused so far: ${JSON.stringify([...this.refusals])}`,
    });
  }
}

export function personOf(number: number): Person {
  const customerId = `c-${String(number)}`;
  return {
    customerId,
    messageId: `m-${String(number)}`,
    address: `${customerId}@example.com`,
    plan: number % 3 === 0 ? 'pro' : 'free',
  };
}

function eventOf({ customerId, messageId, address, plan }: Person) {
  return {
    event: 'account.created',
    customerId,
    messageId,
    properties: { source: 'campaign' },
    traits: { email: address, first_name: `Ada ${customerId}`, plan },
  };
}
