import { givenOffer, type MessageGift } from '@parcours/engine';

/** How often customers were made which offers: what the outbox tells, and what a batch adds as it goes on. */
export class MadeOffers {
  private readonly counts = new Map<string, Map<string, number>>();
  private readonly read = new Set<string>();

  /** How often, by the customer's external id. */
  times(customerKey: string, offer: string): number {
    return this.counts.get(customerKey)?.get(offer) ?? 0;
  }

  note(customerKey: string, offer: string, times = 1): void {
    const known = this.counts.get(customerKey) ?? new Map<string, number>();
    this.counts.set(customerKey, known.set(offer, (known.get(offer) ?? 0) + times));
  }

  /** What a message gives, which may be an offer. */
  noteGiven(customerKey: string, given: MessageGift | undefined): void {
    const offer = givenOffer(given);
    if (offer !== undefined) this.note(customerKey, offer);
  }

  /** True for the first who asks to read what the outbox tells of a customer: it is to be added once. */
  expect(customerKey: string): boolean {
    if (this.read.has(customerKey)) return false;
    this.read.add(customerKey);
    return true;
  }
}
