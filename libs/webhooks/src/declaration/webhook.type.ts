import { defineContentType } from '@parcours/content';
import { type Finding, pointer } from '@parcours/kernel';

import { failure, warning } from '../schema/findings.js';
import { list, localised, webAddress } from '../schema/parts.js';
import { isPrivateHost } from './private-host.rules.js';

export interface WebhookDocument {
  readonly url: string;
  readonly events: readonly string[];
  readonly active?: boolean;
}

const SCHEMA = {
  type: 'object',
  required: ['url', 'events'],
  properties: {
    description: localised({ description: 'Who listens there, and why.' }),
    url: webAddress('Where the events are to be posted.'),
    events: list(
      {
        type: 'string',
        pattern: '^(\\*|[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*(\\.\\*)?)$',
        maxLength: 200,
        description: 'One event, or all below a name.',
      },
      {
        description: 'Which events are wanted: a name, all below one with `.*`, or every one with `*`.',
        examples: [['content.published', 'messages.*']],
        minItems: 1,
        uniqueItems: true,
      },
    ),
    active: { type: 'boolean', default: true, description: 'False keeps it for later. True when left out.' },
  },
  examples: [
    {
      key: 'crm',
      name: 'Customer relations',
      url: 'https://crm.example.com/hooks/parcours',
      events: ['content.published', 'messages.*'],
      active: true,
    },
  ],
};

/** An address of another system, and the events that it wants to hear of. */
export const WEBHOOK_TYPE = defineContentType<WebhookDocument>({
  name: 'webhooks',
  singular: 'webhook',
  title: 'Webhooks',
  description: 'Addresses of other systems, each with the events that it wants to hear of.',
  schema: SCHEMA,
  check: (document) => [...addressFindings(document), ...eventFindings(document)],
});

function addressFindings({ url }: WebhookDocument): Finding[] {
  if (!URL.canParse(url)) {
    return [
      failure('catalog.private-address', { pointer: '/url', message: 'Nothing can be reached there.' }),
    ];
  }
  const parsed = new URL(url);
  if (parsed.username !== '' || parsed.password !== '') {
    const message = 'An address with a password in it ends up in logs.';
    const suggestion = 'Leave the name and the password out.';
    return [failure('catalog.misplaced-member', { pointer: '/url', message, suggestion })];
  }
  if (!isPrivateHost(parsed.hostname)) return [];
  const message = `'${parsed.hostname}' is an address of this machine or of a network of its own.`;
  return [failure('catalog.private-address', { pointer: '/url', message })];
}

/** What a wider pattern covers already. */
function eventFindings({ events }: WebhookDocument): Finding[] {
  return events.flatMap((event, at) => {
    const wider = events.find((other) => other !== event && covers(other, event));
    if (wider === undefined) return [];
    const message = `'${event}' is among '${wider}' already.`;
    return [warning('catalog.duplicate-entry', { pointer: pointer('events', at), message })];
  });
}

function covers(pattern: string, event: string): boolean {
  if (pattern === '*') return true;
  return pattern.endsWith('.*') && event.startsWith(pattern.slice(0, -1));
}
