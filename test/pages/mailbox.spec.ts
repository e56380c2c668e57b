import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPage } from '@parcours/testing';
import type { OpenedPage, PageOptions } from '@parcours/testing';
import { startMailbox } from '@parcours/mailbox';
import type { Mailbox } from '@parcours/mailbox';
import { createTransport } from 'nodemailer';

const pictures = process.env['PARCOURS_SCREENSHOTS'] ?? tmpdir();
const PHONE = { width: 390, height: 780 };
const DESKTOP = { width: 1280, height: 800 };

const WELCOME = {
  from: '"Café Céleste" <bonjour@celeste.example>',
  to: '"Amélie Dûpont" <amelie@example.org>',
  subject: 'Bienvenue à bord, Amélie 🎉',
  text: 'Bonjour Amélie,\n\nvotre essai de 14 jours commence aujourd’hui.\n\nÀ très vite !',
  html: `<div style="font-family:sans-serif;max-width:560px;margin:24px auto;color:#1f2937">
    <h1 style="color:#4338ca">Bonjour Amélie 🎉</h1>
    <p>Votre essai de 14 jours commence aujourd’hui. Voici trois choses à découvrir d’ici là.</p>
    <p><a href="https://celeste.example/start" style="background:#4338ca;color:#fff;padding:12px 20px;border-radius:8px;text-decoration:none">Commencer</a></p>
    </div>`,
};

const HOSTILE = {
  from: '"<img src=x onerror=alert(1)>" <mallory@example.net>',
  to: 'amelie@example.org',
  subject: '<script>document.title = "owned"</script><img src=x onerror="document.title=\'owned\'">',
  text: '</pre><script>document.title = "owned"</script>',
  html: `<script>parent.document.title = "owned"; top.location = "about:blank"</script>
    <meta http-equiv="refresh" content="0; url=https://evil.example">
    <form action="/messages" method="post"><button>press</button></form>
    <p id="survivor" onclick="alert(1)">harmless text</p>`,
};

describe('the page of the mailbox', () => {
  let mailbox: Mailbox;
  let opened: OpenedPage | undefined;

  beforeEach(async () => {
    mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 });
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
    await mailbox.close();
  });

  async function send(mail: object): Promise<void> {
    const transport = createTransport({ host: '127.0.0.1', port: mailbox.smtpPort });
    await transport.sendMail(mail);
    transport.close();
  }

  async function open(options: PageOptions): Promise<OpenedPage> {
    opened = await openPage(mailbox.httpUrl, options);
    return opened;
  }

  it('says so when nothing has come in, and shows a mail as soon as it comes', async () => {
    const { page, errors, screenshot } = await open(DESKTOP);
    await page.getByRole('heading', { name: 'No mail yet' }).waitFor();
    await screenshot(join(pictures, 'mailbox-empty.png'));
    await send(WELCOME);
    await page.getByRole('link', { name: 'Bienvenue à bord, Amélie 🎉' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Choose a message' }).isVisible()).toBe(true);
    expect(errors).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'shows list and mail side by side on a desk, in %s',
    async (colorScheme) => {
      await send(HOSTILE);
      await send({
        ...WELCOME,
        subject: 'Votre facture de décembre',
        html: '',
        attachments: [{ filename: 'reçu.txt', content: 'merci' }],
      });
      await send(WELCOME);
      const { page, errors, screenshot } = await open({ ...DESKTOP, colorScheme });
      await page.getByRole('link', { name: 'Bienvenue à bord, Amélie 🎉' }).click();
      const mail = page.frameLocator('iframe');
      await mail.getByRole('heading', { name: 'Bonjour Amélie 🎉' }).waitFor();
      expect(await page.locator('#list li').count()).toBe(3);
      expect(await page.locator('#facts').innerText()).toContain('Café Céleste <bonjour@celeste.example>');
      await screenshot(join(pictures, `mailbox-desktop-${colorScheme}.png`));
      expect(errors).toEqual([]);
    },
  );

  it('shows text, headers and source of a mail, by mouse and by arrow keys', async () => {
    await send(WELCOME);
    const { page, errors, screenshot } = await open(DESKTOP);
    await page.getByRole('link', { name: /Bienvenue/ }).click();
    await page.getByRole('tab', { name: 'Text' }).click();
    expect(await page.getByRole('tabpanel').innerText()).toContain('votre essai de 14 jours commence');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { name: 'Headers' }).getAttribute('aria-selected')).toBe('true');
    expect(await page.getByRole('rowheader', { name: 'Subject' }).isVisible()).toBe(true);
    await screenshot(join(pictures, 'mailbox-headers.png'));
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tabpanel').innerText()).toContain('Content-Type: multipart/alternative');
    expect(errors).toEqual([]);
  });

  it('shows a hostile mail as the text that it is', async () => {
    await send(HOSTILE);
    const { page, screenshot } = await open(DESKTOP);
    await page.getByRole('link', { name: /script/ }).click();
    await page.frameLocator('iframe').getByText('harmless text').waitFor();
    expect(await page.locator('#subject').innerText()).toContain('<script>document.title = "owned"</script>');
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
    await page.getByRole('tab', { name: 'Text' }).click();
    expect(await page.getByRole('tabpanel').innerText()).toContain('</pre><script>');
    await screenshot(join(pictures, 'mailbox-hostile.png'));
    expect(await page.title()).toBe('(1) Mailbox · Parcours');
    expect(await page.locator('#list img, #facts img, #subject img, #panel script').count()).toBe(0);
    expect(new URL(page.url()).origin).toBe(mailbox.httpUrl);
  });

  it('shows the list first on a phone, then the mail, and finds the way back', async () => {
    await send({ ...WELCOME, subject: 'Votre facture de décembre est prête à être consultée en ligne' });
    await send(WELCOME);
    const { page, errors, screenshot } = await open(PHONE);
    const link = page.getByRole('link', { name: 'Bienvenue à bord, Amélie 🎉' });
    await link.waitFor();
    await screenshot(join(pictures, 'mailbox-phone-list.png'));
    await link.click();
    await page
      .frameLocator('iframe')
      .getByRole('heading', { name: /Bonjour/ })
      .waitFor();
    expect(await page.locator('#list').isVisible()).toBe(false);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await screenshot(join(pictures, 'mailbox-phone-mail.png'));
    await page.getByRole('link', { name: 'All messages' }).click();
    await link.waitFor();
    expect(errors).toEqual([]);
  });

  it('deletes everything when asked', async () => {
    await send(WELCOME);
    const { page } = await open(DESKTOP);
    await page.getByRole('button', { name: 'Delete all' }).click();
    await page.getByRole('heading', { name: 'No mail yet' }).waitFor();
    expect(mailbox.messages()).toEqual([]);
  });
});
