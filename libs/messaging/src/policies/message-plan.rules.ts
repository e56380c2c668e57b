import { type ConsentRefusal, type ConsentState, EVERY, refusalBy, TOPIC_TYPE } from '@parcours/audience';
import type { CustomerFacts } from '@parcours/conditions';
import type { ContentSnapshot } from '@parcours/content';
import { formatInstant, type JsonObject } from '@parcours/kernel';

import { addressFor } from '../outbox/address.rules.js';
import type { MessageUrgency } from '../outbox/message.js';
import { CONNECTOR_TYPE } from '../connectors/connector.type.js';
import { MESSAGE_TEMPLATE_TYPE, type MessageTemplateDocument } from '../templates/message-template.type.js';
import { type Escalation, escalationOf, type Help, helpOf } from './care.rules.js';
import type { PolicyChannel, PolicyReach } from './channel-policy.js';
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
  /** A channel's name, or `policy` where the policy chooses. */
  readonly channel: string;
  /** Whoever asks can hand a critical request to a person in place of the message. */
  readonly mayEscalate?: boolean;
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
  | SendingPlan
  | {
      readonly send: false;
      readonly code: PlanRefusal;
      readonly detail: JsonObject;
      /** Who is to look after the customer in place of the message. */
      readonly escalation?: Escalation;
    };

export type PlanRefusal =
  | 'template-not-published'
  | 'policy-not-published'
  | 'connector-not-published'
  | 'template-lacks-channel'
  | 'no-channel-in-policy'
  | 'no-address'
  | 'escalated'
  | ConsentRefusal
  | PolicyRefusal;

/** What is known of a customer that decides where a message may go. */
export interface Reachable {
  readonly traits: JsonObject;
  readonly consent?: ((channel: string, topic: string) => ConsentState) | undefined;
  /** IANA name. */
  readonly timezone?: string | undefined;
  /** What lies behind them: conditions, segments and events that policies ask for are unknown where it is left out. */
  readonly factsOf?: ((traits: JsonObject) => CustomerFacts) | undefined;
  /** The channel that they prefer: it comes first for steps that ask for it. */
  readonly preferredChannel?: string | undefined;
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
  const caring = caringOf(policies, category);
  const escalated = moment && request.mayEscalate && escalationOf(caring, { customer, moment });
  if (escalated) return handedOver(templateKey, escalated);
  const help = moment && helpOf(caring, { customer, moment });
  let nearestMiss = refuse('no-channel-in-policy', { policy: policyKey, channel: request.channel });
  for (const option of optionsOf(own.rules.channels, request, customer)) {
    const { channel, connector: connectorKey } = option;
    const why = { template: templateKey, policy: policyKey, channel, connector: connectorKey };
    const connector = content.byKey(CONNECTOR_TYPE, connectorKey);
    const address = addressFor(channel, customer.traits);
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
      const brand = undefined;
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
        ...rememberedOf(policies, { held: verdict?.held, help }),
      };
      const detail = { ...why, templateVersion: template.number, ...(help && { help: { ...help } }) };
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

const NOBODY: readonly AppliedPolicy[] = [];

/** Most policies look after nobody. */
function caringOf(
  policies: readonly AppliedPolicy[],
  category: MessageUrgency['category'],
): readonly AppliedPolicy[] {
  if (policies.every(({ rules }) => !rules.care)) return NOBODY;
  return policies.filter(({ policy }, index) => index === 0 || isAbout(policy.reach, category));
}

function handedOver(
  template: string,
  { policy, escalation, values }: NonNullable<ReturnType<typeof escalationOf>>,
): PlanDecision {
  const { connector, action } = escalation;
  const detail = { template, policy, connector, action, ...values };
  return { send: false, code: 'escalated', detail, escalation };
}

/** Before a channel is chosen, it is the category alone that says whether a policy of the house is about a message. */
function isAbout(
  { channels, brands, categories }: PolicyReach,
  category: MessageUrgency['category'],
): boolean {
  return !channels && !brands && (categories?.includes(category) ?? true);
}

/** What a message keeps of its decision: only what is not as always. */
function rememberedOf(
  policies: readonly AppliedPolicy[],
  { held, help }: Pick<SendingPlan, 'held'> & { readonly help: Help | undefined },
): { readonly decision?: JsonObject } {
  const segments = policies.flatMap(({ policy, segment }) =>
    segment === undefined ? [] : [[policy.key, segment] as const],
  );
  if (!held && !help && segments.length === 0) return {};
  return {
    decision: {
      ...(segments.length > 0 && { segments: Object.fromEntries(segments) }),
      ...(held && { held: { code: held.code, ...held.detail } }),
      ...(help && { help: { ...help } }),
    },
  };
}

/** In the order in which they are looked at. */
function optionsOf(
  channels: readonly PolicyChannel[],
  { channel: wanted }: PlanRequest,
  { preferredChannel }: Reachable,
): readonly PolicyChannel[] {
  if (wanted === 'policy') return channels;
  if (wanted !== 'preferred') return channels.filter(({ channel }) => channel === wanted);
  const isPreferred = ({ channel }: PolicyChannel) => channel === preferredChannel;
  return [...channels.filter(isPreferred), ...channels.filter((each) => !isPreferred(each))];
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
