import { type AddressInfo, createServer } from 'node:net';

import { HttpFailure } from '@parcours/sdk';
import { sampleMessage, testHost } from '@parcours/sdk/testing';
import { waitFor } from '@parcours/testing';

import { CERTIFICATE } from '../test/certificate.js';
import { FakeSmsc, REFUSED } from '../test/fake-smsc.js';
import plugin from './index.js';
import { octetsOf } from './protocol.js';
import type { SmppConfig } from './smpp-config.js';

const { smpp } = plugin.connectors;
const DEFAULTS: Omit<SmppConfig, 'host' | 'port' | 'systemId' | 'password' | 'from'> = {
  tls: 'none',
  systemType: '',
  serviceType: '',
  bind: 'transceiver',
  shortCodeTon: 3,
  shortCodeNpi: 0,
  concatenation: 'udh',
  receipts: 'all',
  receiptIds: 'same',
  unknownNumberErrors: [],
  window: 4,
  enquireLinkMs: 30_000,
  timeoutMs: 2_000,
};
const { signal } = new AbortController();
const textMessage = (n: number, text: string) =>
  sampleMessage('sms', n, { content: { text, encoding: 'gsm-7', segments: 1 } });

describe('the SMPP connector (A7, D3)', () => {
  const stops: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  async function connected(config: Partial<SmppConfig> = {}) {
    const fake = await FakeSmsc.start();
    stops.push(() => fake.stop());
    const connector = await smpp.open({ ...DEFAULTS, ...fake.config, ...config }, testHost());
    stops.push(() => connector.close());
    return { fake, connector };
  }

  it.each([
    ['BELVEDERE', { source_addr_ton: 5, source_addr_npi: 0, source_addr: 'BELVEDERE' }],
    ['+12025550123', { source_addr_ton: 1, source_addr_npi: 1, source_addr: '12025550123' }],
    ['40404', { source_addr_ton: 3, source_addr_npi: 0, source_addr: '40404' }],
  ])('says who sends: %s', async (id, expected) => {
    const { fake, connector } = await connected({ serviceType: 'CMT', validitySeconds: 93_784 });
    const results = await connector.sendBatch([sampleMessage('sms', 1, { from: { id } })], { signal });
    expect(results).toEqual([{ status: 'sent', providerId: 'id-1' }]);
    expect(fake.taken[0]).toMatchObject({
      ...expected,
      service_type: 'CMT',
      destination_addr: '447700900001',
      registered_delivery: 1,
      data_coding: 0,
      esm_class: 0,
    });
  });

  it('gives one result a message in their order, by the status of each answer', async () => {
    const { connector } = await connected();
    const numbers = [
      '447700900001',
      ...Object.keys(REFUSED).filter((each) => REFUSED[each] !== 0x14),
      '447700900002',
      '12',
    ];
    const batch = numbers.map((number, n) => sampleMessage('sms', n, { to: `+${number}` }));
    const results = await connector.sendBatch(batch, { signal });
    expect(
      results.map((each) => (each.status === 'sent' ? 'sent' : `${each.error.class} ${each.error.code}`)),
    ).toEqual([
      'sent',
      'rejected-recipient smpp.invalid-number',
      'temporary smpp.submit-failed',
      'temporary smpp.unavailable',
      'misconfigured smpp.sender-refused',
      'temporary smpp.submit-failed',
      'permanent smpp.refused',
      'sent',
      'rejected-recipient smpp.invalid-number',
    ]);
  });

  it('stops pressing an SMSC that asks for a slower pace', async () => {
    const { fake, connector } = await connected({ window: 1 });
    fake.behave('throttle');
    const results = await connector.sendBatch(
      [1, 2, 3].map((n) => sampleMessage('sms', n)),
      { signal },
    );
    const error = { class: 'throttled', code: 'smpp.throttled', retryAfterMs: 1_000 };
    // Nobody was asked for the others: it counts no attempt.
    const untried = { class: 'temporary', code: 'plugin.not-called', retryAfterMs: 1_000 };
    expect(results).toMatchObject([{ error }, { error: untried }, { error: untried }]);
    expect(results[1]).not.toHaveProperty('error.maybeSent');
    expect(fake.heard.filter((command) => command === 'submit_sm')).toHaveLength(1);
  });

  describe.each(['udh', 'sar', 'payload'] as const)('long texts by %s', (concatenation) => {
    it.each([
      ['160 letters', 'a'.repeat(160), 1],
      ['161 letters', 'a'.repeat(161), 2],
      ['an escape at the end of a part', `${'a'.repeat(152)}€${'b'.repeat(200)}`, 3],
      ['UCS-2 of 70', 'ж'.repeat(70), 1],
      ['UCS-2 of 71', 'ж'.repeat(71), 2],
      ['a pair at the end of a part', `${'ж'.repeat(66)}😀${'ж'.repeat(66)}`, 3],
      ['every extension', '^{}[~]|€ Ç', 1],
    ])('arrive whole: %s', async (_, text, parts) => {
      const { fake, connector } = await connected({ concatenation });
      const results = await connector.sendBatch([textMessage(1, text)], { signal });
      const count = concatenation === 'payload' ? 1 : parts;
      expect(results).toEqual([{ status: 'sent', providerId: `id-${String(count)}` }]);
      expect(fake.taken).toHaveLength(count);
      const receipts = fake.taken.map((pdu) => pdu['registered_delivery']);
      expect(receipts).toEqual([...Array.from({ length: count - 1 }, () => 0), 1]);
      expect(fake.received()).toEqual([{ to: '+447700900001', content: text }]);
    });
  });

  it('keeps the reference of a text that is sent again, and refuses one of too many parts', async () => {
    const { fake, connector } = await connected();
    const long = textMessage(1, 'a'.repeat(200));
    await connector.sendBatch([long], { signal });
    await connector.sendBatch([{ ...long, attempt: 2 }], { signal });
    const headers = fake.taken.map((pdu) => octetsOf(pdu, 'short_message').subarray(0, 6).toString('hex'));
    expect(headers.slice(2)).toEqual(headers.slice(0, 2));
    const [result] = await connector.sendBatch([textMessage(1, 'a'.repeat(153 * 256))], { signal });
    expect(result).toMatchObject({ error: { class: 'permanent', code: 'smpp.too-long' } });
  });

  it('has no more unanswered requests than its window, over all batches', async () => {
    const { fake, connector } = await connected({ window: 3 });
    fake.answerMs = 5;
    const batch = (from: number) => Array.from({ length: 20 }, (_, n) => sampleMessage('sms', from + n));
    await Promise.all([
      connector.sendBatch(batch(0), { signal }),
      connector.sendBatch(batch(20), { signal }),
    ]);
    expect(fake.taken).toHaveLength(40);
    expect(fake.mostAtOnce).toBe(3);
    expect(fake.heard.filter((command) => command.startsWith('bind'))).toEqual(['bind_transceiver']);
  });

  it.each([
    [0x0e, { class: 'misconfigured', code: 'smpp.not-authorised' }],
    [0x0f, { class: 'misconfigured', code: 'smpp.not-authorised' }],
    [0x05, { class: 'temporary', code: 'smpp.already-bound' }],
    [0x0d, { class: 'temporary', code: 'smpp.bind-failed', outage: true }],
  ])('takes a bind that is refused with %d for what it is', async (status, error) => {
    const { fake, connector } = await connected();
    fake.bindStatus = status;
    const results = await connector.sendBatch(
      [1, 2].map((n) => sampleMessage('sms', n)),
      { signal },
    );
    expect(results).toMatchObject([{ error }, { error }]);
    expect((await connector.verify?.({ signal }))?.status).toBe('down');
    fake.bindStatus = 0;
    expect(await connector.sendBatch([sampleMessage('sms', 1)], { signal })).toMatchObject([
      { status: 'sent' },
    ]);
  });

  it('does not know whether a message was taken whose answer was lost, and binds again for the next', async () => {
    const { fake, connector } = await connected();
    await connector.verify?.({ signal });
    fake.answerMs = 10_000;
    const sending = connector.sendBatch([sampleMessage('sms', 1)], { signal });
    await waitFor(() => fake.taken.length === 1);
    fake.breakOff();
    const error = { class: 'temporary', code: 'smpp.no-session', outage: true, maybeSent: true };
    expect(await sending).toMatchObject([{ error }]);
    fake.answerMs = 0;
    expect(await connector.sendBatch([sampleMessage('sms', 2)], { signal })).toMatchObject([
      { status: 'sent' },
    ]);
  });

  it('leaves a half-open connection by the answer that does not come, or the life sign', async () => {
    const { fake, connector } = await connected({ timeoutMs: 200, enquireLinkMs: 100 });
    const deliver = () => Promise.resolve();
    await connector.listen?.(deliver);
    await waitFor(() => fake.heard.includes('enquire_link'));
    fake.behave('hang');
    const [result] = await connector.sendBatch([sampleMessage('sms', 1)], { signal });
    expect(result).toMatchObject({ error: { class: 'temporary', code: 'smpp.no-session', maybeSent: true } });
    fake.behave('normal');
    await waitFor(() => fake.heard.filter((command) => command.startsWith('bind')).length > 1);
  });

  it.each([
    ['that nobody answers', undefined],
    ['that says too much', Buffer.from('7fffffff80000009', 'hex')],
    ['that speaks another language', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ])('gives up a port %s', async (_, greeting) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined).resume();
      if (greeting) socket.write(greeting);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    stops.push(() => new Promise((closed) => server.close(closed)));
    const { port } = server.address() as AddressInfo;
    const { connector } = await connected({ port, timeoutMs: 200 });
    const results = await connector.sendBatch([sampleMessage('sms', 1)], { signal });
    expect(results).toMatchObject([{ error: { class: 'temporary', code: 'smpp.no-session', outage: true } }]);
  });

  it.each([
    [
      'takes an SMSC with the certificate that it was told',
      { caCertificate: CERTIFICATE.cert },
      { status: 'sent' },
    ],
    ['takes no SMSC that nobody vouches for', {}, { error: { code: 'smpp.no-session', outage: true } }],
    [
      'does not speak in the clear to one that is encrypted',
      { tls: 'none' },
      { error: { code: 'smpp.no-session' } },
    ],
  ] as const)('%s', async (_, settings, expected) => {
    const fake = await FakeSmsc.start({ tls: CERTIFICATE });
    stops.push(() => fake.stop());
    const config = { ...DEFAULTS, ...fake.config, timeoutMs: 1_000, tls: 'tls' as const, ...settings };
    const connector = await smpp.open(config, testHost());
    stops.push(() => connector.close());
    const results = await connector.sendBatch([sampleMessage('sms', 1)], { signal });
    expect(results).toMatchObject([expected]);
    expect(fake.taken).toHaveLength(results[0]?.status === 'sent' ? 1 : 0);
  });

  it('waits for a person where the address may not be meant, and connects nowhere (F6)', async () => {
    const fake = await FakeSmsc.start();
    stops.push(() => fake.stop());
    const reason = { code: 'outgoing.address-refused', detail: 'No.', retryable: false, maybeSent: false };
    const sockets = { connect: () => Promise.reject(new HttpFailure(reason)) };
    const connector = await smpp.open({ ...DEFAULTS, ...fake.config }, { ...testHost(), sockets });
    stops.push(() => connector.close());
    const results = await connector.sendBatch([sampleMessage('sms', 1)], { signal });
    const error = { class: 'misconfigured', code: 'outgoing.address-refused', detail: 'No.' };
    expect(results).toEqual([{ status: 'failed', error }]);
    expect(await connector.verify?.({ signal })).toEqual({ status: 'down', detail: 'No.' });
    expect(fake.heard).toEqual([]);
  });

  it('unbinds when it is closed, and does not come back', async () => {
    const { fake, connector } = await connected();
    await connector.listen?.(() => Promise.resolve());
    await waitFor(() => fake.bound.length === 1);
    await connector.close();
    expect(fake.heard).toEqual(['bind_transceiver', 'unbind']);
    await waitFor(() => fake.bound.length === 0);
  });

  it('binds as a transmitter where it is to hear nothing', async () => {
    const { fake, connector } = await connected({ bind: 'transmitter' });
    await connector.listen?.(() => Promise.resolve());
    expect(await connector.verify?.({ signal })).toEqual({ status: 'up' });
    expect(fake.heard).toEqual(['bind_transmitter', 'enquire_link']);
  });
});
