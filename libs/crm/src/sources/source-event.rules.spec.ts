import { propertiesOf } from './source-event.rules.js';

const told = { id: '1', name: 'task.completed', customer: { personId: '7' }, properties: { recordId: '12' } };

describe('what an event of another system carries', () => {
  it.each([
    ['what it told', {}, { recordId: '12' }],
    ['that it is of no call', { hasCompletion: true }, { recordId: '12', call: null }],
    ['that, whatever it said itself', { hasCompletion: true, properties: { call: '42' } }, { call: null }],
    ['nothing', { properties: undefined }, {}],
  ])('is %s', (_what, changes, properties) => {
    expect(propertiesOf({ ...told, ...changes } as Parameters<typeof propertiesOf>[0])).toEqual(properties);
  });
});
