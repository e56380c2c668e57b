import type { JsonObject } from '@parcours/kernel';
import { validateDefinition } from '../definition/validate.js';
import { aDefinition, Traveller } from '../testing/journeys.js';

const emit = (properties: JsonObject) =>
  ({ type: 'emit', event: 'journey.milestone', properties, next: 'end' }) as const;
const stepsWith = (properties: JsonObject) => ({ tell: emit(properties), end: { type: 'exit' } }) as const;

describe('an emit step (B2)', () => {
  it('raises its event with what it reads, types kept, and leaves out what is not there', () => {
    const { passage } = new Traveller(
      {
        steps: stepsWith({
          step: '{{step.key}}',
          plan: '{{event.plan}}',
          seats: '{{customer.seats}}',
          missing: '{{customer.nothing}}',
          words: 'Plan {{event.plan}}, {{customer.seats}} seats{{customer.nothing}}',
          deep: { list: ['{{customer.seats}}', 1], none: '{{event.none}}' },
        }),
      },
      { customer: { traits: { seats: 3 } } },
    );
    expect(passage.effects).toEqual([
      {
        type: 'event',
        step: 'tell',
        visit: 1,
        event: 'journey.milestone',
        properties: {
          step: 'tell',
          plan: 'trial',
          seats: 3,
          words: 'Plan trial, 3 seats',
          deep: { list: [3, 1] },
        },
      },
    ]);
    expect(passage.records[0]).toMatchObject({ code: 'emitted', detail: { event: 'journey.milestone' } });
  });

  it('may read only what there is', () => {
    const findings = validateDefinition(
      aDefinition({ steps: stepsWith({ a: { b: ['x {{user.name}}'] }, c: '{{ event.ok }}' }) }),
    );
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'journeys.unknown-variable',
        pointer: '/steps/tell/properties/a/b/0',
        message: "'user.name' names nothing that a step can read.",
      }),
    ]);
  });
});
