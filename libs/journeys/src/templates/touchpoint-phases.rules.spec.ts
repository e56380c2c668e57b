import { ContentSnapshot } from '@parcours/content';
import type { JsonObject } from '@parcours/kernel';

import { touchpointPhaseFindings } from './touchpoint-phases.rules.js';

const TOUCHPOINT = { kind: 'digital', direction: 'outbound' };
const touchpoint = (itemId: number, key: string, document: JsonObject) => ({
  ...{ itemId, versionId: itemId, number: 1, type: 'touchpoints', key },
  document: { ...TOUCHPOINT, ...document },
});
const published = new ContentSnapshot(1, [
  touchpoint(1, 'renewal-mail', { phase: 'retention' }),
  touchpoint(2, 'mail', {}),
  touchpoint(3, 'shop-mail', { phaseSet: 'shop', phase: 'retention' }),
]);

function findings(members: JsonObject, at: string) {
  const definition = {
    entry: { triggers: [{ type: 'api' }] },
    start: 'hello',
    steps: {
      hello: { type: 'message', template: 'welcome', touchpoint: at, next: 'end' },
      end: { type: 'exit' },
    },
  };
  return touchpointPhaseFindings({ ...members, definition }, published);
}

describe('the touchpoints of a journey with a phase', () => {
  it('are told where they are of another phase of the set', () => {
    expect(findings({ phase: 'onboarding' }, 'renewal-mail')).toEqual([
      {
        code: 'journeys.touchpoint-of-another-phase',
        severity: 'warning',
        pointer: '/definition/steps/hello/touchpoint',
        message:
          "The touchpoint 'renewal-mail' is of the phase 'retention', and this journey is of 'onboarding'.",
        suggestion: "Choose a touchpoint of the phase 'onboarding', or another phase for the journey.",
      },
    ]);
    expect(findings({ phaseSet: 'shop', phase: 'visit' }, 'shop-mail')).toHaveLength(1);
  });

  it.each([
    [{ phase: 'retention' }, 'renewal-mail'],
    [{}, 'renewal-mail'],
    [{ phase: 'onboarding' }, 'mail'],
    [{ phase: 'onboarding' }, 'shop-mail'],
    [{ phase: 'onboarding' }, 'not-published'],
  ])('are not with %j at %s', (members, at) => {
    expect(findings(members, at)).toEqual([]);
  });
});
