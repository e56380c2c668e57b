import { compilePath } from '@parcours/conditions';
import type { JsonObject, JsonValue } from '@parcours/kernel';

import { KEY } from '../definition/schema-parts.js';
import type { OwnerWish } from '../run/passage.js';
import type { StepVisit } from './step-type.js';

/** What the person who takes over is told of the customer. */
export interface ActionHandOver {
  /** Paths into the traits. */
  readonly traits: readonly string[];
}

/** Gives what is to be done to the members of a team in turn, as a member of the input. */
export interface ActionOwner {
  readonly team: string;
  /** The member of the input that takes the key of whose turn it is; default `owner`. */
  readonly into?: string;
  /** The customer keeps whom they had of this team. */
  readonly keep?: boolean;
}

/** A dotted path into the traits. */
const TRAIT_PATTERN = '^[^.{}]{1,100}(\\.[^.{}]{1,100}){0,5}$';

/** The member of the input for an owner, where the step names none. */
export const OWNER_INPUT = 'owner';

export const HAND_OVER: JsonObject = {
  type: 'object',
  required: ['traits'],
  additionalProperties: false,
  description:
    'What the person who takes over is told of the customer, beside what the action itself asks for.',
  properties: {
    traits: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      uniqueItems: true,
      items: { type: 'string', pattern: TRAIT_PATTERN, maxLength: 300 },
      description: 'Traits, by their paths, as they are when the step is entered.',
      examples: [['plan', 'invoices.open']],
    },
  },
};

export const OWNER: JsonObject = {
  type: 'object',
  required: ['team'],
  additionalProperties: false,
  description: 'Gives it to the members of a team in turn.',
  properties: {
    team: { ...KEY, description: 'The team; whoever of it is away is passed over.', examples: ['sales'] },
    into: {
      type: 'string',
      minLength: 1,
      maxLength: 100,
      default: OWNER_INPUT,
      description: 'The member of the input that takes the key of whose turn it is.',
      examples: ['ownerId'],
    },
    keep: {
      type: 'boolean',
      default: false,
      description: 'The customer keeps whom they had of this team last, unless that member is away or gone.',
    },
  },
};

/** Reads the traits that are told; `undefined` where none are. */
export function compileTraits(
  handOver: ActionHandOver | undefined,
): ((visit: StepVisit) => JsonObject) | undefined {
  if (!handOver) return undefined;
  const readers = handOver.traits.map((path) => [path, compilePath(path)] as const);
  return ({ customer }) => {
    const told: JsonObject = {};
    for (const [path, read] of readers) {
      // Traits came out of JSON.
      const value = read(customer.traits) as JsonValue | undefined;
      if (value !== undefined) told[path] = value;
    }
    return told;
  };
}

export function wishOf({ team, into = OWNER_INPUT, keep = false }: ActionOwner): OwnerWish {
  return { team, into, keep };
}
