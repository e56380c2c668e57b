import { type ConsentRefusal, type ConsentState, EVERY, refusalBy, TOPIC_TYPE } from '@parcours/audience';
import type { CustomerFacts } from '@parcours/conditions';
import type { ContentSnapshot } from '@parcours/content';
import { formatInstant, type JsonObject } from '@parcours/kernel';

import { brandOf } from '../brands/brand-of.rules.js';
import type { Addressee } from '../channels/channel.js';
import { addressFor } from '../outbox/address.rules.js';
import type { MessageUrgency } from '../outbox/message.js';
import { allowedChannels } from './allowed-channels.rules.js';
import { CONNECTOR_TYPE } from '../connectors/connector.type.js';
import { MESSAGE_TEMPLATE_TYPE, type MessageTemplateDocument } from '../templates/message-template.type.js';
import { policyBookOf } from './compiled-policy.js';
import {
  type AppliedPolicy,
  appliedPolicies,
  type PlanMoment,
  type PolicyRefusal,
  verdictOf,
} from './policy-verdict.rules.js';

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
  /** What of the decision is kept with the message: segments whose overrides applied, why it is held. */
  readonly decision?: JsonObject | undefined;
}

/** A message that goes out. */
export interface SendingPlan {
  readonly send: true;
  readonly channel: string;
  readonly plan: MessagePlan;
  readonly detail: JsonObject;
  /** Why it does not go out at once, and until when it waits. */
  readonly held?: { readonly code: PolicyRefusal; readonly detail: JsonObject } | undefined;
}

export type PlanDecision =
  SendingPlan | { readonly send: false; readonly code: PlanRefusal; readonly detail: JsonObject };

export type PlanRefusal =
  | 'template-not-published'
  | 'policy-not-published'
  | 'connector-not-published'
  | 'template-lacks-channel'
  | 'no-channel-in-policy'
  | 'no-address'
  | ConsentRefusal
  | PolicyRefusal;

/** What is known of a customer that decides where a message may go. */
export interface Reachable extends Addressee {
  readonly consent?: ((channel: string, topic: string) => ConsentState) | undefined;
  /** IANA name. */
  readonly timezone?: string | undefined;
  /** What lies behind them: conditions, segments and events that policies ask for are unknown where it is left out. */
  readonly factsOf?: ((traits: JsonObject) => CustomerFacts) | undefined;
  /** The channels that they would rather be reached on, the best first. */
  readonly preferredChannels?: readonly string[] | undefined;
}

/**
 * Decides on which channel a message leaves, and when: the first of the policy's channels that the step allows, the
 * template has, the customer can and lets themselves be reached on, and all policies let pass. Without a moment it is
 * not asked when and how often messages may come. The detail says what was looked at, for the enrollment's history.
 */
export function planMessage(
  content: ContentSnapshot,
  request: PlanRequest,
  customer: Reachable,
  moment?: PlanMoment,
): PlanDecision {
  const { template: templateKey, policy: policyKey } = request;
  const template = content.byKey(MESSAGE_TEMPLATE_TYPE, templateKey);
  if (!template) return refuse('template-not-published', { template: templateKey });
  const policies = appliedPolicies(policyBookOf(content), policyKey, customer);
  const [own] = policies;
  if (own?.policy.key !== policyKey) return refuse('policy-not-published', { policy: policyKey });

  const { category = 'marketing', topic = own.rules.topic } = template.document;
  const allowed = allowedChannels(own.rules.channels, request.channel, customer);
  let nearestMiss = refuse('no-channel-in-policy', { policy: policyKey, channel: request.channel });
  for (const option of allowed) {
    const { channel, connector: connectorKey } = option;
    const why = { template: templateKey, policy: policyKey, channel, connector: connectorKey };
    const connector = content.byKey(CONNECTOR_TYPE, connectorKey);
    const address = addressFor(channel, customer);
    if (!Object.hasOwn(template.document.channels, channel))
      nearestMiss = refuse('template-lacks-channel', why);
    else if (!connector) nearestMiss = refuse('connector-not-published', why);
    else if (address === undefined) nearestMiss = refuse('no-address', why);
    else {
      const refusal = consentRefusal(content, { category, topic }, { customer, channel });
      if (refusal !== undefined) {
        nearestMiss = refuse(refusal, { ...why, topic: topic ?? null });
        continue;
      }
      const brand = brandOf(content, template.document)?.key;
      const verdict =
        moment && verdictOf(policies, { channel: option, category, brand }, { customer, moment });
      if (verdict?.passes === false) {
        nearestMiss = refuse(verdict.code, { ...why, ...verdict.detail });
        continue;
      }
      const urgency = { category, priority: own.rules.priority, brand, expiresAt: verdict?.slot.expiresAt };
      const plan = {
        ...urgency,
        channel,
        connectorId: connector.itemId,
        templateVersionId: template.versionId,
        address,
        ...(verdict?.held && { sendAt: verdict.slot.plannedAt }),
        ...rememberedOf(policies, verdict?.held),
      };
      const detail = { ...why, templateVersion: template.number };
      if (!verdict?.held) return { send: true, channel, plan, detail };
      const { held, slot } = verdict;
      return {
        send: true,
        channel,
        plan,
        held,
        detail: { ...detail, sendAt: formatInstant(slot.plannedAt) },
      };
    }
  }
  return nearestMiss;
}

/** What a message keeps of its decision: only what is not as always. */
function rememberedOf(
  policies: readonly AppliedPolicy[],
  held: SendingPlan['held'],
): { readonly decision?: JsonObject } {
  const segments = policies.flatMap(({ policy, segment }) =>
    segment === undefined ? [] : [[policy.key, segment] as const],
  );
  if (!held && segments.length === 0) return {};
  return {
    decision: {
      ...(segments.length > 0 && { segments: Object.fromEntries(segments) }),
      ...(held && { held: { code: held.code, ...held.detail } }),
    },
  };
}

/** What consent to a message is a matter of. */
export interface ConsentSubject {
  readonly category?: MessageTemplateDocument['category'] | undefined;
  readonly topic?: string | undefined;
}

/** Why a message of a template may not go to somebody on a channel; `undefined` when it may. */
export function consentRefusal(
  content: ContentSnapshot,
  { category, topic }: ConsentSubject,
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
