import { createTransport } from 'nodemailer';
import { startSmtpSink } from './smtp-sink.js';
import type { SmtpSink, SmtpSinkOptions } from './smtp-sink.js';

describe('the SMTP sink', () => {
  let sink: SmtpSink;

  async function start(options: SmtpSinkOptions = {}): Promise<void> {
    sink = await startSmtpSink(options);
  }
  afterEach(() => sink.close());

  async function send(to: string, auth?: { user: string; pass: string }): Promise<unknown> {
    const transport = createTransport({ host: '127.0.0.1', port: sink.port, ...(auth ? { auth } : {}) });
    try {
      return await transport.sendMail({
        from: 'a@example.com',
        to,
        subject: 'Été',
        text: 'plain é',
        html: '<b>rich é</b>',
        headers: { 'X-Message': '42' },
      });
    } finally {
      transport.close();
    }
  }

  it('keeps the envelope, the headers and both parts of a mail', async () => {
    await start();
    await send('b@example.com');
    const [mail] = await sink.mailsReach(1);
    expect(mail).toMatchObject({ from: 'a@example.com', to: ['b@example.com'], subject: 'Été' });
    expect(mail?.text.trim()).toBe('plain é');
    expect(mail?.html).toContain('<b>rich é</b>');
    expect(mail?.headers['x-message']).toBe('42');
    expect(sink.connections()).toBe(1);
  });

  it('answers a recipient as the script says', async () => {
    await start({ answers: { 'gone@example.com': '550 5.1.1 no such mailbox' } });
    await expect(send('gone@example.com')).rejects.toMatchObject({
      responseCode: 550,
      response: expect.stringContaining('550 5.1.1 no such mailbox'),
    });
    expect(sink.mails).toHaveLength(0);
  });

  it('can refuse a recipient the first time and accept it the second', async () => {
    await start({ answers: (_recipient, before) => (before === 0 ? '451 4.3.0 try later' : undefined) });
    await expect(send('b@example.com')).rejects.toMatchObject({ responseCode: 451 });
    await send('b@example.com');
    expect(sink.mails).toHaveLength(1);
  });

  it('can cut the connection without an answer', async () => {
    await start({ answers: { 'b@example.com': 'drop' } });
    await expect(send('b@example.com')).rejects.toMatchObject({
      code: expect.stringMatching(/ECONN|ESOCKET/),
    });
    expect(sink.mails).toHaveLength(0);
  });

  it('can keep a mail and cut the connection before it is confirmed', async () => {
    await start({ answers: { 'b@example.com': 'drop-after-data' } });
    await expect(send('b@example.com')).rejects.toMatchObject({
      code: expect.stringMatching(/ECONN|ESOCKET/),
    });
    expect(sink.mails).toHaveLength(1);
  });

  it('greets as late as it is told', async () => {
    await start({ delayGreetingMs: 150 });
    const since = performance.now();
    await send('b@example.com');
    expect(performance.now() - since).toBeGreaterThanOrEqual(149);
  });

  it('asks for a login when it has accounts', async () => {
    await start({ accounts: { post: 'secret' } });
    await expect(send('b@example.com')).rejects.toThrow();
    await expect(send('b@example.com', { user: 'post', pass: 'wrong' })).rejects.toMatchObject({
      code: 'EAUTH',
    });
    await send('b@example.com', { user: 'post', pass: 'secret' });
    expect(sink.mails).toHaveLength(1);
  });
});
