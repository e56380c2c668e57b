import { openPage, profiles } from '@parcours/testing';
import type { OpenedPage } from '@parcours/testing';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startPlatform } from '../e2e/support/platform.js';
import type { Platform } from '../e2e/support/platform.js';

const pictures = process.env['PARCOURS_SCREENSHOTS'] ?? tmpdir();
const PHONE = { width: 360, height: 800 };
const DESKTOP = { width: 1280, height: 900 };

/** Reaches out of the screen, is too small for a thumb, or has no name. */
const FAULTS = `
  (() => {
    const width = document.documentElement.clientWidth;
    const faults = [];
    if (document.documentElement.scrollWidth > width) faults.push('scrolls sideways');
    for (const target of document.querySelectorAll('label, button')) {
      const { height, right } = target.getBoundingClientRect();
      if (height < 44) faults.push(target.textContent + ' is ' + height + ' high');
      if (right > width) faults.push(target.textContent + ' reaches out');
    }
    for (const box of document.querySelectorAll('input[type=checkbox]')) {
      if (!box.labels[0]?.textContent.trim()) faults.push('a box without a name');
    }
    for (const set of document.querySelectorAll('fieldset')) {
      if (!set.querySelector('legend')?.textContent.trim()) faults.push('a group without a name');
    }
    if (document.querySelectorAll('h1').length !== 1) faults.push('not one heading');
    return faults;
  })()
`;

/** The contrast of every text with what is behind it (WCAG 2.2, 1.4.3), where it is less than 4.5 to 1. */
const PALE = `
  (() => {
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const luminance = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
      .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
    const behind = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const [r, g, b, a = 1] = channels(getComputedStyle(at).backgroundColor);
        if (a > 0) return [r, g, b];
      }
      return [255, 255, 255];
    };
    return [...document.querySelectorAll('body *')].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())).flatMap((element) => {
      const [one, other] = [luminance(channels(getComputedStyle(element).color)), luminance(behind(element))];
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      return ratio < 4.5 ? [element.textContent.slice(0, 40) + ' ' + ratio.toFixed(1)] : [];
    });
  })()
`;

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
  }, 60_000);

  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });

  afterAll(() => platform.stop());

  const pathOf = async (id: string, locale: string): Promise<string> => {
    const traits = { email: 'ada.lovelace@example.com', locale };
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
  }, 60_000);

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
