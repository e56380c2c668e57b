import { type ConsentRefusal, type ConsentState, EVERY, refusalBy, TOPIC_TYPE } from '@parcours/audience';
import type { CustomerFacts } from '@parcours/conditions';
import type { ContentSnapshot, PublishedVersion } from '@parcours/content';
import { formatInstant, type JsonObject } from '@parcours/kernel';

import { brandOf } from '../brands/brand-of.rules.js';
import type { Addressee } from '../channels/channel.js';
import { nextLeg } from '../fallbacks/fallback.rules.js';
import { addressFor } from '../outbox/address.rules.js';
import type { MessageCategory, MessageUrgency } from '../outbox/message.js';
import { allowedChannels } from './allowed-channels.rules.js';
import { CONNECTOR_TYPE } from '../connectors/connector.type.js';
import { MESSAGE_TEMPLATE_TYPE, type MessageTemplateDocument } from '../templates/message-template.type.js';
import type { Displaced } from './arbitration.rules.js';
import { type Escalation, escalationOf, type Help, helpOf } from './care.rules.js';
import type { PolicyChannel, PolicyReach } from './channel-policy.js';
import { policyBookOf } from './compiled-policy.js';
import type { AppliedPolicy, PlanMoment, PolicyCheck, PolicyRefusal } from './policy-question.js';
import { appliedPolicies, verdictOf } from './policy-verdict.rules.js';

/** What a step asks for. */
export interface PlanRequest {
  readonly template: string;
  readonly policy: string;
  /** A channel's name, `policy` where the policy chooses, or `preferred` where it does for each customer. */
  readonly channel: string;
  /** For templates that name none. */
  readonly category?: MessageCategory;
  /** 2 and more for a message in place of another one of its step. */
  readonly leg?: number;
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
  /** Messages to the same customer that have to make room for it. */
  readonly displaced?: readonly Displaced[] | undefined;
  /** When it is to be followed by one on another channel, unless the customer has reacted. */
  readonly fallbackAt?: number | undefined;
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
  const note = noteIn(moment, policyKey);
  const template = content.byKey(MESSAGE_TEMPLATE_TYPE, templateKey);
  note('template', template ? undefined : 'template-not-published', { template: templateKey });
  if (!template) return refuse('template-not-published', { template: templateKey });
  const book = policyBookOf(content);
  const policies = appliedPolicies(book, policyKey, customer);
  const [own] = policies;
  const isKnown = own?.policy.key === policyKey;
  note('policy', isKnown ? undefined : 'policy-not-published', { policy: policyKey });
  if (!isKnown) return refuse('policy-not-published', { policy: policyKey });

  const { category = request.category ?? 'marketing', topic = own.rules.topic } = template.document;
  const subject = { category, topic };
  const caring = caringOf(policies, category);
  const escalated = moment && request.mayEscalate && escalationOf(caring, { customer, moment });
  if (escalated) return handedOver(templateKey, escalated);
  const help = moment && helpOf(caring, { customer, moment });
  const brand = brandOf(content, template.document)?.key;
  const allowed = allowedChannels(own.rules.channels, request.channel, customer);
  let nearestMiss = refuse('no-channel-in-policy', { policy: policyKey, channel: request.channel });
  for (const option of allowed) {
    const { channel, connector: connectorKey } = option;
    const why = { template: templateKey, policy: policyKey, channel, connector: connectorKey };
    const way = wayTo(customer, option, { content, template, subject, note });
    if ('code' in way) {
      nearestMiss = refuse(way.code, { ...why, ...way.detail });
      continue;
    }
    const verdict = moment && verdictOf(policies, { option, category, brand, customer, moment, book });
    if (verdict?.passes === false) {
      nearestMiss = refuse(verdict.code, { ...why, ...verdict.detail });
      continue;
    }
    const { held, slot, displaced } = verdict ?? UNTIMED;
    const sendAt = slot && moment && slot.plannedAt > moment.now ? slot.plannedAt : undefined;
    const next = moment && nextLeg(own.rules.fallback, { leg: request.leg ?? 1, channel });
    const plan: MessagePlan = {
      category,
      priority: own.rules.priority,
      brand,
      expiresAt: slot?.expiresAt,
      channel,
      connectorId: way.connectorId,
      templateVersionId: template.versionId,
      address: way.address,
      sendAt,
      decision: rememberedOf(policies, { held, help }),
      displaced,
      fallbackAt: next && (sendAt ?? moment.now) + next.afterMs,
    };
    const detail = { ...why, templateVersion: template.number, ...(help && { help: { ...help } }) };
    return {
      send: true,
      channel,
      plan,
      detail: sendAt === undefined ? detail : { ...detail, sendAt: formatInstant(sendAt) },
      held,
    };
  }
  return nearestMiss;
}

type Note = (check: PolicyCheck['check'], code: PlanRefusal | undefined, detail: JsonObject) => void;

/** Takes down what is looked at beside the policies' own checks, where somebody wants to know. */
function noteIn(moment: PlanMoment | undefined, policy: string): Note {
  const trace = moment?.trace;
  if (!trace) return () => undefined;
  return (check, code, detail) => {
    const outcome = code === undefined ? 'passed' : 'refused';
    const { channel } = detail;
    trace.push({
      check,
      policy,
      channel: typeof channel === 'string' ? channel : undefined,
      outcome,
      code,
      detail,
    });
  };
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

interface Lookup {
  readonly content: ContentSnapshot;
  readonly template: PublishedVersion<MessageTemplateDocument>;
  readonly subject: ConsentSubject;
  readonly note: Note;
}

/** How the customer is reached on a channel, or why they are not. */
function wayTo(
  customer: Reachable,
  { channel, connector: connectorKey }: PolicyChannel,
  { content, template, subject, note }: Lookup,
):
  | { readonly connectorId: number; readonly address: string }
  | { readonly code: PlanRefusal; readonly detail: JsonObject } {
  const isWritten = Object.hasOwn(template.document.channels, channel);
  note('channel', isWritten ? undefined : 'template-lacks-channel', { template: template.key, channel });
  if (!isWritten) return { code: 'template-lacks-channel', detail: {} };
  const connector = content.byKey(CONNECTOR_TYPE, connectorKey);
  note('connector', connector ? undefined : 'connector-not-published', { connector: connectorKey, channel });
  if (!connector) return { code: 'connector-not-published', detail: {} };
  const address = addressFor(channel, customer);
  note('address', address === undefined ? 'no-address' : undefined, { channel });
  if (address === undefined) return { code: 'no-address', detail: {} };
  const refusal = consentRefusal(content, subject, { customer, channel });
  const detail = { topic: subject.topic ?? null };
  note('consent', refusal, { ...detail, channel });
  return refusal === undefined ? { connectorId: connector.itemId, address } : { code: refusal, detail };
}

/** Without a moment nothing is asked of time. */
const UNTIMED: { readonly [K in 'held' | 'slot' | 'displaced']: undefined } = {
  held: undefined,
  slot: undefined,
  displaced: undefined,
};

/** What a message keeps of its decision: only what is not as always. */
function rememberedOf(
  policies: readonly AppliedPolicy[],
  { held, help }: Pick<SendingPlan, 'held'> & { readonly help: Help | undefined },
): JsonObject | undefined {
  let segments: Record<string, string> | undefined;
  for (const { policy, segment } of policies) {
    if (segment !== undefined) segments = { ...segments, [policy.key]: segment };
  }
  if (!held && !help && !segments) return undefined;
  return {
    ...(segments && { segments }),
    ...(held && { held: { code: held.code, ...held.detail } }),
    ...(help && { help: { ...help } }),
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
