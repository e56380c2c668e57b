import { ContentSnapshot, type PublishedVersion } from '@parcours/content';
import type { JsonObject } from '@parcours/kernel';

import { planMessage } from './message-plan.rules.js';

function published(versionId: number, type: string, key: string, document: JsonObject): PublishedVersion {
  return { itemId: versionId * 10, versionId, type, key, number: 3, document };
}

const TEMPLATE = published(1, 'message-templates', 'welcome', {
  channels: { email: { subject: 'S', html: 'H' } },
});
const MAILBOX = published(2, 'connectors', 'mailbox', { type: 'email-smtp', config: {} });
const RELAY = published(3, 'connectors', 'relay', { type: 'email-smtp', config: {} });
const policy = (...channels: [string, string][]) =>
  published(4, 'channel-policies', 'default', {
    channels: channels.map(([channel, connector]) => ({ channel, connector })),
  });

const REQUEST = { template: 'welcome', policy: 'default', channel: 'policy' };
const ADA = { email: 'ada@example.com' };

function plan(content: readonly PublishedVersion[], request = REQUEST, traits: JsonObject = ADA) {
  return planMessage(new ContentSnapshot(1, content), request, { traits });
}

describe('the plan for a message', () => {
  it('is the first channel of the policy that the customer can be reached on', () => {
    const content = [TEMPLATE, MAILBOX, RELAY, policy(['email', 'relay'], ['email', 'mailbox'])];
    expect(plan(content)).toMatchObject({
      send: true,
      channel: 'email',
      plan: { channel: 'email', connectorId: RELAY.itemId, templateVersionId: TEMPLATE.versionId },
      detail: { template: 'welcome', templateVersion: 3, policy: 'default', connector: 'relay' },
    });
  });

  it('passes over channels that the template lacks and connectors that are not published', () => {
    const content = [TEMPLATE, MAILBOX, policy(['sms', 'mailbox'], ['email', 'relay'], ['email', 'mailbox'])];
    expect(plan(content)).toMatchObject({ send: true, plan: { connectorId: MAILBOX.itemId } });
  });

  it('keeps to the channel that the step names', () => {
    const content = [TEMPLATE, MAILBOX, policy(['sms', 'mailbox'], ['email', 'mailbox'])];
    expect(plan(content, { ...REQUEST, channel: 'email' })).toMatchObject({ send: true });
    expect(plan(content, { ...REQUEST, channel: 'sms' })).toMatchObject({
      send: false,
      code: 'template-lacks-channel',
    });
    expect(plan(content, { ...REQUEST, channel: 'push' })).toMatchObject({
      send: false,
      code: 'no-channel-in-policy',
    });
  });

  it.each<[string, readonly PublishedVersion[], JsonObject]>([
    ['template-not-published', [MAILBOX, policy(['email', 'mailbox'])], ADA],
    ['policy-not-published', [TEMPLATE, MAILBOX], ADA],
    ['connector-not-published', [TEMPLATE, policy(['email', 'mailbox'])], ADA],
    ['template-lacks-channel', [TEMPLATE, MAILBOX, policy(['sms', 'mailbox'])], ADA],
    ['no-address', [TEMPLATE, MAILBOX, policy(['email', 'mailbox'])], {}],
  ])('is none, because %s', (code, content, traits) => {
    expect(plan(content, REQUEST, traits)).toMatchObject({ send: false, code });
  });

  it('tells of the refusal what was looked at', () => {
    expect(plan([TEMPLATE, MAILBOX, policy(['email', 'mailbox'])], REQUEST, {})).toEqual({
      send: false,
      code: 'no-address',
      detail: { template: 'welcome', policy: 'default', channel: 'email', connector: 'mailbox' },
    });
  });

  it('goes out in the name of the brand of its template, else of the default one, else of the only one', () => {
    const brand = (versionId: number, key: string, more: JsonObject = {}) =>
      published(versionId, 'brands', key, { name: key, colours: { primary: '#000000' }, ...more });
    const content = [TEMPLATE, MAILBOX, policy(['email', 'mailbox'])];
    const brandIn = (...others: readonly PublishedVersion[]) => {
      const decision = plan([
        ...content.filter(({ key }) => !others.some((other) => other.key === key)),
        ...others,
      ]);
      return decision.send ? decision.plan.brand : decision.code;
    };
    expect(brandIn()).toBeUndefined();
    expect(brandIn(brand(5, 'one'))).toBe('one');
    expect(brandIn(brand(5, 'one'), brand(6, 'two'))).toBeUndefined();
    expect(brandIn(brand(5, 'one'), brand(6, 'two', { default: true }))).toBe('two');
    const named = { ...TEMPLATE, document: { ...TEMPLATE.document, brand: 'one' } };
    expect(brandIn(named, brand(5, 'one'), brand(6, 'two', { default: true }))).toBe('one');
  });
});
