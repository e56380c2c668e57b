import { profiles, waitFor } from '@parcours/testing';
import { aJourney, settled, unique } from './support/journeys.js';
import type { JourneyUnderTest } from './support/journeys.js';
import { visit } from './support/pages.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const PUBLIC_URL = 'https://hello.example/me';
const exit = (reason: string) => ({ type: 'exit', reason });
const OPTIONS = [
  { key: 'call', label: { en: 'Call me', fr: 'Rappelez-moi' }, keyword: '1', next: 'agent' },
  { key: 'read', label: '<Guide>', keyword: 'Guide', next: 'tips' },
];
const CHOICE = {
  start: 'pick',
  steps: {
    pick: { type: 'choice', template: 'what-next', options: OPTIONS, timeout: { after: '5d', next: 'late' } },
    agent: exit('agent'),
    tips: {
      type: 'branch',
      cases: [{ when: { context: 'choices.pick', is: 'read' }, next: 'known' }],
      else: 'late',
    },
    known: exit('known'),
    late: exit('late'),
  },
};
const SURVEY = {
  start: 'ask',
  steps: {
    ask: {
      type: 'survey',
      survey: 'nps',
      template: 'how',
      cases: [{ score: { lte: 6 }, next: 'sad' }],
      answered: 'thanks',
      timeout: { after: '7d', next: 'late' },
    },
    sad: {
      type: 'branch',
      cases: [{ when: { context: 'answers.ask.comment', exists: true }, next: 'said' }],
      else: 'late',
    },
    said: exit('said'),
    thanks: exit('thanks'),
    late: exit('late'),
  },
};

describe.each(profiles)('answers of customers (B, D1) on $name', (profile) => {
  let platform: Platform;
  let asking: JourneyUnderTest;
  let choosing: JourneyUnderTest;
  /** A channel that takes replies. */
  let replying: JourneyUnderTest;
  beforeAll(async () => {
    platform = await startPlatform(profile, { environment: { PARCOURS_PUBLIC_URL: PUBLIC_URL } });
    const template = (key: string, html: string) =>
      platform.publish('message-templates', key, { name: key, channels: { email: { subject: key, html } } });
    await template(
      'what-next',
      '{{#each choices}}<p>{{this.label}}={{this.url}} </p>{{/each}}<p>direct={{choice.call.url}} </p>',
    );
    await template('how', '<p>{{survey.question}}={{survey.url}} </p>');
    await platform.publish('surveys', 'nps', {
      name: 'NPS',
      kind: 'nps',
      question: { en: 'Would you recommend us?', fr: 'Nous recommanderiez-vous ?' },
      labels: { low: { en: 'Never', fr: 'Jamais' }, high: { en: 'Surely', fr: 'Sûrement' } },
      followUps: [
        { when: { from: 0, to: 6 }, question: { en: 'What went wrong?', fr: 'Qu’est-ce qui a manqué ?' } },
        { when: { from: 9, to: 10 }, question: { en: 'What was good?', fr: 'Qu’avez-vous aimé ?' } },
      ],
      thanks: { en: 'We read every answer.', fr: 'Nous lisons chaque réponse.' },
      expiresAfter: '14d',
    });
    choosing = await aJourney(platform).publish(CHOICE);
    asking = await aJourney(platform).publish(SURVEY);
    const emit = {
      type: 'emit',
      event: 'message.replied',
      properties: { text: '{{event.text}}' },
      next: 'end',
    };
    replying = await aJourney(platform).publish({ start: 'emit', steps: { emit, end: exit('completed') } });
  });
  afterAll(() => platform.stop());

  const page = (path: string, form?: Parameters<typeof visit>[1]) => visit(platform.origin + path, form);

  /** Lets a customer in, and reads the paths of the mail by their labels. */
  async function mailed(
    journey: JourneyUnderTest,
    id: string,
    traits: object = {},
  ): Promise<Record<string, string>> {
    const email = `${id}@example.com`;
    await journey.enter(id, { traits: { email, ...traits } });
    await journey.message(id, ({ status }) => status === 'sent');
    const mail = await waitFor(() => platform.smtp.mails.find(({ to }) => to.includes(email)));
    const found = [...mail.html.matchAll(/<p>([^<=]+)=([^ <]+) /g)];
    return Object.fromEntries(
      found.map(([, label = '', url = '']) => {
        expect(url.startsWith(`${PUBLIC_URL}/`)).toBe(true);
        return [label, url.slice(PUBLIC_URL.length)];
      }),
    );
  }

  describe('a choice', () => {
    it('is made by the button of the page, and moves the journey on', async () => {
      const id = unique('c');
      const paths = await mailed(choosing, id);
      expect(Object.keys(paths)).toEqual(['Call me', '&lt;Guide&gt;', 'direct']);
      const read = paths['&lt;Guide&gt;']!;
      const { status, html, headers } = await page(read);
      expect(status).toBe(200);
      expect(html).toContain('You are about to choose “&lt;Guide&gt;”.');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      await settled(platform, id);
      await choosing.standsAt(id, 'pick');
      const chosen = await page(read, { do: 'yes' });
      expect([chosen.status, chosen.headers.get('location')]).toEqual([303, `${read}?told=chosen`]);
      const { endReason, context, id: enrollmentId } = await choosing.ended(id);
      expect([endReason, context]).toMatchObject(['known', { choices: { pick: 'read' } }]);
      const [record] = await choosing.history(enrollmentId, 'fr');
      expect(record).toMatchObject({ code: 'chosen', detail: { option: 'read' } });
      expect(record?.words).toBe('Le client a choisi read : passage à tips.');
      expect((await page(`${read}?told=chosen`)).html).toContain('You have chosen “&lt;Guide&gt;”.');
      const timeline = await platform.data('GET', `/customers/${id}/timeline`);
      const made = timeline.find(({ name }: { name: string }) => name === 'choice.made');
      expect(made?.details.properties).toEqual({
        journey: choosing.key,
        step: 'pick',
        option: 'read',
        enrollment: enrollmentId,
      });
    });

    it('stays as it was made first, however fast another one follows', async () => {
      const id = unique('c');
      const paths = await mailed(choosing, id, { locale: 'fr' });
      const [call, read] = [paths['Rappelez-moi']!, paths['&lt;Guide&gt;']!];
      await page(call, { do: 'yes' });
      const second = await page(read, { do: 'yes' });
      expect(second.headers.get('location')).toBe(read);
      expect((await page(read)).html).toContain('Vous avez déjà fait votre choix : « Rappelez-moi ».');
      expect((await page(`${read}?lang=en`)).html).toContain('You have made your choice already: “Call me”.');
      expect((await choosing.ended(id)).endReason).toBe('agent');
      expect(await trailOf(choosing, id)).toEqual(['pick:chosen', 'agent:ended']);
    });

    it('is made by a reply, and the links are closed then', async () => {
      const id = unique('c');
      const paths = await mailed(choosing, id);
      await replying.enter(id, { properties: { text: ' guide ' } });
      expect((await choosing.ended(id)).endReason).toBe('known');
      const { status, html } = await page(paths['Call me']!);
      expect([status, html.includes('This question is closed')]).toEqual([410, true]);
      await page(paths['Call me']!, { do: 'yes' });
      expect((await page(paths['Call me']!)).status).toBe(410);
    });

    it('moves the passage that was asked, where a customer is in two', async () => {
      const id = unique('c');
      await mailed(choosing, id);
      await choosing.enter(id);
      const mails = await waitFor(() => {
        const found = platform.smtp.mails.filter(({ to }) => to.includes(`${id}@example.com`));
        return found.length === 2 ? found : undefined;
      });
      const path = /direct=([^ <]+) /.exec(mails[1]!.html)?.[1]?.slice(PUBLIC_URL.length) ?? '';
      await page(path, { do: 'yes' });
      await settled(platform, id);
      const states = (await choosing.enrollments(id)).map(({ state }) => state);
      expect(states.sort()).toEqual(['active', 'ended']);
    });

    it('is found by who took the customer in, and by nobody once they are gone', async () => {
      const [from, into] = [unique('c'), unique('c')];
      const path = (await mailed(choosing, from))['Call me']!;
      await platform.data('PUT', `/customers/${into}`, { traits: { email: `${into}@example.com` } });
      await platform.data('POST', '/customers/merge', { from, into });
      await page(path, { do: 'yes' });
      expect((await choosing.ended(into)).endReason).toBe('agent');
      await platform.call('DELETE', `/customers/${into}`);
      expect((await page(path)).status).toBe(404);
    });

    it.each(['c', 's'])(
      'says so where a link of /%s was not made here or is for something else',
      async (where) => {
        const id = unique('c');
        const paths = await mailed(choosing, id);
        const token = paths['Call me']!.slice(3);
        const [content = '', signature = ''] = token.split('.');
        const other = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
        const { preferencesPath } = await platform.data('GET', `/customers/${id}/consents`);
        for (const wrong of ['x', `${content}.${other}`, preferencesPath.slice(3)]) {
          const { status, html } = await page(`/${where}/${wrong}`);
          expect([status, html.includes('Ce lien ne fonctionne pas')]).toEqual([404, true]);
          expect((await page(`/${where}/${wrong}`, { do: 'yes' })).status).toBe(404);
        }
        if (where === 's') expect((await page(`/s/${token}`)).status).toBe(404);
      },
    );
  });

  describe('a survey', () => {
    const answersOf = (query = '') => platform.data('GET', `/surveys/nps/answers${query}`);

    it('is asked in the language of the customer, answered once, and moves the journey by the score', async () => {
      const id = unique('s');
      const [label = '', path = ''] = Object.entries(await mailed(asking, id, { locale: 'fr-BE' }))[0] ?? [];
      expect(label).toBe('Nous recommanderiez-vous ?');
      const { html, status } = await page(`${path}?score=4`);
      expect([status, html.match(/type="radio"/g)?.length]).toEqual([200, 11]);
      expect(html).toContain('<html lang="fr">');
      expect(html).toContain('0 = Jamais · 10 = Sûrement');
      expect(html).toContain('value="4" checked');
      expect(html).not.toContain('<script');
      const sent = await page(path, {
        score: '4',
        'comment-0': ' Trop <lent> ',
        'comment-1': 'nobody asked',
      });
      expect([sent.status, sent.headers.get('location')]).toEqual([303, `${path}?told=thanks`]);
      expect((await page(`${path}?told=thanks`)).html).toContain('Nous lisons chaque réponse.');
      const { endReason, context, id: enrollmentId } = await asking.ended(id);
      expect(endReason).toBe('said');
      expect(context).toMatchObject({
        answers: { ask: { survey: 'nps', score: 4, comment: 'Trop <lent>' } },
      });
      expect((await asking.history(enrollmentId))[0]?.words).toBe(
        'The customer answered 4: case 1 held, so it went on to sad.',
      );
      const again = await page(path, { score: '10' });
      expect(again.headers.get('location')).toBe(path);
      expect((await page(path)).html).toContain('Vous avez déjà répondu.');
      const found = await answersOf(`?filter[customerId][eq]=${id}`);
      expect(found).toMatchObject([
        { journey: asking.key, step: 'ask', enrollmentId, version: 1, score: 4, comment: 'Trop <lent>' },
      ]);
      const timeline = await platform.data(
        'GET',
        `/customers/${id}/timeline?filter[name][eq]=survey.answered`,
      );
      expect(timeline).toHaveLength(1);
    });

    it('tells what is missing, keeps what was typed, and takes nothing from outside the scale', async () => {
      const id = unique('s');
      const [path = ''] = Object.values(await mailed(asking, id));
      for (const score of [undefined, '11', '-1', '4.5', 'x']) {
        const { status, html } = await page(path, score === undefined ? {} : { score });
        expect(status).toBe(422);
        expect(html).toContain('role="alert"');
        expect(html).toContain('<a href="#score-0">Choose an answer.</a>');
      }
      const long = await page(path, { score: '2', 'comment-0': 'a'.repeat(2_001) });
      expect(long.status).toBe(422);
      expect(long.html).toContain('href="#comment-0"');
      expect(long.html).toContain('value="2" checked');
      await settled(platform, id);
      await asking.standsAt(id, 'ask');
      await page(path, { score: '8' });
      expect((await asking.ended(id)).endReason).toBe('thanks');
    });

    it('counts one of many answers that arrive at the same moment', async () => {
      const id = unique('s');
      const [path = ''] = Object.values(await mailed(asking, id));
      const all = await Promise.all(['1', '9', '10'].map((score) => page(path, { score })));
      const thanked = all.filter(({ headers }) => headers.get('location')?.endsWith('told=thanks'));
      expect(thanked).toHaveLength(1);
      expect(await answersOf(`?filter[customerId][eq]=${id}`)).toHaveLength(1);
      await asking.ended(id);
      const events = await platform.data('GET', `/customers/${id}/timeline?filter[name][eq]=survey.answered`);
      expect(events).toHaveLength(1);
    });

    it('is listed by filters, page by page, and refused for one that there is none of', async () => {
      const ids = [unique('s'), unique('s')];
      for (const id of ids) {
        const [path = ''] = Object.values(await mailed(asking, id));
        await page(path, { score: id === ids[0] ? '7' : '3' });
      }
      const filter = `?filter[customerId][in]=${ids.join(',')}&sort=score&limit=1`;
      const first = await platform.call('GET', `/surveys/nps/answers${filter}`);
      expect(first.body.data).toMatchObject([{ customerId: ids[1], score: 3 }]);
      const next = encodeURIComponent(first.body.page.next);
      const second = await platform.call('GET', `/surveys/nps/answers${filter}&cursor=${next}`);
      expect(second.body.data).toMatchObject([{ customerId: ids[0], score: 7 }]);
      expect((await platform.call('GET', '/surveys/none/answers')).status).toBe(404);
    });

    it('keeps the score and no more of who is erased', async () => {
      const id = unique('s');
      const [path = ''] = Object.values(await mailed(asking, id));
      await page(path, { score: '5', 'comment-0': 'my secret' });
      await asking.ended(id);
      const before = await platform.data('GET', `/customers/${id}/export`);
      expect(JSON.stringify(before)).toContain('my secret');
      await platform.data('POST', `/customers/${id}/erase`, {});
      const left = await waitFor(async () => {
        const [last] = await answersOf('?filter[score][eq]=5&limit=1');
        return last?.customerId === null ? last : undefined;
      });
      expect(left).toMatchObject({ score: 5, comment: null });
      expect((await page(path)).status).toBe(404);
    });
  });

  it('are brought to a simulation and to tests of a journey', async () => {
    const key = unique('tested');
    await platform.publish('journey-templates', key, {
      name: key,
      definition: { entry: { triggers: [{ type: 'api' }] }, ...CHOICE },
      tests: [
        {
          name: 'chooses the guide',
          timeline: [
            { at: '+0m', trigger: {} },
            { at: '+1d', choose: 'pick', option: 'read' },
          ],
          expect: [{ at: '+1d', passes: 'pick', code: 'chosen' }, { exits: 'known' }],
        },
      ],
    });
    const timeline = [
      { at: '+0m', event: asking.event },
      { at: '+2d', answer: 'ask', score: 3, comment: 'slow' },
    ];
    const played = await platform.data('POST', `/journey-templates/${asking.key}/simulate`, { timeline });
    expect(played.enrollments).toMatchObject([{ state: 'ended', endReason: 'said' }]);
    const sent = played.happenings.find(({ type }: { type: string }) => type === 'sends');
    expect(sent.content.html).toContain('Would you recommend us?=#survey');
  });

  async function trailOf(journey: JourneyUnderTest, id: string): Promise<readonly string[]> {
    return journey.trail((await journey.passage(id)).id);
  }
});
