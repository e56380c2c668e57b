import { pulled, type PullRequest, pushed } from './field-mapping.rules.js';

const LINES = [
  { trait: 'firstName', field: 'firstname', direction: 'both' },
  { trait: 'score', field: 'score', direction: 'in' },
  { trait: 'plan', field: 'plan', direction: 'out' },
] as const;

const pull = (changes: Partial<PullRequest>) =>
  pulled({
    lines: LINES,
    rule: 'newest',
    fields: {},
    agreed: undefined,
    traits: {},
    recordChangedAt: 2,
    customerChangedAt: 1,
    kindOf: (trait) => (trait === 'score' ? 'number' : undefined),
    ...changes,
  });

describe('values that a CRM and a customer share', () => {
  it('are taken from whoever has one, in the kind of the trait', () => {
    const fields = { firstname: 'Ada', score: '12', plan: 'pro' };
    expect(pull({ fields })).toEqual({
      traits: { firstName: 'Ada', score: 12 },
      agreed: { firstname: 'Ada', score: '12' },
      conflicts: 0,
    });
    expect(pull({ fields: { firstname: null, plan: null }, traits: { firstName: 'Eve' } })).toEqual({
      traits: {},
      agreed: { firstname: null, plan: null },
      conflicts: 0,
    });
  });

  it('do not come back as a change: what was agreed says nothing, however it is written', () => {
    const agreed = { firstname: 'Ada', score: 12 };
    const fields = { firstname: 'Ada', score: '12' };
    expect(pull({ fields, agreed, traits: { firstName: 'Eve', score: 12 } })).toEqual({
      traits: {},
      agreed: { firstname: 'Ada', score: '12' },
      conflicts: 0,
    });
  });

  it.each([
    ['newest', 2, 1, 'Crm'],
    ['newest', 1, 2, undefined],
    ['crm', 1, 2, 'Crm'],
    ['parcours', 2, 1, undefined],
  ] as const)('in conflict are decided by %s (%i, %i)', (rule, recordChangedAt, customerChangedAt, taken) => {
    const agreed = { firstname: 'Old' };
    const traits = { firstName: 'Ours' };
    const result = pull({
      rule,
      fields: { firstname: 'Crm' },
      agreed,
      traits,
      recordChangedAt,
      customerChangedAt,
    });
    expect([result.traits['firstName'], result.conflicts]).toEqual([taken, 1]);
    const after = { firstName: taken ?? 'Ours' };
    expect(pushed(LINES, after, result.agreed)).toEqual(taken ? {} : { firstname: 'Ours' });
  });

  it('are decided by the rule of their own line first', () => {
    const lines = [{ ...LINES[0], conflict: 'parcours' as const }];
    const { traits } = pull({
      lines,
      rule: 'crm',
      fields: { firstname: 'C' },
      agreed: {},
      traits: { firstName: 'O' },
    });
    expect(traits).toEqual({});
  });

  it('that were emptied are emptied on the other side', () => {
    expect(
      pull({ fields: { firstname: '' }, agreed: { firstname: 'Ada' }, traits: { firstName: 'Ada' } }).traits,
    ).toEqual({ firstName: null });
    expect(pushed(LINES, {}, { firstname: 'Ada' })).toEqual({ firstname: null });
  });

  it('go out where they changed, and those that only come in never do', () => {
    expect(pushed(LINES, { firstName: 'Eve', score: 3, plan: 'pro' }, { firstname: 'Ada' })).toEqual({
      firstname: 'Eve',
      plan: 'pro',
    });
    expect(pushed(LINES, { firstName: 'Eve', plan: ['a'] }, { firstname: 'Eve' })).toEqual({});
  });
});
