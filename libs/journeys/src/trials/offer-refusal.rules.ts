import { OFFER_TYPE, type OfferDocument } from '@parcours/catalog';
import {
  compileCondition,
  type CompiledCondition,
  type Condition,
  validateCondition,
} from '@parcours/conditions';
import type { ContentSnapshot } from '@parcours/content';
import { type JsonObject, parseInstant } from '@parcours/kernel';

/** Why a customer cannot have an offer. */
export type OfferRefusal = 'not-published' | 'not-yet-valid' | 'over' | 'not-eligible';

const compiled = new WeakMap<object, CompiledCondition>();

/** Why a customer of these traits cannot have an offer at a moment; `undefined` when they can. */
export function offerRefusal(
  content: ContentSnapshot,
  key: string,
  { traits, now }: { readonly traits: JsonObject; readonly now: number },
): OfferRefusal | undefined {
  const found = content.byKey(OFFER_TYPE, key);
  if (!found) return 'not-published';
  const { validFrom, validUntil } = found.document;
  if (validFrom !== undefined && now < (parseInstant(validFrom) ?? now)) return 'not-yet-valid';
  if (validUntil !== undefined && now >= (parseInstant(validUntil) ?? Infinity)) return 'over';
  const condition = eligibilityOf(found.document);
  return condition && !condition.holds({ traits, now, context: {} }) ? 'not-eligible' : undefined;
}

function eligibilityOf({ eligibility }: OfferDocument): CompiledCondition | undefined {
  if (!eligibility) return undefined;
  const known = compiled.get(eligibility);
  if (known) return known;
  if (validateCondition(eligibility).length > 0) return undefined;
  const condition = compileCondition(eligibility as Condition);
  compiled.set(eligibility, condition);
  return condition;
}
