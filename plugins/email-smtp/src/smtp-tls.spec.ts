import { generateKeyPairSync } from 'node:crypto';

import { testHost } from '@parcours/sdk/testing';

import { AUTHORITY, SERVER } from '../test/certificates.js';
import { dkimResult } from '../test/dkim-receiver.js';
import { aMessage, errorOf, SETTINGS } from '../test/smtp-desk.js';
import { type SinkOptions, SmtpSink } from '../test/smtp-sink.js';
import plugin from './index.js';
import type { SmtpConfig } from './smtp-config.js';

const signal = new AbortController().signal;
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Sends one message to such a server, by such settings. */
async function sent(options: SinkOptions, config: Partial<SmtpConfig>) {
  const sink = await SmtpSink.start(options);
  closers.push(() => sink.stop());
  const settings = { ...SETTINGS, port: sink.port, ...config };
  const connector = await plugin.connectors['email-smtp'].open(settings, testHost());
  closers.push(() => connector.close());
  const [result] = await connector.sendBatch([aMessage()], { signal });
  return { error: errorOf(result), sink, verify: () => connector.verify?.({ signal }) };
}

const REFUSED = { class: 'misconfigured', code: 'smtp.tls-failed' };

describe('how the connection is encrypted', () => {
  it.each([
    ['from the start', { tls: { ...SERVER, secure: true } }, { secure: 'tls' }],
    ['after STARTTLS', { tls: SERVER, starttls: true }, { secure: 'starttls' }],
    ['after STARTTLS that happens to be there', { tls: SERVER, starttls: true }, { secure: 'opportunistic' }],
  ] as const)('%s, with an authority of one’s own', async (_how, options, config) => {
    const { sink, error, verify } = await sent(options, { ...config, caCertificates: AUTHORITY });
    expect(error).toBeUndefined();
    expect(sink.ciphers).toEqual(['TLSv1.3']);
    expect(await verify()).toEqual({ status: 'up' });
  });

  it('not at all, though STARTTLS is there', async () => {
    const { sink } = await sent({ tls: SERVER, starttls: true }, { secure: 'none' });
    expect(sink.ciphers).toEqual(['']);
  });

  it('not at all where STARTTLS is missing and nobody asks for it', async () => {
    const { sink } = await sent({}, { secure: 'opportunistic' });
    expect(sink.ciphers).toEqual(['']);
  });

  it('with anyone, where STARTTLS might as well be missing', async () => {
    const { sink } = await sent({ tls: SERVER, starttls: true }, { secure: 'opportunistic' });
    expect(sink.ciphers).toEqual(['TLSv1.3']);
  });

  it.each([
    ['from the start', { tls: { ...SERVER, secure: true } }, { secure: 'tls' }],
    ['after STARTTLS', { tls: SERVER, starttls: true }, { secure: 'starttls' }],
  ] as const)('not with a server that nobody vouches for, %s', async (_how, options, config) => {
    const { sink, error, verify } = await sent(options, config);
    expect(error).toMatchObject(REFUSED);
    expect(sink.mails).toHaveLength(0);
    expect(await verify()).toMatchObject({ status: 'down' });
  });

  it.each([
    ['mail.example.test', undefined],
    ['other.example.test', REFUSED],
  ])('with the name %s in its certificate', async (serverName, expected) => {
    const trusted = { secure: 'tls', caCertificates: AUTHORITY, serverName } as const;
    const { error } = await sent({ tls: { ...SERVER, secure: true } }, trusted);
    if (expected) expect(error).toMatchObject(expected);
    else expect(error).toBeUndefined();
  });

  it.each([
    ['from the start', { secure: true }, 'tls'],
    ['after STARTTLS', {}, 'starttls'],
  ] as const)('by no older TLS than is asked for, %s', async (_how, tls, secure) => {
    const old = { tls: { ...SERVER, ...tls, maxVersion: 'TLSv1.2' }, starttls: true } as const;
    const config = { secure, caCertificates: AUTHORITY };
    expect((await sent(old, config)).sink.ciphers).toEqual(['TLSv1.2']);
    const { error, sink } = await sent(old, { ...config, minTlsVersion: 'TLSv1.3' });
    expect(error).toMatchObject(REFUSED);
    expect(sink.mails).toHaveLength(0);
  });

  it('fails for a person to look at where one side speaks TLS and the other does not', async () => {
    const { error } = await sent({}, { secure: 'tls' });
    expect(error).toMatchObject(REFUSED);
  });
});

describe('mails that are signed', () => {
  it('pass where they are received, accents and all', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const dkim = { domain: 'example.com', selector: 'spring', privateKey: pem };
    const sink = await SmtpSink.start();
    closers.push(() => sink.stop());
    const connector = await plugin.connectors['email-smtp'].open(
      { ...SETTINGS, port: sink.port, dkim },
      testHost(),
    );
    closers.push(() => connector.close());
    const content = { subject: 'Été 🎉 '.repeat(20), html: `<p>${'naïve مرحبا '.repeat(300)}</p>\n.\n\n` };
    const headers = {
      'List-Unsubscribe': '<https://example.com/u/1>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
    await connector.sendBatch([aMessage({ content, headers })], { signal });
    const raw = sink.mails[0]?.raw.toString('latin1') ?? '';
    const p = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const records = { 'spring._domainkey.example.com': { k: 'rsa', p } } as const;
    expect(dkimResult(raw, records)).toBe('pass');
    expect(/\r\n h=([^;]*);/.exec(raw)?.[1]?.replace(/\s/g, '').split(':')).toEqual(
      expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']),
    );
  });
});
