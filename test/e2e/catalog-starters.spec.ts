import { type Finding, isJsonObject } from '@parcours/kernel';
import { profiles } from '@parcours/testing';

import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';
import { STARTERS, startersOf } from './support/starters.js';

/** The standard list of touchpoints, as capability A2 names it. */
const STANDARD = [
  'testimonials social-media reviews ads word-of-mouth public-relations',
  'shop-or-office website point-of-sale catalogue sales-team promotions',
  'marketing-email invoice online-support service-team',
  'mobile-app web-chat sms support-forum print display loyalty-programme connected-device',
].flatMap((line) => line.split(' '));

describe.each(profiles)('the starter content on $name', (profile) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await startPlatform(profile);
  });

  afterAll(() => platform.stop());

  it('is taken, has no finding but for events that are still to be sent, and is published', async () => {
    for (const { type, key, document } of STARTERS) {
      const put = await platform.call('PUT', `/${type}/${key}`, document);
      expect({ of: key, code: put.body.code, errors: put.body.errors }).toEqual({ of: key });
    }
    const things = STARTERS.map(({ type, document }) => ({ type, document }));
    await platform.data('POST', '/import?publish=true', { format: 'parcours/1', things });
    for (const { type, key } of STARTERS) {
      expect(await platform.data('GET', `/${type}/${key}`)).toMatchObject({ key, status: 'published' });
      const { findings } = await platform.data('POST', `/${type}/${key}/validate`, {});
      const others = findings.filter(({ code }: Finding) => code !== 'events.never-seen');
      expect({ of: `${type}/${key}`, others }).toEqual({ of: `${type}/${key}`, others: [] });
    }
  });

  it('has ten journeys, each with tests that pass, in both languages (B1)', async () => {
    const journeys = startersOf('journey-templates');
    expect(journeys).toHaveLength(10);
    for (const { key, document } of journeys) {
      expect(Object.keys(isJsonObject(document['name']) ? document['name'] : {})).toEqual(['en', 'fr']);
      const { tests } = await platform.data('POST', `/journey-templates/${key}/test`, {});
      expect(tests.length).toBeGreaterThan(1);
      const failed = tests.filter(({ passed }: { passed: boolean }) => !passed);
      expect({ of: key, failed }).toEqual({ of: key, failed: [] });
    }
  });
});

describe('the standard catalogue', () => {
  const touchpoints = startersOf('touchpoints');

  it('is complete', () => {
    expect(touchpoints.map(({ key }) => key).sort()).toEqual([...STANDARD].sort());
  });

  it.each(touchpoints.map((file) => [file.key, file.document] as const))(
    '%s says in both languages what the customer gets, and which data must be drawn from it',
    (_key, { name, description, value, data, phaseSet }) => {
      for (const text of [name, description, value]) {
        expect(Object.keys(isJsonObject(text) ? text : {})).toEqual(['en', 'fr']);
      }
      expect(phaseSet).toBe('stages');
      const events = Array.isArray(data) ? data.filter(isJsonObject) : [];
      expect(events.length).toBeGreaterThan(1);
      for (const { event, schema, description: told } of events) {
        expect(event).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
        expect(schema).toMatchObject({ type: 'object', properties: expect.any(Object) });
        expect(Object.keys(isJsonObject(told) ? told : {})).toEqual(['en', 'fr']);
      }
    },
  );

  it.each([
    ['lifecycle', 5],
    ['stages', 3],
    ['real-estate', 6],
  ])('has the phase set %s of %d phases', (key, count) => {
    const set = startersOf('phase-sets').find((file) => file.key === key);
    expect(set?.document['phases']).toHaveLength(count);
  });
});
