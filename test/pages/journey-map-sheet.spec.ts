import { CATALOG_TYPES, CatalogApiModule } from '@parcours/catalog';
import { openPage, profiles } from '@parcours/testing';
import type { OpenedPage } from '@parcours/testing';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ADMIN_TOKEN, type RunningApi, startApi } from '../e2e/support/running-api.js';
import { DESCRIPTIVE_STARTERS } from '../e2e/support/starters.js';

const pictures = process.env['PARCOURS_SCREENSHOTS'] ?? tmpdir();

/** Every text whose box reaches out of the drawing or of the card behind it. */
const OVERFLOWS = `
  (() => {
    const svg = document.querySelector('svg');
    const cards = [...svg.querySelectorAll('rect')].map((rect) => rect.getBBox());
    const inside = (box, frame) => box.x >= frame.x - 1 && box.x + box.width <= frame.x + frame.width + 1;
    const around = (box) => cards
      .filter((card) => box.y + box.height / 2 > card.y && box.y + box.height / 2 < card.y + card.height)
      .filter((card) => box.x + 1 >= card.x && box.x + 1 <= card.x + card.width)
      .sort((a, b) => a.width - b.width)[0];
    return [...svg.querySelectorAll('text')].filter((text) => text.textContent.length > 2).flatMap((text) => {
      const box = text.getBBox();
      const frame = around(box);
      return frame === undefined || inside(box, frame) ? [] : [text.textContent];
    });
  })()
`;

describe('the sheet of a journey map', () => {
  let api: RunningApi;
  let opened: OpenedPage | undefined;

  beforeAll(async () => {
    const [embedded] = profiles;
    api = await startApi(embedded!, { types: CATALOG_TYPES, modules: [CatalogApiModule] });
    for (const { type, key, document } of DESCRIPTIVE_STARTERS) {
      await api.call('PUT', `${type}/${key}`, { body: document });
      await api.call('POST', `${type}/${key}/publish`);
    }
  });

  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });

  afterAll(async () => {
    await api.close();
  });

  async function open(path: string): Promise<OpenedPage> {
    opened = await openPage('about:blank', { width: 1640, height: 1300 });
    await opened.page.setExtraHTTPHeaders({ authorization: `Bearer ${ADMIN_TOKEN}` });
    await opened.page.goto(`${api.url}/api/v1/journey-maps/${path}`, { waitUntil: 'load' });
    return opened;
  }

  it.each([
    ['home-appliance-today', 'en', 'light'],
    ['home-appliance-today', 'fr', 'light'],
    ['home-appliance-today', 'fr', 'print'],
    ['home-appliance-today', 'en', 'dark'],
    ['home-appliance-tomorrow', 'fr', 'dark'],
  ])(
    'draws %s in %s on %s, with every text in its place',
    async (key, locale, theme) => {
      const { page, errors, screenshot } = await open(`${key}/sheet.html?locale=${locale}&theme=${theme}`);
      await screenshot(join(pictures, `sheet-${key}-${locale}-${theme}.png`));
      expect(errors).toEqual([]);
      expect(await page.evaluate(OVERFLOWS)).toEqual([]);
      expect(await page.locator('svg').first().getAttribute('lang')).toBe(locale);
    },
    60_000,
  );

  it('is well-formed on its own, and says in words what it shows', async () => {
    const { page, errors } = await open('home-appliance-today/sheet.svg?locale=en');
    expect(errors).toEqual([]);
    expect(await page.evaluate('document.contentType')).toBe('image/svg+xml');
    expect(await page.evaluate('document.documentElement.getAttribute("role")')).toBe('img');
    const described = await page.evaluate(
      "document.documentElement.getAttribute('aria-labelledby').split(' ')" +
        '.map((id) => document.getElementById(id).textContent)',
    );
    expect(described).toEqual([
      'Journey map: A new washing machine, today',
      'Current state. 5 phases and 10 moments at touchpoints, with what customers do, want, ask and feel at each. ' +
        'The highest point is Service team (+2). The lowest point is SMS (−2). ' +
        'The hardest obstacle: The window is a whole working day (severity 5 of 5).',
    ]);
  });

  it('has the same as a table', async () => {
    const { page } = await open('home-appliance-today/sheet.html?locale=fr');
    await page.getByText('Le même contenu en tableau').click();
    const row = page.getByRole('row').filter({ hasText: 'SMS' });
    await row.waitFor();
    expect(await row.textContent()).toContain(
      'Le créneau dure toute une journée de travail (gravité 5 sur 5)',
    );
    expect(await page.getByRole('row').count()).toBe(11);
  });

  it('fits on one sheet of paper, without its dark background', async () => {
    const { page } = await open('home-appliance-tomorrow/sheet.html?locale=en&theme=dark');
    await page.emulateMedia({ media: 'print' });
    const shown = await page
      .locator('svg')
      .evaluateAll((drawings) =>
        drawings
          .filter((drawing) => drawing.checkVisibility())
          .map((drawing) => drawing.outerHTML.includes('#11161d')),
      );
    expect(shown).toEqual([false]);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  it('runs nothing that somebody wrote into it', async () => {
    const attack = `</text><script>window.hit = 1</script><img src=x onerror="window.hit = 2">" onload="window.hit = 3`;
    const moment = {
      touchpoint: 'website',
      actions: [attack],
      feeling: attack.slice(0, 60),
      emotion: 1,
      friction: [{ key: 'x', text: attack, severity: 5 }],
      evidence: [{ title: attack, url: 'https://example.com/"><script>window.hit=4</script>' }],
    };
    const body = {
      name: { en: attack, fr: '\u0007]]><!--' },
      kind: 'current',
      phaseSet: 'lifecycle',
      description: attack,
      phases: [{ phase: 'awareness', moments: [moment] }],
    };
    const put = await api.call('PUT', 'journey-maps/attack', { body });
    // The address is none, and is told; as text it does no harm either.
    expect(put).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/phases/0/moments/0/evidence/0/url' }] },
    });
    moment.evidence = [{ title: attack, url: 'https://example.com/%22%3E?a=1&b=<' }].slice(1);
    expect((await api.call('PUT', 'journey-maps/attack', { body })).status).toBe(201);
    for (const format of ['html', 'svg']) {
      for (const locale of ['en', 'fr']) {
        const { page, errors, close } = await open(`attack/sheet.${format}?locale=${locale}`);
        expect(await page.evaluate('window.hit')).toBeUndefined();
        expect(await page.evaluate("document.querySelectorAll('script, img, parsererror').length")).toBe(0);
        expect(errors).toEqual([]);
        await close();
      }
    }
  });
});
