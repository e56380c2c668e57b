import { spawnApp } from '@parcours/testing';

const READY = /mailbox ready: (http:\S+) shows what arrives at smtp:\/\/127\.0\.0\.1:(\d+)/;
const ANY_PORT = ['--smtp-port', '0', '--http-port', '0'];

describe('the built mailbox, under plain Node', () => {
  it('serves its page and ends with 0 on SIGTERM', async () => {
    const app = await spawnApp('mailbox', {}, { ready: READY, args: ANY_PORT });
    const page = await fetch(app.ready[1] ?? '');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>Mailbox · Parcours</title>');
    expect(await app.stop()).toEqual({ code: 0, signal: null });
  });

  it('names the port that is taken and ends with 1', async () => {
    const first = await spawnApp('mailbox', {}, { ready: READY, args: ANY_PORT });
    const taken = ['--smtp-port', first.ready[2] ?? '', '--http-port', '0'];
    const second = spawnApp('mailbox', {}, { ready: READY, args: taken });
    await expect(second).rejects.toThrow(/ended with code 1 before it was ready[^]*EADDRINUSE.*:\d+/);
    await first.stop();
  });
});
