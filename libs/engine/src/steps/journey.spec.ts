import { compileJourney } from '../definition/compile.js';
import { validateDefinition } from '../definition/validate.js';
import { aDefinition, Traveller } from '../testing/journeys.js';

const END = { type: 'exit' } as const;
const stepsOf = (way: { enter?: string; leave?: string }) =>
  ({ other: { type: 'journey', ...way, next: 'end' }, end: END }) as const;

describe('a journey step (B2)', () => {
  it.each([
    [{ enter: 'nurture' }, 'enter', 'enters'],
    [{ leave: 'nurture' }, 'leave', 'leaves'],
  ] as const)('%j asks to %s it, and goes on', (way, type, code) => {
    const { passage } = new Traveller({ steps: stepsOf(way) });
    expect(passage.effects).toEqual([{ type, journey: 'nurture', step: 'other', visit: 1 }]);
    expect(passage.records[0]).toMatchObject({ code, detail: { journey: 'nurture', next: 'end' } });
    expect(passage.state.endReason).toBe('completed');
  });

  it('refers to the journey, which has to be there', () => {
    const definition = aDefinition({ steps: stepsOf({ enter: 'nurture' }) });
    expect(compileJourney(definition).references).toEqual([
      { kind: 'journey', key: 'nurture', pointer: '/steps/other/enter' },
    ]);
    expect(validateDefinition(definition, { journeys: new Set(['nurtured']) })).toEqual([
      expect.objectContaining({
        code: 'journeys.unknown-journey',
        pointer: '/steps/other/enter',
        suggestion: "Did you mean 'nurtured'?",
      }),
    ]);
  });

  it('names one of the two', () => {
    const definition = aDefinition({ steps: stepsOf({ enter: 'a', leave: 'b' }) });
    expect(validateDefinition(definition)).not.toEqual([]);
  });
});
