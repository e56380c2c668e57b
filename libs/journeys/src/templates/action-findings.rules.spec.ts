import { actionFindings, type OfferedActions } from './action-findings.rules.js';

const OFFERED: OfferedActions = {
  names: ['create-task'],
  check: (_action, input) =>
    Object.entries(input).flatMap(([name, value]) =>
      typeof value === 'number'
        ? []
        : [{ code: 'x', severity: 'error', pointer: `/${name}`, message: 'must be number.' }],
    ),
};

function findings(step: object) {
  const definition = { steps: { 'a/b': { type: 'action', connector: 'crm', next: 'end', ...step } } };
  return actionFindings(definition, (connector) => (connector === 'crm' ? OFFERED : undefined));
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

  it('says nothing of values that are read, of other steps, and of connectors that are not known', () => {
    expect(findings({ action: 'create-task', input: { due: '{{event.due}}' } })).toEqual([]);
    expect(findings({ type: 'exit' })).toEqual([]);
    expect(findings({ action: 'sing', connector: 'other' })).toEqual([]);
    expect(actionFindings({ steps: [] }, () => OFFERED)).toEqual([]);
  });
});
