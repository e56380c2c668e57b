import { NOW, Traveller } from '../testing/journeys.js';

const branches = (traits: Record<string, string | number>) =>
  new Traveller(
    {
      steps: {
        plan: {
          type: 'branch',
          cases: [
            { when: { trait: 'plan', is: 'pro' }, next: 'pro' },
            {
              when: {
                any: [
                  { trait: 'plan', is: 'team' },
                  { trait: 'seats', gte: 5 },
                ],
              },
              next: 'team',
            },
          ],
          else: 'other',
        },
        pro: { type: 'exit', reason: 'pro' },
        team: { type: 'exit', reason: 'team' },
        other: { type: 'exit', reason: 'other' },
      },
    },
    { customer: { traits } },
  );

describe('a branch step', () => {
  it('takes the first case that holds and keeps the values that decided', () => {
    expect(branches({ plan: 'pro', seats: 9 }).passage.records[0]).toEqual({
      visit: 1,
      step: 'plan',
      type: 'branch',
      at: NOW,
      code: 'case',
      detail: { case: 0, next: 'pro', values: { 'trait.plan': 'pro' } },
    });
  });

  it('takes a later case when the first does not hold', () => {
    expect(branches({ plan: 'trial', seats: 9 }).state.endReason).toBe('team');
  });

  it('takes else when no case holds and keeps every value it looked at', () => {
    expect(branches({ plan: 'trial' }).passage.records[0]).toMatchObject({
      code: 'else',
      detail: { next: 'other', values: { 'trait.plan': 'trial', 'trait.seats': null } },
    });
  });

  it('sees the event at hand, the trigger’s after a wait by time', () => {
    const traveller = new Traveller({
      steps: {
        rest: { type: 'wait', for: '1h', next: 'plan' },
        plan: {
          type: 'branch',
          cases: [{ when: { property: 'plan', is: 'trial' }, next: 'yes' }],
          else: 'no',
        },
        yes: { type: 'exit', reason: 'yes' },
        no: { type: 'exit', reason: 'no' },
      },
    });
    traveller.due(NOW + 3_600_000);

    expect(traveller.state.endReason).toBe('yes');
  });

  it('sees what the API’s trigger brought', () => {
    const traveller = new Traveller(
      {
        steps: {
          a: {
            type: 'branch',
            cases: [{ when: { context: 'cart.total', gt: 10 }, next: 'yes' }],
            else: 'no',
          },
          yes: { type: 'exit', reason: 'yes' },
          no: { type: 'exit', reason: 'no' },
        },
      },
      { trigger: { type: 'api', context: { cart: { total: 12 } } } },
    );

    expect(traveller.state.endReason).toBe('yes');
  });
});
