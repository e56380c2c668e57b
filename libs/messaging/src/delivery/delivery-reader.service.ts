import { Injectable } from '@nestjs/common';
import { consentFor, CustomerStore } from '@parcours/audience';
import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';

import { addresseeOf } from '../channels/channel.js';
import { brandOf } from '../brands/brand-of.rules.js';
import { addressFor } from '../outbox/address.rules.js';
import { ACKNOWLEDGEMENT_LEG, type ClaimedMessage } from '../outbox/message.js';
import { RenderContexts } from '../outbox/render-contexts.store.js';
import { policyBookOf } from '../policies/compiled-policy.js';
import { topicOf } from '../policies/delivery-timing.rules.js';
import { consentRefusal } from '../policies/message-plan.rules.js';
import { MESSAGE_TEMPLATE_TYPE } from '../templates/message-template.type.js';
import { DeliveryHolds } from './delivery-holds.service.js';
import { failed, type Prepared } from './prepared-message.js';

/** A last look at the moment of sending: who reads it, by what template, and whether they may still be written to. */
@Injectable()
export class DeliveryReader {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerStore,
    private readonly contexts: RenderContexts,
    private readonly content: PublishedContent,
    private readonly holds: DeliveryHolds,
  ) {}

  /** A handful of statements, however many messages. */
  async read(messages: readonly ClaimedMessage[]): Promise<readonly Prepared[]> {
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
      const { category } = template.document;
      const topic = topicOf(policyBookOf(published), message, template.document.topic);
      const refusal = consentRefusal(
        published,
        { category, topic },
        { customer: { traits: customer.traits, consent }, channel },
      );
      if (refusal !== undefined) return { message, outcome: failed(REFUSED[refusal], address) };
      const brand = brandOf(published, { brand: message.brand ?? template.document.brand });
      return { message, reader: { customer, context, template, topic, brand, address, content: published } };
    });
    return this.holds.hold(prepared, published);
  }
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
