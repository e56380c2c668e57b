import { ContentSnapshot } from '@parcours/content';
import type { JsonObject } from '@parcours/kernel';

import { policyStepFindings } from './policy-steps.rules.js';

const version = (itemId: number, type: string, key: string, document: JsonObject) => ({
  ...{ itemId, versionId: itemId, number: 1, type, key, document },
});
const email = { email: { subject: 'S', html: 'H' } };
const channels = [{ channel: 'email', connector: 'mailbox' }];

function findings(steps: object, policy: JsonObject, house?: JsonObject) {
  const published = new ContentSnapshot(1, [
    version(1, 'message-templates', 'offer', { channels: email }),
    version(2, 'message-templates', 'invoice', { category: 'transactional', channels: email }),
    version(3, 'channel-policies', 'default', { channels, ...policy }),
    ...(house ? [version(4, 'channel-policies', 'house', { scope: 'house', ...house })] : []),
  ]);
  const entry = { triggers: [{ type: 'api' }] };
  const definition = { entry, start: 'one', steps: { ...steps, end: { type: 'exit' } } };
  const found = policyStepFindings({ definition: definition }, published);
  return found.map(({ code, pointer, severity }) => `${severity} ${code} ${pointer}`);
}

const message = (next: string, template = 'offer') => ({ type: 'message', template, next });
const IMPOSSIBLE = 'warning journeys.cap-makes-step-impossible /definition/steps/two';

describe('message steps under channel policies (B6)', () => {
  const cap = { caps: [{ max: 1, per: '7d' }] };

  it('are told of where the steps before them use up a cap', () => {
    expect(findings({ one: message('two'), two: message('end') }, cap)).toEqual([IMPOSSIBLE]);
    expect(findings({ one: message('two'), two: message('end') }, {}, cap)).toEqual([IMPOSSIBLE]);
    const soon = {
      one: message('rest'),
      rest: { type: 'wait', for: '6d', next: 'two' },
      two: message('end'),
    };
    expect(findings(soon, cap)).toEqual([IMPOSSIBLE]);
  });

  it('are not where there is time, another category, another channel, or a choice between', () => {
    const later = {
      one: message('rest'),
      rest: { type: 'wait', for: '7d', next: 'two' },
      two: message('end'),
    };
    expect(findings(later, cap)).toEqual([]);
    expect(findings({ one: message('two', 'invoice'), two: message('end') }, cap)).toEqual([]);
    const sms = { caps: [{ max: 1, per: '7d', channel: 'sms' }] };
    expect(findings({ one: message('two'), two: message('end') }, sms)).toEqual([]);
    const waiting = { type: 'wait-for', any: [{ event: 'go', next: 'two' }] };
    expect(findings({ one: message('rest'), rest: waiting, two: message('end') }, cap)).toEqual([]);
  });

  it('are told of where their category is not let pass', () => {
    expect(findings({ one: message('end') }, { categories: ['transactional'] })).toEqual([
      'warning journeys.policy-refuses-category /definition/steps/one/policy',
    ]);
  });
});
