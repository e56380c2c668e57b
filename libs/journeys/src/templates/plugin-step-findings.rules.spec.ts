import { pluginStepFindings } from './plugin-step-findings.rules.js';

const OFFERED = {
  all: [{ type: 'crm.credit', ways: ['granted', 'refused'] }],
  check: (_type: string, config: object) =>
    Object.entries(config).flatMap(([name, value]) =>
      typeof value === 'number'
        ? []
        : [{ code: 'x', severity: 'error' as const, pointer: `/${name}`, message: 'must be number.' }],
    ),
};

function findings(step: object, offered: Parameters<typeof pluginStepFindings>[1] = OFFERED) {
  return pluginStepFindings({ steps: { 'a/b': { next: 'end', ...step } } }, offered);
}

describe('a step of a plugin at publish (C6)', () => {
  it('has a type that a loaded plugin offers', () => {
    const unknown = { code: 'journeys.unknown-step-type', pointer: '/steps/a~1b/type' };
    expect(findings({ type: 'crm.credits' })).toMatchObject([
      { ...unknown, suggestion: "Did you mean 'crm.credit'?" },
    ]);
    expect(findings({ type: 'erp.order' })).toMatchObject([{ suggestion: 'Plugins offer crm.credit.' }]);
    expect(findings({ type: 'erp.order' }, { ...OFFERED, all: [] })).toMatchObject([
      { suggestion: 'Plugins offer none.' },
    ]);
  });

  it('says what its plugin takes, but for values that are read', () => {
    const step = { type: 'crm.credit', config: { amount: 'much', read: '{{event.amount}}', fine: 3 } };
    expect(findings(step)).toMatchObject([
      {
        code: 'journeys.invalid-config',
        pointer: '/steps/a~1b/config/amount',
        message: "The step 'crm.credit' does not take this: must be number.",
      },
    ]);
  });

  it('names ways that there are', () => {
    expect(findings({ type: 'crm.credit', ways: { refuse: 'end', granted: 'end' } })).toMatchObject([
      {
        code: 'journeys.unknown-way',
        pointer: '/steps/a~1b/ways/refuse',
        suggestion: "Did you mean 'refused'?",
      },
    ]);
    expect(findings({ type: 'crm.credit', ways: { zzz: 'end' } })).toMatchObject([
      { suggestion: 'Its ways are granted, refused.' },
    ]);
  });

  it('says nothing of other steps, and of what its schema refuses', () => {
    expect(findings({ type: 'wait' })).toEqual([]);
    expect(findings({ type: 5 })).toEqual([]);
    expect(findings({ type: 'crm.credit', config: 'x' })).toEqual([]);
  });
});
