import type { TypeUnderTest } from './content-types.js';

const UNKNOWN = 'content.unknown-reference';

/** The types that something happens by: rows of the table in content-types.ts. */
export const RUNTIME_TYPES: readonly TypeUnderTest[] = [
  {
    type: 'event-definitions',
    needs: ['touchpoints/letter'],
    document: {
      name: { en: 'Order completed' },
      layer: 'transactional',
      touchpoint: 'letter',
      schema: { type: 'object', required: ['amount'] },
    },
    patch: { layer: 'behavioural', says: { direction: 'inbound', text: 'body' } },
    filter: ['layer', 'behavioural'],
    refused: [
      [{ layer: 'emotional' }, '/layer'],
      [{ event: '' }, '/event'],
      [{ says: { direction: 'sideways', text: 'body' } }, '/says/direction'],
    ],
    unpublishable: [
      [{ touchpoint: 'leter' }, UNKNOWN, '/touchpoint'],
      [{ schema: { type: 'moose' } }, 'catalog.event-schema', '/schema/type'],
    ],
  },
  {
    type: 'webhooks',
    needs: [],
    document: {
      name: 'CRM',
      url: 'https://crm.example.com/hook',
      events: ['content.published'],
      active: true,
    },
    patch: { active: false },
    filter: ['active', 'false'],
    refused: [
      [{ url: 'http://crm.example.com/hook' }, '/url'],
      [{ events: ['Content Published'] }, '/events/0'],
    ],
    unpublishable: [
      [{ url: 'https://127.0.0.1/hook' }, 'catalog.private-address', '/url'],
      [{ url: 'https://me:secret@crm.example.com/' }, 'catalog.misplaced-member', '/url'],
    ],
  },
  {
    type: 'connectors',
    needs: [],
    document: {
      name: 'Mailbox',
      type: 'email-smtp',
      config: {
        host: '127.0.0.1',
        port: 2525,
        secure: 'none',
        from: { name: 'P', address: 'p@example.com' },
      },
    },
    patch: { config: { port: 2526 } },
    filter: ['type', 'email-smtp'],
    refused: [[{ type: 'E Mail' }, '/type']],
    unpublishable: [[{ config: { host: null } }, 'plugins.config-invalid', '/config/host']],
  },
  {
    type: 'channel-policies',
    needs: [],
    document: { name: 'Usual', channels: [{ channel: 'email', connector: 'mailbox' }] },
    patch: { description: 'By email.' },
    refused: [[{ channels: [{ chanel: 'email' }] }, '/channels/0/chanel']],
    unpublishable: [
      [{ channels: [{ channel: 'email', connector: 'mailbx' }] }, UNKNOWN, '/channels/0/connector'],
    ],
  },
  {
    type: 'message-templates',
    needs: [],
    document: { name: 'Hi', channels: { email: { subject: 'Hi', html: '<p>Hi</p>' } } },
    patch: { category: 'transactional' },
    filter: ['category', 'transactional'],
    refused: [[{ category: 'spam' }, '/category']],
    unpublishable: [
      [{ channels: { email: { subject: null } } }, 'schema.missing-member', '/channels/email/subject'],
    ],
  },
  {
    type: 'journey-templates',
    needs: ['phase-sets/lifecycle'],
    document: {
      name: 'Short',
      phaseSet: 'lifecycle',
      phase: 'retention',
      definition: {
        entry: { triggers: [{ type: 'api' }] },
        start: 'end',
        steps: { end: { type: 'exit' } },
      },
    },
    patch: { phase: 'advocacy' },
    filter: ['phase', 'advocacy'],
    refused: [[{ definition: 'none' }, '/definition']],
    unpublishable: [
      [{ phase: 'advocay' }, 'catalog.unknown-phase', '/phase'],
      [{ phaseSet: 'none' }, UNKNOWN, '/phaseSet'],
    ],
  },
];
