import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { openPage, profiles } from '@parcours/testing';
import type { OpenedPage } from '@parcours/testing';

import { aJourney } from '../e2e/support/journeys.js';
import { Loopback } from '../e2e/support/loopback.js';
import { startPlatform } from '../e2e/support/platform.js';
import type { Platform } from '../e2e/support/platform.js';
import { FAULTS, PALE } from './support/page-faults.js';

const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');
const pictures = process.env['PARCOURS_SCREENSHOTS'] ?? tmpdir();
const PHONE = { width: 360, height: 800 };
const DESKTOP = { width: 1280, height: 900 };

const HTML =
  '<body style="margin:0;font-family:Georgia"><h1 style="background:{{brand.colours.primary}};color:#fff;padding:24px">{{brand.name}}</h1><p>Dear {{customer.first_name}}, your tea is on its way.</p><p><a href="{{links.unsubscribe}}">No more of these</a></p><script>document.title="stolen"</script></body>';

describe('the outbox (B4)', () => {
  let platform: Platform;
  let provider: Loopback;
  let opened: OpenedPage | undefined;

  beforeAll(async () => {
    const [embedded] = profiles;
    provider = await Loopback.start(() => ({ status: 200, body: {} }));
    platform = await startPlatform(embedded!, {
      environment: {
        PARCOURS_OUTBOX_PAGE: 'on',
        PARCOURS_PLUGIN_DIRS: PLUGINS,
        PARCOURS_PUBLIC_URL: 'https://p.example',
      },
    });
    await platform.publish('brands', 'belvedere', { name: 'Belvédère', colours: { primary: '#0b6e6e' } });
    await platform.publish('connectors', 'sms', {
      name: 'SMS',
      type: 'post/sms',
      config: { url: provider.url },
    });
    await platform.publish('channel-policies', 'default', {
      name: 'Default',
      channels: [
        { channel: 'email', connector: 'mailbox' },
        { channel: 'sms', connector: 'sms' },
      ],
    });
    await platform.publish('message-templates', 'tea', {
      name: 'Tea',
      channels: {
        email: { subject: 'Your tea, {{customer.first_name}} <b>', html: HTML },
        sms: { text: 'مرحبا {{customer.first_name}}, your order {{customer.order}} is on its way.' },
      },
    });
    const journey = await aJourney(platform).publish({
      start: 'tell',
      steps: {
        tell: { type: 'message', template: 'tea', next: 'end' },
        end: { type: 'exit', reason: 'completed' },
      },
    });
    await journey.enter('ada', { traits: { email: 'ada@example.com', first_name: 'Ada' } });
    await journey.enter('grace', { traits: { phone: '+33612345678', first_name: 'Grace', order: 'o-1' } });
    await journey.enter('lost', { traits: { phone: '+33612345679', first_name: 'Lost' } });
    await journey.enter('nobody', { traits: { first_name: 'Nobody' } });
    for (const id of ['ada', 'grace', 'lost', 'nobody']) await journey.ended(id);
    await journey.message('ada', ({ status }) => status === 'sent');
    await journey.message('grace', ({ status }) => status === 'sent');
    await journey.message('lost', ({ status }) => status === 'failed');
  });

  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });

  afterAll(async () => {
    await platform.stop();
    await provider.stop();
  });

  const open = async (path: string, size: typeof PHONE, scheme: 'light' | 'dark'): Promise<OpenedPage> => {
    opened = await openPage('about:blank', size);
    await opened.page.emulateMedia({ colorScheme: scheme });
    await opened.page.goto(platform.origin + path, { waitUntil: 'load' });
    return opened;
  };

  it.each([
    ['phone', PHONE, 'light'],
    ['phone', PHONE, 'dark'],
    ['desktop', DESKTOP, 'light'],
    ['desktop', DESKTOP, 'dark'],
  ] as const)(
    'tells what was sent and why others were not, on a %s (%p, %s)',
    async (device, size, scheme) => {
      const { page, errors, screenshot } = await open('/outbox', size, scheme);
      await screenshot(join(pictures, `outbox-${device}-${scheme}.png`));
      expect(errors).toEqual([]);
      expect(await page.evaluate(FAULTS)).toEqual([]);
      expect(await page.evaluate(PALE)).toEqual([]);
      const text = (await page.locator('main').textContent()) ?? '';
      expect(text).toContain('Your tea, Ada <b>');
      expect(text).toContain("'customer.order' has no value");
      expect(text).toContain('The customer has no address for');
      expect(await page.locator('.entry').count()).toBe(4);
    },
    60_000,
  );

  it.each([
    ['phone', PHONE, 'dark'],
    ['desktop', DESKTOP, 'light'],
  ] as const)(
    'shows a message with its headers, reached by keyboard, on a %s (%p, %s)',
    async (device, size, scheme) => {
      const { page, screenshot } = await open('/outbox', size, scheme);
      const link = page.getByRole('link', { name: /Your tea, Ada/ });
      await link.focus();
      await page.keyboard.press('Enter');
      await page.locator('iframe').waitFor();
      const frame = page.frameLocator('iframe');
      await frame.getByText('Dear Ada').waitFor();
      await screenshot(join(pictures, `outbox-message-${device}-${scheme}.png`));
      expect(await page.evaluate(FAULTS)).toEqual([]);
      expect(await page.evaluate(PALE)).toEqual([]);
      const facts = (await page.locator('dl').textContent()) ?? '';
      expect(facts).toContain('ada@example.com');
      expect(facts).toMatch(/List-Unsubscribe<https:\/\/p\.example\/t\/u\//);
      expect(await page.title()).toBe('Your tea, Ada <b>');
      expect(await page.locator('script').count()).toBe(0);
    },
    60_000,
  );

  it('is for this machine alone, and for those who switched it on', async () => {
    const proxied = await fetch(`${platform.origin}/outbox`, {
      headers: { 'x-forwarded-for': '203.0.113.7' },
    });
    expect([proxied.status, (await proxied.text()).includes('Ada')]).toEqual([404, false]);
    expect((await fetch(`${platform.origin}/outbox/1`)).status).toBe(404);
    expect((await fetch(`${platform.origin}/outbox/constructor/html`)).status).toBe(404);
    const other = await startPlatform(profiles[0]!, { basics: false });
    const { status } = await fetch(`${other.origin}/outbox`).finally(() => other.stop());
    expect(status).toBe(404);
  });
});
