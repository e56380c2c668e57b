import { join } from 'node:path';
import { profiles, waitFor } from '@parcours/testing';

import { aJourney, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');

describe.each(profiles)('what plugins add to conditions and templates on $name (A7)', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile, { environment: { PARCOURS_PLUGIN_DIRS: PLUGINS } });
  });
  afterAll(() => platform.stop());

  const owing = (owed: number | string, more: object = {}) => ({ traits: { account: { owed }, ...more } });
  const standing = (most?: number) => ({
    test: 'bank.good-standing',
    ...(most === undefined ? {} : { with: { most } }),
  });

  it('is listed, each with the plugin that it comes from', async () => {
    const tests: { name: string }[] = await platform.data('GET', '/condition-tests');
    expect(tests.find(({ name }) => name === 'bank.good-standing')).toMatchObject({
      plugin: 'bank',
      words: { en: 'is in good standing', fr: 'est en règle' },
      configSchema: { properties: { most: { type: 'number' } } },
    });
    const helpers: object[] = await platform.data('GET', '/template-helpers');
    expect(helpers).toContainEqual(expect.objectContaining({ name: 'upper', plugin: null }));
    expect(helpers).toContainEqual({
      name: 'bank.points',
      plugin: 'bank',
      usage: '{{bank.points value unit=…}}',
      summary: 'Points in words.',
    });
    expect(await platform.data('GET', '/plugins/bank')).toMatchObject({
      conditionTests: expect.arrayContaining(['bank.good-standing']),
      templateHelpers: expect.arrayContaining(['bank.points']),
    });
  });

  describe('a test', () => {
    const members = async (key: string): Promise<string[]> => {
      const found = await platform.data('GET', `/segments/${key}/members?limit=200`);
      return found.map(({ customerId }: { customerId: string }) => customerId).sort();
    };
    const comesTo = (key: string, expected: readonly string[]) =>
      waitFor(async () => {
        const found = await members(key);
        return JSON.stringify(found) === JSON.stringify(expected) ? true : undefined;
      });

    it('says who belongs to a segment, those of before and those who change', async () => {
      await platform.data('PUT', '/customers/debt-0', owing(0));
      await platform.data('PUT', '/customers/debt-5', owing(5));
      await platform.data('PUT', '/customers/debt-odd', owing('nothing'));
      await platform.publish('segments', 'sound', {
        ...{ name: 'sound', kind: 'dynamic' },
        condition: { any: [standing(2), { trait: 'vip', is: true }] },
      });
      await comesTo('sound', ['debt-0']);
      await platform.data('PATCH', '/customers/debt-5', owing(1));
      await comesTo('sound', ['debt-0', 'debt-5']);
      await platform.data('POST', '/events', { event: 'owed', customerId: 'debt-0', ...owing(9) });
      await comesTo('sound', ['debt-5']);
    });

    const branching = (condition: object) => ({
      start: 'ask',
      steps: {
        ask: { type: 'branch', cases: [{ when: condition, next: 'yes' }], else: 'no' },
        yes: { type: 'exit', reason: 'yes' },
        no: { type: 'exit', reason: 'no' },
      },
    });

    it('decides the way in a journey, and why is told in its words', async () => {
      const journey = await aJourney(platform).publish(branching(standing()));
      await journey.enter('way-1', owing(0));
      await journey.enter('way-2', owing(3));
      const sound = await journey.ended('way-1');
      expect([sound.endReason, (await journey.ended('way-2')).endReason]).toEqual(['yes', 'no']);
      expect(JSON.stringify(await journey.history(sound.id))).toContain('"trait.account.owed":0');
      const diagram = await platform.call('GET', `/journey-templates/${journey.key}/diagram.txt?locale=fr`);
      expect(diagram.body).toContain('est en règle');
    });

    it.each(['throws-up', 'endless', 'later'])(
      'that goes wrong (%s) does not hold, and nobody else notices',
      async (name) => {
        const journey = await aJourney(platform).publish(branching({ test: `bank.${name}` }));
        const sound = await aJourney(platform).publish(branching(standing()));
        const id = unique('beside');
        await journey.enter(id, owing(0));
        await sound.enter(id, owing(0));
        expect((await journey.ended(id)).endReason).toBe('no');
        expect((await sound.ended(id)).endReason).toBe('yes');
      },
    );

    it.each([
      [{ test: 'bank.good-standing', with: { most: -1 } }, 'conditions.test-config', '/with/most'],
      [{ test: 'bank.good-standing', with: { least: 1 } }, 'conditions.test-config', '/with/least'],
      [{ test: 'bank.good-standin' }, 'conditions.test-unknown', '/test'],
    ])('that is asked wrongly (%j) is found where it stands', async (condition, code, at) => {
      const key = unique('asked');
      await platform.data('PUT', `/segments/${key}`, { name: key, kind: 'dynamic', condition });
      const { status, body } = await platform.call('POST', `/segments/${key}/publish`, {});
      expect(status).toBe(422);
      expect(body.errors).toContainEqual(expect.objectContaining({ code, pointer: `/condition${at}` }));
    });
  });

  describe('a helper', () => {
    const template = (html: string) => ({ name: 'T', channels: { email: { subject: 'S', html } } });

    async function mailing(html: string) {
      const key = unique('template');
      await platform.publish('message-templates', key, template(html));
      return aJourney(platform).publish({
        start: 'mail',
        steps: {
          mail: { type: 'message', template: key, on: { sent: 'got', failed: 'lost' }, next: 'got' },
          got: { type: 'exit', reason: 'got' },
          lost: { type: 'exit', reason: 'lost' },
        },
      });
    }

    it('writes into messages, in the language of the customer and escaped as any other text', async () => {
      const journey = await mailing(
        '<p>{{bank.points customer.points}}, {{upper (bank.points 3 unit="stars")}}</p>{{bank.markup "x"}}',
      );
      const traits = { email: 'points@example.com', points: 1200, locale: 'fr' };
      await journey.enter('points', { traits });
      expect((await journey.ended('points')).endReason).toBe('got');
      const mail = platform.smtp.mails.find(({ to }) => to.includes('points@example.com'))!;
      expect(mail.raw.replaceAll('=\r\n', '')).toMatch(/1.{1,12}200 points, 3 STARS/u);
      expect(mail.raw).toContain('&lt;b&gt;x&lt;/b&gt;');
    });

    it.each(['throws-up', 'endless', 'rubbish', 'too-long'])(
      'that goes wrong (%s) costs its message alone, which says why',
      async (name) => {
        const broken = await mailing(`<p>{{bank.${name} customer.id}}</p>`);
        const sound = await mailing('<p>{{bank.points 1}}</p>');
        const id = unique('reader');
        const traits = { email: `${id}@example.com` };
        await broken.enter(id, { traits });
        await sound.enter(id, { traits });
        const message = await broken.message(id, ({ failure }) => failure !== null);
        expect(message).toMatchObject({ status: 'failed', failure: { code: 'templates.helper-arguments' } });
        expect(message.failure?.detail).toContain(`bank.${name}`);
        expect((await sound.ended(id)).endReason).toBe('got');
      },
    );

    it.each([
      ['{{bank.nothing customer.id}}', 'templates.unknown-helper', /bank\.points/],
      ['{{bank.points 1 2}}', 'templates.helper-arguments', /takes 1 argument/],
      ['{{bank.points 1 size="x"}}', 'templates.helper-arguments', /takes no argument 'size'; it takes unit/],
    ])('that is called wrongly (%s) is found before it is published', async (html, code, message) => {
      const key = unique('called');
      await platform.data('PUT', `/message-templates/${key}`, template(`<p>${html}</p>`));
      const { findings } = await platform.data('POST', `/message-templates/${key}/validate`, {});
      expect(findings).toContainEqual(
        expect.objectContaining({ code, message: expect.stringMatching(message) }),
      );
    });

    it('is seen in previews, also where it fails', async () => {
      const key = unique('seen');
      await platform.data('PUT', `/message-templates/${key}`, template('<p>{{bank.points 5}}</p>'));
      const preview = await platform.data('POST', `/message-templates/${key}/preview`, { channel: 'email' });
      expect(JSON.stringify(preview)).toContain('5 points');
    });
  });
});
