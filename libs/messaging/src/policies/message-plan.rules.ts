import { type ConsentRefusal, type ConsentState, EVERY, refusalBy, TOPIC_TYPE } from '@parcours/audience';
import type { ContentSnapshot } from '@parcours/content';
import type { JsonObject } from '@parcours/kernel';

import { addressFor } from '../outbox/address.rules.js';
import { DEFAULT_PRIORITY, type MessageUrgency } from '../outbox/message.js';
import { allowedChannels } from './allowed-channels.rules.js';
import { CHANNEL_POLICY_TYPE } from './channel-policy.type.js';
import { CONNECTOR_TYPE } from '../connectors/connector.type.js';
import { MESSAGE_TEMPLATE_TYPE, type MessageTemplateDocument } from '../templates/message-template.type.js';

/** What a step asks for. */
export interface PlanRequest {
  readonly template: string;
  readonly policy: string;
  /** A channel's name, `policy` where the policy chooses, or `preferred` where it does for each customer. */
  readonly channel: string;
}

/** How a message goes out. */
export interface MessagePlan extends MessageUrgency {
  readonly channel: string;
  readonly connectorId: number;
  readonly templateVersionId: number;
  readonly address: string;
  /** Not before then; at once where it is left out. */
  readonly sendAt?: number | undefined;
}

export type PlanDecision =
  | { readonly send: true; readonly channel: string; readonly plan: MessagePlan; readonly detail: JsonObject }
  | { readonly send: false; readonly code: PlanRefusal; readonly detail: JsonObject };

export type PlanRefusal =
  | 'template-not-published'
  | 'policy-not-published'
  | 'connector-not-published'
  | 'template-lacks-channel'
  | 'no-channel-in-policy'
  | 'no-address'
  | ConsentRefusal;

/** What is known of a customer that decides where a message may go. */
export interface Reachable {
  readonly traits: JsonObject;
  readonly consent?: ((channel: string, topic: string) => ConsentState) | undefined;
  /** The channels that they would rather be reached on, the best first. */
  readonly preferredChannels?: readonly string[] | undefined;
}

/**
 * Decides on which channel a message leaves: the first of the policy's channels that the step allows, the template has
 * and the customer can and lets themselves be reached on. The detail says what was looked at, for the enrollment's history.
 */
export function planMessage(
  content: ContentSnapshot,
  request: PlanRequest,
  customer: Reachable,
): PlanDecision {
  const { template: templateKey, policy: policyKey } = request;
  const template = content.byKey(MESSAGE_TEMPLATE_TYPE, templateKey);
  if (!template) return refuse('template-not-published', { template: templateKey });
  const policy = content.byKey(CHANNEL_POLICY_TYPE, policyKey);
  if (!policy) return refuse('policy-not-published', { policy: policyKey });

  const allowed = allowedChannels(policy.document.channels, request.channel, customer);
  let nearestMiss = refuse('no-channel-in-policy', { policy: policyKey, channel: request.channel });
  for (const { channel, connector: connectorKey } of allowed) {
    const why = { template: templateKey, policy: policyKey, channel, connector: connectorKey };
    const connector = content.byKey(CONNECTOR_TYPE, connectorKey);
    const address = addressFor(channel, customer.traits);
    if (!Object.hasOwn(template.document.channels, channel))
      nearestMiss = refuse('template-lacks-channel', why);
    else if (!connector) nearestMiss = refuse('connector-not-published', why);
    else if (address === undefined) nearestMiss = refuse('no-address', why);
    else {
      const refusal = consentRefusal(content, template.document, { customer, channel });
      if (refusal !== undefined) {
        nearestMiss = refuse(refusal, { ...why, topic: template.document.topic ?? null });
        continue;
      }
      const plan = {
        ...urgencyOf(template.document),
        channel,
        connectorId: connector.itemId,
        templateVersionId: template.versionId,
        address,
      };
      return { send: true, channel, plan, detail: { ...why, templateVersion: template.number } };
    }
  }
  return nearestMiss;
}

function urgencyOf({ category = 'marketing' }: MessageTemplateDocument): MessageUrgency {
  return { category, priority: DEFAULT_PRIORITY, brand: undefined, expiresAt: undefined };
}

/** Why a message of a template may not go to somebody on a channel; `undefined` when it may. */
export function consentRefusal(
  content: ContentSnapshot,
  { category, topic }: MessageTemplateDocument,
  { customer, channel }: { customer: Reachable; channel: string },
): ConsentRefusal | undefined {
  const state = customer.consent?.(channel, topic ?? EVERY) ?? 'unknown';
  const basis =
    (topic === undefined ? undefined : content.byKey(TOPIC_TYPE, topic)?.document.basis) ?? 'opt-out';
  return refusalBy(state, { basis, isTransactional: category === 'transactional' });
}

function refuse(code: PlanRefusal, detail: JsonObject): PlanDecision {
  return { send: false, code, detail };
}
