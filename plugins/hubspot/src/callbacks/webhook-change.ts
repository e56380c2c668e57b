import { createHash } from 'node:crypto';

import { isJsonObject, type JsonObject, type RecordKind } from '@parcours/sdk';

import { textOf, textsIn, timeOf } from '../json.js';
import { OBJECT_TYPES, RECORD_KINDS } from '../object-types.js';

/** What a webhook tells of one record. */
export interface WebhookChange {
  readonly kind: RecordKind;
  readonly objectId: string;
  readonly what: 'created' | 'deleted' | 'restored' | 'merged' | 'changed';
  /** The same each time it is sent. */
  readonly id: string;
  readonly at: number | undefined;
  /** Of a change: the property and what it is now. */
  readonly property?: string;
  readonly value?: string;
  /** Of a merge: the record that is left, and those that went into it. */
  readonly into?: string;
  readonly merged?: readonly string[];
  readonly isPrivacy?: true;
}

const WHAT: Readonly<Record<string, WebhookChange['what']>> = {
  creation: 'created',
  deletion: 'deleted',
  privacyDeletion: 'deleted',
  restore: 'restored',
  merge: 'merged',
  propertyChange: 'changed',
};

const KIND_BY_NAME: Readonly<Record<string, RecordKind>> = {
  contact: 'person',
  lead: 'lead',
  deal: 'deal',
  ticket: 'ticket',
  task: 'task',
  order: 'order',
  invoice: 'invoice',
};

/** One item of a webhook; `undefined` where it tells nothing that a journey knows. */
export function changeOf(item: JsonObject): WebhookChange | undefined {
  const [name = '', verb = ''] = (textOf(item['subscriptionType']) ?? '').split('.');
  const typeId = textOf(item['objectTypeId']);
  const kind =
    name === 'object'
      ? RECORD_KINDS.find((each) => OBJECT_TYPES[each].typeId === typeId)
      : KIND_BY_NAME[name];
  const what = WHAT[verb];
  const objectId = textOf(item['objectId']);
  if (!kind || !what || objectId === undefined) return undefined;
  const at = timeOf(item['occurredAt']);
  const property = textOf(item['propertyName']);
  const value =
    typeof item['propertyValue'] === 'string' ? item['propertyValue'] : textOf(item['propertyValue']);
  const into = textOf(item['newObjectId']) ?? textOf(item['primaryObjectId']);
  return {
    kind,
    objectId,
    what,
    id: idOf([kind, objectId, verb, String(at ?? ''), property ?? '', value ?? '', into ?? '']),
    at,
    ...(what === 'changed' && property !== undefined && { property, value: value ?? '' }),
    ...(what === 'merged' && into !== undefined && { into, merged: mergedOf(item, into) }),
    ...(verb === 'privacyDeletion' && { isPrivacy: true }),
  };
}

function mergedOf(item: JsonObject, into: string): readonly string[] {
  const all = [...textsIn(item['mergedObjectIds']), textOf(item['primaryObjectId']) ?? into];
  return [...new Set(all)].filter((id) => id !== into);
}

/** HubSpot's own `eventId` is not unique; what has happened to which record at which time is. */
function idOf(parts: readonly string[]): string {
  const [kind, objectId] = parts;
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
  return `${String(kind)}-${String(objectId)}-${digest}`;
}

/** The items of a webhook; `undefined` where it is none. */
export function itemsOf(body: unknown): readonly JsonObject[] | undefined {
  if (Array.isArray(body)) return body.every(isJsonObject) ? body : undefined;
  return isJsonObject(body) && 'subscriptionType' in body ? [body] : undefined;
}
