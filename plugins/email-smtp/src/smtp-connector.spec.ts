import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { HttpFailure, type OutgoingMessage } from '@parcours/sdk';
import { testHost } from '@parcours/sdk/testing';
import PostalMime from 'postal-mime';
import { aMessage, errorOf, SETTINGS } from '../test/smtp-desk.js';
import { SmtpSink } from '../test/smtp-sink.js';
import type { SinkOptions } from '../test/smtp-sink.js';
import plugin from './index.js';
import type { SmtpConfig } from './smtp-config.js';

const host = testHost({ now: Date.UTC(2026, 2, 2, 8) });

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function open(config: Partial<SmtpConfig> & { port: number }) {
  const connector = await plugin.connectors['email-smtp'].open({ ...SETTINGS, ...config }, host);
  closers.push(() => connector.close());
  return {
    connector,
    send: (messages: readonly OutgoingMessage[], signal = new AbortController().signal) =>
      connector.sendBatch(messages, { signal }),
  };
}

async function aSink(options: SinkOptions = {}) {
  const sink = await SmtpSink.start(options);
  closers.push(() => sink.stop());
  return sink;
}

describe('email-smtp', () => {
  it('delivers accents, emoji and right-to-left text as they were written', async () => {
    const sink = await aSink();
    const { send } = await open({ port: sink.port, replyTo: 'help@example.com' });
    const content = { subject: 'Été 🎉 שלום', html: '<p>naïve 👩‍👩‍👧 مرحبا</p>\n.\n', text: 'naïve 👩‍👩‍👧 مرحبا\n.' };
    const [result] = await send([
      aMessage({ id: 'x1', content, headers: { 'List-Unsubscribe': '<https://e.com/u>' } }),
    ]);
    expect(result).toEqual({ status: 'sent', providerId: 'Q1' });
    const mail = await PostalMime.parse(sink.mails[0]?.raw ?? '');
    expect(mail.subject).toBe(content.subject);
    expect(mail.from).toMatchObject(SETTINGS.from);
    expect(mail.html?.replace(/\r\n/g, '\n').trim()).toBe(content.html.trim());
    expect(mail.text?.replace(/\r\n/g, '\n').trim()).toBe(content.text);
    expect(mail.messageId).toBe('<x1@example.com>');
    expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'x-parcours-message', value: 'x1' }));
  });

  it('waits for a person where the address may not be meant, and connects nowhere (F6)', async () => {
    const sink = await aSink();
    const reason = { code: 'outgoing.address-refused', detail: 'No.', retryable: false, maybeSent: false };
    const sockets = { connect: () => Promise.reject(new HttpFailure(reason)) };
    const settings = { ...SETTINGS, port: sink.port };
    const connector = await plugin.connectors['email-smtp'].open(settings, { ...host, sockets });
    closers.push(() => connector.close());
    const { signal } = new AbortController();
    const results = await connector.sendBatch([aMessage(), aMessage()], { signal });
    const error = { class: 'misconfigured', code: 'outgoing.address-refused', detail: 'No.' };
    expect(results.map(errorOf)).toEqual([error, error]);
    const down = { status: 'down', detail: 'outgoing.address-refused: No.' };
    expect(await connector.verify?.({ signal })).toEqual(down);
    expect(sink.mails).toEqual([]);
  });

  it('derives the text from the HTML where the message has none', async () => {
    const sink = await aSink();
    const { send } = await open({ port: sink.port });
    const html = '<style>p{}</style><h1>Hello</h1><p>Read <a href="https://e.com/a?b=1&amp;c=2">this</a></p>';
    await send([aMessage({ content: { subject: 's', html } })]);
    const mail = await PostalMime.parse(sink.mails[0]?.raw ?? '');
    expect(mail.text?.replace(/\r\n/g, '\n').trim()).toBe('Hello\n\nRead this [https://e.com/a?b=1&c=2]');
  });

  it('carries the same Message-ID when it tries again', async () => {
    const sink = await aSink();
    const { send } = await open({ port: sink.port });
    const message = aMessage();
    await send([message]);
    await send([{ ...message, attempt: 2 }]);
    const [first, second] = await Promise.all(sink.mails.map(({ raw }) => PostalMime.parse(raw)));
    expect(first?.messageId).toBe(`<${message.id}@example.com>`);
    expect(second?.messageId).toBe(first?.messageId);
  });

  it('keeps the order of each customer, works on several at once, and reuses its connections', async () => {
    const sink = await aSink({ greetAfterMs: 100 });
    const { send } = await open({ port: sink.port });
    const messages = Array.from({ length: 60 }, (_, at) => aMessage({ customerId: `c${String(at % 6)}` }));
    const results = await send(messages);
    expect(results.every(({ status }) => status === 'sent')).toBe(true);
    for (let customer = 0; customer < 6; customer++) {
      const expected = messages
        .filter(({ customerId }) => customerId === `c${String(customer)}`)
        .map(({ to }) => to);
      expect(sink.mails.map(({ to }) => to).filter((to) => expected.includes(to))).toEqual(expected);
    }
    expect(sink.connections).toBe(3);
    expect(sink.busiest).toBeGreaterThan(1);
  });

  it.each([
    ['550 5.1.1 no such user', 'rejected-recipient', 'smtp.recipient-refused'],
    ['550 no such user here', 'rejected-recipient', 'smtp.recipient-refused'],
    ['550 Requested action not taken: mailbox unavailable', 'rejected-recipient', 'smtp.recipient-refused'],
    ['551 Recipient address rejected: user unknown', 'rejected-recipient', 'smtp.recipient-refused'],
    ['550 Your address is invalid for this client', 'permanent', 'smtp.message-refused'],
    ['550 Service unavailable; client blocked by a list', 'permanent', 'smtp.message-refused'],
    ['550 Mailbox unavailable: sender denied by policy', 'permanent', 'smtp.message-refused'],
    ['550 Administrative prohibition', 'permanent', 'smtp.message-refused'],
    ['553 5.1.3 bad address', 'rejected-recipient', 'smtp.recipient-refused'],
    ['550 5.7.1 blocked by policy', 'permanent', 'smtp.message-refused'],
    ['552 5.2.2 mailbox full', 'permanent', 'smtp.message-refused'],
    ['450 4.2.0 greylisted', 'temporary', 'smtp.refused-for-now'],
    ['451 4.3.0 try later', 'temporary', 'smtp.refused-for-now'],
    ['450 4.7.1 too many messages', 'throttled', 'smtp.throttled'],
    ['452 Too many recipients this hour', 'throttled', 'smtp.throttled'],
    ['421 4.7.0 slow down', 'throttled', 'smtp.server-busy'],
    ['530 5.7.0 authentication required', 'misconfigured', 'smtp.login-refused'],
  ])('takes the reply "%s" for %s', async (reply, errorClass, code) => {
    const sink = await aSink({ replies: { 'bad@example.org': reply } });
    const { send } = await open({ port: sink.port });
    const [result] = await send([aMessage({ to: 'bad@example.org' })]);
    expect(errorOf(result)).toMatchObject({ class: errorClass, code, detail: reply });
    expect(errorOf(result)?.maybeSent).toBeUndefined();
    expect(sink.mails).toHaveLength(0);
  });

  it('gives every message its own result', async () => {
    const sink = await aSink({ replies: { 'bad@example.org': '550 5.1.1 no' } });
    const { send } = await open({ port: sink.port });
    const results = await send([
      aMessage(),
      aMessage({ to: 'bad@example.org' }),
      aMessage({ to: 'no address' }),
      aMessage(),
    ]);
    expect(results.map((result) => errorOf(result)?.code)).toEqual([
      undefined,
      'smtp.recipient-refused',
      'smtp.address-invalid',
      undefined,
    ]);
    expect(sink.connections).toBeLessThanOrEqual(3);
  });

  it('refuses headers that it writes itself, and goes on', async () => {
    const sink = await aSink();
    const { send } = await open({ port: sink.port });
    const results = await send([aMessage({ headers: { Bcc: 'x@example.com' } }), aMessage()]);
    expect(results.map((result) => errorOf(result)?.code)).toEqual(['smtp.header-refused', undefined]);
  });

  it('marks what may have arrived when the connection is cut in the middle of a message', async () => {
    const sink = await aSink({ cutDuringData: ['cut@example.org'] });
    const { send } = await open({ port: sink.port, poolSize: 1 });
    const [cut, next] = await send([
      aMessage({ to: 'cut@example.org', customerId: 'c' }),
      aMessage({ customerId: 'c' }),
    ]);
    expect(errorOf(cut)).toMatchObject({ class: 'temporary', code: 'smtp.connection-lost', maybeSent: true });
    expect(next?.status).toBe('sent');
  });

  it('marks a message that was taken in but not confirmed, and does not send it again by itself', async () => {
    const sink = await aSink({ cutAfterData: ['cut@example.org'] });
    const { send } = await open({ port: sink.port });
    const [cut] = await send([aMessage({ to: 'cut@example.org' })]);
    expect(errorOf(cut)).toMatchObject({ code: 'smtp.connection-lost', maybeSent: true });
    expect(sink.mails.filter(({ to }) => to === 'cut@example.org')).toHaveLength(1);
  });

  it('does not knock for every message at a server that is down', async () => {
    const sink = await aSink();
    const { port } = sink;
    await closers.pop()?.();
    const { send } = await open({ port, poolSize: 1 });
    const results = await send(Array.from({ length: 50 }, () => aMessage()));
    expect(new Set(results.map((result) => errorOf(result)?.code))).toEqual(
      new Set(['smtp.connection-failed']),
    );
    expect(errorOf(results[49])).toMatchObject({ class: 'temporary', outage: true });
    expect(results.some((result) => errorOf(result)?.maybeSent)).toBe(false);
  });

  it('gives up a server that accepts connections and stays silent', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    closers.push(async () => void silent.close());
    const { send } = await open({ port: (silent.address() as AddressInfo).port, greetingTimeoutMs: 100 });
    expect(errorOf((await send([aMessage()]))[0])).toMatchObject({
      code: 'smtp.connection-failed',
      outage: true,
    });
  });

  it('logs in, and names a refused login without the password', async () => {
    const sink = await aSink({ login: { user: 'parcours', password: 'right-horse' } });
    const good = await open({ port: sink.port, user: 'parcours', password: 'right-horse' });
    expect((await good.send([aMessage()]))[0]?.status).toBe('sent');
    expect(await good.connector.verify?.({ signal: new AbortController().signal })).toEqual({ status: 'up' });
    const bad = await open({ port: sink.port, user: 'parcours', password: 'wrong-horse' });
    const results = await bad.send([aMessage(), aMessage()]);
    expect(errorOf(results[0])).toMatchObject({ class: 'misconfigured', code: 'smtp.login-refused' });
    expect(await bad.connector.verify?.({ signal: new AbortController().signal })).toMatchObject({
      status: 'down',
    });
    expect(JSON.stringify([results, host.logged])).not.toMatch(/wrong-horse|d3JvbmctaG9yc2/);
    expect(host.logged).not.toHaveLength(0);
  });

  it('takes a certificate that nobody vouches for only when told to', async () => {
    const sink = await aSink({ starttls: true });
    const strict = await open({ port: sink.port, secure: 'starttls' });
    expect(errorOf((await strict.send([aMessage()]))[0])).toMatchObject({
      class: 'misconfigured',
      code: 'smtp.tls-failed',
    });
    const lax = await open({ port: sink.port, secure: 'starttls', allowInvalidCertificates: true });
    expect((await lax.send([aMessage()]))[0]?.status).toBe('sent');
  });

  it('does not fall back to an open line where STARTTLS is missing', async () => {
    const sink = await aSink();
    const { send } = await open({ port: sink.port, secure: 'starttls' });
    expect(errorOf((await send([aMessage()]))[0])).toMatchObject({
      class: 'misconfigured',
      code: 'smtp.tls-failed',
    });
    expect(sink.mails).toHaveLength(0);
  });

  it('tells what it has sent when it is asked to stop', async () => {
    let release: () => void = () => undefined;
    const sink = await aSink({ holdData: new Promise((resolve) => (release = resolve)) });
    const { send } = await open({ port: sink.port, poolSize: 1 });
    const stop = new AbortController();
    const customerId = 'c';
    const sending = send([aMessage({ customerId }), aMessage({ customerId })], stop.signal);
    while (sink.mails.length === 0) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    const results = await sending;
    expect(results.map((result) => errorOf(result)?.code)).toEqual(['smtp.aborted', 'smtp.aborted']);
    expect(results.map((result) => errorOf(result)?.maybeSent)).toEqual([true, undefined]);
    release();
  });
});
