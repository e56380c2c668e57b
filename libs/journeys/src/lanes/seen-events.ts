import { seenIdOf } from '@parcours/events';

/** Events of one id happen once to a customer. */
export class SeenEvents {
  private readonly ids: Set<string>;

  /** @param known those that were worked before, as `seenIdOf` writes them */
  constructor(known: Iterable<string>) {
    this.ids = new Set(known);
  }

  /** True for one that was seen before; it is from now on. */
  isRepeated(customerId: number, messageId: string | undefined): boolean {
    if (messageId === undefined) return false;
    const id = seenIdOf(customerId, messageId);
    if (this.ids.has(id)) return true;
    this.ids.add(id);
    return false;
  }
}
