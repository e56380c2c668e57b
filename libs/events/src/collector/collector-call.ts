import { compileSchema, type SchemaCheck, treeDefects } from '@parcours/http';
import { type ErrorItem, isJsonObject, type JsonObject } from '@parcours/kernel';

import { CALL_TYPES, type CallType, COLLECTOR_LIMITS } from './collector-paths.js';
import { callSchema } from './collector.schema.js';

/** One call of a client library, understood. */
export interface CollectorCall {
  readonly type: CallType;
  readonly userId?: string;
  readonly anonymousId?: string;
  readonly previousId?: string;
  readonly groupId?: string;
  readonly messageId?: string;
  readonly event?: string;
  readonly name?: string;
  readonly category?: string;
  readonly traits?: JsonObject;
  readonly properties?: JsonObject;
  readonly context?: JsonObject;
  readonly timestamp?: string;
  readonly originalTimestamp?: string;
  readonly sentAt?: string;
}

const CHECKS: Readonly<Record<CallType, SchemaCheck>> = {
  identify: compileSchema(callSchema('identify')),
  track: compileSchema(callSchema('track')),
  page: compileSchema(callSchema('page')),
  screen: compileSchema(callSchema('screen')),
  group: compileSchema(callSchema('group')),
  alias: compileSchema(callSchema('alias')),
};

const IDS = new Set(['userId', 'anonymousId', 'previousId', 'groupId', 'messageId']);

/**
 * Reads one call. As libraries do, it may have null or '' for what it has not, and numbers for ids. Answers what is
 * wrong with it where it is no call.
 */
export function readCall(item: unknown, type?: CallType): CollectorCall | readonly ErrorItem[] {
  const defects = treeDefects(item, COLLECTOR_LIMITS.call);
  if (defects.length > 0) return defects;
  if (!isJsonObject(item)) return [{ pointer: '', code: 'schema.wrong-type', detail: 'Must be an object.' }];
  const known = type ?? CALL_TYPES.find((candidate) => candidate === item['type']);
  if (known === undefined) return [UNKNOWN_TYPE];
  const call = tidied(item);
  const errors = CHECKS[known](call);
  if (errors.length === 0) return { ...call, type: known };
  return errors.map((error) => (error.code === 'schema.no-alternative' ? NOBODY : error));
}

function tidied(item: JsonObject): JsonObject {
  const tidy: JsonObject = {};
  for (const [member, value] of Object.entries(item)) {
    if (value === null || value === '') continue;
    tidy[member] = typeof value === 'number' && IDS.has(member) ? String(value) : value;
  }
  return tidy;
}

const UNKNOWN_TYPE: ErrorItem = {
  pointer: '/type',
  code: 'schema.not-allowed',
  detail: `Must be one of ${CALL_TYPES.join(', ')}.`,
};

const NOBODY: ErrorItem = {
  pointer: '',
  code: 'schema.missing-member',
  detail: "Nobody is named: give 'userId' or 'anonymousId'.",
};
