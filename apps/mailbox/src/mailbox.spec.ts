import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import { startMailbox } from './mailbox.js';
import type { Mailbox } from './mailbox.js';

const LETTER = {
  from: '"Zoé Lefèvre" <zoe@example.com>',
  to: 'amélie <amelie@example.org>',
  subject: 'Bienvenue à bord, Amélie 🎉',
  text: 'Bonjour Amélie,\nà très vite !',
  html: '<h1>Bonjour Amélie</h1>',
};

describe('the development mailbox', () => {
  let mailbox: Mailbox;

  beforeEach(async () => {
    mailbox = await startMailbox({ smtpPort: 0, httpPort: 0, limit: 3 });
  });
  afterEach(() => mailbox.close());

  async function send(mail: SendMailOptions, login?: { user: string; pass: string }): Promise<void> {
    const transport = createTransport({
      host: '127.0.0.1',
      port: mailbox.smtpPort,
      ...(login ? { auth: login } : {}),
    });
    await transport.sendMail(mail);
    transport.close();
  }

  const get = (path: string, init?: RequestInit): Promise<Response> => fetch(mailbox.httpUrl + path, init);

  it('keeps a mail with its accents, emoji, parts, headers and source', async () => {
    await send({ ...LETTER, headers: { 'X-Journey': 'welcome' } });
    expect(mailbox.messages()).toHaveLength(1);
    const [message] = mailbox.messages();
    expect(message).toMatchObject({
      envelope: { from: 'zoe@example.com', to: ['amelie@example.org'] },
      from: 'Zoé Lefèvre <zoe@example.com>',
      to: ['amélie <amelie@example.org>'],
      subject: 'Bienvenue à bord, Amélie 🎉',
    });
    expect(message?.text).toContain('à très vite !');
    expect(message?.html).toContain('<h1>Bonjour Amélie</h1>');
    expect(message?.headers).toContainEqual({ name: 'X-Journey', value: 'welcome' });
    expect(message?.raw).toContain('X-Journey: welcome');
  });

  it('lets a client log in with any name and password', async () => {
    await send(LETTER, { user: 'someone', pass: 'something' });
    expect(mailbox.messages()).toHaveLength(1);
  });

  it('drops the oldest messages once the limit is reached', async () => {
    for (const subject of ['one', 'two', 'three', 'four']) await send({ ...LETTER, subject });
    expect(mailbox.messages().map(({ subject }) => subject)).toEqual(['two', 'three', 'four']);
  });

  it('lists messages as JSON with the newest first', async () => {
    await send({ ...LETTER, subject: 'first' });
    await send({ ...LETTER, subject: 'second' });
    const list = (await (await get('/messages')).json()) as {
      id: string;
      subject: string;
      preview: string;
    }[];
    expect(list.map(({ subject }) => subject)).toEqual(['second', 'first']);
    expect(list[0]?.preview).toBe('Bonjour Amélie, à très vite !');
  });

  it('serves one message with its attachments, and each attachment as a download', async () => {
    await send({ ...LETTER, attachments: [{ filename: 'reçu.txt', content: 'merci' }] });
    const { id } = mailbox.messages()[0]!;
    const message = (await (await get(`/messages/${id}`)).json()) as { attachments: unknown };
    expect(message.attachments).toEqual([{ name: 'reçu.txt', type: 'text/plain', size: 5 }]);
    const file = await get(`/messages/${id}/attachments/0`);
    expect(await file.text()).toBe('merci');
    expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''re%C3%A7u.txt");
  });

  it('serves the HTML of a mail under a policy that lets nothing run or load', async () => {
    await send({ ...LETTER, html: '<script>alert(1)</script><p>hello</p>' });
    const page = await get(`/messages/${mailbox.messages()[0]!.id}/html`);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox; default-src 'none';/);
    expect(policy).not.toContain('script-src');
    expect(policy).not.toContain('http:');
  });

  it('loads remote images only when asked', async () => {
    await send(LETTER);
    const page = await get(`/messages/${mailbox.messages()[0]!.id}/html?images`);
    expect(page.headers.get('content-security-policy')).toContain('img-src data: http: https:');
  });

  it('forgets everything on DELETE /messages', async () => {
    await send(LETTER);
    expect((await get('/messages', { method: 'DELETE' })).status).toBe(204);
    expect(mailbox.messages()).toEqual([]);
    expect(await (await get('/messages')).json()).toEqual([]);
  });

  it('answers 404 for a message that is not there', async () => {
    expect((await get('/messages/77')).status).toBe(404);
  });

  it('refuses a request that comes under a foreign name', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(mailbox.httpPort, '127.0.0.1');
      socket.once('error', reject);
      socket.once('data', (data) => {
        resolve(data.toString('utf8'));
        socket.destroy();
      });
      socket.write('GET /messages HTTP/1.1\r\nHost: attacker.example\r\n\r\n');
    });
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('tells an open page about a new mail', async () => {
    const changes = await get('/changes');
    const reader = changes.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('data: hello');
    await send(LETTER);
    expect((await reader.read()).value).toContain('data: changed');
    await reader.cancel();
  });

  it('says which port is taken when it cannot start', async () => {
    const second = startMailbox({ smtpPort: mailbox.smtpPort, httpPort: 0 });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE', port: mailbox.smtpPort });
  });
});
