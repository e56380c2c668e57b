import { DEFAULT_PHASE_SET, type InPhase, TOUCHPOINT_TYPE } from '@parcours/catalog';
import type { ContentSnapshot } from '@parcours/content';
import { isJourneyDefinition, sendingsOf } from '@parcours/engine';
import { type Finding, type JsonObject, pointer } from '@parcours/kernel';

/** Steps at a touchpoint of another phase than the journey's, in the same set of phases. */
export function touchpointPhaseFindings(
  { phaseSet = DEFAULT_PHASE_SET, phase, definition }: InPhase & { readonly definition: JsonObject },
  published: ContentSnapshot,
): Finding[] {
  if (phase === undefined || !isJourneyDefinition(definition)) return [];
  return sendingsOf(definition).flatMap(({ step, touchpoint = '' }): Finding[] => {
    const met = published.byKey(TOUCHPOINT_TYPE, touchpoint)?.document;
    if (met?.phase === undefined || met.phase === phase) return [];
    if ((met.phaseSet ?? DEFAULT_PHASE_SET) !== phaseSet) return [];
    return [
      {
        code: 'journeys.touchpoint-of-another-phase',
        severity: 'warning',
        pointer: `/definition${pointer('steps', step, 'touchpoint')}`,
        message: `The touchpoint '${touchpoint}' is of the phase '${met.phase}', and this journey is of '${phase}'.`,
        suggestion: `Choose a touchpoint of the phase '${phase}', or another phase for the journey.`,
      },
    ];
  });
}
