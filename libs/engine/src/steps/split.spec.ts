import { validateDefinition } from '../definition/validate.js';
import { aDefinition, Traveller } from '../testing/journeys.js';
import type { SplitArm } from './split.js';

const END = { type: 'exit' } as const;
const arms: SplitArm[] = [
  { key: 'small', weight: 10, next: 'small' },
  { key: 'large', weight: 90, next: 'large' },
];
const STEPS = {
  way: { type: 'split', arms },
  small: { ...END, reason: 'small' },
  large: { ...END, reason: 'large' },
} as const;

const travel = (id: string) => new Traveller({ steps: STEPS }, { customer: { id } });
const findingsWith = (changed: readonly SplitArm[]) =>
  validateDefinition(aDefinition({ steps: { ...STEPS, way: { type: 'split', arms: changed } } })).map(
    ({ code, pointer, message }) => `${code} ${pointer} ${message}`,
  );

describe('a split step (B2)', () => {
  it('sends shares of the customers each way', () => {
    const reasons = Array.from({ length: 3_000 }, (_, at) => travel(`c-${String(at)}`).state.endReason);
    const small = reasons.filter((reason) => reason === 'small').length;
    expect(small).toBeGreaterThan(240);
    expect(small).toBeLessThan(360);
  });

  it('sends the same customer the same way, and says by which draw', () => {
    const [first, second] = [travel('c-1'), travel('c-1')];
    expect(first.passage.records).toEqual(second.passage.records);
    expect(first.passage.records[0]).toMatchObject({
      code: 'arm',
      detail: { arm: 'large', weight: 90, next: 'large', chance: expect.any(Number) as number },
    });
  });

  it.each<[string, SplitArm[], string[]]>([
    ['as it is', arms, []],
    [
      'with thirds',
      ['a', 'b', 'c'].map((key) => ({ key, weight: 33.33, next: key === 'a' ? 'small' : 'large' })),
      [],
    ],
    [
      'too light',
      [
        { key: 'small', weight: 10, next: 'small' },
        { key: 'large', weight: 80, next: 'large' },
      ],
      ['journeys.weights /steps/way/arms The weights add up to 90.'],
    ],
    [
      'with a key twice',
      [
        { key: 'x', weight: 10, next: 'small' },
        { key: 'x', weight: 90, next: 'large' },
      ],
      ["journeys.repeated-key /steps/way/arms/1/key There is an arm 'x' already."],
    ],
  ])('is checked %s', (_name, changed, expected) => {
    expect(findingsWith(changed)).toEqual(expected);
  });
});
