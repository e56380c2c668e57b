import type { Installation } from './installation.js';

const email = (subject: string) => ({
  email: { subject, html: `<p>${subject}, {{customer.first_name}}</p>` },
});

/** Everything that the journeys of these tests refer to, with the installation's own mail server. */
export async function publishContent({ client, sink }: Installation): Promise<void> {
  await client.publish('connectors', 'mailbox', {
    name: 'Mailbox',
    type: 'email-smtp',
    config: {
      host: '127.0.0.1',
      port: sink.port,
      secure: 'none',
      from: { name: 'Parcours', address: 'hello@parcours.example' },
    },
  });
  for (const key of ['hello', 'pro', 'free']) {
    await client.publish('message-templates', key, { name: key, channels: email(`The ${key} message`) });
  }
  await client.publish('channel-policies', 'default', {
    name: 'Default',
    channels: [{ channel: 'email', connector: 'mailbox' }],
  });
  await client.publish('touchpoints', 'email', { name: 'Email', kind: 'digital', direction: 'outbound' });
}

const message = (template: string, next: string) => ({
  type: 'message',
  template,
  touchpoint: 'email',
  next,
});
const END = { end: { type: 'exit', reason: 'completed' } };

/** Event → email → branch on a trait → second email → exit. */
export async function publishTwoMails(installation: Installation): Promise<void> {
  await publishContent(installation);
  await installation.client.publish('journey-templates', 'two-mails', {
    name: 'Two mails',
    definition: {
      entry: { triggers: [{ type: 'event', event: 'account.created' }] },
      start: 'hello',
      steps: {
        hello: message('hello', 'plan'),
        plan: { type: 'branch', cases: [{ when: { trait: 'plan', is: 'pro' }, next: 'pro' }], else: 'free' },
        pro: message('pro', 'end'),
        free: message('free', 'end'),
        ...END,
      },
    },
  });
}

/** Event → a wait → email → exit. */
export async function publishOneWait(installation: Installation, wait: string): Promise<void> {
  await publishContent(installation);
  await installation.client.publish('journey-templates', 'one-wait', {
    name: 'One wait',
    definition: {
      entry: { triggers: [{ type: 'event', event: 'account.created' }] },
      start: 'rest',
      steps: { rest: { type: 'wait', for: wait, next: 'hello' }, hello: message('hello', 'end'), ...END },
    },
  });
}
