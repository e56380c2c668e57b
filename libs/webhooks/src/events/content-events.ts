import type { ContentAction } from '@parcours/content';
import type { JsonSchema } from '@parcours/http';
import type { Actor } from '@parcours/kernel';

import { declareWebhookEvent, type WebhookEventType } from './webhook-event.js';

export interface ContentEventData {
  readonly contentType: string;
  readonly key: string;
  readonly version: number | null;
  readonly note: string | null;
  readonly release: string | null;
  readonly by: EventActor;
}

export interface EventActor {
  readonly kind: Actor['kind'];
  readonly id: string | null;
  readonly name: string;
}

export function eventActor({ kind, id, name }: Actor): EventActor {
  return { kind, id: id === null ? null : String(id), name };
}

export const EVENT_ACTOR_SCHEMA: JsonSchema = {
  type: 'object',
  description: 'Who did it.',
  properties: {
    kind: { type: 'string', enum: ['token', 'user', 'system'] },
    id: { type: ['string', 'null'] },
    name: { type: 'string' },
  },
};

/** Which thing an event is about, for the schemas of events. */
export const EVENT_THING_SCHEMA: Readonly<Record<string, JsonSchema>> = {
  contentType: { type: 'string', description: 'As in addresses, such as touchpoints.' },
  key: { type: 'string' },
};

const DATA: JsonSchema = {
  type: 'object',
  required: ['contentType', 'key', 'version', 'note', 'release', 'by'],
  properties: {
    ...EVENT_THING_SCHEMA,
    version: { type: ['integer', 'null'], description: 'The number of the version that is published now.' },
    note: { type: ['string', 'null'], description: 'What the publisher wrote to it.' },
    release: { type: ['string', 'null'], description: 'The id of the release that it happened with.' },
    by: EVENT_ACTOR_SCHEMA,
  },
};

const EXAMPLE: ContentEventData = {
  contentType: 'touchpoints',
  key: 'marketing-email',
  version: 3,
  note: 'Shorter subject',
  release: null,
  by: { kind: 'token', id: '7301', name: 'bootstrap' },
};

const WHEN: Readonly<Record<ContentAction, string>> = {
  created: 'A draft was created.',
  saved: 'A draft was changed.',
  published: 'A draft became the published version.',
  unpublished: 'A thing was taken out of use.',
  archived: 'A thing was put away.',
  unarchived: 'A thing was taken out of the archive.',
  deleted: 'A thing was deleted.',
  scheduled: 'A publish was planned.',
  unscheduled: 'A planned publish was cancelled, or refused when its time came.',
};

/** One event for each thing that can happen to content, whatever its type. They carry no documents: read what you need. */
export const CONTENT_EVENTS: Readonly<Record<ContentAction, WebhookEventType<ContentEventData>>> = {
  created: contentEvent('created'),
  saved: contentEvent('saved'),
  published: contentEvent('published'),
  unpublished: contentEvent('unpublished'),
  archived: contentEvent('archived'),
  unarchived: contentEvent('unarchived'),
  deleted: contentEvent('deleted'),
  scheduled: contentEvent('scheduled'),
  unscheduled: contentEvent('unscheduled'),
};

function contentEvent(action: ContentAction): WebhookEventType<ContentEventData> {
  return declareWebhookEvent({
    name: `content.${action}`,
    description: WHEN[action],
    data: DATA,
    example: EXAMPLE,
  });
}
