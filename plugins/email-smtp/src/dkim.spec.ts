import { generateKeyPairSync } from 'node:crypto';

import { dkimResult, type Records } from '../test/dkim-receiver.js';
import { DkimSigner } from './dkim.js';

const SENT_AT = 1_700_000_000_000;
const MAIL =
  'From: "Zoë" <news@example.com>\r\nTo: a@example.org\r\nSubject: A long  subject that\r\n\tgoes on\r\n' +
  'Date: Mon, 02 Mar 2026 08:00:00 +0000\r\nMessage-ID: <m-1@example.com>\r\nX-Note: not signed\r\n' +
  'List-Unsubscribe: <https://example.com/u/1>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n' +
  'MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHello  there \r\n\r\nbye\t\r\n\r\n\r\n';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const ed25519 = generateKeyPairSync('ed25519');
const RECORDS: Records = {
  'r._domainkey.example.com': {
    k: 'rsa',
    p: rsa.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  },
  'e._domainkey.example.com': {
    k: 'ed25519',
    p: Buffer.from(ed25519.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'),
  },
};
const pem = (key: typeof rsa.privateKey) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const signers = {
  rsa: new DkimSigner({ domain: 'example.com', selector: 'r', privateKey: pem(rsa.privateKey) }),
  ed25519: new DkimSigner({ domain: 'example.com', selector: 'e', privateKey: pem(ed25519.privateKey) }),
};

describe('signing mails for a domain', () => {
  it.each(['rsa', 'ed25519'] as const)('passes where it is received (%s)', (kind) => {
    const signed = signers[kind].signed(MAIL, SENT_AT);
    expect(dkimResult(signed, RECORDS)).toBe('pass');
    expect(signed.endsWith(MAIL)).toBe(true);
    const header = signed.slice(0, signed.indexOf('\r\nFrom:'));
    expect(header).toMatch(/; t=1700000000;/);
    expect(Math.max(...header.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(78);
  });

  it.each([
    [
      'spaces and folds are changed on the way',
      (mail: string) => mail.replace('that\r\n\tgoes', 'that goes'),
      'pass',
    ],
    ['trailing lines are lost', (mail: string) => mail.replace(/(\r\n)+$/, '\r\n'), 'pass'],
    ['what is not signed is changed', (mail: string) => mail.replace('not signed', 'other'), 'pass'],
    ['the subject is changed', (mail: string) => mail.replace('A long', 'A short'), 'signature is wrong'],
    ['the way out is changed', (mail: string) => mail.replace('=One-Click', '=Two'), 'signature is wrong'],
    ['the text is changed', (mail: string) => mail.replace('bye', 'buy'), 'body has been changed'],
    ['a second sender is added', (mail: string) => `From: b@example.net\r\n${mail}`, 'signature is wrong'],
    ['a second subject is added', (mail: string) => `Subject: Win\r\n${mail}`, 'signature is wrong'],
  ])('where %s', (_what, change, expected) => {
    expect(dkimResult(change(signers.rsa.signed(MAIL, SENT_AT)), RECORDS)).toBe(expected);
  });

  it.each(['', '\r\n', '\r\n\r\n', ' \r\n\t\r\n', 'x', ' x  y \t', 'a\r\n\r\n \r\nb\r\n'])(
    'signs a mail whose text is %j',
    (body) => {
      const mail = MAIL.slice(0, MAIL.indexOf('\r\n\r\n') + 4) + body;
      expect(dkimResult(signers.ed25519.signed(mail, SENT_AT), RECORDS)).toBe('pass');
    },
  );

  it('is checked by a receiver that agrees with RFC 8463, appendix A.3', () => {
    const mail = [
      'DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;',
      ' d=football.example.com; i=@football.example.com;',
      ' q=dns/txt; s=brisbane; t=1528637909; h=from : to :',
      ' subject : date : message-id : from : subject : date;',
      ' bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;',
      ' b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus',
      ' Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==',
      'From: Joe SixPack <joe@football.example.com>',
      'To: Suzie Q <suzie@shopping.example.net>',
      'Subject: Is dinner ready?',
      'Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)',
      'Message-ID: <20030712040037.46341.5F8J@football.example.com>',
      '',
      'Hi.',
      '',
      'We lost the game.  Are you hungry yet?',
      '',
      'Joe.',
      '',
    ].join('\r\n');
    const p = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
    const records: Records = { 'brisbane._domainkey.football.example.com': { k: 'ed25519', p } };
    expect(dkimResult(mail, records)).toBe('pass');
  });

  it.each([
    ['torn', 'no key', 'dkim.privateKey is no private key in PEM'],
    [
      'of another kind',
      pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
      'dkim.privateKey is neither',
    ],
  ])('takes no key that is %s', (_what, privateKey, message) => {
    expect(() => new DkimSigner({ domain: 'example.com', selector: 'r', privateKey })).toThrow(message);
  });
});
