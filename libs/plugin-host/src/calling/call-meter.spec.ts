import { CallMeter, outcomeOf } from './call-meter.js';

const call = { plugin: 'pager', name: 'main', capability: 'send', outcome: 'done' } as const;

describe('CallMeter', () => {
  it('counts calls that end alike, and hands its counts over once', () => {
    const meter = new CallMeter();
    meter.note({ ...call, durationMs: 10, items: 50 });
    meter.note({ ...call, durationMs: 150.5, items: 20 });
    meter.note({ ...call, outcome: 'throttled', durationMs: 20_000 });
    expect(meter.drain()).toEqual([
      { ...call, calls: 2, items: 70, totalUs: 160_500, within: [1, 1, 2, 2] },
      { ...call, outcome: 'throttled', calls: 1, items: 1, totalUs: 20_000_000, within: [0, 0, 0, 0] },
    ]);
    expect(meter.drain()).toEqual([]);
  });

  it('counts on with what could not be put anywhere', () => {
    const meter = new CallMeter();
    meter.note({ ...call, durationMs: 5 });
    const counts = meter.drain();
    meter.note({ ...call, durationMs: 500 });
    meter.giveBack(counts);
    expect(meter.drain()).toEqual([{ ...call, calls: 2, items: 2, totalUs: 505_000, within: [1, 1, 2, 2] }]);
    meter.giveBack(counts);
    expect(meter.drain()).toEqual(counts);
  });
});

describe('outcomeOf', () => {
  const failed = (code: string) =>
    ({ status: 'failed', error: { class: 'temporary', code, detail: '' } }) as const;

  it.each([
    ['done', []],
    ['done', [{ status: 'sent' } as const]],
    ['temporary', [{ status: 'sent' } as const, failed('pager.down')]],
    ['timed-out', [failed('plugin.timed-out')]],
    ['broken', [failed('plugin.bad-answer')]],
    ['refused', [failed('plugin.circuit-open')]],
  ])('is %s', (outcome, results) => {
    expect(outcomeOf(results)).toBe(outcome);
  });
});
