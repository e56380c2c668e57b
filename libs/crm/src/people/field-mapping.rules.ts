import { isJsonObject, type JsonObject, type JsonValue } from '@parcours/kernel';

import type { ConflictRule, FieldLine } from '../declaration/crm-sync.js';

/** By field: the value that both sides had when they last agreed, as the CRM writes it. */
export type Agreed = JsonObject;

/** What `kindOf` says of a trait that was declared. */
export type TraitKind = string | undefined;

export interface PullRequest {
  readonly lines: readonly FieldLine[];
  readonly rule: ConflictRule;
  readonly fields: JsonObject;
  /** Left out for a person who was just linked. */
  readonly agreed: Agreed | undefined;
  readonly traits: JsonObject;
  /** Milliseconds since the epoch. */
  readonly recordChangedAt: number;
  readonly customerChangedAt: number;
  readonly kindOf: (trait: string) => TraitKind;
}

export interface Pulled {
  /** What changes of the customer; null removes a trait. */
  readonly traits: JsonObject;
  readonly agreed: Agreed;
  readonly conflicts: number;
}

/**
 * Compares three ways: what the CRM says now and what the customer has with what both had when they last agreed. Our own
 * change that comes back is what was agreed, and says nothing.
 */
export function pulled(request: PullRequest): Pulled {
  const { lines, fields, agreed: before, traits: known, kindOf } = request;
  const agreed: JsonObject = { ...before };
  const traits: JsonObject = {};
  let conflicts = 0;
  for (const line of lines) {
    const { field, trait, direction = 'in' } = line;
    const theirs = fields[field];
    if (theirs === undefined) continue;
    const ours = known[trait];
    const isAgreed = before !== undefined && field in before;
    const theyChanged = isAgreed ? !isSame(theirs, before[field]) : !isEmpty(theirs);
    if (isSame(theirs, ours) || (!theyChanged && !isAgreed)) {
      agreed[field] = theirs;
      continue;
    }
    if (!theyChanged || direction === 'out') continue;
    const weChanged = direction === 'both' && (isAgreed ? !isSame(ours, before[field]) : !isEmpty(ours));
    agreed[field] = theirs;
    if (weChanged) {
      conflicts += 1;
      if (winnerOf(line, request) === 'parcours') continue;
    }
    traits[trait] = asTrait(theirs, kindOf(trait));
  }
  return { traits, agreed, conflicts };
}

/** Fields that the CRM has to be told, with the values of the customer. */
export function pushed(
  lines: readonly FieldLine[],
  traits: JsonObject,
  agreed: Agreed | undefined,
): JsonObject {
  const fields: JsonObject = {};
  for (const { trait, field, direction = 'in' } of lines) {
    if (direction === 'in') continue;
    const ours = traits[trait] ?? null;
    if (isJsonObject(ours) || Array.isArray(ours)) continue;
    const isAgreed = agreed !== undefined && field in agreed;
    const weChanged = isAgreed ? !isSame(ours, agreed[field]) : !isEmpty(ours);
    if (weChanged) fields[field] = ours;
  }
  return fields;
}

function winnerOf(line: FieldLine, request: PullRequest): 'crm' | 'parcours' {
  const rule = line.conflict ?? request.rule;
  if (rule !== 'newest') return rule;
  return request.recordChangedAt >= request.customerChangedAt ? 'crm' : 'parcours';
}

/** CRMs answer numbers as texts as they please: what reads the same is the same. */
export function isSame(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  return textOf(one) === textOf(other);
}

function isEmpty(value: JsonValue | undefined): boolean {
  return textOf(value) === '';
}

function textOf(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What the customer is to have: as the trait is declared, where the text can be read so. */
export function asTrait(value: JsonValue, kind: TraitKind): JsonValue {
  if (value === '') return null;
  if (typeof value !== 'string') return value;
  if (kind === 'number') {
    const number = Number(value);
    return Number.isFinite(number) ? number : value;
  }
  if (kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
