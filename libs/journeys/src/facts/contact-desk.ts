import type { Customer } from '@parcours/audience';
import {
  type ClaimedMessage,
  type Contact,
  type Displaced,
  type MessagePlan,
  segmentsIn,
  waitingAgain,
} from '@parcours/messaging';

/** What reached the customers of a batch lately and what waits for them: as the tables have it, and as the batch adds. */
export class ContactDesk {
  private readonly byCustomer = new Map<string, Contact[]>();

  private readonly externalIds: ReadonlyMap<number, string>;
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(customers: readonly Customer[], stored: ReadonlyMap<number, readonly Contact[]>) {
    this.numbers = new Map(customers.map(({ id, externalId }) => [externalId, id]));
    this.externalIds = new Map(customers.map(({ id, externalId }) => [id, externalId]));
    for (const { id, externalId } of customers) {
      const known = stored.get(id);
      if (known) this.byCustomer.set(externalId, [...known]);
    }
  }

  of(externalId: string): readonly Contact[] {
    return this.byCustomer.get(externalId) ?? NONE;
  }

  /** The number of a customer who was there before the batch. */
  idOf(externalId: string): number | undefined {
    return this.numbers.get(externalId);
  }

  ofCustomer(id: number): readonly Contact[] {
    return this.of(this.externalIds.get(id) ?? '');
  }

  /** One that had failed, and waits again. */
  addAgain(message: ClaimedMessage, now: number): void {
    const externalId = this.externalIds.get(message.customerId);
    if (externalId !== undefined) this.put(externalId, waitingAgain(message, now));
  }

  /** A message that was decided on just now counts at once, and so does what it displaces. */
  add(externalId: string, plan: MessagePlan, { id, now, policy }: Decided): void {
    const segments = segmentsIn(plan.decision);
    const plannedAt = plan.sendAt ?? now;
    this.displace(externalId, plan.displaced);
    const { channel, category, brand, expiresAt, priority } = plan;
    // Member by member: copying a whole plan is what a message costs most otherwise.
    this.put(externalId, {
      id,
      channel,
      category,
      brand,
      expiresAt,
      priority,
      plannedAt,
      sentAt: undefined,
      isMovable: true,
      policy,
      segments,
    });
  }

  /** In a simulation every message is sent when it is to be. */
  addSent(externalId: string, plan: MessagePlan, now: number): void {
    const sentAt = plan.sendAt ?? now;
    const sent = {
      id: 0,
      plannedAt: sentAt,
      sentAt,
      isMovable: false,
      policy: undefined,
      segments: undefined,
    };
    this.put(externalId, { ...plan, ...sent });
  }

  private displace(externalId: string, displaced: readonly Displaced[] = []): void {
    if (displaced.length === 0) return;
    const fates = new Map(displaced.map((each) => [each.id, each]));
    const left = this.of(externalId).flatMap((contact): Contact[] => {
      const fate = fates.get(contact.id);
      if (!fate) return [contact];
      return fate.at === undefined ? [] : [{ ...contact, plannedAt: fate.at }];
    });
    this.byCustomer.set(externalId, left);
  }

  private put(externalId: string, contact: Contact): void {
    const known = this.byCustomer.get(externalId);
    if (known) known.push(contact);
    else this.byCustomer.set(externalId, [contact]);
  }
}

/** A message that was decided on: its number, when, and the policy of its step. */
interface Decided {
  readonly id: number;
  readonly now: number;
  readonly policy: string;
}

const NONE: readonly Contact[] = [];
