import { conditionReferences, REFERENCED_TYPES } from '@parcours/conditions';
import { defineContentType, type Reference } from '@parcours/content';
import { LOCALISED_TEXT_SCHEMA, pointer } from '@parcours/kernel';

import type { ChannelPolicyDocument, PolicyRules } from './channel-policy.js';
import { CHANNEL_POLICY_PROPERTIES } from './channel-policy.schema.js';
import { policyFindings } from './policy-findings.rules.js';

/** What may be sent to a customer, when, how often, and on which channel. */
export const CHANNEL_POLICY_TYPE = defineContentType<ChannelPolicyDocument>({
  name: 'channel-policies',
  singular: 'channel-policy',
  title: 'Channel policies',
  description: 'What may be sent to a customer, when, how often, and on which channel.',
  scopes: 'policies',
  schema: {
    type: 'object',
    properties: {
      description: {
        ...LOCALISED_TEXT_SCHEMA,
        description: 'For whoever edits it.',
        examples: ['Ask marketing before changing it'],
      },
      ...CHANNEL_POLICY_PROPERTIES,
    },
    examples: [
      {
        key: 'default',
        name: 'Default',
        channels: [{ channel: 'email', connector: 'mailbox' }],
        caps: [{ max: 3, per: '7d' }],
        quietHours: [{ from: '21:00', to: '08:00' }],
      },
    ],
  },
  references: (document) => [
    ...referencesOf(document, ''),
    ...(document.overrides ?? []).flatMap((override, index) => {
      const at = pointer('overrides', index);
      return [
        { type: 'segments', key: override.segment, pointer: `${at}/segment` },
        ...referencesOf(override, at),
      ];
    }),
  ],
  check: policyFindings,
});

function referencesOf(
  { channels = [], topic, condition, suppress = [], care: { selfService = [], person } = {} }: PolicyRules,
  at: string,
): Reference[] {
  return [
    ...channels.map(({ connector }, index) => ({
      type: 'connectors',
      key: connector,
      pointer: at + pointer('channels', index, 'connector'),
    })),
    ...(topic === undefined ? [] : [{ type: 'topics', key: topic, pointer: `${at}/topic` }]),
    ...namedIn(condition, `${at}/condition`),
    ...selfService.flatMap(({ when }, index) =>
      namedIn(when, at + pointer('care', 'selfService', index, 'when')),
    ),
    ...(person === undefined
      ? []
      : [
          { type: 'connectors', key: person.connector, pointer: at + pointer('care', 'person', 'connector') },
          ...namedIn(person.when, at + pointer('care', 'person', 'when')),
        ]),
    ...suppress.flatMap((each, index) =>
      namedIn(each.condition, at + pointer('suppress', index, 'condition')),
    ),
  ];
}

function namedIn(condition: unknown, at: string): Reference[] {
  return conditionReferences(condition, at).map(({ kind, key, pointer: place }) => ({
    type: REFERENCED_TYPES[kind],
    key,
    pointer: place,
  }));
}
