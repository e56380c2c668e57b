import { OFFER_TYPE, type OfferDocument } from '@parcours/catalog';
import {
  compileCondition,
  type CompiledCondition,
  type Condition,
  validateCondition,
} from '@parcours/conditions';
import type { ContentSnapshot } from '@parcours/content';
import type { CompiledJourney } from '@parcours/engine';
import { type JsonObject, parseInstant } from '@parcours/kernel';

/** Why a customer cannot have an offer. */
export type OfferRefusal = 'not-published' | 'not-yet-valid' | 'over' | 'made-often-enough' | 'not-eligible';

/** Whom an offer is to be made, and when. */
export interface OfferRequest {
  readonly traits: JsonObject;
  readonly now: number;
  /** How often it was made to them already. */
  readonly made: number;
}

const compiled = new WeakMap<object, CompiledCondition>();

/** Why a customer of these traits cannot have an offer at a moment; `undefined` when they can. */
export function offerRefusal(
  content: ContentSnapshot,
  key: string,
  { traits, now, made }: OfferRequest,
): OfferRefusal | undefined {
  const found = content.byKey(OFFER_TYPE, key);
  if (!found) return 'not-published';
  const { validFrom, validUntil, timesPerCustomer = Infinity } = found.document;
  if (validFrom !== undefined && now < (parseInstant(validFrom) ?? now)) return 'not-yet-valid';
  if (validUntil !== undefined && now >= (parseInstant(validUntil) ?? Infinity)) return 'over';
  if (made >= timesPerCustomer) return 'made-often-enough';
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

const limited = new WeakMap<ContentSnapshot, ReadonlySet<string>>();

/** The keys of the published offers that a customer is made so many times and no more. */
export function limitedOffersIn(content: ContentSnapshot): ReadonlySet<string> {
  const known = limited.get(content);
  if (known) return known;
  const offers = content.all(OFFER_TYPE).filter(({ document }) => document.timesPerCustomer !== undefined);
  const keys = new Set(offers.map(({ key }) => key));
  limited.set(content, keys);
  return keys;
}

/** True for a journey that can make one of these offers. */
export function offersAny({ references }: CompiledJourney, offers: ReadonlySet<string>): boolean {
  return references.some(({ kind, key }) => kind === 'offer' && offers.has(key));
}
