import { defineConformance, type FakeBehaviour, type FakeProvider } from '@parcours/sdk/testing';

import { type SinkMood, SmtpSink } from './smtp-sink.js';

const MOODS: Readonly<Record<FakeBehaviour, SinkMood>> = {
  normal: 'fine',
  throttle: 'slow',
  outage: 'down',
  hang: 'silent',
};

const REFUSED = 'nobody@example.com';

async function start(): Promise<FakeProvider> {
  const login = { user: 'parcours', password: 'correct-horse' };
  const sink = await SmtpSink.start({ login, replies: { [REFUSED]: '550 5.1.1 no such user' } });
  const config = {
    host: '127.0.0.1',
    port: sink.port,
    secure: 'none',
    ...login,
    from: { name: 'Parcours', address: 'hello@example.com' },
    socketTimeoutMs: 1_000,
  };
  return {
    config,
    wrongConfig: { ...config, password: 'wrong-horse' },
    refusedAddress: REFUSED,
    received: () => sink.mails.map(({ to, raw }) => ({ to, content: raw.toString('utf8') })),
    behave: (behaviour) => {
      sink.become(MOODS[behaviour]);
    },
    stop: () => sink.stop(),
  };
}

export default defineConformance({ connector: 'email-smtp', start });
