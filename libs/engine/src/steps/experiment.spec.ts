import { validateDefinition } from '../definition/validate.js';
import { aDefinition, Traveller } from '../testing/journeys.js';
import type { Experiment } from './experiment.js';

const steps = (over: Partial<Experiment> = {}, on?: { failed: string }) => ({
  hello: {
    type: 'message' as const,
    experiment: {
      variants: [{ template: 'a', weight: 3 }, { template: 'b' }],
      optimise: 'goal' as const,
      ...over,
    },
    ...(on && { on }),
    next: 'rest',
  },
  rest: { type: 'wait-for' as const, any: [{ event: 'go' }], next: 'end' },
  end: { type: 'exit' as const },
});
const travel = (over: Partial<Experiment> = {}, options: ConstructorParameters<typeof Traveller>[1] = {}) =>
  new Traveller({ steps: steps(over) }, options);
const variantOf = ({ passage }: Traveller) => passage.records[0]?.detail?.['variant'];
const findings = (over: Partial<Experiment>, content = {}) =>
  validateDefinition(aDefinition({ steps: steps(over) }), content).flatMap(({ code, pointer }) =>
    pointer.startsWith('/steps') ? [[code, pointer]] : [],
  );

describe('an experiment with a message', () => {
  it('sends each customer one variant, by weights, and says which and why', () => {
    const all = Array.from({ length: 400 }, (_, at) => travel({}, { customer: { id: `c${String(at)}` } }));
    const share = all.filter((each) => variantOf(each) === 'a').length / 400;
    expect(share).toBeGreaterThan(0.67);
    expect(share).toBeLessThan(0.83);
    expect(variantOf(travel({}, { customer: { id: 'c7' } }))).toBe(variantOf(all[7]!));
    const [first] = all;
    const variant = variantOf(first!);
    expect(first?.passage.effects).toMatchObject([
      { type: 'message', request: { template: variant } },
      { type: 'trial', arm: variant, outcome: 'shown' },
    ]);
    expect(first?.passage.records[0]).toMatchObject({
      code: 'tried',
      detail: { drawn: 'weighted', channel: 'email' },
    });
  });

  it('learns from a goal: once for each passage', () => {
    const traveller = travel();
    const { effects } = traveller.passage;
    traveller.event('order.paid');
    expect(traveller.passage.effects).toMatchObject([
      { type: 'goal' },
      { ...effects[1], outcome: 'succeeded' },
    ]);
    expect(traveller.event('order.paid')).toBe(false);
  });

  it.each([
    ['opened', 'message.opened'],
    ['clicked', 'message.clicked'],
  ] as const)('learns from being %s, of its own message alone', (optimise, event) => {
    const traveller = travel({ optimise });
    expect(traveller.event('order.paid')).toBe(true);
    expect(traveller.passage.effects).toMatchObject([{ type: 'goal' }]);
    expect(traveller.event(event, { journey: 'j', step: 'other' })).toBe(false);
    expect(traveller.event(event, { template: 'other' })).toBe(false);
    expect(traveller.event(event, { journey: 'j', step: 'hello' })).toBe(true);
    expect(traveller.passage.effects).toMatchObject([{ type: 'trial', outcome: 'succeeded' }]);
  });

  it('draws what works, with the figures on record', () => {
    const input = {
      trialCount: (_step: string, arm: string) =>
        arm === 'b' ? { shown: 900, succeeded: 800 } : { shown: 900, succeeded: 10 },
    };
    const traveller = travel(
      { method: 'thompson', variants: [{ template: 'a' }, { template: 'b' }] },
      { input },
    );
    expect(traveller.passage.records[0]?.detail).toMatchObject({
      variant: 'b',
      drawn: 'thompson',
      draws: [
        { arm: 'a', shown: 900, succeeded: 10 },
        { arm: 'b', shown: 900, succeeded: 800 },
      ],
    });
  });

  it('counts nothing that was not sent, and says the variant where the outcome is waited for', () => {
    const decision = { send: false, code: 'no-address' } as const;
    expect(travel({}, { decision }).passage.effects).toEqual([]);
    const traveller = new Traveller({ steps: steps({}, { failed: 'end' }) });
    traveller.signal({ type: 'message', step: 'hello', visit: 1, outcome: 'failed' });
    expect(traveller.passage.records[0]).toMatchObject({ code: 'failed', detail: { next: 'end' } });
    expect(['a', 'b']).toContain(variantOf(traveller));
  });

  it('tells unknown templates, repeated ones, and weights for nothing', () => {
    expect(findings({}, { templates: new Set(['a']) })).toEqual([
      ['journeys.unknown-template', '/steps/hello/experiment/variants/1/template'],
    ]);
    expect(findings({ variants: [{ template: 'a' }, { template: 'a' }] })).toEqual([
      ['journeys.repeated-key', '/steps/hello/experiment/variants/1/template'],
    ]);
    expect(findings({ method: 'thompson' })).toEqual([
      ['journeys.weight-ignored', '/steps/hello/experiment/variants/0/weight'],
    ]);
    expect(findings({ variants: [{ template: 'a', weight: 0 }, { template: 'b' }] })[0]?.[1]).toBe(
      '/steps/hello/experiment/variants/0/weight',
    );
  });
});
