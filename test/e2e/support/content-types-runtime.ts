import type { TypeUnderTest } from './content-types.js';

const UNKNOWN = 'content.unknown-reference';

/** The types that something happens by, and that of custom fields: rows of the table in content-types.ts. */
export const RUNTIME_TYPES: readonly TypeUnderTest[] = [
  {
    type: 'custom-fields',
    needs: [],
    document: { name: { en: 'Colour', fr: 'Couleur' }, appliesTo: 'personas', schema: { type: 'string' } },
    own: (key) => ({ member: key.replace(/\W/g, '_') }),
    patch: { schema: { maxLength: 20 }, filterable: true, help: 'One word.' },
    filter: ['filterable', 'true'],
    refused: [
      [{ appliesTo: 'persona' }, '/appliesTo'],
      [{ member: 'Colour' }, '/member'],
      [{ schema: { type: 'text' } }, '/schema/type'],
      [{ schema: { $ref: 'https://example.com/schema' } }, '/schema/$ref'],
    ],
    unpublishable: [
      [{ schema: { type: 'number', maxLength: 3 } }, 'content.field-schema', '/schema/maxLength'],
      [{ schema: { type: 'number' }, localised: true }, 'content.field-option', '/localised'],
      [{ default: 5 }, 'content.field-default', '/default'],
      [{ member: null }, 'schema.missing-member', '/member'],
    ],
  },
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
      [{ event: 'two\nlines' }, '/event'],
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
      [{ url: 'ftp://crm.example.com/hook' }, '/url'],
      [{ events: ['Content Published'] }, '/events/0'],
    ],
    unpublishable: [
      [{ url: 'http://crm.example.com/hook' }, 'webhooks.insecure-address', '/url'],
      [{ url: 'https://127.0.0.1/hook' }, 'webhooks.private-address', '/url'],
      [{ url: 'https://me:secret@crm.example.com/' }, 'webhooks.password-in-address', '/url'],
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
    type: 'crm-syncs',
    needs: ['connectors/relations'],
    document: {
      name: 'Relations',
      connector: 'relations',
      match: { trait: 'email' },
      fields: [{ trait: 'firstName', field: 'firstname', direction: 'both' }],
    },
    patch: { conflict: 'crm', every: '1h' },
    filter: ['connector', 'relations'],
    refused: [
      [{ match: { trait: 'shoe' } }, '/match/trait'],
      [{ fields: [{ trait: 'two words', field: 'x' }] }, '/fields/0/trait'],
    ],
    unpublishable: [
      [{ connector: 'relation' }, UNKNOWN, '/connector'],
      [{ every: '0m' }, 'crm.too-often', '/every'],
      [{ records: [{ kind: 'order' }] }, 'crm.kind-unread', '/records/0/kind'],
      [
        { records: [{ kind: 'invoice', traits: [{ trait: 'owed', is: 'sum' }] }] },
        'crm.field-missing',
        '/records/0/traits/0/field',
      ],
      [
        {
          fields: [
            { trait: 'a', field: 'x' },
            { trait: 'b', field: 'x' },
          ],
        },
        'crm.mapped-twice',
        '/fields/1/field',
      ],
    ],
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
      schema: { type: 'string', maxLength: 100 },
      personal: true,
    },
    // No two are of one trait, and only a few can have an index.
    own: (key) => ({ trait: `shoe.${key.replace(/\W/g, '_')}` }),
    patch: { personal: false },
    filter: ['personal', 'false'],
    refused: [
      [{ trait: 'address..city' }, '/trait'],
      [{ trait: 'constructor' }, '/trait'],
    ],
    unpublishable: [
      [{ schema: { type: 'strng' } }, 'audience.trait-schema', '/schema'],
      [{ schema: { type: 'array' }, indexed: true }, 'audience.trait-not-indexable', '/indexed'],
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
  {
    type: 'teams',
    needs: [],
    document: {
      name: { en: 'Sales', fr: 'Ventes' },
      description: 'Takes over who wants an offer.',
      members: [
        { key: 'ann', name: 'Ann' },
        { key: 'bob', away: [{ from: '2026-08-03T00:00:00Z', until: '2026-08-17T00:00:00Z' }] },
      ],
    },
    patch: { description: 'Takes over.' },
    refused: [
      [{ members: [{ key: '' }] }, '/members/0/key'],
      [{ members: [{ key: 'ann', away: [{ from: 'soon' }] }] }, '/members/0/away/0/from'],
    ],
    unpublishable: [
      [{ members: [] }, 'schema.size', '/members'],
      [{ members: [{ key: 'ann' }, { key: 'ann' }] }, 'journeys.duplicate-member', '/members/1/key'],
      [
        {
          members: [{ key: 'ann', away: [{ from: '2026-08-17T00:00:00Z', until: '2026-08-03T00:00:00Z' }] }],
        },
        'journeys.absence-reversed',
        '/members/0/away/0/until',
      ],
    ],
  },
];
