import type { Schemas } from '@parcours/client';
import { profiles, waitFor } from '@parcours/testing';

import { aJourney, type JourneyUnderTest, settled, unique } from './support/journeys.js';
import { visit } from './support/pages.js';
import { type Platform, startPlatform } from './support/platform.js';

type Feedback = Schemas['Feedback'];

const PUBLIC_URL = 'https://hello.example/me';
const exit = (reason: string) => ({ type: 'exit', reason });

describe.each(profiles)('feedback that is acknowledged (D2) on $name', (profile) => {
  let platform: Platform;
  let asking: JourneyUnderTest;
  let rescue: JourneyUnderTest;
  let telling: JourneyUnderTest;

  beforeAll(async () => {
    platform = await startPlatform(profile, { environment: { PARCOURS_PUBLIC_URL: PUBLIC_URL } });
    const template = (key: string, subject: object | string, more: object = {}) =>
      platform.publish('message-templates', key, {
        name: key,
        channels: { email: { subject, html: '<p>link={{default survey.url "none"}} </p>' } },
        ...more,
      });
    await template('how', 'How?');
    await template('thanks', { en: 'Thanks for the {{answer.score}}', fr: 'Merci pour ce {{answer.score}}' });
    await template('sorry', 'We heard: {{default answer.comment "nothing"}}', { category: 'transactional' });
    await template('changed', '{{event.what}} ({{default event.link "-"}})', { category: 'transactional' });
    await platform.publish('channel-policies', 'once-a-day', {
      name: 'Once a day',
      channels: [{ channel: 'email', connector: 'mailbox' }],
      caps: [{ max: 1, per: '1d', category: 'any' }],
    });
    rescue = await aJourney(platform).publish({
      entry: { triggers: [{ type: 'api' }] },
      start: 'choose',
      steps: {
        choose: {
          type: 'branch',
          cases: [{ when: { context: 'answer.score', lte: 3 }, next: 'grave' }],
          else: 'rest',
        },
        grave: { type: 'wait-for', any: [{ event: 'go' }], next: 'end' },
        rest: { type: 'wait-for', any: [{ event: 'go' }], next: 'end' },
        end: exit('done'),
      },
    });
    await survey('nps', {
      acknowledge: [
        { when: { from: 9, to: 10 }, template: 'thanks' },
        { when: { from: 0, to: 6 }, template: 'sorry' },
        { when: { from: 7, to: 7 }, template: 'thanks', policy: 'once-a-day' },
      ],
      leadsTo: [{ when: { from: 0, to: 6 }, journey: rescue.key }],
      followUps: [{ when: { from: 0, to: 10 }, question: 'Why?' }],
    });
    asking = await journeyAsking('nps');
    telling = await aJourney(platform).publish({
      entry: { triggers: [{ type: 'event', event: 'feedback.changed' }], reentry: { mode: 'always' } },
      start: 'tell',
      steps: { tell: { type: 'message', template: 'changed', next: 'end' }, end: exit('told') },
    });
  });
  afterAll(() => platform.stop());

  const survey = (key: string, more: object) =>
    platform.publish('surveys', key, {
      name: key,
      kind: 'nps',
      question: 'Would you recommend us?',
      ...more,
    });

  const journeyAsking = (key: string, definition: object = {}) =>
    aJourney(platform).publish({
      start: 'ask',
      steps: {
        ask: {
          type: 'survey',
          survey: key,
          template: 'how',
          answered: 'end',
          timeout: { after: '7d', next: 'end' },
        },
        end: exit('answered'),
      },
      ...definition,
    });

  const mailsTo = (id: string) =>
    platform.smtp.mails.filter(({ to }) => to.includes(`${id}@example.com`)).map(({ subject }) => subject);

  /** Lets a customer in and answers what the mail leads to; gives the path of the page. */
  async function answers(
    journey: JourneyUnderTest,
    id: string,
    { score, comment, traits = {} }: { score: string; comment?: string; traits?: object },
  ): Promise<string> {
    const email = `${id}@example.com`;
    await journey.enter(id, { traits: { email, ...traits } });
    await journey.message(id, ({ status }) => status === 'sent');
    const mail = await waitFor(() => platform.smtp.mails.find(({ to }) => to.includes(email)));
    const path = (/link=(\S+)/.exec(mail.html)?.[1] ?? '').slice(PUBLIC_URL.length);
    const form = { score, ...(comment !== undefined && { 'comment-0': comment }) };
    expect((await visit(platform.origin + path, form)).status).toBe(303);
    return path;
  }

  const feedbackOf = (id: string, satisfies: (feedback: Feedback) => boolean) =>
    waitFor(async () => {
      const [found]: Feedback[] = await platform.data('GET', `/feedback?filter[customerId][eq]=${id}`);
      return found && satisfies(found) ? found : undefined;
    });

  it('is answered once, in the language of the customer, and stands in history and timeline', async () => {
    const id = unique('promoter');
    const path = await answers(asking, id, { score: '10', comment: 'Rapide', traits: { locale: 'fr' } });
    const feedback = await feedbackOf(id, ({ acknowledgement }) => acknowledgement?.status === 'sent');
    expect(feedback).toMatchObject({
      ...{ survey: 'nps', score: 10, comment: 'Rapide', journey: asking.key, step: 'ask' },
      ...{ state: 'acknowledged', followUp: null, changes: [], closedAt: null },
      acknowledgement: { template: 'thanks', channel: 'email', refusal: null },
    });
    await visit(platform.origin + path, { score: '9' });
    await settled(platform, id);
    const { id: enrollment } = await asking.ended(id);
    expect(mailsTo(id)).toEqual(['How?', 'Merci pour ce 10']);
    const history = await platform.data('GET', `/enrollments/${enrollment}/history`);
    const words = history.map(({ words: each }: { words: string }) => each);
    expect(words).toContain('The message thanks was sent by email.');
    const timeline = await platform.data('GET', `/customers/${id}/timeline?filter[kind][eq]=message`);
    expect(timeline).toMatchObject([{ details: { template: 'thanks', step: 'ask' } }, {}]);
    expect(await platform.data('GET', `/feedback/${feedback.id}`)).toEqual(feedback);
  });

  it('leads whoever is unhappy to a journey that knows what they have said, once', async () => {
    const id = unique('detractor');
    await answers(asking, id, { score: '2', comment: 'Too slow' });
    const { id: passage, context } = await rescue.standsAt(id, 'grave');
    const feedback = await feedbackOf(id, ({ acknowledgement }) => acknowledgement?.status === 'sent');
    expect(context).toEqual({
      answer: {
        ...{ id: feedback.id, survey: 'nps', score: 2, comment: 'Too slow' },
        ...{ journey: asking.key, step: 'ask' },
      },
    });
    expect(feedback).toMatchObject({
      state: 'followed-up',
      followUp: { journey: rescue.key, enrollmentId: passage },
      acknowledgement: { template: 'sorry' },
    });
    expect(mailsTo(id)).toEqual(['How?', 'We heard: Too slow']);
  });

  it('is answered although the answer ends the passage that has asked', async () => {
    const journey = await journeyAsking('nps', {
      goals: [{ key: 'answered', event: 'survey.answered', exits: true }],
    });
    const id = unique('goal');
    await answers(journey, id, { score: '9' });
    expect((await journey.ended(id)).endReason).toBe('goal');
    await feedbackOf(id, ({ acknowledgement }) => acknowledgement?.status === 'sent');
    expect(mailsTo(id)).toEqual(['How?', 'Thanks for the 9']);
  });

  it('is answered under the same policies: caps and consent say why it is not', async () => {
    const capped = unique('capped');
    await answers(asking, capped, { score: '7' });
    const { acknowledgement, state } = await feedbackOf(capped, (each) => each.acknowledgement !== null);
    expect([acknowledgement, state]).toMatchObject([{ messageId: null, refusal: 'cap-reached' }, 'new']);
    const silent = unique('silent');
    await asking.enter(silent, { traits: { email: `${silent}@example.com` } });
    await asking.message(silent, ({ status }) => status === 'sent');
    const mail = await waitFor(() =>
      platform.smtp.mails.find(({ to }) => to.includes(`${silent}@example.com`)),
    );
    await platform.data('PUT', `/customers/${silent}/consents`, {
      consents: [{ channel: 'email', state: 'denied' }],
    });
    const path = (/link=(\S+)/.exec(mail.html)?.[1] ?? '').slice(PUBLIC_URL.length);
    await visit(platform.origin + path, { score: '10' });
    expect(await feedbackOf(silent, (each) => each.acknowledgement !== null)).toMatchObject({
      acknowledgement: { refusal: 'consent-denied' },
    });
    expect(mailsTo(silent)).toEqual(['How?']);
    const indifferent = unique('indifferent');
    await answers(asking, indifferent, { score: '8' });
    await settled(platform, indifferent);
    expect(await feedbackOf(indifferent, () => true)).toMatchObject({ acknowledgement: null, state: 'new' });
  });

  it('is answered in a simulation as it is in life (F5)', async () => {
    const played = async (score: number, at: string) => {
      const { happenings } = await platform.data('POST', `/journey-templates/${asking.key}/simulate`, {
        customer: { traits: { locale: 'fr' } },
        timeline: [
          { at: '+0m', event: asking.event },
          { at, answer: 'ask', score, comment: 'Rapide' },
        ],
      });
      return happenings
        .filter(({ after }: { after: string }) => after === at)
        .filter(({ type }: { type: string }) => ['sends', 'unacknowledged', 'journey'].includes(type));
    };
    expect(await played(10, '+1h')).toMatchObject([
      {
        ...{ type: 'sends', template: 'thanks', step: 'ask', acknowledges: 'nps', channel: 'email' },
        content: { subject: 'Merci pour ce 10' },
      },
    ]);
    expect(await played(2, '+1h')).toMatchObject([
      { type: 'sends', template: 'sorry', acknowledges: 'nps', content: { subject: 'We heard: Rapide' } },
      { type: 'journey', way: 'enter', journey: rescue.key },
    ]);
    expect(await played(7, '+1h')).toMatchObject([
      { type: 'unacknowledged', survey: 'nps', template: 'thanks', step: 'ask', code: 'cap-reached' },
    ]);
    expect(await played(7, '+2d')).toMatchObject([{ type: 'sends', template: 'thanks' }]);
    expect(await played(8, '+1h')).toEqual([]);
  });

  it('records what was changed because of it, and lets the customer know: you said, we did', async () => {
    const id = unique('heard');
    await answers(asking, id, { score: '4', traits: { locale: 'fr' } });
    const { id: feedback } = await feedbackOf(id, ({ state }) => state === 'followed-up');
    const first = await platform.data('POST', `/feedback/${feedback}/changes`, {
      what: 'We look into it',
      closes: false,
    });
    expect(first).toMatchObject({ state: 'followed-up', closedAt: null });
    const closed: Feedback = await platform.data('POST', `/feedback/${feedback}/changes`, {
      what: { en: 'The form is shorter', fr: 'Le formulaire est plus court' },
      link: 'https://belvedere.example/news',
      at: '2026-03-02T08:00:00Z',
    });
    expect(closed.state).toBe('closed');
    expect(closed.changes).toMatchObject([
      { what: 'We look into it', link: null },
      {
        what: { fr: 'Le formulaire est plus court' },
        at: '2026-03-02T08:00:00.000Z',
        by: expect.any(String),
      },
    ]);
    await waitFor(() =>
      mailsTo(id).includes('Le formulaire est plus court (https://belvedere.example/news)'),
    );
    const [event] = await platform.data(
      'GET',
      `/customers/${id}/timeline?filter[name][eq]=feedback.changed&sort=-at&limit=1`,
    );
    expect(event.details.properties).toMatchObject({
      ...{ feedback, survey: 'nps', score: 4, journey: asking.key },
      ...{ changedAt: '2026-03-02T08:00:00.000Z' },
    });
    const log = await platform.data('GET', '/audit-log?filter[action][eq]=feedback.changed&limit=1');
    expect(log).toMatchObject([{ subject: { type: 'feedback', key: feedback } }]);
    expect(telling.key).toBeDefined();
  });

  it('is found by survey, score, state and date', async () => {
    await survey('other', {});
    const journey = await journeyAsking('other');
    const [low, high] = [unique('low'), unique('high')];
    await answers(journey, low, { score: '1' });
    await answers(journey, high, { score: '10' });
    const found = async (filter: string): Promise<(string | null)[]> => {
      const data: Feedback[] = await platform.data('GET', `/feedback?filter[survey][eq]=other&${filter}`);
      return data.map(({ customerId }) => customerId);
    };
    expect(await found('sort=answeredAt')).toEqual([low, high]);
    expect(await found('filter[score][lte]=6')).toEqual([low]);
    expect(await found('filter[answeredAt][gt]=2100-01-01T00:00:00Z')).toEqual([]);
    const { id } = await feedbackOf(low, () => true);
    await platform.data('POST', `/feedback/${id}/changes`, { what: 'Mended' });
    expect(await found('filter[state][eq]=closed')).toEqual([low]);
    expect(await found('filter[state][in]=new,acknowledged')).toEqual([high]);
  });

  it('stays without its words and its author when the customer is erased', async () => {
    const id = unique('erased');
    await answers(asking, id, { score: '3', comment: 'I am Ada' });
    const { id: feedback } = await feedbackOf(id, ({ followUp }) => followUp !== null);
    await platform.data('POST', `/feedback/${feedback}/changes`, { what: 'Mended' });
    await platform.data('POST', `/customers/${id}/erase`, {});
    await waitFor(async () => (await platform.data('GET', `/feedback/${feedback}`)).customerId === null);
    expect(await platform.data('GET', `/feedback/${feedback}`)).toMatchObject({
      ...{ score: 3, comment: null, customerId: null, state: 'closed' },
    });
    const told = await platform.call('POST', `/feedback/${feedback}/changes`, { what: 'More' });
    expect(told.status).toBe(201);
  });

  it.each([
    ['overlaps', { acknowledge: [when(0, 6, 'thanks'), when(6, 8, 'thanks')] }, '/acknowledge/1/when'],
    ['lies beside the scale', { kind: 'csat-5', acknowledge: [when(0, 2, 'thanks')] }, '/acknowledge/0/when'],
    ['names no template', { acknowledge: [when(0, 6, 'none')] }, '/acknowledge/0/template'],
    ['needs what there is not', { acknowledge: [when(0, 6, 'how-much')] }, '/acknowledge/0/template'],
    ['leads nowhere', { leadsTo: [{ when: { from: 0, to: 1 }, journey: 'none' }] }, '/leadsTo/0/journey'],
  ])('is not acknowledged by what %s', async (_what, more, pointer) => {
    await platform.publish('message-templates', 'how-much', {
      name: 'How much',
      channels: { email: { subject: '{{offer.headline}}', html: '<p>x</p>' } },
    });
    const key = unique('wrong');
    await platform.data('PUT', `/surveys/${key}`, { name: key, kind: 'nps', question: 'Well?', ...more });
    const { findings } = await platform.data('POST', `/surveys/${key}/validate`, {});
    expect(findings.filter(({ severity }: { severity: string }) => severity === 'error')).toMatchObject([
      { pointer },
    ]);
  });

  it.each([
    ['nothing', {}, '/what'],
    ['an address that is none', { what: 'x', link: 'javascript:alert(1)' }, '/link'],
    ['a date that is none', { what: 'x', at: 'soon' }, '/at'],
  ])('takes no change with %s', async (_what, body, pointer) => {
    const { status, body: problem } = await platform.call('POST', '/feedback/1/changes', body);
    expect([status, problem.errors]).toMatchObject([400, [{ pointer }]]);
    expect((await platform.call('POST', '/feedback/1/changes', { what: 'x' })).status).toBe(404);
  });
});

function when(from: number, to: number, template: string) {
  return { when: { from, to }, template };
}
