import { Database } from '@parcours/database';
import { profiles, waitFor } from '@parcours/testing';

import { problemOf, WebhookDesk } from './support/webhook-desk.js';
import { verify } from './support/webhook-receiver.js';

describe.each(profiles)('the declaration of webhooks (F3) on $name', (profile) => {
  let desk: WebhookDesk;

  beforeAll(async () => {
    desk = await WebhookDesk.open(profile);
  });

  afterAll(() => desk.close());

  describe('have secrets', () => {
    it('of which the one before is used for another day', async () => {
      const { key, path, secret } = await desk.aWebhook(['content.deleted']);
      const rotated = await desk.data('POST', `webhooks/${key}/rotate-secret`);
      expect(Date.parse(rotated.previousUntil) - Date.now()).toBeGreaterThan(23 * 3_600_000);
      await desk.aDeletion();
      const [got] = await desk.receiver.waitFor(path);
      expect(verify(got!, secret)).toEqual(verify(got!, rotated.secret));
      expect(String(got!.headers['webhook-signature']).split(' ')).toHaveLength(2);
      expect(await desk.data('GET', `webhooks/${key}/endpoint`)).toMatchObject({
        hasSecret: true,
        previousSecretUntil: rotated.previousUntil,
      });
    });

    it('and then no longer', async () => {
      const { key, path, secret } = await desk.aWebhook(['content.deleted']);
      const rotated = await desk.data('POST', `webhooks/${key}/rotate-secret`);
      const { sql } = desk.api.app.get(Database);
      const item = await sql.select<{ id: number }>('SELECT id FROM content_items WHERE item_key = ?', [key]);
      const [row] = await sql.select<{ secrets: string }>(
        'SELECT secrets FROM webhook_endpoints WHERE item_id = ?',
        [item[0]!.id],
      );
      const aged = JSON.parse(row!.secrets).map((kept: { until: number | null }) => ({
        ...kept,
        until: kept.until && 1,
      }));
      await sql.run('UPDATE webhook_endpoints SET secrets = ? WHERE item_id = ?', [
        JSON.stringify(aged),
        item[0]!.id,
      ]);
      await desk.aDeletion();
      const [got] = await desk.receiver.waitFor(path);
      expect(() => verify(got!, secret)).toThrow();
      expect(verify(got!, rotated.secret)).toMatchObject({ type: 'content.deleted' });
      expect((await desk.data('GET', `webhooks/${key}/endpoint`)).previousSecretUntil).toBeNull();
    });

    it('that are nowhere to be read, and neither are the values of headers', async () => {
      const { key, secret } = await desk.aWebhook(['content.deleted'], {
        headers: { 'X-Api-Key': 'sesame-open' },
      });
      const shown = await desk.data('GET', `webhooks/${key}`);
      expect(shown.headers).toEqual({ 'X-Api-Key': { $secret: 'set' } });
      await desk.data('PATCH', `webhooks/${key}`, { headers: { 'X-More': 'other-word' } });
      const { sql } = desk.api.app.get(Database);
      const everything = JSON.stringify([
        await sql.select('SELECT * FROM content_items'),
        await sql.select('SELECT * FROM content_versions'),
        await sql.select('SELECT * FROM webhook_endpoints'),
        await sql.select('SELECT * FROM webhook_events'),
        await sql.select('SELECT * FROM webhook_deliveries'),
      ]);
      for (const text of ['sesame-open', 'other-word', secret, secret.slice(6)]) {
        expect(everything).not.toContain(text);
      }
      expect(everything).toContain('X-Api-Key');
    });

    it('that are kept when the rest of a header changes', async () => {
      const { key, path } = await desk.aWebhook(['content.deleted'], { headers: { 'X-Api-Key': 'sesame' } });
      await desk.data('PATCH', `webhooks/${key}`, { headers: { 'X-More': 'word' } });
      await desk.data('POST', `webhooks/${key}/publish`);
      await desk.aDeletion();
      const [got] = await desk.receiver.waitFor(path);
      expect(got!.headers).toMatchObject({ 'x-api-key': 'sesame', 'x-more': 'word' });
    });
  });

  describe('can be tried out', () => {
    it('before they are published', async () => {
      await desk.data('PUT', 'webhooks/trial', {
        name: 'x',
        url: desk.receiver.url('/trial'),
        events: ['content.published'],
      });
      const { secret } = await desk.data('POST', 'webhooks/trial/rotate-secret');
      desk.receiver.answer('/trial', (response) => response.writeHead(200).end('seen'));
      const tried = await desk.data('POST', 'webhooks/trial/test');
      expect(tried).toMatchObject({
        status: 'delivered',
        event: 'webhook.test',
        responseStatus: 200,
        responseBody: 'seen',
      });
      const [got] = desk.receiver.at('/trial');
      expect(verify(got!, secret)).toMatchObject({ type: 'webhook.test', data: { webhook: 'trial' } });
    });

    it('and say what went wrong, once', async () => {
      await desk.data('PUT', 'webhooks/broken', {
        name: 'x',
        url: 'http://127.0.0.1:1/',
        events: ['content.published'],
      });
      const tried = await desk.data('POST', 'webhooks/broken/test');
      expect(tried).toMatchObject({
        status: 'dead',
        attempts: 1,
        responseStatus: null,
        failure: { code: 'outgoing.unreachable' },
        nextAttemptAt: null,
      });
      expect(await desk.deliveriesOf('broken')).toHaveLength(1);
    });

    it('but not while they have errors', async () => {
      await desk.data('PUT', 'webhooks/half', {
        name: 'x',
        url: 'https://10.0.0.1/',
        events: ['content.published'],
      });
      const answer = await desk.api.call('POST', 'webhooks/half/test');
      expect(problemOf(answer)).toEqual({ status: 422, code: 'webhooks.not-testable' });
      expect(answer.body.errors).toEqual([
        expect.objectContaining({ pointer: '/url', code: 'webhooks.private-address' }),
      ]);
    });
  });

  it.each([
    [{ url: 'https://169.254.169.254/latest' }, 'webhooks.private-address', '/url'],
    [{ url: 'https://[::ffff:10.0.0.1]/' }, 'webhooks.private-address', '/url'],
    [{ url: 'http://example.com/' }, 'webhooks.insecure-address', '/url'],
    [{ url: 'https://me:word@example.com/' }, 'webhooks.password-in-address', '/url'],
    [{ headers: { 'Webhook-Id': 'mine' } }, 'webhooks.reserved-header', '/headers/Webhook-Id'],
    [{ events: ['content.publishd'] }, 'webhooks.unknown-event', '/events/0'],
    [{ events: ['content.*', 'content.saved'] }, 'webhooks.duplicate-event', '/events/1'],
  ])('are checked: %j', async (change, code, pointer) => {
    const key = desk.next('checked');
    await desk.data('PUT', `webhooks/${key}`, {
      name: 'x',
      url: 'https://example.com/',
      events: ['content.saved'],
      ...change,
    });
    const { findings } = await desk.data('POST', `webhooks/${key}/validate`);
    expect(findings).toEqual([expect.objectContaining({ code, pointer })]);
  });

  it('cannot be called what an address under them means', async () => {
    const answer = await desk.api.call('POST', 'webhooks', { body: { key: 'events', name: 'x' } });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/key' }] } });
  });

  it('have a catalogue of events, each with the schema of what is posted', async () => {
    const { path } = await desk.aWebhook(['*']);
    const events = await desk.data('GET', 'webhooks/events');
    expect(events.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['content.published', 'content.deleted', 'webhook.test']),
    );
    const { schema } = events.find(({ name }: { name: string }) => name === 'content.published');
    expect(schema.examples[0]).toMatchObject({
      type: 'content.published',
      data: { contentType: 'touchpoints' },
    });
    const key = await desk.aPublish();
    const got = await waitFor(() => desk.receiver.at(path).find(({ body }) => body.data.key === key));
    expect(Object.keys(got.body.data).sort()).toEqual([...schema.properties.data.required].sort());
  });

  it('leave nothing behind when they are deleted', async () => {
    const { key } = await desk.aWebhook(['content.deleted']);
    await desk.aDeletion();
    await desk.delivery(key, 'delivered');
    const { sql } = desk.api.app.get(Database);
    const [item] = await sql.select<{ id: number }>('SELECT id FROM content_items WHERE item_key = ?', [key]);
    await desk.data('DELETE', `webhooks/${key}`);
    for (const table of ['webhook_endpoints', 'webhook_deliveries']) {
      expect(await sql.select(`SELECT item_id FROM ${table} WHERE item_id = ?`, [item!.id])).toEqual([]);
    }
    expect((await desk.api.call('GET', `webhooks/${key}/deliveries`)).status).toBe(404);
  });
});

describe.each(profiles)('webhooks without a key for secrets on $name', (profile) => {
  it('are not published, and say what is missing', async () => {
    const desk = await WebhookDesk.open(profile, { PARCOURS_SECRET_KEY: '' });
    try {
      const body = { name: 'x', url: 'https://example.com/', events: ['content.saved'] };
      await desk.api.call('PUT', 'webhooks/crm', { body });
      const answer = await desk.api.call('POST', 'webhooks/crm/publish');
      expect(answer).toMatchObject({
        status: 422,
        body: { errors: [{ code: 'webhooks.secret-key-missing' }] },
      });
      expect((await desk.api.call('POST', 'webhooks/crm/rotate-secret')).status).toBe(503);
    } finally {
      await desk.close();
    }
  });
});
