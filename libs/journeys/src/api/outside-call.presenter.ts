import type { OutsideCall } from '@parcours/engine';
import { formatInstant } from '@parcours/kernel';

import { type CallFailure, OUTSIDE_CALL_STATUSES } from '../outside/outside-call.js';
import { systemOf } from '../outside/outside-call.rules.js';
import type { OutsideCallView } from '../outside/outside-call-view.store.js';

/** A call for an answer of the API; what it says of the customer stays inside. */
export function presentOutsideCall(view: OutsideCallView) {
  const { journey, step, visit, attempts, request, failure } = view;
  const { kind, system } = systemOf(view);
  return {
    id: String(view.id),
    customerId: view.customer_key,
    enrollmentId: String(view.enrollment_id),
    journey,
    step,
    visit,
    kind,
    system,
    request: request === null ? null : outlineOf(JSON.parse(request) as OutsideCall),
    status: OUTSIDE_CALL_STATUSES[view.status],
    attempts,
    maybeDuplicate: view.maybe_duplicate === 1,
    failure: failure === null ? null : (JSON.parse(failure) as CallFailure),
    createdAt: formatInstant(view.created_at),
    nextAttemptAt: instantOrNull(view.queue_at),
    finishedAt: instantOrNull(view.finished_at),
    recordId: view.record_id,
    team: view.team,
    owner: view.owner,
    outcome: view.outcome,
    completedAt: instantOrNull(view.completed_at),
  };
}

function outlineOf(call: OutsideCall) {
  switch (call.kind) {
    case 'http':
      return { method: call.method, url: call.url.replace(/\?.*$/s, '') };
    case 'action':
      return { action: call.action };
    case 'step':
      return {};
  }
}

function instantOrNull(at: number | null): string | null {
  return at === null ? null : formatInstant(at);
}
