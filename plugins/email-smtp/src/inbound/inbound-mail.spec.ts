import { bounceClass } from './bounce-class.js';
import { readInbound } from './inbound-mail.js';
import { smtpCallbacks } from './smtp-callbacks.js';

const raw = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'));

const report = (type: string, fields: string[], original: string[] = ['Message-ID: <4711@example.com>']) =>
  raw(
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example.net',
    'To: hello@example.com',
    'Subject: Undelivered',
    `Content-Type: multipart/report; report-type=${type}; boundary="b"`,
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'For people.',
    '--b',
    `Content-Type: message/${type}`,
    '',
    ...fields,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    ...original,
    'Subject: Hello',
    '',
    '--b--',
    '',
  );

const bounced = (...fields: string[]) =>
  report('delivery-status', [
    'Reporting-MTA: dns; mx.example.net',
    '',
    'Final-Recipient: rfc822; ada@example.org',
    ...fields,
  ]);

describe('a mail that comes in', () => {
  it('is a bounce, with the address, the status and the message that it is about', async () => {
    const mail = bounced(
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550',
      ' 5.1.1 no such user',
    );
    expect(await readInbound(mail)).toEqual({
      kind: 'bounce',
      about: ['<4711@example.com>'],
      recipients: [
        {
          address: 'ada@example.org',
          status: '5.1.1',
          bounce: 'hard',
          detail: 'smtp; 550 5.1.1 no such user',
        },
      ],
    });
  });

  it.each([
    ['a warning of a delay', ['Action: delayed', 'Status: 4.4.1']],
    ['one that was relayed', ['Action: relayed', 'Status: 2.0.0']],
  ])('is nothing: %s', async (_what, fields) => {
    expect(await readInbound(bounced(...fields))).toEqual({ kind: 'nothing' });
  });

  it('is a receipt where its sender asked for one', async () => {
    expect(await readInbound(bounced('Action: delivered', 'Status: 2.1.5'))).toMatchObject({
      kind: 'delivered',
    });
  });

  it.each([
    ['abuse', 'complaint'],
    ['Fraud', 'complaint'],
    ['opt-out', 'complaint'],
    ['not-spam', 'nothing'],
    ['auth-failure', 'nothing'],
  ])('of feedback %j is a %s', async (feedback, kind) => {
    const mail = report('feedback-report', [`Feedback-Type: ${feedback}`, 'Version: 1']);
    expect((await readInbound(mail)).kind).toBe(kind);
  });

  it('is a bounce in words, of mailers that write no reports', async () => {
    const mail = raw(
      'Return-Path: <>',
      'From: MAILER-DAEMON@mx.example.net',
      'Subject: failure notice',
      '',
      '<ada@example.org>:',
      'Remote host said: 550 5.1.1 unknown user',
      '',
      '--- Below this line is a copy of the message.',
      '',
      'Message-ID: <4711@example.com>',
      'From: hello@example.com',
      '',
      'Hello 4.2.2',
    );
    expect(await readInbound(mail)).toMatchObject({
      kind: 'bounce',
      about: ['<4711@example.com>'],
      recipients: [{ address: 'ada@example.org', status: '5.1.1', bounce: 'hard' }],
    });
  });

  it.each([
    ['a quotation', '1\n\nOn Mon, 2 Mar 2026 at 09:00, Parcours <hello@example.com> wrote:\n> Choose'],
    ['a French one', '1\r\n\r\nLe 2 mars 2026 à 09:00, Parcours a écrit :\r\n> Choisissez'],
    ['a signature', ' 1 \n-- \nAda'],
    ['a copy', '1\n\n-----Original Message-----\nFrom: x'],
    ['nothing', '1'],
  ])('is a reply, and says what its writer added before %s', async (_what, text) => {
    const mail = raw(
      'From: Ada <ada@example.org>',
      'Subject: =?UTF-8?B?UsOpcA==?=',
      'In-Reply-To: <4711@example.com>',
      'References: <1@example.com> <4711@example.com>',
      '',
      text,
    );
    expect(await readInbound(mail)).toEqual({
      kind: 'reply',
      about: ['<4711@example.com>', '<4711@example.com>', '<1@example.com>'],
      from: 'ada@example.org',
      subject: 'Rép',
      text: '1',
      isAutomated: false,
    });
  });

  it.each(['Auto-Submitted: auto-replied', 'Precedence: bulk', 'X-Autoreply: yes'])(
    'is no person’s: %s',
    async (header) => {
      expect(await readInbound(raw('From: ada@example.org', header, '', 'Away'))).toMatchObject({
        isAutomated: true,
      });
    },
  );

  it.each([
    ['nothing', new Uint8Array()],
    ['bytes', Uint8Array.from({ length: 5_000 }, (_none, at) => (at * 7919) % 256)],
    [
      'a report without an end',
      raw(
        'Content-Type: multipart/report; boundary=b',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Action',
      ),
    ],
    [
      'parts in parts in parts',
      raw(
        'Content-Type: multipart/mixed; boundary=a',
        '',
        ...Array.from(
          { length: 15 },
          (_n, at) => `--a\r\nContent-Type: multipart/mixed; boundary=a${'a'.repeat(at)}\r\n`,
        ),
      ),
    ],
    ['a sender without an address', raw('From: "nobody" <>', '', 'x')],
  ])('is nothing that would do harm: %s', async (_what, bytes) => {
    expect(['nothing', 'reply']).toContain((await readInbound(bytes)).kind);
  });
});

describe('the class of a bounce', () => {
  it.each([
    ['5.1.1', '', 'hard'],
    ['5.1.10', '', 'hard'],
    ['5.2.1', '', 'hard'],
    ['5.2.2', 'mailbox full', 'soft'],
    ['5.4.4', 'name server', 'soft'],
    ['5.0.0', '550 User unknown', 'hard'],
    ['5.0.0', '554 try again', 'soft'],
    ['4.4.7', 'expired', 'soft'],
    ['5.7.1', 'listed', 'policy'],
    ['4.7.0', 'too many', 'policy'],
    [undefined, '550 no such user here', 'hard'],
    [undefined, '550 5.1.1 gone', 'hard'],
    [undefined, 'what?', 'soft'],
  ])('of %j, %j is %s', (status, words, expected) => {
    expect(bounceClass(status, words)).toBe(expected);
  });
});

describe('the hook of a mailbox', () => {
  const token = 'a-token-of-sixteen';
  const hook = smtpCallbacks(token, (id) => /^<(\d+)@example\.com>$/.exec(id)?.[1]);
  const post = (rawBody: Uint8Array, headers: Record<string, string>, query: Record<string, string> = {}) =>
    hook.parse(
      { method: 'POST', url: 'https://example.com/hooks/mail', headers, query, rawBody },
      { signal: new AbortController().signal },
    );
  const bearer = { authorization: `Bearer ${token}` };

  it('tells the bounce of a message of ours, and of no other', async () => {
    const told = await post(bounced('Action: failed', 'Status: 5.1.1'), bearer);
    expect(told).toMatchObject({
      reactions: [{ kind: 'bounced', bounce: 'hard', messageId: '4711', code: '5.1.1' }],
    });
    const foreign = report('feedback-report', ['Feedback-Type: abuse'], ['Message-ID: <4711@evil.example>']);
    expect(await post(foreign, bearer)).toEqual({ status: 'accepted', reactions: [] });
  });

  it('lets nobody in without the token', async () => {
    const mail = bounced('Action: failed');
    expect(await post(mail, { authorization: 'Bearer wrong' })).toEqual({ status: 'bad-signature' });
    expect(await post(mail, {})).toEqual({ status: 'bad-signature' });
    expect((await post(mail, {}, { token })).status).toBe('accepted');
    expect((await post(new Uint8Array(), bearer)).status).toBe('malformed');
  });
});
