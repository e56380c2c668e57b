import { allowedChannels } from './allowed-channels.rules.js';

const policy = ['push', 'email', 'sms', 'letter'].map((channel) => ({ channel }));
const order = (asked: string, preferredChannels?: string[]) =>
  allowedChannels(policy, asked, { preferredChannels }).map(({ channel }) => channel);

describe('the channels that a message may take', () => {
  it('are those of the policy, or the one that the step names', () => {
    expect(order('policy', ['sms'])).toEqual(['push', 'email', 'sms', 'letter']);
    expect(order('sms', ['email'])).toEqual(['sms']);
    expect(order('fax')).toEqual([]);
  });

  it('begin with those that the customer takes to, and go on as the policy has them (B7)', () => {
    expect(order('preferred', ['sms', 'fax', 'email'])).toEqual(['sms', 'email', 'push', 'letter']);
    expect(order('preferred')).toEqual(['push', 'email', 'sms', 'letter']);
  });
});
