import { profiles, waitFor } from '@parcours/testing';
import { aJourney, settled } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

describe.each(profiles)('a customer on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  const put = (id: string, traits: object, headers?: Record<string, string>) =>
    platform.call('PUT', `/customers/${id}`, { traits }, headers);
  const patch = (id: string, traits: object, headers?: Record<string, string>) =>
    platform.call('PATCH', `/customers/${id}`, { traits }, headers);
  const get = (id: string) => platform.call('GET', `/customers/${id}`);

  it('is created by PUT, and replaced by the next one', async () => {
    const created = await put('p-1', { a: 1, b: 2 });
    const replaced = await put('p-1', { b: 3 });
    expect([created.status, replaced.status]).toEqual([201, 200]);
    expect((await get('p-1')).body.data).toMatchObject({ id: 'p-1', traits: { b: 3 }, revision: 2 });
  });

  it('is changed by PATCH as by a merge patch', async () => {
    await put('p-2', { kept: 1, gone: 2, address: { city: 'Paris', zip: '75001' } });
    const { status, body } = await patch('p-2', { gone: null, address: { zip: null, street: 'Rue X' } });
    expect(status).toBe(200);
    expect(body.data.traits).toEqual({ kept: 1, address: { city: 'Paris', street: 'Rue X' } });
  });

  it('who is not known is 404 for GET and PATCH', async () => {
    const answers = [await get('nobody'), await patch('nobody', { a: 1 })];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'audience.customer-not-found'],
      [404, 'audience.customer-not-found'],
    ]);
  });

  it('carries an ETag, and is not changed by who holds an old one', async () => {
    const { headers } = await put('p-3', { a: 1 });
    const seen = { 'if-match': headers.get('etag') ?? '' };
    expect((await patch('p-3', { a: 2 }, seen)).status).toBe(200);
    const stale = [await patch('p-3', { a: 3 }, seen), await put('p-3', { a: 4 }, seen)];
    expect(stale.map(({ status, body }) => [status, body.code])).toEqual([
      [412, 'http.stale'],
      [412, 'http.stale'],
    ]);
    expect((await get('p-3')).body.data.traits).toEqual({ a: 2 });
  });

  it('who is to be new is not replaced, and who is to be there is not created', async () => {
    expect((await put('p-4', { a: 1 }, { 'if-match': '*' })).status).toBe(412);
    expect((await get('p-4')).status).toBe(404);
  });

  it('has ids with any signs, kept apart to the letter', async () => {
    const ids = ['é', 'e', 'É', 'a/b', 'a%2Fb', 'ß', 'ss', '🦊'];
    for (const id of ids) expect((await put(encodeURIComponent(id), { id })).status).toBe(201);
    for (const id of ids) expect((await get(encodeURIComponent(id))).body.data.traits).toEqual({ id });
    expect((await put('space%20', { a: 1 })).status).toBe(400);
  });

  it('refuses bodies of another shape, and says where', async () => {
    const answers = [
      await platform.call('PUT', '/customers/p-5', { trait: {} }),
      await platform.call('PUT', '/customers/p-5', { traits: [] }),
      await platform.call('PATCH', '/customers/p-5', {}),
    ];
    const seen = answers.map(({ status, body }) => [
      status,
      body.errors.map((e: { pointer: string }) => e.pointer),
    ]);
    expect(seen).toEqual([
      [400, expect.arrayContaining(['/trait'])],
      [400, ['/traits']],
      [400, ['']],
    ]);
    expect((await get('p-5')).status).toBe(404);
  });

  it('loses nothing when changes and events come at once', async () => {
    await put('busy', { start: true });
    const changes = Array.from({ length: 60 }, (_, at) =>
      at % 2 === 0
        ? patch('busy', { [`patched_${at}`]: at })
        : platform.call('POST', '/events', {
            event: 'e',
            customerId: 'busy',
            traits: { [`told_${at}`]: at },
          }),
    );
    const statuses = new Set((await Promise.all(changes)).map(({ status }) => status));
    expect(statuses).toEqual(new Set([200, 202]));
    await settled(platform, 'busy');
    const { traits } = (await get('busy')).body.data;
    delete traits.mark;
    expect(Object.keys(traits)).toHaveLength(61);
  });

  it('whom an event and a PUT create at the same moment is one, with the enrollment', async () => {
    const journey = await aJourney(platform).publish({
      start: 'end',
      steps: { end: { type: 'exit', reason: 'completed' } },
    });
    const customers = Array.from({ length: 120 }, (_, at) => `twin-${at}`);
    const answers = await Promise.all(
      customers.flatMap((customerId) => [
        platform.call('POST', '/events', { event: journey.event, customerId, traits: { told: true } }),
        put(customerId, { put: true }),
      ]),
    );
    expect(answers.filter(({ status }) => status >= 400)).toEqual([]);
    const enrolled = await waitFor(
      async () => {
        const filter = { journey: { eq: journey.key }, customerId: { starts: 'twin-' } };
        const { page } = await platform.client.get('/enrollments', {
          query: { filter, limit: 1, count: true },
        });
        return page.total === customers.length && page.total;
      },
      { describe: 'an enrollment of every twin' },
    );
    expect(enrolled).toBe(customers.length);
  });

  it('shows its enrollments and messages, and only its own', async () => {
    const journey = await aJourney(platform).publish({
      start: 'hello',
      steps: {
        hello: { type: 'message', template: 'hello', next: 'end' },
        end: { type: 'exit', reason: 'completed' },
      },
    });
    for (const id of ['own-1', 'own-2']) await journey.enter(id, { traits: { email: `${id}@example.com` } });
    for (const id of ['own-1', 'own-2']) await journey.message(id, ({ status }) => status === 'sent');
    const path = { id: 'own-1' };
    const enrollments = await platform.client.get('/customers/{id}/enrollments', { path });
    const messages = await platform.client.get('/customers/{id}/messages', { path });
    expect(enrollments.data.map(({ customerId }) => customerId)).toEqual(['own-1']);
    expect(messages.data.map(({ address }) => address)).toEqual(['own-1@example.com']);
  });
});
