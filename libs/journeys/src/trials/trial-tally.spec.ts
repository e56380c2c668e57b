import { TrialTally } from './trial-tally.js';

describe('the trials of a batch', () => {
  it('are one row for each thing that was tried, however many customers there were', () => {
    const tally = new TrialTally();
    const note = (journey: number, arm: string, outcome: 'shown' | 'succeeded') => {
      tally.note(journey, { type: 'trial', step: 'hello', arm, outcome });
    };
    for (let customer = 0; customer < 500; customer++) note(1, customer % 5 === 0 ? 'a' : 'b', 'shown');
    note(1, 'a', 'succeeded');
    note(2, 'a', 'succeeded');
    expect(tally.all()).toEqual([
      { journeyId: 1, step: 'hello', arm: 'a', shown: 100, succeeded: 1 },
      { journeyId: 1, step: 'hello', arm: 'b', shown: 400, succeeded: 0 },
      { journeyId: 2, step: 'hello', arm: 'a', shown: 0, succeeded: 1 },
    ]);
  });
});
