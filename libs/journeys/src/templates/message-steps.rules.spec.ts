import { ContentSnapshot } from '@parcours/content';
import type { JsonObject } from '@parcours/kernel';

import { messageStepFindings } from './message-steps.rules.js';

const PUBLISHED = new ContentSnapshot(1, [
  ...Object.entries({
    plain: 'Hello {{customer.first_name}} {{step.key}}',
    bare: 'Hello {{first_name}}',
    optional: '{{#if first_name}}Hello {{first_name}}{{/if}}',
    eventful: { en: 'Hello', fr: 'Commande {{event.order_id}}' },
  }).map(([key, subject], at) => ({
    ...{ itemId: at, versionId: at, type: 'message-templates', key, number: 1 },
    document: { channels: { email: { subject, html: '<p>Hi</p>' } } },
  })),
  ...Object.entries({ default: ['email'], texts: ['sms', 'webhook'], both: ['sms', 'email'] }).map(
    ([key, channels], at) => ({
      ...{ itemId: 50 + at, versionId: 50 + at, type: 'channel-policies', key, number: 1 },
      document: { channels: channels.map((channel) => ({ channel, connector: 'c' })) },
    }),
  ),
]);

const findingsOf = (step: object, triggers: object[] = [{ type: 'event', event: 'a' }]) => {
  const hello = { type: 'message', template: 'plain', next: 'end', ...step };
  const definition = { entry: { triggers }, start: 'hello', steps: { hello, end: { type: 'exit' } } };
  return messageStepFindings({ definition: definition as unknown as JsonObject }, PUBLISHED);
};

const AT = '/definition/steps/hello';

describe('a message step', () => {
  it.each([
    ['whose template has a channel of the policy', { policy: 'both' }],
    ['whose own channel both have', { policy: 'both', channel: 'email' }],
    ['whose variables may be missing', { template: 'optional' }],
    ['whose variables come with the event', { template: 'eventful' }],
    ['whose content is not published, which is told elsewhere', { template: 'none', policy: 'none' }],
  ])('%s is fine', (_name, step) => {
    expect(findingsOf(step)).toEqual([]);
  });

  it.each([
    [
      { policy: 'texts' },
      { code: 'journeys.template-lacks-channel', severity: 'error', pointer: `${AT}/template` },
      /sms, webhook/,
    ],
    [
      { policy: 'both', channel: 'sms' },
      { code: 'journeys.template-lacks-channel', severity: 'error', pointer: `${AT}/template` },
      /on sms,/,
    ],
    [
      { policy: 'both', channel: 'emial' },
      { code: 'journeys.policy-lacks-channel', severity: 'error', pointer: `${AT}/channel` },
      /no channel 'emial'/,
    ],
    [
      { template: 'bare' },
      { code: 'journeys.variable-not-provided', severity: 'error', pointer: `${AT}/template` },
      /needs 'first_name'/,
    ],
  ])('that reaches nobody is found: %j', (step, finding, message) => {
    const found = findingsOf(step);

    expect(found).toEqual([expect.objectContaining(finding)]);
    expect(found[0]?.message).toMatch(message);
    expect(found[0]?.suggestion).toBeTruthy();
  });

  it('that reads an event is warned of where only the API lets in', () => {
    expect(findingsOf({ template: 'eventful' }, [{ type: 'api' }])).toEqual([
      expect.objectContaining({ code: 'journeys.variable-not-provided', severity: 'warning' }),
    ]);
  });
});
