import type { CallbackRequest } from '@parcours/sdk';

import { APP_SECRET, callbackOf, entryOf, NUMBER_ID, VERIFY_TOKEN } from '../test/fake-whatsapp.js';
import { callbacksOf } from './whatsapp-callbacks.js';

const { signal } = new AbortController();
const KEYS = { appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN, phoneNumberId: NUMBER_ID };
const parse = (request: CallbackRequest) => callbacksOf(KEYS).parse(request, { signal });
const STATUS = {
  id: 'wamid.HBgL',
  timestamp: '1750030073',
  recipient_id: '447700900001',
  biz_opaque_callback_data: '42',
};
const failed = (code: number) => ({
  ...STATUS,
  status: 'failed',
  errors: [{ code, title: 'A title', message: 'A message', error_data: { details: 'In detail' } }],
});
const statuses = (...list: object[]) => callbackOf(entryOf({ statuses: list }));
const messages = (...list: object[]) => callbackOf(entryOf({ contacts: [{ wa_id: '1' }], messages: list }));
const MESSAGE = { from: '447700900001', id: 'wamid.IN', timestamp: '1750030073' };

describe('callbacks of WhatsApp (D3, F6)', () => {
  it.each([
    ['delivered', { ...STATUS, status: 'delivered' }, { kind: 'delivered' }],
    ['read', { ...STATUS, status: 'read' }, { kind: 'opened' }],
    [
      'nobody there',
      failed(131026),
      { kind: 'bounced', bounce: 'hard', code: '131026', detail: 'In detail' },
    ],
    ['a window that is closed', failed(131047), { kind: 'bounced', bounce: 'soft', code: '131047' }],
    ['a limit of Meta', failed(131049), { kind: 'bounced', bounce: 'soft', code: '131049' }],
    ['a debt', failed(131042), { kind: 'bounced', bounce: 'policy', code: '131042' }],
    ['spam', failed(131048), { kind: 'bounced', bounce: 'policy', code: '131048' }],
    ['a template that is refused', failed(132007), { kind: 'bounced', bounce: 'policy', code: '132007' }],
    ['somebody who wants no advertising', failed(131050), { kind: 'unsubscribed', code: '131050' }],
    ['no reason', { ...STATUS, status: 'failed' }, { kind: 'bounced', bounce: 'soft', code: '0' }],
  ])('reads %s', async (_, status, expected) => {
    expect(await parse(statuses(status))).toMatchObject({
      status: 'accepted',
      reactions: [
        {
          ...expected,
          providerId: 'wamid.HBgL',
          messageId: '42',
          address: '+447700900001',
          at: 1_750_030_073_000,
          id: `wamid.HBgL.${status.status}`,
        },
      ],
    });
  });

  it('makes nothing of what is on its way, in whatever order it comes', async () => {
    const list = ['read', 'sent', 'delivered', 'new-word'].map((status) => ({ ...STATUS, status }));
    expect(await parse(statuses(...list, {}))).toMatchObject({
      reactions: [{ kind: 'opened' }, { kind: 'delivered' }],
    });
  });

  it.each([
    ['words', { type: 'text', text: { body: 'Yes ☕' } }, 'Yes ☕'],
    ['a button of a template', { type: 'button', button: { text: 'Yes', payload: 'p' } }, 'Yes'],
    [
      'a button',
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: '1', title: 'Yes' } } },
      'Yes',
    ],
    [
      'a choice',
      { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: '1', title: 'Tuesday' } } },
      'Tuesday',
    ],
    ['a picture with words', { type: 'image', image: { id: '1', caption: 'Look' } }, 'Look'],
  ])('reads %s', async (_, message, text) => {
    expect(await parse(messages({ ...MESSAGE, ...message, context: { id: 'wamid.OUT' } }))).toMatchObject({
      replies: [
        { from: '+447700900001', text, id: 'wamid.IN', at: 1_750_030_073_000, providerId: 'wamid.OUT' },
      ],
    });
  });

  it.each([
    ['a picture without words', { type: 'image', image: { id: '1' } }],
    ['a thumb', { type: 'reaction', reaction: { emoji: '👍' } }],
    ['what Meta cannot show', { type: 'unsupported', errors: [{ code: 131051 }] }],
    ['nothing', {}],
  ])('hears no words in %s', async (_, message) => {
    expect(await parse(messages({ ...MESSAGE, ...message }))).toMatchObject({
      status: 'accepted',
      replies: [],
    });
  });

  it.each([
    ['another number', entryOf({ statuses: [{ ...STATUS, status: 'read' }] }, { number: '1' })],
    ['another matter', entryOf({ statuses: [{ ...STATUS, status: 'read' }] }, { field: 'account_update' })],
    ['no entries', { object: 'page' }],
    ['something else', [1, 'two', null]],
  ])('passes over what is told of %s', async (_, body) => {
    expect(await parse(callbackOf(body))).toMatchObject({ status: 'accepted', reactions: [], replies: [] });
  });

  it('names a delivery by what it says, so that a repeated one counts once', async () => {
    const once = await parse(statuses({ ...STATUS, status: 'read' }));
    const again = await parse(statuses({ ...STATUS, status: 'read' }));
    const other = await parse(statuses({ ...STATUS, status: 'delivered' }));
    expect(once).toEqual(again);
    expect(once).not.toMatchObject({ id: (other as { id: string }).id });
  });

  it.each<[string, CallbackRequest]>([
    ['no signature', { ...statuses(STATUS), headers: {} }],
    ['another secret', callbackOf(entryOf({}), 'another-secret')],
    ['another body', { ...statuses(STATUS), rawBody: Buffer.from('{}') }],
    [
      'an older scheme',
      {
        ...statuses(STATUS),
        headers: { 'x-hub-signature': statuses(STATUS).headers['x-hub-signature-256'] },
      },
    ],
  ])('refuses %s', async (_, request) => {
    expect(await parse(request)).toEqual({ status: 'bad-signature' });
  });

  it('cannot read what is no JSON', async () => {
    expect(await parse(callbackOf('{'))).toMatchObject({ status: 'malformed' });
  });

  const asked = (query: Record<string, string>): CallbackRequest => ({
    method: 'GET',
    url: 'https://journeys.example.com/hooks/chat',
    headers: {},
    query,
    rawBody: Buffer.alloc(0),
  });

  it('answers the challenge of whoever knows the word', async () => {
    const query = {
      'hub.mode': 'subscribe',
      'hub.verify_token': VERIFY_TOKEN,
      'hub.challenge': '1158201444',
    };
    expect(await parse(asked(query))).toEqual({
      status: 'accepted',
      respond: { contentType: 'text/plain', body: '1158201444' },
    });
    expect(await parse(asked({ ...query, 'hub.verify_token': 'another' }))).toEqual({
      status: 'bad-signature',
    });
    expect(await parse(asked({ ...query, 'hub.mode': 'unsubscribe' }))).toEqual({ status: 'bad-signature' });
    expect(await parse(asked({}))).toEqual({ status: 'bad-signature' });
  });
});
