import { actionFindings, type OfferedActions } from './action-findings.rules.js';

const OFFERED: OfferedActions = {
  names: ['create-task'],
  check: (_action, input) =>
    Object.entries(input).flatMap(([name, value]) =>
      typeof value === 'number'
        ? []
        : [{ code: 'x', severity: 'error', pointer: `/${name}`, message: 'must be number.' }],
    ),
  handOverOf: () => ['journey'],
  outcomesOf: () => ['reached', 'lost'],
};

function findings(step: object) {
  const definition = { steps: { 'a/b': { type: 'action', connector: 'crm', next: 'end', ...step } } };
  return actionFindings(
    definition,
    (connector) => (connector === 'crm' ? OFFERED : undefined),
    (team) => (team === 'sales' ? 'ann' : undefined),
  );
}

describe('an action step at publish', () => {
  it('names an action that the connector does not offer', () => {
    expect(findings({ action: 'create-tosk' })).toMatchObject([
      {
        code: 'journeys.unknown-action',
        pointer: '/steps/a~1b/action',
        suggestion: "Did you mean 'create-task'?",
      },
    ]);
    expect(findings({ action: 'sing' })).toMatchObject([{ suggestion: 'Its actions are create-task.' }]);
  });

  it('points at the part of the input that the action does not take', () => {
    expect(findings({ action: 'create-task', input: { due: 'soon' } })).toMatchObject([
      {
        code: 'journeys.invalid-input',
        pointer: '/steps/a~1b/input/due',
        message: "The action 'create-task' does not take this: must be number.",
      },
    ]);
  });

  it('names outcomes that the action never comes to, and traits that it does not take (A7)', () => {
    const step = { action: 'create-task', ways: { reached: 'end', lots: 'end' } };
    expect(findings({ ...step, handOver: { traits: ['plan'] } })).toMatchObject([
      {
        code: 'journeys.unknown-outcome',
        pointer: '/steps/a~1b/ways/lots',
        suggestion: "Did you mean 'lost'?",
      },
      { code: 'journeys.hand-over-not-taken', pointer: '/steps/a~1b/handOver' },
    ]);
  });

  it('points at the place of an owner that the action does not take', () => {
    const owned = (owner: object) => findings({ action: 'create-task', owner });
    expect(owned({ team: 'sales', into: 'ownerId' })).toMatchObject([
      { code: 'journeys.invalid-input', pointer: '/steps/a~1b/owner/into' },
    ]);
    expect(owned({ team: 'nobody' })).toEqual([]);
  });

  it('says nothing of values that are read, of other steps, and of connectors that are not known', () => {
    expect(findings({ action: 'create-task', input: { due: '{{event.due}}' } })).toEqual([]);
    expect(findings({ type: 'exit' })).toEqual([]);
    expect(findings({ action: 'sing', connector: 'other' })).toEqual([]);
    expect(actionFindings({ steps: [] }, () => OFFERED)).toEqual([]);
  });
});
