import { longWaitFindings } from './long-waits.rules.js';

function findings(step: object) {
  const definition = {
    entry: { triggers: [{ type: 'api' }] },
    start: 'rest',
    steps: { rest: { ...step, next: 'end' }, end: { type: 'exit' } },
  };
  return longWaitFindings({ definition }).map(({ code, pointer, severity }) => [severity, code, pointer]);
}

const LONG = ['warning', 'journeys.long-wait'];
const TOO_LONG = ['error', 'journeys.wait-too-long'];

describe('waits of years', () => {
  it.each([
    [{ type: 'wait', for: '3650d' }, [...LONG, '/definition/steps/rest/for']],
    [{ type: 'wait', for: '999999999w' }, [...TOO_LONG, '/definition/steps/rest/for']],
    [
      { type: 'wait', until: { trait: 'renewal', offset: '-3650d' } },
      [...LONG, '/definition/steps/rest/until/offset'],
    ],
    [
      {
        ...{ type: 'action', connector: 'crm', action: 'call', wait: 'task.completed' },
        timeout: { after: '300w', next: 'end' },
      },
      [...LONG, '/definition/steps/rest/timeout/after'],
    ],
  ])('are told of %j', (step, finding) => {
    expect(findings(step)).toEqual([finding]);
  });

  it.each([
    { type: 'wait', for: '1825d' },
    { type: 'wait', until: { trait: 'renewal', offset: '-30d' } },
    { type: 'wait', until: { time: '10:00' } },
  ])('have nothing to be told of in %j', (step) => {
    expect(findings(step)).toEqual([]);
  });
});
