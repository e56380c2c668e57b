import type { CompiledJourney } from '@parcours/engine';

import type { LaneWork } from '../lanes/lane-work.js';

/** Visits every journey that a batch brings something to, with the customer whom it does that for, as far as they exist. */
export function journeysAtHand(
  { inbox, customers, enrollments, due, ended, open, pinned }: LaneWork,
  visit: (customerId: number, journey: CompiledJourney) => void,
): void {
  for (const { customerId, versionId } of [...enrollments, ...due, ...ended]) {
    const journey = pinned.get(versionId) ?? open.byVersion.get(versionId);
    if (journey) visit(customerId, journey.compiled);
  }
  const ids = new Map(customers.map(({ id, externalId }) => [externalId, id]));
  for (const { entry } of inbox) {
    const id = ids.get(entry.customerKey);
    if (id === undefined) continue;
    if (entry.kind === 'trigger') {
      const journey = open.byKey.get(entry.journey);
      if (journey) visit(id, journey.compiled);
    }
    if (entry.kind !== 'event') continue;
    for (const { compiled } of open.byTriggerEvent.get(entry.name) ?? []) visit(id, compiled);
  }
}
