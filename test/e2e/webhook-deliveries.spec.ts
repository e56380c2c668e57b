import type { ServerResponse } from 'node:http';

import { Database } from '@parcours/database';
import { profiles, waitFor } from '@parcours/testing';

import { problemOf, WebhookDesk } from './support/webhook-desk.js';
import { verify } from './support/webhook-receiver.js';

describe.each(profiles)('webhooks (F3) on $name', (profile) => {
  let desk: WebhookDesk;

  beforeAll(async () => {
    desk = await WebhookDesk.open(profile);
  });

  afterAll(() => desk.close());

  describe('deliver', () => {
    it('what happens to content, signed as Standard Webhooks wants it', async () => {
      const { path, secret } = await desk.aWebhook(['content.published'], {
        headers: { 'X-Api-Key': 'open' },
      });
      const key = await desk.aPublish();
      const got = await waitFor(() => desk.receiver.at(path).find(({ body }) => body.data.key === key));
      expect(verify(got, secret)).toEqual({
        type: 'content.published',
        timestamp: expect.stringMatching(/Z$/),
        data: {
          contentType: 'touchpoints',
          key,
          version: 1,
          note: 'ready',
          release: null,
          by: { kind: 'token', id: expect.stringMatching(/^\d+$/), name: 'bootstrap' },
        },
      });
      expect(got.headers).toMatchObject({
        'content-type': 'application/json',
        'x-api-key': 'open',
        'webhook-id': expect.stringMatching(/^evt_\d+$/),
      });
      expect(() => verify({ ...got, text: got.text.replace('ready', 'reado') }, secret)).toThrow();
    });

    it('to each that wants to hear of it, and to no other', async () => {
      const wide = await desk.aWebhook(['content.*']);
      const narrow = await desk.aWebhook(['content.deleted']);
      const idle = await desk.aWebhook(['*'], { active: false });
      const key = await desk.aPublish();
      await desk.data('DELETE', `touchpoints/${key}`);
      const typesAt = (path: string) =>
        desk.receiver.at(path).flatMap(({ body }) => (body.data.key === key ? [body.type] : []));
      await waitFor(() => typesAt(wide.path).length === 3 && typesAt(narrow.path).length === 1);
      expect(typesAt(wide.path).sort()).toEqual(['content.created', 'content.deleted', 'content.published']);
      expect(typesAt(narrow.path)).toEqual(['content.deleted']);
      expect(desk.receiver.at(idle.path)).toEqual([]);
    });

    it('nothing of a change that was refused', async () => {
      const { path } = await desk.aWebhook(['content.*']);
      const key = desk.next('refused');
      expect(
        (await desk.api.call('PUT', `touchpoints/${key}`, { body: { name: 'x', kind: 'nonsense' } })).status,
      ).toBe(400);
      const after = await desk.aPublish();
      await waitFor(() => desk.receiver.at(path).some(({ body }) => body.data.key === after));
      expect(desk.receiver.at(path).filter(({ body }) => body.data.key === key)).toEqual([]);
    });

    it('by the sweep, when the wake-up was lost', async () => {
      const { key, path } = await desk.aWebhook(['content.published']);
      await desk.api.app.get(Database).sql.insert({
        table: 'webhook_events',
        columns: ['id', 'type', 'data', 'at', 'is_pending'],
        rows: [
          [1_000 + desk.receiver.received.length, 'content.published', '{"key":"lost"}', Date.now(), true],
        ],
      });
      await waitFor(() => desk.receiver.at(path).some(({ body }) => body.data.key === 'lost'));
      expect(await desk.delivery(key, 'delivered')).toMatchObject({ attempts: 1, responseStatus: 204 });
    });
  });

  describe('are tried again', () => {
    it('when whoever tried has died', async () => {
      const { key, path } = await desk.aWebhook(['content.deleted']);
      desk.receiver.answer(path, (response) => response.writeHead(500, { 'retry-after': '3600' }).end());
      await desk.aDeletion();
      await waitFor(async () => (await desk.deliveriesOf(key, '?filter[responseStatus][eq]=500'))[0]);
      desk.receiver.answer(path, (response) => response.writeHead(200).end());
      await desk.api.app.get(Database).sql.run(
        `UPDATE webhook_deliveries SET status = 'sending', queue_at = ? WHERE item_id IN
           (SELECT id FROM content_items WHERE item_key = ?)`,
        [Date.now() - 1, key],
      );
      expect(await desk.delivery(key, 'delivered')).toMatchObject({ attempts: 2 });
      expect(desk.receiver.at(path)).toHaveLength(2);
    });

    it('with the same id, until the receiver takes it', async () => {
      const { key, path, secret } = await desk.aWebhook(['content.published']);
      let refusals = 3;
      desk.receiver.answer(path, (response) => {
        if (refusals-- > 0) response.writeHead(500).end('a'.repeat(5_000));
        else response.writeHead(200).end('thanks');
      });
      await desk.aPublish();
      const got = (await desk.receiver.waitFor(path, 4)).slice(0, 4);
      expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBeGreaterThanOrEqual(1);
      for (const each of got) verify(each, secret);
      const [last] = await waitFor(async () => {
        const all = await desk.deliveriesOf(key, '?filter[attempts][gt]=1&filter[status][eq]=delivered');
        return all.length > 0 && all;
      });
      const whole = await desk.data('GET', `webhooks/${key}/deliveries/${last.id}`);
      expect(whole).toMatchObject({
        status: 'delivered',
        responseStatus: 200,
        responseBody: 'thanks',
        failure: null,
        nextAttemptAt: null,
        payload: { type: 'content.published' },
      });
      expect(whole.log.at(-1)).toMatchObject({ status: 200, failure: null });
      expect(whole.log[0]).toMatchObject({ status: 500, failure: { code: 'webhooks.refused' } });
      expect(whole.log).toHaveLength(whole.attempts);
      const ids = desk.receiver.at(path).map(({ headers }) => headers['webhook-id']);
      expect(ids.filter((id) => id === whole.webhookId)).toHaveLength(whole.attempts);
    });

    it('and the first 2 kB of an answer are kept', async () => {
      const { key, path } = await desk.aWebhook(['content.published']);
      desk.receiver.answer(path, (response) =>
        response.writeHead(503, { 'retry-after': '3600' }).end('é'.repeat(2_000)),
      );
      await desk.aPublish();
      const waiting = await waitFor(async () => {
        const [found] = await desk.deliveriesOf(key, '?filter[responseStatus][eq]=503');
        return found;
      });
      expect(waiting).toMatchObject({ status: 'waiting', attempts: 1, responseBody: 'é'.repeat(1_024) });
      expect(Date.parse(waiting.nextAttemptAt)).toBeGreaterThan(Date.now() + 3_000_000);
    });

    it('no longer than for a day', async () => {
      const { key, path } = await desk.aWebhook(['content.published']);
      desk.receiver.answer(path, (response) => response.writeHead(500).end());
      await desk.aPublish();
      await desk.receiver.waitFor(path);
      await desk.api.app
        .get(Database)
        .sql.run(
          'UPDATE webhook_deliveries SET give_up_at = 0 WHERE item_id IN (SELECT id FROM content_items WHERE item_key = ?)',
          [key],
        );
      expect(await desk.delivery(key, 'dead')).toMatchObject({
        responseStatus: 500,
        nextAttemptAt: null,
        finishedAt: expect.stringMatching(/Z$/),
        failure: { code: 'webhooks.refused', detail: expect.stringContaining('500') },
      });
    });

    it('when the receiver redirects, as nothing is followed', async () => {
      const { key, path } = await desk.aWebhook(['content.published']);
      desk.receiver.answer(path, (response) =>
        response.writeHead(302, { location: desk.receiver.url('/elsewhere') }).end(),
      );
      await desk.aPublish();
      await desk.receiver.waitFor(path, 2);
      expect(desk.receiver.at('/elsewhere')).toEqual([]);
      await desk.data('DELETE', `webhooks/${key}`);
    });

    it('when there is no answer in time', async () => {
      const slow = await desk.aWebhook(['content.published']);
      desk.receiver.answer(slow.path, () => undefined);
      await desk.aPublish();
      const failed = await waitFor(async () => {
        const found = await desk.deliveriesOf(slow.key);
        return found.find(({ failure }: { failure: unknown }) => failure !== null);
      });
      expect(failed).toMatchObject({
        status: 'waiting',
        responseStatus: null,
        failure: { code: 'outgoing.timeout' },
      });
      await desk.data('DELETE', `webhooks/${slow.key}`);
    });

    it('while others are not kept waiting', async () => {
      const patient = await WebhookDesk.open(profile, { PARCOURS_WEBHOOK_TIMEOUT_MS: '60000' });
      try {
        const unanswered: ServerResponse[] = [];
        const slow = await patient.aWebhook(['content.published']);
        patient.receiver.answer(slow.path, (response) => unanswered.push(response));
        const quick = await patient.aWebhook(['content.published']);
        const keys = [await patient.aPublish(), await patient.aPublish(), await patient.aPublish()];
        const seen = () => patient.receiver.at(quick.path).map(({ body }) => body.data.key as string);
        await waitFor(() => unanswered.length > 0 && keys.every((key) => seen().includes(key)));
        const failures = (await patient.deliveriesOf(slow.key)).map(
          ({ failure }: { failure: unknown }) => failure,
        );
        expect(failures.length).toBeGreaterThanOrEqual(keys.length);
        expect(new Set(failures)).toEqual(new Set([null]));
        patient.receiver.answer(slow.path, (response) => response.writeHead(204).end());
        unanswered.forEach((response) => response.writeHead(204).end());
      } finally {
        await patient.close();
      }
    });
  });

  describe('whose receiver says that it is gone', () => {
    it('hear nothing more, with the reason, until they are enabled or published anew', async () => {
      const { key, path } = await desk.aWebhook(['content.published']);
      desk.receiver.answer(path, (response) => response.writeHead(410).end());
      await desk.aPublish();
      const settled = await waitFor(async () => {
        const endpoint = await desk.data('GET', `webhooks/${key}/endpoint`);
        return endpoint.disabled && endpoint.waiting === 0 ? endpoint : undefined;
      });
      expect(settled).toMatchObject({
        disabledAt: expect.stringMatching(/Z$/),
        disabledReason: 'The receiver answered 410 (Gone).',
        waiting: 0,
      });
      const count = desk.receiver.at(path).length;
      const missed = await desk.aPublish();
      await waitFor(async () => {
        const found = await desk.deliveriesOf(key);
        return found.some(
          ({ failure }: { failure: { code: string } }) => failure.code === 'webhooks.disabled',
        );
      });
      expect(desk.receiver.at(path)).toHaveLength(count);
      expect(
        problemOf(
          await desk.api.call('POST', `webhooks/${key}/replay`, { body: { since: '2020-01-01T00:00:00Z' } }),
        ),
      ).toEqual({
        status: 409,
        code: 'webhooks.disabled',
      });
      desk.receiver.answer(path, (response) => response.writeHead(200).end());
      expect(await desk.data('POST', `webhooks/${key}/enable`)).toMatchObject({
        disabled: false,
        disabledReason: null,
      });
      const { queued } = await desk.data('POST', `webhooks/${key}/replay`, { since: '2020-01-01T00:00:00Z' });
      expect(queued).toBeGreaterThanOrEqual(2);
      await waitFor(() => desk.receiver.at(path).some(({ body }) => body.data.key === missed));
    });

    it('are enabled by another version', async () => {
      const { key, path } = await desk.aWebhook(['content.published']);
      desk.receiver.answer(path, (response) => response.writeHead(410).end());
      await desk.aPublish();
      await waitFor(async () => (await desk.data('GET', `webhooks/${key}/endpoint`)).disabled);
      await desk.data('PATCH', `webhooks/${key}`, { url: desk.receiver.url(`${path}-moved`) });
      await desk.data('POST', `webhooks/${key}/publish`);
      expect((await desk.data('GET', `webhooks/${key}/endpoint`)).disabled).toBe(false);
      await desk.receiver.waitFor(`${path}-moved`);
    });
  });

  describe('can be replayed', () => {
    it('one by one, with the same id', async () => {
      const { key, path } = await desk.aWebhook(['content.deleted']);
      await desk.aDeletion();
      const { id, webhookId } = await desk.delivery(key, 'delivered');
      expect(await desk.data('POST', `webhooks/${key}/deliveries/${id}/replay`)).toMatchObject({ id });
      const got = await desk.receiver.waitFor(path, 2);
      expect(got.map(({ headers }) => headers['webhook-id'])).toEqual([webhookId, webhookId]);
    });

    it('all since a time', async () => {
      const { key, path } = await desk.aWebhook(['content.deleted']);
      await desk.aDeletion();
      await desk.delivery(key, 'delivered');
      const since = new Date(Date.now() - 60_000).toISOString();
      expect(await desk.data('POST', `webhooks/${key}/replay`, { since })).toEqual({ queued: 0 });
      expect(await desk.data('POST', `webhooks/${key}/replay`, { since, of: 'all' })).toEqual({ queued: 1 });
      await desk.receiver.waitFor(path, 2);
      const later = new Date(Date.now() + 60_000).toISOString();
      expect(await desk.data('POST', `webhooks/${key}/replay`, { since: later, of: 'all' })).toEqual({
        queued: 0,
      });
    });

    it('but not to a webhook that is out of use, and not what is not there', async () => {
      const { key } = await desk.aWebhook(['content.deleted']);
      const other = await desk.aWebhook(['content.deleted']);
      await desk.aDeletion();
      const { id } = await desk.delivery(key, 'delivered');
      for (const wrong of ['1', 'x', '99999999999999999999']) {
        expect(problemOf(await desk.api.call('GET', `webhooks/${key}/deliveries/${wrong}`))).toEqual({
          status: 404,
          code: 'webhooks.delivery-not-found',
        });
      }
      expect((await desk.api.call('GET', `webhooks/${other.key}/deliveries/${id}`)).status).toBe(404);
      await desk.data('POST', `webhooks/${key}/unpublish`);
      expect(problemOf(await desk.api.call('POST', `webhooks/${key}/deliveries/${id}/replay`))).toEqual({
        status: 409,
        code: 'webhooks.not-in-use',
      });
      expect(
        (await desk.api.call('POST', `webhooks/none/replay`, { body: { since: '2020-01-01T00:00:00Z' } }))
          .status,
      ).toBe(404);
      expect(
        (await desk.api.call('POST', `webhooks/${other.key}/replay`, { body: { since: 'yesterday' } })).body
          .errors,
      ).toEqual([expect.objectContaining({ pointer: '/since' })]);
    });

    it('and what waits for a webhook that goes out of use is given up', async () => {
      const { key, path } = await desk.aWebhook(['content.deleted']);
      desk.receiver.answer(path, (response) => response.writeHead(500, { 'retry-after': '1' }).end());
      await desk.aDeletion();
      await desk.receiver.waitFor(path);
      await desk.data('POST', `webhooks/${key}/unpublish`);
      expect(await desk.delivery(key, 'dead')).toMatchObject({ failure: { code: 'webhooks.not-in-use' } });
    });
  });
});
