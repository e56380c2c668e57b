import {
  compileCondition,
  type CompiledCondition,
  type Condition,
  type HistoryRead,
} from '@parcours/conditions';
import type { ContentSnapshot } from '@parcours/content';
import type { JourneyAsks } from '@parcours/engine';
import { parseDuration } from '@parcours/kernel';

import type { FallbackReaction } from '../fallbacks/fallback.rules.js';
import { DEFAULT_PRIORITY, type MessageCategory } from '../outbox/message.js';
import type {
  Cap,
  ChannelPolicyDocument,
  EventSuppression,
  PolicyChannel,
  PolicyReach,
  PolicyRules,
} from './channel-policy.js';
import { CHANNEL_POLICY_TYPE } from './channel-policy.type.js';
import { type CompiledCare, compileCare, conditionsOfCare } from './care.rules.js';
import { type CompiledHours, compileHours } from './policy-hours.rules.js';

export interface CompiledCap {
  readonly policy: string;
  readonly max: number;
  readonly per: string;
  readonly perMs: number;
  readonly channel: string | undefined;
  readonly category: MessageCategory | 'any';
  /** It neither counts nor limits what its policy is not about. */
  readonly reach: PolicyReach;
}

export interface CompiledSuppression {
  readonly policy: string;
  readonly event: string;
  readonly for: string;
  readonly forMs: number;
  readonly until: string | undefined;
  readonly condition: CompiledCondition | undefined;
  readonly categories: ReadonlySet<MessageCategory>;
}

export interface CompiledArbitration {
  readonly windowMs: number;
  readonly window: string;
  readonly drops: boolean;
  readonly collectMs: number;
}

export interface CompiledFallback {
  readonly channel: string;
  readonly afterMs: number;
  readonly unless: FallbackReaction;
}

/** What a policy says to one customer, ready to be asked. */
export interface CompiledRules {
  readonly channels: readonly PolicyChannel[];
  readonly categories: ReadonlySet<MessageCategory> | undefined;
  readonly priority: number;
  readonly timeToLiveMs: number;
  readonly topic: string | undefined;
  readonly caps: readonly CompiledCap[];
  readonly hours: readonly CompiledHours[];
  readonly suppress: readonly CompiledSuppression[];
  readonly condition: CompiledCondition | undefined;
  readonly arbitration: CompiledArbitration | undefined;
  readonly fallback: readonly CompiledFallback[];
  readonly care: CompiledCare | undefined;
}

export interface CompiledPolicy {
  readonly key: string;
  readonly isHouse: boolean;
  readonly reach: PolicyReach;
  readonly rules: CompiledRules;
  readonly overrides: readonly { readonly segment: string; readonly rules: CompiledRules }[];
}

/** All policies that are published, and what they need to know of customers. */
export interface PolicyBook {
  readonly byKey: ReadonlyMap<string, CompiledPolicy>;
  readonly house: readonly CompiledPolicy[];
  readonly hasChannelCaps: boolean;
  /** How far back decisions look at what was sent, for caps and for messages that compete; 0 where they do not. */
  readonly contactWindowMs: number;
  /** What lies behind customers that they ask for; `undefined` where nothing does. */
  readonly asks: JourneyAsks | undefined;
}

const books = new WeakMap<ContentSnapshot, PolicyBook>();

/** Compiled once for each state of the content. */
export function policyBookOf(content: ContentSnapshot): PolicyBook {
  const known = books.get(content);
  if (known) return known;
  const policies = content
    .all(CHANNEL_POLICY_TYPE)
    .map(({ key, document }) => compilePolicy(key, document))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const rules = policies.flatMap((policy) => [policy.rules, ...policy.overrides.map((each) => each.rules)]);
  const caps = rules.flatMap((each) => each.caps);
  const book: PolicyBook = {
    byKey: new Map(policies.map((policy) => [policy.key, policy])),
    house: policies.filter(({ isHouse }) => isHouse),
    hasChannelCaps: caps.some(({ channel, reach }) => channel !== undefined || reach.channels !== undefined),
    contactWindowMs: Math.max(
      ...[0, ...caps.map(({ perMs }) => perMs)],
      ...rules.map(({ arbitration }) => arbitration?.windowMs ?? 0),
    ),
    asks: asksOf(policies, rules),
  };
  books.set(content, book);
  return book;
}

export function compilePolicy(key: string, document: ChannelPolicyDocument): CompiledPolicy {
  const { scope = 'step', appliesTo, overrides = [], ...base } = document;
  const isHouse = scope === 'house';
  const reach = (isHouse ? appliesTo : undefined) ?? {};
  return {
    key,
    isHouse,
    reach,
    rules: compileRules(base, key, reach),
    overrides: overrides.map(({ segment, ...own }) => ({
      segment,
      rules: compileRules({ ...base, ...own }, key, reach),
    })),
  };
}

function compileRules(rules: PolicyRules, policy: string, reach: PolicyReach): CompiledRules {
  const { channels = [], categories, priority = DEFAULT_PRIORITY, timeToLive, topic } = rules;
  const { caps = [], suppress = [], condition, arbitration, fallback = [], care } = rules;
  return {
    channels,
    categories: categories && new Set(categories),
    priority,
    timeToLiveMs: msOf(timeToLive, Infinity),
    topic,
    caps: caps.map((cap) => compileCap(cap, policy, reach)),
    hours: compileHours(rules, policy),
    suppress: suppress.map((each) => compileSuppression(each, policy)),
    condition: condition && compileCondition(condition as Condition),
    arbitration: arbitration && {
      window: arbitration.window,
      windowMs: msOf(arbitration.window, 0),
      drops: arbitration.loser === 'drop',
      collectMs: msOf(arbitration.collect, 0),
    },
    fallback: fallback.map(({ channel, after, unless = 'opened' }) => ({
      channel,
      afterMs: msOf(after, 0),
      unless,
    })),
    care: care && compileCare(care),
  };
}

function compileCap(
  { max, per, channel, category = 'marketing' }: Cap,
  policy: string,
  reach: PolicyReach,
): CompiledCap {
  return { policy, max, per, perMs: msOf(per, 0), channel, category, reach };
}

function compileSuppression(suppression: EventSuppression, policy: string): CompiledSuppression {
  const { event, for: length, until, condition, categories = ['marketing'] } = suppression;
  return {
    policy,
    event,
    for: length,
    forMs: msOf(length, 0),
    until,
    condition: condition && compileCondition(condition as Condition),
    categories: new Set(categories),
  };
}

export function msOf(text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : (parseDuration(text) ?? otherwise);
}

/** Gathered as for a journey: the events of suppressions, the segments of overrides, and what conditions ask. */
function asksOf(policies: readonly CompiledPolicy[], all: readonly CompiledRules[]): JourneyAsks | undefined {
  const history = new Map<string, HistoryRead>();
  const need = (event: string, { withinMs, needsProperties }: HistoryRead) => {
    const known = history.get(event);
    history.set(event, {
      withinMs: Math.max(withinMs, known?.withinMs ?? 0),
      needsProperties: needsProperties || (known?.needsProperties ?? false),
    });
  };
  const conditions = all.flatMap(({ condition, suppress, care }) => [
    ...conditionsOfCare(care),
    ...(condition ? [condition] : []),
    ...suppress.flatMap((each) => each.condition ?? []),
  ]);
  for (const { event, until, forMs } of all.flatMap(({ suppress }) => suppress)) {
    need(event, { withinMs: forMs, needsProperties: false });
    if (until !== undefined) need(until, { withinMs: forMs, needsProperties: false });
  }
  for (const { history: read } of conditions) for (const [event, each] of read) need(event, each);
  const named = (member: 'messages' | 'segments' | 'personas' | 'journeys' | 'tags') => [
    ...new Set(conditions.flatMap(({ reads }) => reads[member])),
  ];
  const asks: JourneyAsks = {
    history,
    messages: named('messages'),
    personas: named('personas'),
    journeys: named('journeys'),
    tags: named('tags'),
    segments: [
      ...new Set([
        ...named('segments'),
        ...policies.flatMap(({ overrides }) => overrides.map(({ segment }) => segment)),
      ]),
    ],
  };
  const { messages, segments, personas, journeys, tags } = asks;
  const isNothing = [messages, segments, personas, journeys, tags].every(({ length }) => length === 0);
  return isNothing && history.size === 0 ? undefined : asks;
}
