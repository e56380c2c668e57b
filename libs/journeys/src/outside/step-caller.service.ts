import { Injectable } from '@nestjs/common';
import { type OutsideCall, savedValue } from '@parcours/engine';
import { PluginSwitches } from '@parcours/messaging';
import { PluginHost } from '@parcours/plugin-host';

import { ANSWER_TOO_LONG, type CallResult, type ClaimedCall, LONGEST_VALUE } from './outside-call.js';

export type StepCall = Extract<OutsideCall, { kind: 'step' }>;

/** Runs the step of a plugin once. Whatever happens is a result. */
@Injectable()
export class StepCaller {
  constructor(
    private readonly plugins: PluginHost,
    private readonly switches: PluginSwitches,
  ) {}

  async call(
    { type, config, traits, event, context, save }: StepCall,
    { id, attempt, customerKey }: ClaimedCall,
    stop: AbortSignal,
  ): Promise<CallResult> {
    const off = await this.switches.refusal(type);
    if (off) return { error: off };
    const customer = { id: customerKey, traits };
    const request = { id: String(id), attempt, config, customer, event, context };
    const result = await this.plugins.steps.run(type, request, stop);
    if (result.status === 'failed') return { error: result.error };
    const { way, output = null } = result;
    const value = save === undefined ? undefined : savedValue(save, { status: 200, body: output });
    if (value !== undefined && JSON.stringify(value).length > LONGEST_VALUE)
      return { error: ANSWER_TOO_LONG };
    return { end: { succeeded: true, way, ...(value === undefined ? {} : { value }) } };
  }
}
