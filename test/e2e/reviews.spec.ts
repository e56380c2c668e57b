import { Database } from '@parcours/database';
import { profiles } from '@parcours/testing';

import { CollaborationDesk, problemOf } from './support/collaboration-desk.js';

const DAY = 24 * 3_600_000;
const PAST = '2020-01-01T00:00:00.000Z';
const daysFromNow = (text: string) => Math.round((Date.parse(text) - Date.now()) / DAY);

describe.each(profiles)('reviews (A9) on $name', (profile) => {
  let desk: CollaborationDesk;

  beforeAll(async () => {
    desk = await CollaborationDesk.open(profile);
  });

  afterAll(() => desk.close());

  describe('are planned', () => {
    it('by cadence, with who sees to it', async () => {
      const path = await desk.aDraft();
      expect(problemOf(await desk.api.call('GET', `${path}/review-plan`))).toMatchObject({
        status: 404,
        code: 'collaboration.no-review-plan',
      });
      const body = { cadence: 'P30D', owner: 'ada@example.com' };
      const made = await desk.api.call('PUT', `${path}/review-plan`, { body });
      expect(made.status).toBe(201);
      expect(made.body.data).toEqual({
        ...body,
        dueAt: expect.stringMatching(/Z$/),
        due: false,
        lastReviewedAt: null,
        lastOutcome: null,
        revision: 1,
      });
      expect(daysFromNow(made.body.data.dueAt)).toBe(30);
      const read = await desk.api.call('GET', `${path}/review-plan`);
      expect([read.body, read.headers.get('etag')]).toEqual([made.body, '"1"']);
    });

    it('anew, keeping the due date unless the cadence is another', async () => {
      const path = await desk.aDraft();
      const first = await desk.data('PUT', `${path}/review-plan`, {
        cadence: 'P30D',
        dueAt: '2031-05-01T00:00:00Z',
      });
      const second = await desk.data('PUT', `${path}/review-plan`, { cadence: 'P30D', owner: 'Ben' });
      expect([first.dueAt, second.dueAt, second.owner]).toEqual([
        '2031-05-01T00:00:00.000Z',
        '2031-05-01T00:00:00.000Z',
        'Ben',
      ]);
      const third = await desk.data('PUT', `${path}/review-plan`, { cadence: 'P7D' });
      expect([daysFromNow(third.dueAt), third.owner]).toEqual([7, null]);
      const stale = await desk.api.call('PUT', `${path}/review-plan`, {
        body: { cadence: 'P1D' },
        headers: { 'if-match': '"1"' },
      });
      expect(stale.status).toBe(412);
    });

    it('no longer', async () => {
      const path = await desk.aDraft();
      await desk.data('PUT', `${path}/review-plan`, { cadence: 'P30D', dueAt: PAST });
      expect((await desk.api.call('DELETE', `${path}/review-plan`)).status).toBe(204);
      expect((await desk.api.call('DELETE', `${path}/review-plan`)).status).toBe(404);
      const key = path.split('/')[1];
      expect(await desk.data('GET', `reviews?filter[key][eq]=${key!}`)).toEqual([]);
    });

    it.each([
      [{}, '/cadence'],
      [{ cadence: 'monthly' }, '/cadence'],
      [{ cadence: 'PT1H' }, '/cadence'],
      [{ cadence: 'P0D' }, '/cadence'],
      [{ cadence: 'P50Y' }, '/cadence'],
      [{ cadence: 'P1M', dueAt: 'soon' }, '/dueAt'],
      [{ cadence: 'P1M', owner: '' }, '/owner'],
      [{ cadence: 'P1M', who: 'me' }, '/who'],
    ])('but not as %j', async (body, pointer) => {
      const path = await desk.aDraft();
      const answer = await desk.api.call('PUT', `${path}/review-plan`, { body });
      expect(problemOf(answer)).toMatchObject({ status: 400, pointers: [pointer] });
      expect((await desk.api.call('GET', `${path}/review-plan`)).status).toBe(404);
    });
  });

  describe('are recorded', () => {
    it('with what is decided, and the next one is due a cadence later', async () => {
      const path = await desk.aDraft();
      await desk.data('POST', `${path}/publish`);
      await desk.data('PUT', `${path}/review-plan`, { cadence: 'P30D', dueAt: PAST });
      const decisions = [{ text: 'Shorten it', owner: 'Ben', due: '2031-01-31' }, { text: 'Ask legal' }];
      const body = { outcome: 'change', note: 'Opens have halved.', decisions };
      const { status, body: answer } = await desk.api.call('POST', `${path}/reviews`, { body });
      expect(status).toBe(201);
      expect(answer.data).toEqual({
        id: expect.stringMatching(/^\d+$/),
        ...body,
        version: 1,
        by: { kind: 'token', id: expect.any(String), name: 'bootstrap' },
        createdAt: expect.stringMatching(/Z$/),
        nextDueAt: expect.stringMatching(/Z$/),
      });
      expect(daysFromNow(answer.data.nextDueAt)).toBe(30);
      expect(await desk.data('GET', `${path}/review-plan`)).toMatchObject({
        due: false,
        dueAt: answer.data.nextDueAt,
        lastOutcome: 'change',
        lastReviewedAt: answer.data.createdAt,
        revision: 2,
      });
      const { nextDueAt, ...review } = answer.data;
      expect(await desk.data('GET', `${path}/reviews?filter[outcome][eq]=change`)).toEqual([review]);
      const [told] = await desk.waitForTold(path, 'review.recorded');
      expect(told.data).toMatchObject({ review: review.id, outcome: 'change', nextDueAt });
    });

    it('without a plan too', async () => {
      const path = await desk.aDraft();
      expect(await desk.data('POST', `${path}/reviews`, { outcome: 'keep' })).toMatchObject({
        nextDueAt: null,
        version: null,
        decisions: [],
        note: null,
      });
    });

    it.each([
      [{}, '/outcome'],
      [{ outcome: 'kept' }, '/outcome'],
      [{ outcome: 'keep', decisions: [{}] }, '/decisions/0/text'],
      [{ outcome: 'keep', decisions: [{ text: 'x', due: 'tomorrow' }] }, '/decisions/0/due'],
      [{ outcome: 'keep', notes: 'x' }, '/notes'],
    ])('but not as %j', async (body, pointer) => {
      const path = await desk.aDraft();
      const answer = await desk.api.call('POST', `${path}/reviews`, { body });
      expect(problemOf(answer)).toMatchObject({ status: 400, pointers: [pointer] });
      expect(await desk.data('GET', `${path}/reviews`)).toEqual([]);
    });
  });

  describe('that are due', () => {
    it('are told once for each due date', async () => {
      const path = await desk.aDraft();
      await desk.data('PUT', `${path}/review-plan`, { cadence: 'P30D', owner: 'Ada', dueAt: PAST });
      const [told] = await desk.waitForTold(path, 'review.due');
      expect(told.data).toEqual({
        contentType: 'touchpoints',
        key: path.split('/')[1],
        owner: 'Ada',
        cadence: 'P30D',
        dueAt: PAST,
      });
      await desk.data('PUT', `${path}/review-plan`, { cadence: 'P30D', owner: 'Ben' });
      // Another one that is due after it: when it is told, the first one would have been told again.
      const later = await desk.aDraft();
      await desk.data('PUT', `${later}/review-plan`, { cadence: 'P30D', dueAt: PAST });
      await desk.waitForTold(later, 'review.due');
      expect(desk.told(path, 'review.due')).toHaveLength(1);
      await desk.data('POST', `${path}/reviews`, { outcome: 'keep' });
      await desk.data('PUT', `${path}/review-plan`, { cadence: 'P30D', dueAt: '2021-01-01T00:00:00Z' });
      await desk.waitForTold(path, 'review.due', 2);
    });

    it('are listed with the others of every type, the earliest first', async () => {
      const [first, second, third] = [await desk.aDraft(), await desk.aDraft(), await desk.aDraft()];
      const owner = desk.next('owner');
      const plan = (path: string, dueAt: string) =>
        desk.data('PUT', `${path}/review-plan`, { cadence: 'P1Y', owner, dueAt });
      await plan(second, '2022-01-01T00:00:00Z');
      await plan(first, '2021-01-01T00:00:00Z');
      await plan(third, '2090-01-01T00:00:00Z');
      const listed = async (query: string) =>
        (await desk.data('GET', `reviews?filter[owner][eq]=${owner}${query}`)).map(
          ({ type, key }: { type: string; key: string }) => `${type}/${key}`,
        );
      expect(await listed('')).toEqual([first, second, third]);
      expect(await listed('&due=true')).toEqual([first, second]);
      expect(await listed('&due=false')).toEqual([third]);
      expect(await listed('&sort=-dueAt&limit=1')).toEqual([third]);
      const [entry] = await desk.data('GET', `reviews?filter[owner][eq]=${owner}&limit=1`);
      expect(entry).toEqual({
        id: expect.stringMatching(/^\d+$/),
        type: 'touchpoints',
        key: first.split('/')[1],
        name: 'A letter',
        cadence: 'P1Y',
        owner,
        dueAt: '2021-01-01T00:00:00.000Z',
        due: true,
        lastReviewedAt: null,
        lastOutcome: null,
      });
      await desk.data('POST', `${first}/archive`);
      expect(await listed('&due=true')).toEqual([second]);
      expect(problemOf(await desk.api.call('GET', 'reviews?due=maybe'))).toMatchObject({
        status: 400,
        pointers: ['/due'],
      });
    });

    it('show in lists of their type', async () => {
      const [due, free] = [await desk.aDraft(), await desk.aDraft()];
      await desk.data('PUT', `${due}/review-plan`, { cadence: 'P1Y', dueAt: '2019-06-01T00:00:00Z' });
      const keys = [due, free].map((path) => path.split('/')[1]).join(',');
      const among = `filter[key][in]=${keys}`;
      expect(await desk.data('GET', `touchpoints?${among}&fields=reviewDueAt`)).toEqual([
        { reviewDueAt: '2019-06-01T00:00:00.000Z' },
        { reviewDueAt: null },
      ]);
      const [first] = await desk.data('GET', `touchpoints?${among}&include=reviewDueAt&sort=-reviewDueAt`);
      expect(first).toMatchObject({ key: due.split('/')[1], reviewDueAt: '2019-06-01T00:00:00.000Z' });
      const overdue = await desk.data(
        'GET',
        `touchpoints?${among}&filter[reviewDueAt][lte]=2020-01-01T00:00:00Z`,
      );
      expect(overdue.map(({ key }: { key: string }) => key)).toEqual([due.split('/')[1]]);
      expect(overdue[0]).not.toHaveProperty('reviewDueAt');
      await desk.data('DELETE', `${due}/review-plan`);
      expect(await desk.data('GET', `touchpoints?${among}&filter[reviewDueAt][null]=false`)).toEqual([]);
    });

    it('leave the thing as it is: no new revision, no new ETag', async () => {
      const path = await desk.aDraft();
      const before = await desk.api.call('GET', path);
      await desk.data('PUT', `${path}/review-plan`, { cadence: 'P1M' });
      await desk.data('POST', `${path}/reviews`, { outcome: 'keep' });
      const after = await desk.api.call('GET', path);
      expect([after.body, after.headers.get('etag')]).toEqual([before.body, before.headers.get('etag')]);
    });
  });

  it('go with the thing', async () => {
    const path = await desk.aDraft();
    await desk.data('PUT', `${path}/review-plan`, { cadence: 'P1M' });
    await desk.data('POST', `${path}/reviews`, { outcome: 'retire' });
    await desk.data('DELETE', path);
    const { sql } = desk.api.app.get(Database);
    for (const table of ['content_review_plans', 'content_reviews', 'content_authors']) {
      const orphans = `SELECT t.item_id FROM ${table} t LEFT JOIN content_items i ON i.id = t.item_id WHERE i.id IS NULL`;
      expect(await sql.select(orphans)).toEqual([]);
    }
  });

  it('need their scopes', async () => {
    const path = await desk.aDraft();
    const reader = await desk.aColleague(['touchpoints:read', 'reviews:read']);
    expect((await reader.call('GET', 'reviews')).status).toBe(200);
    expect((await reader.call('POST', `${path}/reviews`, { body: { outcome: 'keep' } })).status).toBe(403);
    expect((await reader.call('PUT', `${path}/review-plan`, { body: { cadence: 'P1M' } })).status).toBe(403);
    expect((await (await desk.aColleague(['touchpoints:*'])).call('GET', 'reviews')).status).toBe(403);
    expect((await reader.call('GET', `${path}/reviews`)).status).toBe(200);
  });
});
