import { Injectable } from '@nestjs/common';
import { describeError } from '@parcours/kernel';
import { CallGuard, DEFAULT_CALL_LIMITS } from '@parcours/plugin-host';
import { LRUCache } from 'lru-cache';

import { ActionCaller } from './action-caller.service.js';
import { HttpCaller } from './http-caller.service.js';
import type { CallResult, ClaimedCall } from './outside-call.js';
import { StepCaller } from './step-caller.service.js';

/** Calls to one system at the same time, by one process. */
export const AT_ONCE = 16;

const KNOWN_HOSTS = 1_000;

/** Makes one attempt at a call, by the way that its kind takes. Whatever happens is a result. */
@Injectable()
export class OutsideCaller {
  private readonly guards = new LRUCache<string, CallGuard>({ max: KNOWN_HOSTS });

  constructor(
    private readonly http: HttpCaller,
    private readonly actions: ActionCaller,
    private readonly steps: StepCaller,
  ) {}

  async call(claimed: ClaimedCall, stop: AbortSignal): Promise<CallResult> {
    const { id, target, call } = claimed;
    // The plugin host guards what it opens by itself.
    if (call.kind === 'action') return this.actions.call(call, claimed, stop);
    if (call.kind === 'step') return this.steps.call(call, claimed, stop);
    const guard = this.guardOf(target);
    try {
      return await guard.run(() => this.http.call(call, String(id), stop));
    } catch (cause) {
      const error = guard.refusal(cause);
      if (error) return { error };
      const detail = describeError(cause).slice(0, 500);
      return { error: { class: 'temporary', code: 'outside.call-failed', detail, maybeSent: true } };
    }
  }

  private guardOf(target: string): CallGuard {
    const known = this.guards.get(target);
    if (known) return known;
    const guard = new CallGuard({ concurrency: AT_ONCE, limits: DEFAULT_CALL_LIMITS, isOutage });
    this.guards.set(target, guard);
    return guard;
  }
}

function isOutage(result: unknown): boolean {
  if (typeof result !== 'object' || result === null || !('error' in result)) return false;
  const { error } = result;
  return typeof error === 'object' && error !== null && 'outage' in error && error.outage === true;
}
