import { openPage, profiles, waitFor } from '@parcours/testing';
import type { OpenedPage } from '@parcours/testing';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { aJourney, unique } from '../e2e/support/journeys.js';
import type { JourneyUnderTest } from '../e2e/support/journeys.js';
import { startPlatform } from '../e2e/support/platform.js';
import type { Platform } from '../e2e/support/platform.js';
import { FAULTS, PALE } from './support/page-faults.js';

const pictures = process.env['PARCOURS_SCREENSHOTS'] ?? tmpdir();
const SMALL = { width: 320, height: 700 };
const DESKTOP = { width: 1280, height: 900 };
const PUBLIC_URL = 'https://hello.example';
const end = { type: 'exit' };

describe('the pages on which customers answer (B, D1)', () => {
  let platform: Platform;
  let opened: OpenedPage | undefined;
  const journeys: Record<string, JourneyUnderTest> = {};

  beforeAll(async () => {
    const [embedded] = profiles;
    platform = await startPlatform(embedded!, { environment: { PARCOURS_PUBLIC_URL: PUBLIC_URL } });
    await platform.publish('brands', 'belvedere', { name: 'Belvédère', colours: { primary: '#0b6e6e' } });
    await platform.publish('surveys', 'nps', {
      name: 'NPS',
      kind: 'nps',
      question: {
        en: 'How likely are you to recommend Belvédère to a friend?',
        fr: 'Recommanderiez-vous Belvédère à un ami ?',
      },
      labels: {
        low: { en: 'Not at all likely', fr: 'Pas du tout' },
        high: { en: 'Very likely', fr: 'Très volontiers' },
      },
      followUps: [
        { when: { from: 0, to: 6 }, question: { en: 'What went wrong?', fr: 'Qu’est-ce qui a manqué ?' } },
        {
          when: { from: 9, to: 10 },
          question: { en: 'What did you like best?', fr: 'Qu’avez-vous préféré ?' },
        },
      ],
    });
    await platform.publish('surveys', 'solved', {
      name: 'Solved',
      kind: 'yes-no',
      question: { en: 'Is your question answered?', fr: 'Avez-vous eu votre réponse ?' },
    });
    const template = (key: string, html: string) =>
      platform.publish('message-templates', key, { name: key, channels: { email: { subject: key, html } } });
    await template('how', '<p>{{survey.url}} </p>');
    await template('what-next', '<p>{{choice.call.url}} </p>');
    const timeout = { after: '5d', next: 'end' };
    for (const survey of ['nps', 'solved']) {
      const ask = { type: 'survey', survey, template: 'how', answered: 'end', timeout };
      journeys[survey] = await aJourney(platform).publish({ start: 'ask', steps: { ask, end } });
    }
    const options = [
      { key: 'call', label: { en: 'Call me back', fr: 'Rappelez-moi' }, next: 'end' },
      { key: 'read', label: 'Guide', next: 'end' },
    ];
    const pick = { type: 'choice', template: 'what-next', options, timeout };
    journeys['choice'] = await aJourney(platform).publish({ start: 'pick', steps: { pick, end } });
  });

  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });

  afterAll(() => platform.stop());

  const open = async (
    what: string,
    {
      size = SMALL,
      scheme = 'light',
      locale = 'en',
    }: { size?: typeof SMALL; scheme?: 'light' | 'dark'; locale?: string },
  ): Promise<OpenedPage> => {
    const id = unique('reader');
    const email = `${id}@example.com`;
    await journeys[what]!.enter(id, { traits: { email, locale } });
    const mail = await waitFor(() => platform.smtp.mails.find(({ to }) => to.includes(email)));
    const path = /<p>(\S+) /.exec(mail.html)?.[1]?.slice(PUBLIC_URL.length) ?? '';
    opened = await openPage('about:blank', size);
    await opened.page.emulateMedia({ colorScheme: scheme });
    await opened.page.goto(platform.origin + path, { waitUntil: 'load' });
    return opened;
  };

  const expectNoFaults = async ({ page, errors }: OpenedPage): Promise<void> => {
    expect(await page.evaluate(FAULTS)).toEqual([]);
    expect(await page.evaluate(PALE)).toEqual([]);
    expect(await page.locator('script').count()).toBe(0);
    expect(errors).toEqual([]);
  };

  it.each([
    ['small', SMALL, 'light', 'en'],
    ['small', SMALL, 'dark', 'fr'],
    ['desktop', DESKTOP, 'light', 'fr'],
    ['desktop', DESKTOP, 'dark', 'en'],
  ] as const)(
    'ask a survey on a %s screen (%p, %s, in %s), from the mistake to the thanks',
    async (device, size, scheme, locale) => {
      const asked = await open('nps', { size, scheme, locale });
      const { page, screenshot } = asked;
      const name = `${device}-${scheme}-${locale}`;
      await screenshot(join(pictures, `survey-${name}.png`));
      await expectNoFaults(asked);
      expect(await page.locator('textarea:visible').count()).toBe(0);
      await page.locator('button').click();
      await page.locator('[role=alert] a').waitFor();
      await expectFaultPage(asked);
      await page.locator('label', { hasText: '3' }).first().click();
      expect(await page.locator('textarea:visible').count()).toBe(1);
      await page.locator('textarea:visible').fill('It took too long.');
      await screenshot(join(pictures, `survey-follow-up-${name}.png`));
      await expectNoFaultsAfterMistake(asked);
      await page.locator('button').click();
      await page.locator('[role=status]').waitFor();
      await screenshot(join(pictures, `survey-thanks-${name}.png`));
      expect(await page.evaluate(PALE)).toEqual([]);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    },
    60_000,
  );

  /** The browser itself logs the answer 422 as an error. */
  async function expectNoFaultsAfterMistake({ page, errors }: OpenedPage): Promise<void> {
    expect(await page.evaluate(FAULTS)).toEqual([]);
    expect(await page.evaluate(PALE)).toEqual([]);
    expect(errors.filter((error) => !error.includes('422'))).toEqual([]);
  }

  async function expectFaultPage(asked: OpenedPage): Promise<void> {
    await expectNoFaultsAfterMistake(asked);
    await asked.page.locator('[role=alert] a').click();
    expect(await asked.page.evaluate('document.activeElement.id || location.hash.slice(1)')).toBe('score-0');
  }

  it('are worked by keyboard alone', async () => {
    const { page } = await open('solved', {});
    await page.locator('#score-0').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('#score-1').isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('[role=status]').waitFor();
    expect(await page.locator('[role=status]').textContent()).toBe('Your answer has arrived.');
  });

  it.each([
    ['choice', 'light', 'en'],
    ['choice', 'dark', 'fr'],
    ['solved', 'dark', 'fr'],
  ] as const)(
    'ask one thing at a time (%s, %s, %s)',
    async (what, scheme, locale) => {
      const asked = await open(what, { scheme, locale });
      await asked.screenshot(join(pictures, `${what}-${scheme}-${locale}.png`));
      await expectNoFaults(asked);
      if (what !== 'choice') return;
      await asked.page.locator('button').click();
      await asked.page.locator('[role=status]').waitFor();
      await asked.screenshot(join(pictures, `${what}-made-${scheme}-${locale}.png`));
      await expectNoFaults(asked);
    },
    60_000,
  );
});
