import { nearest, pointer } from '@parcours/kernel';
import type { Finding } from '@parcours/kernel';
import type { ContentReference } from '../steps/step-type.js';

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
} as const;

/** The references of one step, with pointers into the whole definition. */
export function referencesOf(references: readonly ContentReference[], step: string): JourneyReference[] {
  return references.map(({ kind, key, at }) => ({ kind, key, pointer: pointer('steps', step) + at }));
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
