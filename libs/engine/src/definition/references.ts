import { conditionReferences } from '@parcours/conditions';
import { nearest, pointer } from '@parcours/kernel';
import type { Finding } from '@parcours/kernel';
import type { ContentReference, PlacedCondition } from '../steps/step-type.js';

/** The content that a definition may name; a kind that is not given is not checked. */
export interface KnownContent {
  readonly templates?: ReadonlySet<string> | undefined;
  readonly touchpoints?: ReadonlySet<string> | undefined;
  readonly policies?: ReadonlySet<string> | undefined;
  readonly journeys?: ReadonlySet<string> | undefined;
  readonly connectors?: ReadonlySet<string> | undefined;
  readonly topics?: ReadonlySet<string> | undefined;
  readonly surveys?: ReadonlySet<string> | undefined;
  readonly offers?: ReadonlySet<string> | undefined;
  readonly segments?: ReadonlySet<string> | undefined;
  readonly personas?: ReadonlySet<string> | undefined;
  readonly teams?: ReadonlySet<string> | undefined;
}

/** A piece of content that a journey names, with the JSON pointer of the place (of the step's default, for a policy that is not written). */
export interface JourneyReference {
  readonly kind: ContentReference['kind'];
  readonly key: string;
  readonly pointer: string;
}

const COLLECTION = {
  template: 'templates',
  touchpoint: 'touchpoints',
  policy: 'policies',
  journey: 'journeys',
  connector: 'connectors',
  topic: 'topics',
  survey: 'surveys',
  offer: 'offers',
  segment: 'segments',
  persona: 'personas',
  team: 'teams',
} as const;

/** The references of one step, those of its conditions included, with pointers into the whole definition. */
export function referencesOf(
  references: readonly ContentReference[],
  step: string,
  conditions: readonly PlacedCondition[] = [],
): JourneyReference[] {
  const place = pointer('steps', step);
  return [
    ...references.map(({ kind, key, at }) => ({ kind, key, pointer: place + at })),
    ...conditions.flatMap(({ condition, at }) => namedIn(condition, place + at)),
  ];
}

/** The content that a condition names: what it calls a message is a template. */
export function namedIn(condition: unknown, at: string): JourneyReference[] {
  return conditionReferences(condition, at).map(({ kind, key, pointer: place }) => ({
    kind: kind === 'message' ? 'template' : kind,
    key,
    pointer: place,
  }));
}

/** Findings for content that does not exist. */
export function checkReferences(references: readonly JourneyReference[], known: KnownContent): Finding[] {
  return references.flatMap(({ kind, key, pointer: at }) => {
    const keys = known[COLLECTION[kind]];
    if (!keys || keys.has(key)) return [];
    const meant = nearest(key, keys);
    return [
      {
        code: `journeys.unknown-${kind}`,
        severity: 'error',
        pointer: at,
        message: `There is no published ${kind} '${key}'.`,
        ...(meant === undefined ? {} : { suggestion: `Did you mean '${meant}'?` }),
      },
    ];
  });
}
