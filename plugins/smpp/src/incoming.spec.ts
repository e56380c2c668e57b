import type { Deliver } from '@parcours/sdk';
import { testHost } from '@parcours/sdk/testing';
import { waitFor } from '@parcours/testing';

import { FakeSmsc } from '../test/fake-smsc.js';
import { Incoming } from './incoming.js';
import plugin from './index.js';
import { type Fields, UDH } from './protocol.js';
import type { SmppConfig } from './smpp-config.js';

const CONFIG = { receiptIds: 'same', unknownNumberErrors: ['001', '21b'] } as unknown as SmppConfig;
const FROM = {
  source_addr: '447700900001',
  source_addr_ton: 1,
  source_addr_npi: 1,
  destination_addr: '40404',
};
const OK = 0;
const LATER = 0x64;

type Told = Parameters<Deliver>[0];

function listening(config: Partial<SmppConfig> = {}, holdMs = 60_000) {
  const told: Told[] = [];
  const host = testHost();
  const incoming = new Incoming({ config: { ...CONFIG, ...config }, logger: host.logger }, holdMs);
  incoming.to((each) => {
    told.push(each);
    return Promise.resolve();
  });
  const replies = () => told.flatMap((each) => each.replies ?? []);
  const reactions = () => told.flatMap((each) => each.reactions ?? []);
  return { incoming, told, replies, reactions, logged: host.logged };
}

const receipt = (text: string, more: Fields = {}): Fields => ({
  ...FROM,
  esm_class: 0x04,
  short_message: Buffer.from(text),
  ...more,
});
const line = (stat: string, err = '000') =>
  `id:77 sub:001 dlvrd:001 submit date:1005232039 done date:1005242339 stat:${stat} err:${err} text:Hello`;

describe('receipts over SMPP (D3)', () => {
  it.each([
    ['DELIVRD', '000', { kind: 'delivered' }],
    ['UNDELIV', '027', { kind: 'bounced', bounce: 'soft', code: 'UNDELIV 027' }],
    ['UNDELIV', '001', { kind: 'bounced', bounce: 'hard', code: 'UNDELIV 001' }],
    ['UNDELIV', '21b', { kind: 'bounced', bounce: 'hard', code: 'UNDELIV 21b' }],
    ['EXPIRED', '254', { kind: 'bounced', bounce: 'soft', code: 'EXPIRED 254' }],
    ['DELETED', '000', { kind: 'bounced', bounce: 'soft', code: 'DELETED 000' }],
    ['REJECTD', '005', { kind: 'bounced', bounce: 'policy', code: 'REJECTD 005' }],
  ])('makes something of %s with the error %s', async (stat, err, expected) => {
    const { incoming, told } = listening();
    expect(await incoming.take(receipt(line(stat, err)))).toBe(OK);
    const id = `77.${stat}`;
    expect(told).toEqual([
      {
        status: 'accepted',
        id,
        reactions: [expect.objectContaining({ ...expected, id, providerId: '77', address: '+447700900001' })],
      },
    ]);
  });

  it.each(['ACCEPTD', 'ENROUTE', 'UNKNOWN', 'SOMETHING'])('makes nothing of %s', async (stat) => {
    const { incoming, told } = listening();
    expect(await incoming.take(receipt(line(stat)))).toBe(OK);
    expect(told).toEqual([{ status: 'accepted', id: `77.${stat}`, reactions: [] }]);
  });

  it("believes optional parameters before the text, and the network that a number is nobody's", async () => {
    const { incoming, reactions } = listening();
    const network_error_code = Buffer.from([3, 0, 1]);
    await incoming.take(
      receipt(line('DELIVRD'), { receipted_message_id: 'abc', message_state: 5, network_error_code }),
    );
    await incoming.take(receipt('', { receipted_message_id: 'def', message_state: 2 }));
    expect(reactions()).toMatchObject([
      { kind: 'bounced', bounce: 'hard', providerId: 'abc' },
      { kind: 'delivered', providerId: 'def' },
    ]);
  });

  it.each([
    ['decimal', '98765432101', '16fee0e525'],
    ['hexadecimal', '16FEE0E525', '98765432101'],
    ['decimal', 'no-number', 'no-number'],
    ['same', '0042', '0042'],
  ] as const)('finds a message by an id that is written %s: %s', async (receiptIds, written, answered) => {
    const { incoming, reactions } = listening({ receiptIds });
    await incoming.take(receipt(`id:${written} stat:DELIVRD err:000`));
    expect(reactions()).toMatchObject([{ providerId: answered }]);
  });

  it('knows a receipt that nothing but its text says to be one', async () => {
    const { incoming, reactions, replies } = listening();
    await incoming.take(receipt(line('DELIVRD'), { esm_class: 0 }));
    await incoming.take(receipt('id: what is yours?', { esm_class: 0 }));
    expect(reactions()).toMatchObject([{ kind: 'delivered', providerId: '77' }]);
    expect(replies()).toMatchObject([{ text: 'id: what is yours?' }]);
  });

  it('passes over what it cannot read, notices on the way and acknowledgements', async () => {
    const { incoming, told, logged } = listening();
    expect(await incoming.take(receipt('nothing that is known'))).toBe(OK);
    for (const esm_class of [0x08, 0x10, 0x20])
      expect(await incoming.take(receipt(line('DELIVRD'), { esm_class }))).toBe(OK);
    expect(told).toEqual([]);
    expect(logged).toMatchObject([{ level: 'warn', message: 'a receipt cannot be read' }]);
  });
});

describe('texts that come in over SMPP (D3)', () => {
  it.each([
    ['the default alphabet', 0x00, Buffer.from('00201b65', 'hex'), '@ €'],
    ['Latin-1 where the default was said', 0x00, Buffer.from('caf\u00e9', 'latin1'), 'café'],
    ['a class of messages', 0xf1, Buffer.from('YES'), 'YES'],
    ['ASCII', 0x01, Buffer.from('YES'), 'YES'],
    ['Latin-1', 0x03, Buffer.from('caf\u00e9', 'latin1'), 'café'],
    ['Cyrillic', 0x06, Buffer.from('b4d0', 'hex'), 'Да'],
    ['Hebrew', 0x07, Buffer.from('ebef', 'hex'), 'כן'],
    ['UCS-2', 0x08, Buffer.from('004f006bd83dde00', 'hex'), 'Ok😀'],
    ['Korean', 0x0e, Buffer.from('b3d7', 'hex'), '네'],
  ])('are read in %s', async (_, data_coding, short_message, text) => {
    const { incoming, replies } = listening();
    expect(await incoming.take({ ...FROM, data_coding, short_message })).toBe(OK);
    expect(replies()).toEqual([{ from: '+447700900001', text }]);
  });

  it.each([
    ['octets', 0x04, Buffer.from('0102', 'hex')],
    ['half a letter', 0x08, Buffer.from('00', 'hex')],
  ])('are none where they are %s', async (_, data_coding, short_message) => {
    const { incoming, told, logged } = listening();
    expect(await incoming.take({ ...FROM, data_coding, short_message })).toBe(OK);
    expect(told).toEqual([]);
    expect(logged).toMatchObject([{ message: 'a message is no text' }]);
  });

  it.each([
    ['a short code', { source_addr: '40404', source_addr_ton: 3 }, '40404'],
    ['letters', { source_addr: 'GTBank', source_addr_ton: 5 }, 'GTBank'],
    ['a number of an unknown type', { source_addr: '447700900001', source_addr_ton: 0 }, '+447700900001'],
  ])('are from %s', async (_, source, from) => {
    const { incoming, replies } = listening();
    await incoming.take({ ...FROM, ...source, message_payload: Buffer.from('YES') });
    expect(replies()).toEqual([{ from, text: 'YES' }]);
  });

  const withHeader = (header: string, text: Buffer, more: Fields = {}): Fields => ({
    ...FROM,
    esm_class: UDH,
    short_message: Buffer.concat([Buffer.from(header, 'hex'), text]),
    ...more,
  });

  it('are put together from parts in any order, each answered when the whole is durable', async () => {
    const { incoming, replies } = listening();
    const answers: string[] = [];
    const take = (name: string, pdu: Fields) => incoming.take(pdu).then(() => answers.push(name));
    const third = take('third', withHeader('0500032a0303', Buffer.from('c')));
    const first = take('first', withHeader('0500032a0301', Buffer.from('a')));
    const other = take('other', withHeader('0500032b0201', Buffer.from('x')));
    await Promise.resolve();
    expect(answers).toEqual([]);
    await Promise.all([third, first, take('second', withHeader('0500032a0302', Buffer.from('b')))]);
    expect(replies()).toEqual([{ from: '+447700900001', text: 'abc' }]);
    await Promise.all([other, take('end', withHeader('0500032b0202', Buffer.from('y')))]);
    expect(replies()).toHaveLength(2);
  });

  it.each([
    ['references of two octets', ['06080412340201', '06080412340202']],
    ['other elements before it', ['0b0504158115810003070201', '0b0504158115810003070202']],
  ])('are put together by %s, also where a letter is cut in two', async (_, [one = '', two = '']) => {
    const { incoming, replies } = listening();
    const pair = Buffer.from('d83dde00', 'hex');
    const data_coding = 8;
    await Promise.all([
      incoming.take(withHeader(one, pair.subarray(0, 2), { data_coding })),
      incoming.take(withHeader(two, pair.subarray(2), { data_coding })),
    ]);
    expect(replies()).toMatchObject([{ text: '😀' }]);
  });

  it('are put together by optional parameters', async () => {
    const { incoming, replies } = listening();
    const part = (n: number, text: string): Fields => ({
      ...FROM,
      short_message: Buffer.from(text),
      sar_msg_ref_num: 700,
      sar_total_segments: 2,
      sar_segment_seqnum: n,
    });
    await Promise.all([incoming.take(part(2, 'there')), incoming.take(part(1, 'Hello '))]);
    expect(replies()).toMatchObject([{ text: 'Hello there' }]);
  });

  it('are told in pieces where the SMSC sends no part before the one before is answered', async () => {
    const { incoming, replies } = listening({}, 20);
    await incoming.take(withHeader('0500032a0201', Buffer.from('Hello ')));
    await incoming.take(withHeader('0500032a0202', Buffer.from('there')));
    expect(replies()).toMatchObject([{ text: 'Hello ' }, { text: 'there' }]);
  });

  it.each([
    ['a number beyond the last', '0500032a0203'],
    ['no parts at all', '0500032a0000'],
    ['a header that has no end', 'ff00032a0201'],
  ])('stand for themselves with %s', async (_, header) => {
    const { incoming, replies } = listening({}, 60_000);
    expect(await incoming.take(withHeader(header, Buffer.from('Hi')))).toBe(OK);
    expect(replies()).toHaveLength(1);
  });
});

describe('an SMSC that is listened to (D3)', () => {
  const stops: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  async function heard(deliver: Deliver) {
    const fake = await FakeSmsc.start();
    stops.push(() => fake.stop());
    const defaults = Object.entries(plugin.connectors.smpp.config.properties).flatMap(([name, member]) =>
      'default' in member ? [[name, member.default] as const] : [],
    );
    const config = { ...Object.fromEntries(defaults), ...fake.config } as unknown as SmppConfig;
    const connector = await plugin.connectors.smpp.open(config, testHost());
    stops.push(() => connector.close());
    await connector.listen?.(deliver);
    await waitFor(() => fake.bound.length === 1);
    return { fake, connector };
  }

  it('is answered when what it has sent is durable, and not before', async () => {
    let keep: () => void = () => undefined;
    const told: Told[] = [];
    const { fake } = await heard((each) => {
      told.push(each);
      return new Promise((resolve) => {
        keep = resolve;
      });
    });
    let status: number | undefined;
    const delivered = fake.deliver(receipt(line('DELIVRD'))).then((answer) => {
      status = answer;
    });
    await waitFor(() => told.length === 1);
    expect(status).toBeUndefined();
    keep();
    await delivered;
    expect(status).toBe(OK);
  });

  it('is asked to send again what could not be kept, in a receipt by data_sm too', async () => {
    let isDown = true;
    const { fake } = await heard(() =>
      isDown ? Promise.reject(new Error('no database')) : Promise.resolve(),
    );
    const data = { ...FROM, esm_class: 0x04, receipted_message_id: '77', message_state: 2 };
    expect(await fake.deliver(receipt(line('DELIVRD')))).toBe(LATER);
    expect(await fake.deliver(data, 'data_sm')).toBe(LATER);
    isDown = false;
    expect(await fake.deliver(receipt(line('DELIVRD')))).toBe(OK);
    expect(await fake.deliver(data, 'data_sm')).toBe(OK);
  });

  it('is bound again after it was lost, however often, and hears a life sign', async () => {
    const { fake } = await heard(() => Promise.resolve());
    for (const _ of [1, 2]) {
      fake.breakOff();
      await waitFor(() => fake.bound.length === 0);
      await waitFor(() => fake.bound.length === 1);
    }
    expect(await fake.deliver({}, 'enquire_link')).toBe(OK);
  });

  it('is asked to wait as long as nobody listens', async () => {
    const incoming = new Incoming({ config: CONFIG, logger: testHost().logger });
    expect(await incoming.take(receipt(line('DELIVRD')))).toBe(LATER);
  });
});
