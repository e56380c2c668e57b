import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openPage, type OpenedPage, profiles } from '@parcours/testing';
import { parse } from 'yaml';

import { aLongJourney } from '../../libs/engine/src/testing/long-journeys.js';
import { type Platform, startPlatform } from '../e2e/support/platform.js';

const pictures = process.env['PARCOURS_SCREENSHOTS'] ?? tmpdir();
const STARTER = join(import.meta.dirname, '..', '..', 'libs', 'catalog', 'quickstart');
const PUBLISHED = ['touchpoints', 'message-templates'];

/** Texts that reach out of the box that they stand in, as the browser has set them. */
const REACHING_OUT = `
  [...document.querySelectorAll('.box')].flatMap((box) => {
    const card = box.querySelector('.card').getBBox();
    return [...box.querySelectorAll('text')]
      .filter((text) => {
        const { x, y, width, height } = text.getBBox();
        return x < 0 || y < 0 || x + width > card.width || y + height > card.height;
      })
      .map((text) => text.textContent);
  })`;

describe('the drawing of a journey in a browser', () => {
  let platform: Platform;
  let opened: OpenedPage | undefined;

  beforeAll(async () => {
    platform = await startPlatform(profiles[0]!);
    for (const file of await readdir(STARTER)) {
      const [type = ''] = file.split('.');
      if (type !== 'journey-templates' && !PUBLISHED.includes(type)) continue;
      const document = parse(await readFile(join(STARTER, file), 'utf8'));
      await platform.data('PUT', `/${type}/${document.key}`, document);
      if (PUBLISHED.includes(type)) await platform.data('POST', `/${type}/${document.key}/publish`, {});
    }
    for (const length of [40, 500]) {
      const name = `A journey of ${String(length)} steps`;
      const definition = aLongJourney(length);
      await platform.data('PUT', `/journey-templates/long-${String(length)}`, { name, definition });
    }
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });
  afterAll(() => platform.stop());

  async function show(key: string, query: string, colorScheme: 'light' | 'dark'): Promise<OpenedPage> {
    const { status, body } = await platform.call('GET', `/journey-templates/${key}/diagram.svg${query}`);
    expect(status).toBe(200);
    const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/u.exec(body) ?? []).map(Number);
    opened = await openPage('about:blank', { width, height: Math.min(height, 12_000), colorScheme });
    await opened.page.setContent(`<!doctype html><body style="margin:0">${String(body)}</body>`);
    return opened;
  }

  it.each([
    ['welcome', 'light', 'en', 13],
    ['welcome', 'dark', 'fr', 13],
    ['long-40', 'light', 'fr', 40],
    ['long-40', 'dark', 'en', 40],
    ['long-500', 'light', 'en', 500],
    ['long-500', 'dark', 'en', 500],
  ] as const)(
    'shows %s in %s and %s, every word inside its box',
    async (key, theme, locale, steps) => {
      const { page, errors, screenshot } = await show(key, `?theme=auto&locale=${locale}`, theme);
      expect(await page.locator('.box[data-step]').count()).toBe(steps);
      expect(await page.evaluate(REACHING_OUT)).toEqual([]);
      const ground = await page.evaluate('getComputedStyle(document.querySelector(".page")).fill');
      expect(ground).toBe(theme === 'dark' ? 'rgb(16, 25, 24)' : 'rgb(251, 250, 247)');
      expect(errors).toEqual([]);
      await screenshot(join(pictures, `diagram-${key}-${theme}.png`));
    },
    120_000,
  );

  it('is an image with a name and a description for those who listen', async () => {
    const { page } = await show('welcome', '', 'light');
    const image = page.getByRole('img', { name: 'Welcome to the trial' });
    expect(await image.count()).toBe(1);
    expect(await page.locator('#parcours-outline').textContent()).toContain('plan is pro → pro-guide');
  });

  it('is well-formed as a file of its own', async () => {
    const { body } = await platform.call('GET', '/journey-templates/welcome/diagram.svg');
    opened = await openPage('about:blank');
    const root = await opened.page.evaluate(
      (text: string) =>
        // @ts-expect-error -- this function runs in the browser, whose types this project does not know
        new DOMParser().parseFromString(text, 'image/svg+xml').documentElement.nodeName as string,
      body,
    );
    expect(root).toBe('svg');
  });
});
