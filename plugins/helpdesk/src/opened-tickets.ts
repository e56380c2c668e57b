import { createHash } from 'node:crypto';

import type { PluginStore } from '@parcours/sdk';

/** How long it is remembered which tickets were opened, in milliseconds. */
const REMEMBERED_MS = 400 * 86_400_000;

/** Ids of other systems are of any length. */
function nameOf(ticketId: string): string {
  return `opened-${createHash('sha256').update(ticketId).digest('hex')}`;
}

/** Which tickets this connector has opened. */
export class OpenedTickets {
  constructor(private readonly store: PluginStore) {}

  async remember(ticketId: string): Promise<void> {
    await this.store.set(nameOf(ticketId), true, { ttlMs: REMEMBERED_MS });
  }

  async isOurs(ticketId: string): Promise<boolean> {
    return (await this.store.get(nameOf(ticketId))) === true;
  }
}
