import type { CheckContext, Reference } from '@parcours/content';
import { type Finding, nearest } from '@parcours/kernel';

import { failure } from '../schema/findings.js';
import { keyOf } from '../schema/parts.js';
import { DEFAULT_PHASE_SET } from './orphans.rules.js';
import { PHASE_SET_TYPE } from './phase-set.type.js';

/** What a document that belongs to a phase says of it. */
export interface InPhase {
  readonly phaseSet?: string;
  readonly phase?: string;
}

/** Members for the schema of a type that belongs to a phase. */
export const PHASE_MEMBERS = {
  phaseSet: keyOf('phase set', {
    description: `The set that the phase is of; '${DEFAULT_PHASE_SET}' when left out.`,
    examples: ['real-estate'],
  }),
  phase: {
    type: 'string',
    minLength: 1,
    maxLength: 200,
    description: 'The phase of the journey: the key of one in the set.',
    examples: ['retention'],
  },
};

export function phaseSetReferences({ phaseSet }: InPhase): Reference[] {
  return phaseSet === undefined ? [] : [{ type: PHASE_SET_TYPE.name, key: phaseSet, pointer: '/phaseSet' }];
}

/**
 * A phase that its set does not have. A set that is not published is told as a dangling reference; without a set of
 * its own and without the default one, a phase is a free text.
 */
export function phaseFindings(
  { phaseSet = DEFAULT_PHASE_SET, phase }: InPhase,
  { published }: Pick<CheckContext, 'published'>,
  at = '/phase',
): Finding[] {
  const set = published.byKey(PHASE_SET_TYPE, phaseSet);
  if (!set || phase === undefined) return [];
  const phases = set.document.phases.map(({ key }) => key);
  if (phases.includes(phase)) return [];
  const message = `The phase set '${phaseSet}' has no phase '${phase}'. It has ${phases.join(', ')}.`;
  return [failure('catalog.unknown-phase', { pointer: at, message, suggestion: nearest(phase, phases) })];
}
