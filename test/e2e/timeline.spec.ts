import { profiles, waitFor } from '@parcours/testing';

import { settled, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

interface EntrySeen {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly name: string;
  readonly layer: string | null;
  readonly channel: string | null;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- looked at by assertions alone
  readonly details: any;
}

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

describe.each(profiles)('the timeline of a customer (A4, D3) on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
    await platform.publish('event-definitions', 'order.completed', {
      ...{ name: 'Order', layer: 'transactional', channel: 'shop', device: 'till', department: 'Sales' },
      schema: { properties: { amount: { type: 'number' } } },
    });
    await platform.publish('event-definitions', 'chat.received', {
      ...{ name: 'Chat', layer: 'behavioural', channel: 'chat' },
      says: { direction: 'inbound', text: 'message.body' },
    });
    await platform.publish('journey-templates', 'greeting', {
      name: 'Greeting',
      definition: {
        entry: { triggers: [{ type: 'event', event: 'visited' }], reentry: { mode: 'always' } },
        start: 'hello',
        steps: {
          hello: { type: 'message', touchpoint: 'marketing-email', template: 'hello', next: 'mark' },
          mark: { type: 'update', set: { greeted: true }, next: 'end' },
          end: { type: 'exit', reason: 'completed' },
        },
      },
    });
  });
  afterAll(() => platform.stop());

  const timeline = async (id: string, query = ''): Promise<EntrySeen[]> => {
    const { status, body } = await platform.call('GET', `/customers/${id}/timeline?${query}`);
    expect({ status, errors: body.errors }).toEqual({ status: 200 });
    return body.data;
  };
  const names = async (id: string, query = '') => (await timeline(id, query)).map(({ name }) => name);

  /** One customer with something of everything. */
  async function lived(): Promise<string> {
    const id = unique('lived');
    await platform.data('POST', '/events', [
      { event: 'visited', customerId: id, occurredAt: ago(5), traits: { email: `${id}@example.com` } },
      { event: 'order.completed', customerId: id, occurredAt: ago(30), properties: { amount: 140 } },
      { event: 'order.completed', customerId: id, occurredAt: ago(20), properties: { amount: '140' } },
      {
        event: 'chat.received',
        customerId: id,
        occurredAt: ago(10),
        properties: { message: { body: 'Hi?' } },
      },
    ]);
    await waitFor(async () => (await platform.call('GET', `/customers/${id}`)).status === 200);
    await platform.data('POST', `/customers/${id}/notes`, {
      ...{
        text: 'Call before noon.',
        kind: 'rep-note',
        author: 'Grace',
        sentiment: 'neutral',
        channel: 'phone',
      },
      occurredAt: ago(15),
    });
    await platform.data('POST', `/customers/${id}/notes`, {
      ...{
        text: 'Late again!',
        kind: 'social-comment',
        sentiment: 'negative',
        source: 'https://s.example/1',
      },
      occurredAt: ago(2),
    });
    await settled(platform, id);
    await waitFor(async () => (await names(id)).includes('message.sent'), {
      describe: 'the message to be sent',
    });
    return id;
  }

  it('has everything in one order, the latest first, late events in their own place', async () => {
    const id = await lived();
    const entries = await timeline(id);
    const times = entries.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
    const seen = entries.filter(({ name }) => name !== 'mark').map(({ name }) => name);
    expect(seen.slice(-6)).toEqual([
      ...['note.added', 'visited', 'chat.received', 'note.added', 'order.completed', 'order.completed'],
    ]);
    const decided = seen.slice(0, -6);
    expect(decided).toEqual(
      expect.arrayContaining(['journey.ended', 'message.sent', 'journey.step', 'journey.entered']),
    );
    expect(await names(id, 'sort=at')).toEqual(entries.map(({ name }) => name).reverse());
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
  });

  it('follows the ids of a merged customer (C5): one timeline, asked by whichever id', async () => {
    const [from, into] = [await lived(), unique('winner')];
    const before = await timeline(from);
    await platform.data('POST', '/events', [
      { event: 'seen', customerId: into, occurredAt: ago(25) },
      { event: 'seen', customerId: into, occurredAt: ago(1) },
    ]);
    await settled(platform, into);
    const own = await timeline(into);
    expect(own.filter(({ name }) => name === 'seen')).toHaveLength(2);
    expect((await platform.call('POST', '/customers/merge', { from, into })).status).toBe(200);
    await platform.data('POST', '/events', { event: 'late', customerId: from, occurredAt: ago(18) });
    await waitFor(async () => (await names(into)).includes('late'), { describe: 'the late event' });
    const merged = await timeline(into);
    const ids = merged.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([...before, ...own].map(({ id }) => id)));
    const past = merged.filter(
      ({ name }) => name === 'seen' || name === 'late' || name === 'order.completed',
    );
    expect(past.map(({ name }) => name)).toEqual([
      ...['seen', 'late', 'order.completed', 'seen', 'order.completed'],
    ]);
    expect(await timeline(from)).toEqual(merged);
    const first = await platform.call('GET', `/customers/${from}/timeline?limit=2`);
    expect(await timeline(from, `limit=100&cursor=${String(first.body.page.next)}`)).toEqual(merged.slice(2));
    expect(await names(from, 'filter[name][eq]=late')).toEqual(['late']);
  });

  it('says of each entry where it comes from, and what it holds', async () => {
    const id = await lived();
    const entries = await timeline(id);
    const [broken, order] = entries.filter(({ name }) => name === 'order.completed');
    expect(order).toMatchObject({
      ...{ kind: 'event', layer: 'transactional', channel: 'shop', device: 'till', department: 'Sales' },
      details: { properties: { amount: 140 }, breaksSchema: false, context: null },
    });
    expect(broken?.details).toMatchObject({ properties: { amount: '140' }, breaksSchema: true });
    expect(entries.find(({ name }) => name === 'note.added')).toMatchObject({
      ...{ kind: 'note', layer: 'anecdotal' },
      details: { text: 'Late again!', kind: 'social-comment', sentiment: 'negative' },
    });
    expect(entries.find(({ name }) => name === 'message.sent')).toMatchObject({
      ...{ kind: 'message', channel: 'email', layer: null },
      details: { journey: 'greeting', step: 'hello', template: 'hello', status: 'sent' },
    });
    expect(entries.find(({ name }) => name === 'journey.ended')).toMatchObject({
      ...{ kind: 'journey', details: { journey: 'greeting', version: 1, reason: 'completed' } },
    });
    const step = entries.find(({ details }) => details.step === 'mark');
    expect(step).toMatchObject({
      name: 'journey.step',
      details: { type: 'update', words: expect.any(String) },
    });
    const french = await timeline(id, 'locale=fr&filter[name][eq]=journey.step');
    expect(french.find(({ details }) => details.step === 'mark')?.details.words).not.toBe(
      step?.details.words,
    );
  });

  it('is filtered by kind, layer, channel, name and time', async () => {
    const id = await lived();
    const all = await timeline(id);
    const expected = (passes: (entry: EntrySeen) => boolean) => all.filter(passes).map((entry) => entry.id);
    const ids = async (query: string) => (await timeline(id, query)).map((entry) => entry.id);
    const cases: [string, (entry: EntrySeen) => boolean][] = [
      ['filter[kind][eq]=note', ({ kind }) => kind === 'note'],
      ['filter[kind][eq]=event', ({ kind }) => kind === 'event'],
      ['filter[kind][in]=message,journey', ({ kind }) => ['message', 'journey'].includes(kind)],
      [
        'filter[layer][in]=transactional,anecdotal',
        ({ layer }) => ['transactional', 'anecdotal'].includes(layer!),
      ],
      ['filter[channel][in]=email,shop', ({ channel }) => ['email', 'shop'].includes(channel!)],
      ['filter[name][eq]=message.sent', ({ name }) => name === 'message.sent'],
      ['filter[name][starts]=journey.', ({ name }) => name.startsWith('journey.')],
      ['filter[name][in]=visited,journey.ended', ({ name }) => ['visited', 'journey.ended'].includes(name)],
      [`filter[at][gte]=${ago(16)}&filter[at][lt]=${ago(4)}`, ({ at }) => at >= ago(16) && at < ago(4)],
      [`filter[at][gt]=${ago(1)}`, ({ at }) => at > ago(1)],
      ['filter[kind][eq]=journey&filter[channel][eq]=email', () => false],
      ['filter[kind][eq]=note&filter[kind][in]=event,message', () => false],
    ];
    for (const [query, passes] of cases) {
      expect({ query, ids: await ids(query) }).toEqual({ query, ids: expected(passes) });
      expect({ query, ids: await ids(`${query}&sort=at`) }).toEqual({
        query,
        ids: expected(passes).reverse(),
      });
    }
    expect(cases.filter(([, passes]) => expected(passes).length === 0)).toHaveLength(2);
  });

  it('is read page by page without a gap or a repetition, also where many things share a moment', async () => {
    const id = unique('paged');
    const at = ago(3);
    await platform.data(
      'POST',
      '/events',
      Array.from({ length: 40 }, (_, n) => ({
        ...{ event: `e-${n % 3}`, customerId: id, occurredAt: n % 2 === 0 ? at : ago(n), properties: { n } },
      })),
    );
    for (let n = 0; n < 4; n++) await platform.data('POST', '/events', { event: 'visited', customerId: id });
    await settled(platform, id);
    for (const sort of ['-at', 'at']) {
      const whole = await platform.call('GET', `/customers/${id}/timeline?limit=200&count=true&sort=${sort}`);
      const expected = whole.body.data.map((entry: EntrySeen) => entry.id);
      expect(whole.body.page).toEqual({ next: null, limit: 200, total: expected.length });
      const paged: string[] = [];
      let cursor = '';
      do {
        const { body } = await platform.call(
          'GET',
          `/customers/${id}/timeline?limit=3&sort=${sort}${cursor}`,
        );
        paged.push(...body.data.map((entry: EntrySeen) => entry.id));
        cursor = body.page.next === null ? '' : `&cursor=${body.page.next}`;
      } while (cursor !== '');
      expect(paged).toEqual(expected);
    }
  });

  it('is empty where filters exclude each other, and counts what there is when asked to', async () => {
    const id = await lived();
    const page = async (query: string) =>
      (await platform.call('GET', `/customers/${id}/timeline?${query}`)).body.page;
    const nothing = 'filter[kind][eq]=note&filter[kind][in]=event,message';
    expect(await page(nothing)).toEqual({ next: null, limit: 50 });
    expect(await page(`${nothing}&count=true`)).toEqual({ next: null, limit: 50, total: 0 });
    expect(await page('filter[kind][eq]=note&count=true&limit=1')).toMatchObject({ limit: 1, total: 2 });
  });

  it.each([
    ['another sort', 'sort=name', 400],
    ['a filter that there is not', 'filter[colour][eq]=red', 400],
    ['a layer that there is not', 'filter[layer][eq]=emotional', 400],
    ['a cursor of another list', 'cursor=eyJmIjoieCIsInYiOlsxLDJdfQ', 400],
    ['another language', 'locale=de', 400],
  ])('refuses %s', async (_what, query, status) => {
    const id = unique('refusing');
    await platform.data('PUT', `/customers/${id}`, { traits: {} });
    expect((await platform.call('GET', `/customers/${id}/timeline?${query}`)).status).toBe(status);
  });

  it('is not there for one whom nobody knows', async () => {
    for (const view of ['timeline', 'conversation', 'notes']) {
      const { status, body } = await platform.call('GET', `/customers/nobody/${view}`);
      expect({ view, status, code: body.code }).toEqual({
        view,
        status: 404,
        code: 'audience.customer-not-found',
      });
    }
  });

  describe('the conversation', () => {
    it('has what was said on every channel, with the words', async () => {
      const id = await lived();
      const said = await platform.data('GET', `/customers/${id}/conversation`);
      const parts = said.map(
        ({ direction, channel, by, subject, text, sentiment }: Record<string, unknown>) => ({
          ...{ direction, channel, by, subject, text, sentiment },
        }),
      );
      const nothing = { by: null, subject: null, sentiment: null };
      expect(parts).toEqual([
        { ...nothing, direction: 'outbound', channel: 'email', subject: `Hello ${id}`, text: `Hello ${id}` },
        { ...nothing, direction: 'inbound', channel: null, text: 'Late again!', sentiment: 'negative' },
        { ...nothing, direction: 'inbound', channel: 'chat', text: 'Hi?' },
        {
          ...nothing,
          direction: 'internal',
          channel: 'phone',
          by: 'Grace',
          text: 'Call before noon.',
          sentiment: 'neutral',
        },
      ]);
      const byEmail = await platform.data('GET', `/customers/${id}/conversation?filter[channel][eq]=email`);
      expect(byEmail).toEqual([said[0]]);
      const first = await platform.call('GET', `/customers/${id}/conversation?limit=3`);
      const rest = await platform.call(
        'GET',
        `/customers/${id}/conversation?limit=3&cursor=${first.body.page.next}`,
      );
      expect([...first.body.data, ...rest.body.data]).toEqual(said);
    });

    it('goes on where the words of a message cannot be had any more', async () => {
      await platform.publish('message-templates', 'needs', {
        ...{
          name: 'Needs',
          channels: { email: { subject: 'You are {{customer.rank}}', html: '<p>Yes</p>' } },
        },
      });
      await platform.publish('journey-templates', 'needy', {
        name: 'Needy',
        definition: {
          entry: { triggers: [{ type: 'event', event: 'needed' }] },
          start: 'say',
          steps: {
            say: { type: 'message', touchpoint: 'marketing-email', template: 'needs', next: 'end' },
            end: { type: 'exit', reason: 'completed' },
          },
        },
      });
      const customerId = unique('needy');
      const traits = { email: `${customerId}@example.com`, rank: 'first' };
      await platform.data('POST', '/events', { event: 'needed', customerId, traits });
      await waitFor(async () => (await names(customerId).catch((): string[] => [])).includes('message.sent'));
      const [before] = await platform.data('GET', `/customers/${customerId}/conversation`);
      expect(before).toMatchObject({ subject: 'You are first', text: 'Yes' });
      await platform.data('PATCH', `/customers/${customerId}`, { traits: { rank: null } });
      const [after] = await platform.data('GET', `/customers/${customerId}/conversation`);
      expect(after).toMatchObject({ name: 'message.sent', direction: 'outbound', subject: null, text: null });
    });
  });

  describe('a note', () => {
    it('is there once, however often it is sent', async () => {
      const id = unique('noted');
      await platform.data('PUT', `/customers/${id}`, { traits: {} });
      const note = { text: 'Prefers tea.', kind: 'support-remark', messageId: 'n-1', source: 'desk' };
      for (let time = 0; time < 3; time++) {
        const { status, body } = await platform.call('POST', `/customers/${id}/notes`, note);
        expect({ status, body }).toEqual({ status: 202, body: { data: { accepted: 1 } } });
      }
      await settled(platform, id);
      const notes = await platform.data('GET', `/customers/${id}/notes`);
      expect(notes).toEqual([
        {
          ...{ id: expect.any(String), at: expect.any(String), text: 'Prefers tea.', kind: 'support-remark' },
          ...{
            sentiment: null,
            author: null,
            source: 'desk',
            channel: null,
            touchpoint: null,
            department: null,
          },
        },
      ]);
    });

    it.each<[string, object, string]>([
      ['no words', { text: '' }, '/text'],
      ['a kind that there is not', { kind: 'gossip' }, '/kind'],
      ['a sentiment that there is not', { sentiment: 'mixed' }, '/sentiment'],
      ['10,001 characters', { text: 'x'.repeat(10_001) }, '/text'],
      ['a time in the year 9999', { occurredAt: '9999-01-01T00:00:00Z' }, '/occurredAt'],
      ['a member that there is not', { colour: 'red' }, '/colour'],
    ])('with %s is refused', async (_what, change, pointer) => {
      const id = unique('strict');
      await platform.data('PUT', `/customers/${id}`, { traits: {} });
      const note = { text: 'x', kind: 'other', ...change };
      const { status, body } = await platform.call('POST', `/customers/${id}/notes`, note);
      expect({ status, pointer: body.errors?.[0]?.pointer }).toEqual({ status: 400, pointer });
    });

    it('of one whom nobody knows is refused', async () => {
      const { status } = await platform.call('POST', '/customers/nobody/notes', { text: 'x', kind: 'other' });
      expect(status).toBe(404);
    });
  });
});
