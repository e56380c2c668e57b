import { Injectable } from '@nestjs/common';
import { consentFor, type Customer, CustomerStore, suppressible, SuppressionStore } from '@parcours/audience';
import { type ContentSnapshot, PublishedContent, type PublishedVersion } from '@parcours/content';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { addresseeOf } from '../channels/channel.js';
import { brandOf, type PublishedBrand } from '../brands/brand-of.rules.js';
import { addressFor } from '../outbox/address.rules.js';
import {
  ACKNOWLEDGEMENT_LEG,
  type ClaimedMessage,
  type DeliveryOutcome,
  type MessageFailure,
} from '../outbox/message.js';
import { type RenderContext, RenderContexts } from '../outbox/render-contexts.store.js';
import { PauseGate } from '../pauses/pause-gate.service.js';
import { policyBookOf } from '../policies/compiled-policy.js';
import { consentRefusal, type ConsentSubject } from '../policies/message-plan.rules.js';
import { MESSAGE_TEMPLATE_TYPE, type MessageTemplateDocument } from '../templates/message-template.type.js';
import { TimingGate } from './timing-gate.service.js';

/** Everything that a message is made of, or why it is not to be made. */
export type Prepared =
  | { readonly message: ClaimedMessage; readonly reader: Reader }
  | { readonly message: ClaimedMessage; readonly outcome: DeliveryOutcome };

export interface Reader {
  readonly customer: Customer;
  readonly context: RenderContext;
  readonly template: PublishedVersion<MessageTemplateDocument>;
  /** In whose name it goes out. */
  readonly brand: PublishedBrand | undefined;
  readonly address: string;
  /** What was published when it was read. */
  readonly content: ContentSnapshot;
}

/** Keeps messages from going out while they are paused, and from addresses that are suppressed, whatever was consented to. */
@Injectable()
export class SuppressionGate {
  constructor(
    private readonly database: Database,
    private readonly suppressions: SuppressionStore,
    private readonly clock: Clock,
    private readonly pauses: PauseGate,
    private readonly timing: TimingGate,
  ) {}

  async hold(all: readonly Prepared[], content: ContentSnapshot): Promise<Prepared[]> {
    const prepared = await this.pauses.hold(this.timing.hold(all, content), content);
    const held = await this.suppressed(prepared);
    if (held.size === 0) return [...prepared];
    return prepared.map((each) => {
      const suppression =
        'reader' in each ? held.get(each.message.channel)?.get(comparable(each)) : undefined;
      if (!suppression || !('reader' in each)) return each;
      const detail = `The address is suppressed (${suppression.reason}).`;
      const failure = { code: 'messages.address-suppressed', detail };
      return { message: each.message, outcome: failed(failure, each.reader.address) };
    });
  }

  /** One statement for each channel: messages of one connector have one. */
  private async suppressed(prepared: readonly Prepared[]) {
    const addresses = new Map<string, Set<string>>();
    for (const each of prepared) {
      if (!('reader' in each)) continue;
      const { channel } = each.message;
      const ofChannel = addresses.get(channel) ?? new Set();
      addresses.set(channel, ofChannel.add(comparable(each)));
    }
    const now = this.clock.now();
    const held: [string, Awaited<ReturnType<SuppressionStore['holding']>>][] = [];
    for (const [channel, some] of addresses) {
      const found = await this.suppressions.holding(this.database.sql, {
        channel,
        addresses: [...some],
        now,
      });
      if (found.size > 0) held.push([channel, found]);
    }
    return new Map(held);
  }
}

/** A last look at the moment of sending: who reads it, by what template, and whether they may still be written to. */
@Injectable()
export class DeliveryReader {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerStore,
    private readonly contexts: RenderContexts,
    private readonly content: PublishedContent,
    private readonly suppressions: SuppressionGate,
  ) {}

  /** A handful of statements, however many messages. */
  async read(messages: readonly ClaimedMessage[]): Promise<Prepared[]> {
    const { sql } = this.database;
    // One who was merged since the claim is read as who took them in.
    const customers = await this.customers.findCurrent(sql, [...new Set(messages.map((m) => m.customerId))]);
    const contexts = await this.contexts.of(sql, [...new Set(messages.map((m) => m.enrollmentId))]);
    const templates = await this.content.versions(
      MESSAGE_TEMPLATE_TYPE,
      messages.map((message) => message.templateVersionId),
    );
    const published = await this.content.snapshot();
    const prepared = messages.map((message): Prepared => {
      const customer = customers.get(message.customerId);
      const context = contexts.get(message.enrollmentId);
      const template = templates.get(message.templateVersionId);
      if (!customer || !context) return { message, outcome: failed(GONE) };
      if (context.hasLeft && message.leg < ACKNOWLEDGEMENT_LEG)
        return { message, outcome: { kind: 'withdrawn' } };
      if (!template) return { message, outcome: failed(NO_TEMPLATE) };
      const { channel } = message;
      const address = addressFor(channel, addresseeOf(customer));
      if (address === undefined) return { message, outcome: failed(NO_ADDRESS) };
      const consent = (on: string, topic: string) => consentFor(customer.profile.consents, on, topic);
      const refusal = consentRefusal(published, subjectOf(message, template.document, published), {
        customer: { traits: customer.traits, consent },
        channel,
      });
      if (refusal !== undefined) return { message, outcome: failed(REFUSED[refusal], address) };
      const brand = brandOf(published, { brand: message.brand ?? template.document.brand });
      return { message, reader: { customer, context, template, brand, address, content: published } };
    });
    return this.suppressions.hold(prepared, published);
  }
}

/** A template that names no topic is about the one of the policy. */
function subjectOf(
  { policy }: ClaimedMessage,
  { category, topic }: MessageTemplateDocument,
  content: ContentSnapshot,
): ConsentSubject {
  if (topic !== undefined || policy === null) return { category, topic };
  return { category, topic: policyBookOf(content).byKey.get(policy)?.rules.topic };
}

function comparable({ message, reader }: Extract<Prepared, { reader: unknown }>): string {
  return suppressible(message.channel, reader.address) ?? reader.address;
}

const GONE = { code: 'messages.customer-gone', detail: 'The customer or the enrollment no longer exists.' };
const NO_ADDRESS = {
  code: 'messages.no-address',
  detail: 'The customer has no address on this channel any more.',
};
const NO_TEMPLATE = {
  code: 'messages.template-gone',
  detail: 'The version of the template no longer exists.',
};
const REFUSED = {
  'consent-denied': { code: 'messages.consent-denied', detail: 'The customer does not want this.' },
  'consent-pending': {
    code: 'messages.consent-pending',
    detail: 'The customer has not confirmed that they want this.',
  },
  'consent-missing': {
    code: 'messages.consent-missing',
    detail: 'The customer has not asked for this topic.',
  },
};

/** The end of a message that will never be sent. */
export function failed(failure: MessageFailure, address?: string): DeliveryOutcome {
  return { kind: 'failed', address, failure };
}
