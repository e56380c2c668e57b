import { giveOwners, needTurns, type UngivenCall } from './owner-turns.rules.js';
import { presentMembers } from './team.type.js';

let made = 0;

function aCall(
  over: Partial<UngivenCall['question']> & { customerId?: number; step?: string } = {},
): UngivenCall {
  const { customerId = (made += 1), step = 'task', ...question } = over;
  return {
    ...{
      id: (made += 1),
      lane: 0,
      enrollmentId: 1,
      visit: 1,
      isOrdered: false,
      createdAt: 0,
      customerId,
      step,
    },
    call: { kind: 'action', connector: 'crm', action: 'do', input: { subject: 'Call' }, timeoutMs: 1 },
    question: {
      team: 'sales',
      present: ['ann', 'bob', 'cid'],
      into: 'ownerId',
      keep: false,
      journeyId: 7,
      ...question,
    },
  };
}

function owners(calls: readonly UngivenCall[], kept = new Map<string, string>(), turns = 0) {
  const needed = needTurns(calls, kept);
  const first = new Map([...needed.keys()].map((round) => [round, turns]));
  return { needed: [...needed], given: giveOwners(calls, kept, first).map(({ owner }) => owner?.key) };
}

describe('whose turn it is (A7)', () => {
  it('goes round, from where it was left', () => {
    const calls = [aCall(), aCall(), aCall(), aCall()];
    expect(owners(calls, new Map(), 2)).toEqual({
      needed: [['7 task', 4]],
      given: ['cid', 'ann', 'bob', 'cid'],
    });
  });

  it('goes round for each step of each journey by itself', () => {
    const calls = [aCall(), aCall({ step: 'other' }), aCall({ journeyId: 8 }), aCall()];
    expect(owners(calls).given).toEqual(['ann', 'ann', 'ann', 'bob']);
  });

  it('is told in the input, beside what stands there', () => {
    const [call] = giveOwners([aCall()], new Map(), new Map());
    expect(call).toMatchObject({
      owner: { team: 'sales', key: 'ann' },
      call: { input: { subject: 'Call', ownerId: 'ann' } },
    });
    expect(call).not.toHaveProperty('question');
  });

  it('takes no turn where the customer keeps whom they had', () => {
    const calls = [aCall({ customerId: 40, keep: true }), aCall({ customerId: 41, keep: true })];
    expect(owners(calls, new Map([['40 sales', 'cid']]))).toEqual({
      needed: [['7 task', 1]],
      given: ['cid', 'ann'],
    });
  });

  it('keeps nobody who is away, or of another team', () => {
    const kept = new Map([
      ['50 sales', 'dan'],
      ['50 support', 'bob'],
    ]);
    expect(owners([aCall({ customerId: 50, keep: true })], kept).given).toEqual(['ann']);
  });

  it('gives one customer to one person within a batch', () => {
    const calls = [aCall({ customerId: 60, keep: true }), aCall(), aCall({ customerId: 60, keep: true })];
    expect(owners(calls)).toEqual({ needed: [['7 task', 2]], given: ['ann', 'bob', 'ann'] });
  });
});

describe('who of a team is there', () => {
  const team = {
    name: 'Sales',
    members: [
      { key: 'ann' },
      { key: 'bob', away: [{ from: '2026-08-03T00:00:00Z', until: '2026-08-17T00:00:00Z' }] },
      { key: 'cid', away: [{ from: '2026-08-05T00:00:00Z' }] },
    ],
  };
  const on = (day: string) => presentMembers(team, Date.parse(day));

  it('is whoever is not away at that moment', () => {
    expect(on('2026-08-01')).toEqual(['ann', 'bob', 'cid']);
    expect(on('2026-08-03')).toEqual(['ann', 'cid']);
    expect(on('2026-08-06')).toEqual(['ann']);
    expect(on('2026-08-17')).toEqual(['ann', 'bob']);
  });

  it('is everybody where nobody is there: somebody has to do it', () => {
    const [, ...away] = team.members;
    expect(presentMembers({ name: 'Sales', members: away }, Date.parse('2026-08-06'))).toEqual([
      'bob',
      'cid',
    ]);
  });
});
