import { Injectable } from '@nestjs/common';
import { channelsInOrder, consentFor, type Customer, CustomerStore } from '@parcours/audience';
import { type ContentSnapshot, PublishedContent } from '@parcours/content';
import { Database, type Sql } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { DeliveryEcho, type Echo } from '../delivery/delivery-echo.service.js';
import type { FinishedMessage, MessageFailure, Redelivered } from '../outbox/message.js';
import { addresseeOf } from '../channels/channel.js';
import { policyBookOf } from '../policies/compiled-policy.js';
import {
  type MessagePlan,
  type PlanDecision,
  planMessage,
  type Reachable,
} from '../policies/message-plan.rules.js';
import { MESSAGE_TEMPLATE_TYPE } from '../templates/message-template.type.js';
import { type HeldMessage, HeldMessages } from './held-message.store.js';
import { fateOf } from './message-pause.rules.js';
import { MessagePauseStore, type PauseView } from './message-pause.store.js';

const AT_ONCE = 500;

const DROPPED: MessageFailure = {
  code: 'messages.dropped-by-pause',
  detail: 'It was held by a pause, and was to be sent no longer when that was over.',
};

/** What a step of the release came to. */
export interface ReleaseStep {
  readonly isOver: boolean;
  readonly requeued: readonly Redelivered[];
  /** Lanes in which something waits for the end of a message. */
  readonly lanes: ReadonlySet<number>;
}

/** Decides anew on messages that were held. */
@Injectable()
export class Redecision {
  constructor(
    private readonly customers: CustomerStore,
    private readonly content: PublishedContent,
  ) {}

  /** Not inside a transaction. */
  async now(): Promise<ContentSnapshot> {
    return this.content.snapshot();
  }

  /** Nothing of those of which nobody knows any more what was asked for. */
  async decide(
    sql: Sql,
    messages: readonly HeldMessage[],
    content: ContentSnapshot,
  ): Promise<ReadonlyMap<number, PlanDecision>> {
    if (messages.length === 0) return new Map();
    const ids = [...new Set(messages.map(({ customerId }) => customerId))];
    const customers = await this.customers.findCurrent(sql, ids);
    const versionIds = messages.map(({ templateVersionId }) => templateVersionId);
    const templates = await this.content.versions(MESSAGE_TEMPLATE_TYPE, versionIds, sql);
    const { hasChannelCaps } = policyBookOf(content);
    return new Map(
      messages.flatMap((message) => {
        const customer = customers.get(message.customerId);
        const template = templates.get(message.templateVersionId)?.key;
        const { policy, wishedChannel: channel } = message;
        if (!customer || template === undefined || policy === null || channel === null) return [];
        // It counts for the caps of its channel since it was decided on: outside of its lane it keeps to that.
        const wished = hasChannelCaps ? message.channel : channel;
        const request = { template, policy, channel: wished };
        return [[message.id, planMessage(content, request, reachable(customer))] as const];
      }),
    );
  }
}

/** Lets go what a pause held, some at a time, each in one transaction: sent, decided anew, or dropped. */
@Injectable()
export class PauseRelease {
  constructor(
    private readonly database: Database,
    private readonly held: HeldMessages,
    private readonly pauses: MessagePauseStore,
    private readonly redecision: Redecision,
    private readonly echo: DeliveryEcho,
  ) {}

  async step(pause: PauseView, clock: Clock): Promise<ReleaseStep> {
    const echo = await this.echo.prepare();
    const content = await this.redecision.now();
    return this.database.transaction(async ({ sql }) => {
      const now = clock.now();
      const messages = await this.held.take(sql, pause.id, AT_ONCE);
      if (!messages) {
        await this.pauses.close(sql, pause.id);
        return { isOver: true, requeued: [], lanes: new Set() };
      }
      return this.letGo(sql, messages, { pause, now, echo, content });
    });
  }

  private async letGo(
    sql: Sql,
    messages: readonly HeldMessage[],
    { pause, now, echo, content }: { pause: PauseView; now: number; echo: Echo; content: ContentSnapshot },
  ): Promise<ReleaseStep> {
    const fates = grouped(messages, ({ createdAt }) => fateOf(pause, now - createdAt));
    const reconsidered = fates.get('re-decide') ?? [];
    const decisions = await this.redecision.decide(sql, reconsidered, content);
    const failures = new Map<HeldMessage, MessageFailure>();
    for (const message of fates.get('drop') ?? []) failures.set(message, DROPPED);
    const plans = new Map<number, MessagePlan>();
    for (const message of reconsidered) {
      const decision = decisions.get(message.id);
      if (decision?.send) plans.set(message.id, decision.plan);
      else if (decision) failures.set(message, refused(decision.code));
    }
    const going = messages.filter((message) => !failures.has(message));
    await this.held.redirect(sql, plans);
    await this.held.requeue(sql, idsOf(going), now);
    const givenUp = grouped([...failures.keys()], (message) => failures.get(message) ?? DROPPED);
    for (const [failure, group] of givenUp) {
      await this.held.giveUp(sql, group, { failure, now });
    }
    await this.pauses.count(sql, pause.id, { sent: going.length, dropped: failures.size });
    const ended = [...failures].map(([message, failure]): FinishedMessage => ({
      message,
      outcome: { kind: 'failed', address: undefined, failure },
    }));
    const lanes = await this.echo.tell(sql, ended, echo);
    const requeued = going.map(({ id, share, connectorId }) => ({
      share,
      connectorId: plans.get(id)?.connectorId ?? connectorId,
    }));
    return { isOver: false, requeued, lanes };
  }
}

function grouped<T, K>(all: readonly T[], keyOf: (each: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return groups;
}

function idsOf(messages: readonly HeldMessage[]): number[] {
  return messages.map(({ id }) => id);
}

function refused(code: string): MessageFailure {
  return {
    code: 'messages.refused-after-pause',
    detail: `It was held by a pause, and was not to be sent any more when it was decided anew (${code}).`,
  };
}

function reachable(customer: Customer): Reachable {
  const { traits, profile } = customer;
  return {
    ...addresseeOf(customer),
    consent: (channel, topic) => consentFor(profile.consents, channel, topic),
    preferredChannels: channelsInOrder(traits, profile.channels),
  };
}
