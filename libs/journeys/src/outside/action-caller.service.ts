import { Injectable } from '@nestjs/common';
import { type OutsideCall, savedValue } from '@parcours/engine';
import { Connections } from '@parcours/messaging';

import { ANSWER_TOO_LONG, type CallResult, type ClaimedCall, LONGEST_VALUE } from './outside-call.js';

export type ActionCall = Extract<OutsideCall, { kind: 'action' }>;

/** Makes one attempt at an action, through the connector that offers it. Whatever happens is a result. */
@Injectable()
export class ActionCaller {
  constructor(private readonly connections: Connections) {}

  async call(
    { connector, action, input, save }: ActionCall,
    { id, attempt, customerKey }: ClaimedCall,
    stop: AbortSignal,
  ): Promise<CallResult> {
    const request = { action, id: String(id), customerId: customerKey, attempt, input };
    const result = await this.connections.act(connector, request, stop);
    if (result.status === 'failed') return { error: result.error };
    const value =
      save === undefined ? undefined : savedValue(save, { status: 200, body: result.output ?? null });
    if (value !== undefined && JSON.stringify(value).length > LONGEST_VALUE)
      return { error: ANSWER_TOO_LONG };
    return { end: { succeeded: true, ...(value === undefined ? {} : { value }) } };
  }
}
