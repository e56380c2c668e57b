import { createHmac } from 'node:crypto';

import type { CallbackRequest, JsonObject } from '@parcours/sdk';

/** A help desk: how it is configured, and what it sends once a ticket is resolved. */
export interface Sample {
  readonly config: JsonObject;
  readonly body: unknown;
  readonly headers: (body: string) => Readonly<Record<string, string>>;
}

const KEY = 'a-secret-of-the-sample';
export const SIGNED_AT = '2026-06-01T10:31:00Z';

/** Written after the forms in which these products send webhooks; every value is made up. */
export const SAMPLES: Readonly<Record<'zendesk' | 'freshdesk' | 'intercom', Sample>> = {
  zendesk: {
    config: {
      signature: {
        scheme: 'hmac',
        secret: KEY,
        header: 'X-Zendesk-Webhook-Signature',
        encoding: 'base64',
        timestampHeader: 'X-Zendesk-Webhook-Signature-Timestamp',
        signed: '{timestamp}{body}',
      },
      deliveryIdHeader: 'X-Zendesk-Webhook-Invocation-Id',
      ticket: {
        id: '/detail/id',
        status: '/detail/status',
        customerId: '/detail/external_id',
        email: '/detail/requester_email',
        subject: '/detail/subject',
        priority: '/detail/priority',
        source: '/detail/via/channel',
        openedAt: '/detail/created_at',
        updatedAt: '/detail/updated_at',
      },
      eventIdAt: '/id',
      event: {
        at: '/type',
        opened: ['zen:event-type:ticket.created'],
        ignored: ['zen:event-type:ticket.tags_changed'],
      },
      properties: { group: '/detail/group_id' },
    },
    body: {
      account_id: 22129848,
      id: '01JTESTEVENT',
      type: 'zen:event-type:ticket.status_changed',
      time: SIGNED_AT,
      detail: {
        id: '5158',
        status: 'SOLVED',
        requester_email: 'zoe@example.com',
        external_id: null,
        subject: 'Where is it?',
        priority: 'HIGH',
        via: { channel: 'web_service' },
        group_id: '360006965034',
        created_at: '2026-06-01T08:00:00Z',
        updated_at: '2026-06-01T10:30:00Z',
      },
      event: { previous: 'OPEN', current: 'SOLVED' },
    },
    headers: (body) => ({
      'x-zendesk-webhook-invocation-id': '01JTESTDELIVERY',
      'x-zendesk-webhook-signature-timestamp': SIGNED_AT,
      'x-zendesk-webhook-signature': createHmac('sha256', KEY).update(`${SIGNED_AT}${body}`).digest('base64'),
    }),
  },
  freshdesk: {
    config: {
      signature: { scheme: 'basic', user: 'freshdesk', secret: KEY },
      ticket: {
        id: '/freshdesk_webhook/ticket_id',
        status: '/freshdesk_webhook/ticket_status',
        email: '/freshdesk_webhook/ticket_contact_email',
        subject: '/freshdesk_webhook/ticket_subject',
        priority: '/freshdesk_webhook/ticket_priority',
        source: '/freshdesk_webhook/ticket_source',
        openedAt: '/freshdesk_webhook/created_at',
        resolvedAt: '/freshdesk_webhook/resolved_at',
      },
    },
    body: {
      freshdesk_webhook: {
        ticket_id: 5158,
        ticket_status: 'Resolved',
        ticket_contact_email: 'zoe@example.com',
        ticket_subject: 'Where is it?',
        ticket_priority: 'High',
        ticket_source: 'Portal',
        created_at: '2026-06-01T10:00:00+02:00',
        resolved_at: '2026-06-01 10:30:00',
      },
    },
    headers: () => ({ authorization: `Basic ${Buffer.from(`freshdesk:${KEY}`).toString('base64')}` }),
  },
  intercom: {
    config: {
      signature: {
        scheme: 'hmac',
        secret: KEY,
        header: 'X-Hub-Signature',
        algorithm: 'sha1',
        prefix: 'sha1=',
      },
      ticket: {
        id: '/data/item/ticket_id',
        status: '/data/item/ticket_state',
        customerId: '/data/item/contacts/contacts/0/external_id',
        subject: '/data/item/ticket_attributes/_default_title_',
        openedAt: '/data/item/created_at',
        updatedAt: '/data/item/updated_at',
      },
      event: { at: '/topic', opened: ['ticket.created'], resolved: ['ticket.closed'], ignored: ['ping'] },
      eventIdAt: '/id',
    },
    body: {
      type: 'notification_event',
      id: 'notif_1',
      topic: 'ticket.state.updated',
      created_at: 1_780_309_800,
      data: {
        item: {
          type: 'ticket',
          ticket_id: '5158',
          ticket_state: 'resolved',
          ticket_attributes: { _default_title_: 'Where is it?' },
          contacts: { contacts: [{ external_id: 'customer-7' }] },
          created_at: 1_780_300_800,
          updated_at: 1_780_309_800,
        },
      },
    },
    headers: (body) => ({ 'x-hub-signature': `sha1=${createHmac('sha1', KEY).update(body).digest('hex')}` }),
  },
};

/** What the product sends, with another body where one is given. */
export function sent({ body, headers }: Sample, other: unknown = body): CallbackRequest {
  const text = JSON.stringify(other);
  return {
    method: 'POST',
    url: 'https://journeys.example.com/hooks/desk',
    headers: headers(text),
    query: {},
    rawBody: Buffer.from(text),
  };
}
