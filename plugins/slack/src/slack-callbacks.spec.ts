import { testHost } from '@parcours/sdk/testing';
import type { CallbackRequest } from '@parcours/sdk';

import { callback, FakeSlack } from '../test/fake-slack.js';
import plugin from './index.js';

const NOW = 1_700_000_000_000;
const signal = new AbortController().signal;

const EVENT = {
  type: 'message',
  channel: 'D024BE91L',
  channel_type: 'im',
  user: 'U2147483697',
  text: 'Thanks &amp; see <https://a.example/x|a.example/x>',
  ts: '1699999990.000200',
};
const about = (event: object) => ({ type: 'event_callback', event_id: 'Ev08MFMKH6', event });

describe('what Slack tells (A8)', () => {
  let fake: FakeSlack;
  beforeAll(async () => {
    fake = await FakeSlack.start();
  });
  afterAll(() => fake.stop());

  async function parse(request: CallbackRequest, changes: object = {}) {
    const config = { ...fake.config, ...changes } as Parameters<typeof plugin.connectors.slack.open>[0];
    const { callbacks } = await plugin.connectors.slack.open(config, testHost());
    return callbacks?.parse(request, { signal });
  }

  it('answers the challenge', async () => {
    const told = callback({ type: 'url_verification', token: 't', challenge: '3eZbrw1a' }, NOW);
    expect(await parse(told)).toEqual({
      status: 'accepted',
      signedAt: NOW,
      respond: { contentType: 'text/plain', body: '3eZbrw1a' },
    });
  });

  it('takes a direct message for an answer', async () => {
    expect(await parse(callback(about(EVENT), NOW))).toEqual({
      status: 'accepted',
      id: 'Ev08MFMKH6',
      signedAt: NOW,
      replies: [
        {
          from: 'U2147483697',
          text: 'Thanks & see https://a.example/x',
          id: 'D024BE91L:1699999990.000200',
          at: 1_699_999_990_000,
        },
      ],
    });
  });

  it('knows which message somebody answers in its thread', async () => {
    const found = await parse(callback(about({ ...EVENT, thread_ts: '1699999000.000100' }), NOW));
    expect(found).toMatchObject({ replies: [{ providerId: 'D024BE91L:1699999000.000100' }] });
  });

  it('names what comes twice alike, so that it counts once', async () => {
    const once = await parse(callback(about(EVENT), NOW));
    const retry = callback(about(EVENT), NOW + 60_000);
    const twice = await parse({ ...retry, headers: { ...retry.headers, 'x-slack-retry-num': '1' } });
    expect(twice).toEqual({ ...once, signedAt: NOW + 60_000 });
  });

  it.each([
    ['its own messages', { ...EVENT, bot_id: 'B1' }],
    ['edits', { ...EVENT, subtype: 'message_changed' }],
    ['what is said in channels', { ...EVENT, channel: 'C1', channel_type: 'channel' }],
    ['who joins', { ...EVENT, subtype: 'channel_join' }],
    ['other events', { type: 'app_uninstalled' }],
    ['what has no writer', { ...EVENT, user: undefined }],
    ['what is no event', 'app_uninstalled' as unknown as object],
  ])('passes over %s', async (_what, event) => {
    const found = await parse(callback(about(event), NOW));
    expect(found).toEqual({ status: 'accepted', id: 'Ev08MFMKH6', signedAt: NOW });
  });

  const right = callback(about(EVENT), NOW);
  it.each<[string, CallbackRequest]>([
    ['of another secret', callback(about(EVENT), NOW, 'ffffffffffffffffffffffffffffffff')],
    ['of another body', { ...right, rawBody: Buffer.from(JSON.stringify(about({ ...EVENT, text: 'No' }))) }],
    [
      'of another time',
      { ...right, headers: { ...right.headers, 'x-slack-request-timestamp': '1700000001' } },
    ],
    [
      'without a time',
      { ...right, headers: { 'x-slack-signature': right.headers['x-slack-signature'] ?? '' } },
    ],
    ['without a signature', { ...right, headers: { 'x-slack-request-timestamp': '1700000000' } }],
    ['of another length', { ...right, headers: { ...right.headers, 'x-slack-signature': 'v0=ab' } }],
    [
      'of a later version',
      {
        ...right,
        headers: {
          ...right.headers,
          'x-slack-signature': (right.headers['x-slack-signature'] ?? '').replace('v0', 'v1'),
        },
      },
    ],
  ])('refuses a signature %s', async (_what, request) => {
    expect(await parse(request)).toEqual({ status: 'bad-signature' });
  });

  it('says when it was signed, so that the host can refuse what is old', async () => {
    expect(await parse(callback(about(EVENT), NOW - 3_600_000))).toMatchObject({ signedAt: NOW - 3_600_000 });
  });

  it('signs as Slack describes it', async () => {
    const rawBody = Buffer.from(
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
    );
    const headers = {
      'x-slack-request-timestamp': '1531420618',
      'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    };
    const found = await parse({ ...right, headers, rawBody });
    expect(found).toEqual({ status: 'malformed', detail: 'It is no JSON object.' });
  });

  it('has no hook without a signing secret', async () => {
    expect(await parse(right, { signingSecret: undefined })).toBeUndefined();
  });
});
