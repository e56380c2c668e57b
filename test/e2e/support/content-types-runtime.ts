import type { TypeUnderTest } from './content-types.js';

const UNKNOWN = 'content.unknown-reference';

/** The types that something happens by: rows of the table in content-types.ts. */
export const RUNTIME_TYPES: readonly TypeUnderTest[] = [
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
  {
    type: 'traits',
    needs: [],
    document: {
      name: { en: 'Shoe size', fr: 'Pointure' },
      trait: 'shoe.size',
      schema: { type: 'string', maxLength: 100 },
      indexed: true,
      personal: true,
    },
    patch: { indexed: false },
    filter: ['trait', 'shoe.size'],
    refused: [
      [{ trait: 'address..city' }, '/trait'],
      [{ trait: 'constructor' }, '/trait'],
    ],
    unpublishable: [
      [{ schema: { type: 'strng' } }, 'audience.trait-schema', '/schema'],
      [{ schema: { type: 'array' } }, 'audience.trait-not-indexable', '/indexed'],
    ],
  },
  {
    type: 'topics',
    needs: [],
    document: {
      name: { en: 'Newsletter', fr: 'Lettre d’information' },
      channels: ['email', 'sms'],
      basis: 'opt-in',
      confirm: true,
      order: 1,
    },
    patch: { basis: 'opt-out' },
    filter: ['basis', 'opt-out'],
    refused: [[{ basis: 'maybe' }, '/basis']],
    unpublishable: [[{ channels: [] }, 'schema.size', '/channels']],
  },
];
