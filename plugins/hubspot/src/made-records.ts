import type { PluginStore, RecordKind } from '@parcours/sdk';

/** How long it is remembered what an action has made, in milliseconds. */
const REMEMBERED_MS = 400 * 86_400_000;

const nameOf = (kind: RecordKind, recordId: string): string => `made-${kind}-${recordId}`;

/**
 * Which records this connector has made, for which action: HubSpot tells of everybody's, and its ids are unique among
 * records of one type alone.
 */
export class MadeRecords {
  constructor(private readonly store: PluginStore) {}

  async remember(kind: RecordKind, recordId: string, actionId: string): Promise<void> {
    await this.store.set(nameOf(kind, recordId), actionId, { ttlMs: REMEMBERED_MS });
  }

  /** The id of the action; `undefined` where somebody else has made it. */
  async actionOf(kind: RecordKind, recordId: string): Promise<string | undefined> {
    const actionId = await this.store.get(nameOf(kind, recordId));
    return typeof actionId === 'string' ? actionId : undefined;
  }
}
