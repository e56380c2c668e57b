import type { Customer } from '@parcours/audience';
import type { ClaimedMessage, Contact, MessagePlan } from '@parcours/messaging';

/** What reached the customers of a batch lately and what waits for them: as the tables have it, and as the batch adds. */
export class ContactDesk {
  private readonly byCustomer = new Map<string, Contact[]>();

  private readonly externalIds: ReadonlyMap<number, string>;

  constructor(customers: readonly Customer[], stored: ReadonlyMap<number, readonly Contact[]>) {
    this.externalIds = new Map(customers.map(({ id, externalId }) => [id, externalId]));
    for (const { id, externalId } of customers) {
      const known = stored.get(id);
      if (known) this.byCustomer.set(externalId, [...known]);
    }
  }

  of(externalId: string): readonly Contact[] {
    return this.byCustomer.get(externalId) ?? NONE;
  }

  ofCustomer(id: number): readonly Contact[] {
    return this.of(this.externalIds.get(id) ?? '');
  }

  /** One that had failed, and waits again. */
  addAgain({ customerId, ...message }: ClaimedMessage, now: number): void {
    const externalId = this.externalIds.get(customerId);
    if (externalId !== undefined) this.put(externalId, { ...message, plannedAt: now, sentAt: undefined });
  }

  /** A message that was decided on just now counts at once. */
  add(externalId: string, plan: MessagePlan, { id, now }: { id: number; now: number }): void {
    this.put(externalId, { id, ...plan, plannedAt: plan.sendAt ?? now, sentAt: undefined });
  }

  /** In a simulation every message is sent when it is to be. */
  addSent(externalId: string, plan: MessagePlan, now: number): void {
    const sentAt = plan.sendAt ?? now;
    this.put(externalId, { id: 0, ...plan, plannedAt: sentAt, sentAt });
  }

  private put(
    externalId: string,
    { id, channel, category, brand, sentAt, plannedAt, expiresAt }: Contact,
  ): void {
    const contact: Contact = { id, channel, category, brand, sentAt, plannedAt, expiresAt };
    const known = this.byCustomer.get(externalId);
    if (known) known.push(contact);
    else this.byCustomer.set(externalId, [contact]);
  }
}

const NONE: readonly Contact[] = [];
