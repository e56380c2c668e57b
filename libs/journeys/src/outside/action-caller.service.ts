import { Injectable } from '@nestjs/common';
import { type OutsideCall, savedValue } from '@parcours/engine';
import { describeError, isJsonObject, type JsonValue } from '@parcours/kernel';
import { Connections } from '@parcours/messaging';
import type { HandOver, SendError } from '@parcours/sdk';

import { HandOverReader } from '../hand-overs/hand-over-reader.service.js';
import { ANSWER_TOO_LONG, type CallResult, type ClaimedCall, LONGEST_VALUE } from './outside-call.js';

export type ActionCall = Extract<OutsideCall, { kind: 'action' }>;

/** Makes one attempt at an action, through the connector that offers it. Whatever happens is a result. */
@Injectable()
export class ActionCaller {
  constructor(
    private readonly connections: Connections,
    private readonly handOvers: HandOverReader,
  ) {}

  async call(call: ActionCall, claimed: ClaimedCall, stop: AbortSignal): Promise<CallResult> {
    const { connector, action, input, save } = call;
    const { id, attempt, customerKey } = claimed;
    const told = await this.told(call, claimed).catch((cause: unknown) => unread(cause));
    if ('error' in told) return told;
    const request = { action, id: String(id), customerId: customerKey, attempt, input, ...told };
    const result = await this.connections.act(connector, request, stop);
    if (result.status === 'failed') return { error: result.error };
    const value =
      save === undefined ? undefined : savedValue(save, { status: 200, body: result.output ?? null });
    if (value !== undefined && JSON.stringify(value).length > LONGEST_VALUE)
      return { error: ANSWER_TOO_LONG };
    const recordId = recordIdOf(result.output);
    return {
      end: { succeeded: true, ...(value === undefined ? {} : { value }) },
      ...(recordId !== undefined && { recordId }),
    };
  }

  /** What the action asks to be told of the customer. */
  private async told(
    { connector, action, traits }: ActionCall,
    claimed: ClaimedCall,
  ): Promise<{ readonly handOver?: HandOver }> {
    const parts = await this.connections.handOverOf(connector, action);
    return parts.length === 0 ? {} : { handOver: await this.handOvers.read(claimed, { parts, traits }) };
  }
}

/** The other system has not heard of it. */
function unread(cause: unknown): { readonly error: SendError } {
  const detail = describeError(cause).slice(0, 500);
  return { error: { class: 'temporary', code: 'outside.hand-over-unread', detail } };
}

/** The longest id of another system that is kept, in characters. */
const LONGEST_RECORD_ID = 200;

function recordIdOf(output: JsonValue | undefined): string | undefined {
  if (!isJsonObject(output)) return undefined;
  const { recordId } = output;
  if (typeof recordId !== 'string' && typeof recordId !== 'number') return undefined;
  const text = String(recordId);
  return text === '' || text.length > LONGEST_RECORD_ID ? undefined : text;
}
