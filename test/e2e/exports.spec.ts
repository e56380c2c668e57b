import { profiles, waitFor } from '@parcours/testing';
import { unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

describe.each(profiles)('exports of customers on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  const put = (id: string, body: object) => platform.data('PUT', `/customers/${id}`, body);
  const get = (query: string) => platform.call('GET', `/customers/export?${query}`);

  async function imported(text: string, type: string, query = '') {
    const sent = await platform.send('POST', `/customers/import${query}`, text, { 'content-type': type });
    return waitFor(async () => {
      const seen = await platform.data('GET', `/imports/${sent.body.data.id}`);
      return seen.state === 'done' ? seen : undefined;
    });
  }

  it('writes CSV with the fields that are asked for, and nothing that a spreadsheet would run', async () => {
    const tag = unique('tag');
    const id = unique('csv');
    await put(id, {
      traits: {
        name: '=HYPERLINK("x")',
        note: 'a, "b"\nc',
        visits: -3,
        address: { city: 'Lyon' },
        odd: ['@x'],
      },
      phones: ['+33612345678'],
      tags: [tag, 'z'],
    });
    const fields = 'id,traits.name,traits.note,traits.visits,traits.address,traits.phone,tags,traits.none';
    const { status, headers, body } = await get(`tag=${tag}&fields=${fields}`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    expect(body).toBe(
      `${fields}\r\n${id},"'=HYPERLINK(""x"")","a, ""b""\nc",-3,"{""city"":""Lyon""}",'+33612345678,${tag}|z,\r\n`,
    );
  });

  it('writes NDJSON that an import takes for what it is', async () => {
    const tag = unique('tag');
    const id = unique('nd');
    await put(id, {
      traits: { plan: 'pro', address: { city: 'Lyon' } },
      emails: ['a@example.com'],
      tags: [tag],
    });
    const { body } = await get(`format=ndjson&tag=${tag}`);
    expect(JSON.parse(body)).toEqual(await platform.data('GET', `/customers/${id}`));
    expect((await imported(body, 'application/x-ndjson')).rows).toMatchObject({ unchanged: 1, rejected: 0 });
  });

  it('writes CSV that an import takes for what it is', async () => {
    const tag = unique('tag');
    await put(unique('rt'), {
      traits: { name: '-Ada', phone: '+33612345678' },
      emails: ['rt@example.com'],
      tags: [tag, 'other'],
    });
    const { body } = await get(`tag=${tag}&fields=id,traits.name,traits.email,traits.phone,tags`);
    expect((await imported(body, 'text/csv')).rows).toMatchObject({ unchanged: 1, rejected: 0 });
  });

  it('writes the members of a segment, every page of them', async () => {
    const stem = unique('page');
    const ids = Array.from({ length: 2_300 }, (_, at) => `${stem}-${at}`);
    await imported(['id', ...ids].join('\n'), 'text/csv');
    await platform.publish('segments', stem, {
      name: stem,
      kind: 'static',
      customers: [`${stem}-7`, `${stem}-8`],
    });
    const lines = ({ body }: { body: string }) => body.trimEnd().split('\r\n').slice(1);
    expect(lines(await get(`segment=${stem}&fields=id`)).sort()).toEqual([`${stem}-7`, `${stem}-8`]);
    const all = lines(await get('fields=id')).filter((line) => line.startsWith(stem));
    expect(new Set(all).size).toBe(2_300);
    expect(all).toHaveLength(2_300);
  });

  it.each([
    ['a segment that there is not', 'segment=none', 404, 'audience.segment-not-published'],
    ['a format that there is not', 'format=xls', 400, 'http.invalid-request'],
    ['fields that are none', 'fields=a,,b', 400, 'http.invalid-request'],
  ])('refuses %s', async (_what, query, status, code) => {
    const answer = await get(query);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
