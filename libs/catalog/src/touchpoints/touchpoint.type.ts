import { type CheckContext, defineContentType, type Reference } from '@parcours/content';
import type { JsonSchema } from '@parcours/http';
import { type Finding, LOCALISED_TEXT_SCHEMA, type LocalisedText, pointer } from '@parcours/kernel';

import { type InPhase, PHASE_MEMBERS, phaseFindings, phaseSetReferences } from '../phase-sets/phase.rules.js';
import { failure, warning } from '../schema/findings.js';
import { unknownLocales } from '../schema/locale.rules.js';
import { keyOf, list, localised, members, oneOf, text } from '../schema/parts.js';
import { duplicates } from '../schema/value.rules.js';
import { eventSchemaFindings } from './event-schema.rules.js';

/** An event that a touchpoint must bring in. */
export interface TouchpointEvent {
  readonly event: string;
  readonly description?: LocalisedText;
  /** JSON Schema of the event's properties. */
  readonly schema?: JsonSchema;
}

export interface TouchpointDocument extends InPhase {
  readonly description?: LocalisedText;
  readonly kind: 'physical' | 'digital' | 'human' | 'device';
  readonly channel?: string;
  readonly direction: 'inbound' | 'outbound' | 'both';
  readonly department?: string;
  readonly devices?: readonly string[];
  readonly value?: LocalisedText;
  readonly data?: readonly TouchpointEvent[];
  readonly templates?: readonly string[];
  readonly policy?: string;
}

const EVENT = members(
  {
    event: text({ description: 'The name of the event.', examples: ['email.opened'] }),
    description: localised({
      description: 'When it happens, and what it tells.',
      examples: ['The mail was opened'],
    }),
    schema: {
      type: 'object',
      description: 'JSON Schema (draft 2020-12) of its properties.',
      examples: [{ type: 'object', required: ['link'], properties: { link: { type: 'string' } } }],
    },
  },
  { required: ['event'] },
);

const SCHEMA = {
  type: 'object',
  required: ['kind', 'direction'],
  properties: {
    description: {
      ...LOCALISED_TEXT_SCHEMA,
      description: 'What happens there.',
      examples: ['The first mail after an account was opened'],
    },
    kind: oneOf(['physical', 'digital', 'human', 'device'], {
      description: 'How the customer meets it.',
      examples: ['digital'],
    }),
    channel: text({ description: 'The channel it uses.', examples: ['email'] }),
    direction: oneOf(['inbound', 'outbound', 'both'], {
      description: 'Who starts it: the customer (inbound) or the company (outbound).',
      examples: ['outbound'],
    }),
    ...PHASE_MEMBERS,
    department: text({ description: 'Who looks after it.', examples: ['Marketing'] }),
    devices: list(text({ description: 'A device.' }), {
      description: 'Where it is seen.',
      examples: [['phone', 'desktop']],
      uniqueItems: true,
    }),
    value: localised({ description: 'What the customer gets out of it.' }),
    data: list(EVENT, {
      description: 'The events that must be drawn from it.',
      examples: [[{ event: 'email.opened' }]],
      maxItems: 100,
    }),
    templates: list(keyOf('message template'), {
      description: 'The message templates that are sent there.',
      examples: [['welcome']],
      uniqueItems: true,
    }),
    policy: keyOf('channel policy', {
      description: 'The channel policy that its messages follow.',
      examples: ['default'],
    }),
  },
  examples: [
    {
      key: 'marketing-email',
      name: { en: 'Marketing email', fr: 'E-mail marketing' },
      kind: 'digital',
      channel: 'email',
      direction: 'outbound',
      phaseSet: 'lifecycle',
      phase: 'retention',
      department: 'Marketing',
      devices: ['phone', 'desktop'],
      value: { en: 'Says what to do next.', fr: 'Dit quoi faire ensuite.' },
      data: [{ event: 'email.opened' }, { event: 'email.clicked' }],
    },
  ],
};

/** Where a customer meets the company. */
export const TOUCHPOINT_TYPE = defineContentType<TouchpointDocument>({
  name: 'touchpoints',
  singular: 'touchpoint',
  title: 'Touchpoints',
  description: 'Every place where a customer meets the company: a letter, a page, a call, a device.',
  schema: SCHEMA,
  references: touchpointReferences,
  check: (document, context) => [
    ...unknownLocales(SCHEMA, document),
    ...phaseFindings(document, context),
    ...dataFindings(document),
    ...gaps(document, context),
  ],
});

function touchpointReferences(document: TouchpointDocument): Reference[] {
  const { templates = [], policy } = document;
  return [
    ...phaseSetReferences(document),
    ...templates.map((key, at) => ({ type: 'message-templates', key, pointer: pointer('templates', at) })),
    ...(policy === undefined ? [] : [{ type: 'channel-policies', key: policy, pointer: '/policy' }]),
  ];
}

function dataFindings({ data = [] }: TouchpointDocument): Finding[] {
  const repeated = duplicates(data, ({ event }) => event).map(({ index, identity }) =>
    failure('catalog.duplicate-entry', {
      pointer: pointer('data', index, 'event'),
      message: `The event '${identity}' is listed already.`,
    }),
  );
  const schemas = data.flatMap(({ schema }, index) =>
    schema === undefined ? [] : eventSchemaFindings(schema, pointer('data', index, 'schema')),
  );
  return [...repeated, ...schemas];
}

/** What a touchpoint ought to say, though nothing breaks without. */
function gaps({ data = [], value }: TouchpointDocument, { key }: CheckContext): Finding[] {
  const noData = warning('catalog.touchpoint-without-data', {
    pointer: '/data',
    message: `'${key}' names no event, so nothing that happens there can be measured.`,
    suggestion: 'Name the events that your systems can send from there.',
  });
  const noValue = warning('catalog.touchpoint-without-value', {
    pointer: '/value',
    message: `'${key}' does not say what the customer gets out of it.`,
  });
  return [...(data.length === 0 ? [noData] : []), ...(value === undefined ? [noValue] : [])];
}
