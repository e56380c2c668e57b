import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { openPage, profiles } from '@parcours/testing';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type RunningApi, startApi } from '../e2e/support/running-api.js';

const pictures = process.env['PARCOURS_SCREENSHOTS'] ?? tmpdir();

describe('the page of the API', () => {
  let api: RunningApi;

  beforeAll(async () => {
    const [embedded] = profiles;
    api = await startApi(embedded!, { types: [TOUCHPOINT_TYPE] });
  });

  afterAll(async () => {
    await api.close();
  });

  it('lists every group of routes, from our own server alone, and opens one', async () => {
    const { page, errors, screenshot, close } = await openPage(`${api.url}/api/docs`, { height: 1400 });
    try {
      await page.waitForSelector('.opblock-tag');
      const tags = await page.locator('.opblock-tag > a').allTextContents();
      expect(tags.map((tag) => tag.trim())).toEqual([
        'API tokens',
        'Configuration',
        'Health',
        'Releases',
        'Schemas',
        'Touchpoints',
      ]);
      const loaded = await page.evaluate(
        'performance.getEntriesByType("resource").map((entry) => entry.name)',
      );
      const elsewhere = (loaded as string[]).filter(
        (url) => !url.startsWith(api.url) && !url.startsWith('data:'),
      );
      expect(elsewhere).toEqual([]);
      await page.locator('#operations-tag-Touchpoints').click();
      await page.locator('#operations-Touchpoints-Touchpoints_create .opblock-summary-control').click();
      await page.getByText('Needs the scope').first().waitFor();
      expect(errors).toEqual([]);
      await screenshot(join(pictures, 'api-docs.png'));
    } finally {
      await close();
    }
  });
});
