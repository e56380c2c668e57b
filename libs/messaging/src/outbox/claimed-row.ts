import type { MessageGift } from '@parcours/engine';
import type { JsonObject } from '@parcours/kernel';

import { type ClaimedMessage, MESSAGE_CATEGORIES } from './message.js';

/** What a delivery reads of a message. */
export const CLAIMED_COLUMNS = `id, customer_id, enrollment_id, step, visit, template_version_id, address, attempts,
  reports_outcome, queue_at, channel, touchpoint, created_at, given, category, priority, brand, expires_at, leg, policy,
  decision, fallback_at`;

export interface ClaimedRow {
  id: number;
  customer_id: number;
  enrollment_id: number;
  step: string;
  visit: number;
  template_version_id: number;
  address: string | null;
  attempts: number;
  reports_outcome: number;
  queue_at: number | null;
  channel: string;
  touchpoint: string | null;
  created_at: number;
  given: string | null;
  category: number;
  priority: number;
  brand: string | null;
  expires_at: number | null;
  leg: number;
  policy: string | null;
  decision: string | null;
  fallback_at: number | null;
}

/** As the attempt that follows sees it. */
export function toClaimed(row: ClaimedRow): ClaimedMessage {
  return {
    id: row.id,
    customerId: row.customer_id,
    enrollmentId: row.enrollment_id,
    step: row.step,
    visit: row.visit,
    templateVersionId: row.template_version_id,
    address: row.address,
    attempt: row.attempts + 1,
    reportsOutcome: row.reports_outcome === 1,
    queueAt: row.queue_at ?? 0,
    channel: row.channel,
    touchpoint: row.touchpoint,
    createdAt: row.created_at,
    given: row.given === null ? undefined : (JSON.parse(row.given) as MessageGift),
    category: MESSAGE_CATEGORIES[row.category] ?? 'marketing',
    priority: row.priority,
    brand: row.brand ?? undefined,
    expiresAt: row.expires_at ?? undefined,
    leg: row.leg,
    policy: row.policy,
    decision: row.decision === null ? undefined : (JSON.parse(row.decision) as JsonObject),
    hasFallback: row.fallback_at !== null,
  };
}
