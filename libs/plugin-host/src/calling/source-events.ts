import { isJsonObject, type JsonObject } from '@parcours/kernel';
import type { CustomerReference, SourceEvent } from '@parcours/sdk';

import { isRecord } from './send-results.js';

const LONGEST = { id: 200, name: 200, reference: 320 };
const LONGEST_JSON = 65_536;

/** An event that a plugin tells, copied member by member; `undefined` where it is none. */
export function eventOf(value: unknown): SourceEvent | undefined {
  if (!isRecord(value)) return undefined;
  const { id, name, at } = value;
  if (!isText(id, LONGEST.id) || !isText(name, LONGEST.name)) return undefined;
  const customer = referenceOf(value['customer']);
  const properties = plainOf(value['properties']);
  const traits = plainOf(value['traits']);
  if (!customer || !properties || !traits) return undefined;
  return {
    id,
    name,
    customer,
    ...(typeof at === 'number' && Number.isFinite(at) && at >= 0 && { at }),
    properties,
    traits,
    ...(value['hasCompletion'] === true && { hasCompletion: true }),
  };
}

function referenceOf(value: unknown): CustomerReference | undefined {
  if (!isRecord(value)) return undefined;
  const { customerId, email, phone, personId } = value;
  if (isText(customerId, LONGEST.reference)) return { customerId };
  if (isText(personId, LONGEST.reference)) return { personId };
  if (isText(email, LONGEST.reference)) return { email };
  return isText(phone, LONGEST.reference) ? { phone } : undefined;
}

/** What JSON makes of it; `undefined` where it is no object, or too long. */
function plainOf(value: unknown): JsonObject | undefined {
  if (value === undefined) return {};
  if (!isRecord(value)) return undefined;
  const text = JSON.stringify(value);
  if (text.length > LONGEST_JSON) return undefined;
  const plain: unknown = JSON.parse(text);
  return isJsonObject(plain) ? plain : undefined;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longest;
}
