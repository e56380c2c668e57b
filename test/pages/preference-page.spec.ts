import { openPage, profiles } from '@parcours/testing';
import type { OpenedPage } from '@parcours/testing';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startPlatform } from '../e2e/support/platform.js';
import type { Platform } from '../e2e/support/platform.js';
import { FAULTS, PALE } from './support/page-faults.js';

const pictures = process.env['PARCOURS_SCREENSHOTS'] ?? tmpdir();
const PHONE = { width: 360, height: 800 };
const DESKTOP = { width: 1280, height: 900 };

describe('the pages that customers see', () => {
  let platform: Platform;
  let opened: OpenedPage | undefined;

  beforeAll(async () => {
    const [embedded] = profiles;
    platform = await startPlatform(embedded!);
    await platform.publish('brands', 'belvedere', { name: 'Belvédère', colours: { primary: '#0b6e6e' } });
    await platform.publish('topics', 'newsletter', {
      name: { en: 'Newsletter', fr: 'Lettre d’information' },
      description: {
        en: 'What is new, and what other customers have made of it. Once a month.',
        fr: 'Les nouveautés, et ce que d’autres clients en ont fait. Une fois par mois.',
      },
      basis: 'opt-in',
      confirm: true,
      order: 1,
    });
    await platform.publish('topics', 'offers', {
      name: { en: 'Offers', fr: 'Offres' },
      description: { en: 'Sales and early access.', fr: 'Soldes et accès en avant-première.' },
      channels: ['email', 'sms', 'push'],
      order: 2,
    });
    await platform.publish('topics', 'events', {
      name: { en: 'Events near you', fr: 'Événements près de chez vous' },
      order: 3,
    });
    const config = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'never-used', from: '+12025550123' };
    await platform.publish('connectors', 'texts', { name: 'Texts', type: 'twilio', config });
  });

  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });

  afterAll(() => platform.stop());

  const pathOf = async (id: string, locale: string): Promise<string> => {
    const traits = { email: 'ada.lovelace@example.com', phone: '+33612345678', locale };
    await platform.data('PUT', `/customers/${id}`, { traits });
    return (await platform.data('GET', `/customers/${id}/consents`)).preferencesPath;
  };

  const open = async (path: string, size: typeof PHONE, scheme: 'light' | 'dark'): Promise<OpenedPage> => {
    opened = await openPage('about:blank', size);
    await opened.page.emulateMedia({ colorScheme: scheme });
    await opened.page.goto(platform.origin + path, { waitUntil: 'load' });
    return opened;
  };

  it.each([
    ['phone', PHONE, 'light', 'en'],
    ['phone', PHONE, 'dark', 'fr'],
    ['desktop', DESKTOP, 'light', 'fr'],
    ['desktop', DESKTOP, 'dark', 'en'],
  ] as const)(
    'are good to look at and to touch on a %s (%p, %s, in %s)',
    async (device, size, scheme, locale) => {
      const path = await pathOf(`look-${device}-${scheme}`, locale);
      const { page, errors, screenshot } = await open(path, size, scheme);
      await page.locator('label').first().click();
      await page.locator('button').first().click();
      await page.locator('[role=status]').waitFor();
      await screenshot(join(pictures, `preferences-${device}-${scheme}-${locale}.png`));
      expect(errors).toEqual([]);
      expect(await page.evaluate(FAULTS)).toEqual([]);
      expect(await page.evaluate(PALE)).toEqual([]);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    },
    60_000,
  );

  it('are worked by keyboard alone, with script off, and remember', async () => {
    const { page } = await open(await pathOf('keys', 'en'), PHONE, 'light');
    const box = page.locator('input[value="sms:offers"][type=checkbox]');
    expect(await box.isChecked()).toBe(true);
    await box.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.locator('[role=status]').waitFor();
    expect(await page.locator('[role=status]').textContent()).toBe('Your choices are saved.');
    expect(await box.isChecked()).toBe(false);
    expect(await page.locator('script').count()).toBe(0);
  });

  it.each([
    ['phone', PHONE, 'light', 'en', 'How do you like to be reached?'],
    ['desktop', DESKTOP, 'dark', 'fr', 'Par quel moyen vous écrire ?'],
  ] as const)(
    'ask for the preferred channel, chosen by the arrow keys alone (%s)',
    async (device, size, scheme, locale, question) => {
      const id = `channel-${device}`;
      const { page, screenshot } = await open(await pathOf(id, locale), size, scheme);
      await page.locator('input[name=contact][value=""]').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('[role=status]').waitFor();
      expect(await page.getByRole('radio', { name: 'SMS' }).isChecked()).toBe(true);
      expect(await page.getByRole('group', { name: question }).count()).toBe(1);
      expect(await platform.data('GET', `/customers/${id}/channels`)).toMatchObject({ explicit: 'sms' });
      await page.getByRole('radio', { name: 'SMS' }).focus();
      await page.locator('button.main').scrollIntoViewIfNeeded();
      await screenshot(join(pictures, `preferred-channel-${device}-${scheme}-${locale}.png`));
      expect(await page.evaluate(FAULTS)).toEqual([]);
    },
    60_000,
  );

  it.each([
    ['confirm', 'light'],
    ['confirm', 'dark'],
    ['invalid', 'light'],
  ] as const)(
    'ask one thing at a time (%s, %s)',
    async (what, scheme) => {
      const id = `ask-${what}-${scheme}`;
      await pathOf(id, 'en');
      const consents = [{ channel: 'email', topic: 'newsletter', state: 'pending' }];
      const { consents: kept } = await platform.data('PATCH', `/customers/${id}/consents`, { consents });
      const path = what === 'confirm' ? kept[0].confirmPath : '/p/nothing';
      const { page, screenshot } = await open(path, PHONE, scheme);
      await screenshot(join(pictures, `question-${what}-${scheme}.png`));
      expect(await page.evaluate(FAULTS)).toEqual([]);
      expect(await page.evaluate(PALE)).toEqual([]);
    },
    60_000,
  );
});
