import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { type ContentChange, ContentChanges, ContentErrors } from '@parcours/content';
import { Database } from '@parcours/database';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

const A_TOUCHPOINT = { name: 'A letter', kind: 'physical', direction: 'outbound' };

describe.each(profiles)('changes of content on $name', (profile) => {
  let api: RunningApi;
  let told: (readonly ContentChange[])[] = [];
  let forbidden: string | undefined;

  beforeAll(async () => {
    api = await startApi(profile, { types: [TOUCHPOINT_TYPE] });
    api.app.get(ContentChanges).subscribe({
      changing: async (sql, changes) => {
        for (const { key, action } of changes) {
          await sql.run('INSERT INTO settings (name, value) VALUES (?, ?)', [`${key}-${action}`, '1']);
          if (key === forbidden) throw ContentErrors.changedMeanwhile({ singular: 'touchpoint', key });
        }
      },
      changed: (changes) => {
        told.push(changes);
        throw new Error('A listener that fails after the commit changes nothing.');
      },
    });
  });

  beforeEach(() => {
    told = [];
    forbidden = undefined;
  });

  afterAll(async () => {
    await api.close();
  });

  const put = (key: string, body: object = A_TOUCHPOINT) => api.call('PUT', `touchpoints/${key}`, { body });
  const settingOf = async (name: string) =>
    (await api.app.get(Database).sql.select('SELECT value FROM settings WHERE name = ?', [name])).length;

  it('are told once each, with who made them and from where', async () => {
    await put('letter');
    await put('letter', { ...A_TOUCHPOINT, name: 'A longer letter' });
    await api.call('POST', 'touchpoints/letter/publish', { body: { note: 'better' } });
    for (const path of ['unpublish', 'archive', 'unarchive']) {
      await api.call('POST', `touchpoints/letter/${path}`);
    }
    await api.call('DELETE', 'touchpoints/letter');
    const by = { kind: 'token', name: 'bootstrap', address: '127.0.0.1' };
    expect(
      told.flat().map(({ action, version, note, revision }) => [action, revision, version, note]),
    ).toEqual([
      ['created', 0, null, null],
      ['saved', 1, null, null],
      ['published', 2, 1, 'better'],
      ['unpublished', 3, null, null],
      ['archived', 4, null, null],
      ['unarchived', expect.any(Number), null, null],
      ['deleted', expect.any(Number), null, null],
    ]);
    expect(told.flat()[1]).toMatchObject({
      type: 'touchpoints',
      key: 'letter',
      before: { name: 'A letter' },
      after: { name: 'A longer letter' },
      by,
    });
    expect([told.flat().at(0)?.before, told.flat().at(-1)?.after]).toEqual([null, null]);
    expect(await settingOf('letter-deleted')).toBe(1);
  });

  it('of a release are told together, with its id', async () => {
    await put('one');
    await put('two');
    told = [];
    const items = ['one', 'two'].map((key) => ({ type: 'touchpoints', key, action: 'publish' }));
    const { body } = await api.call('POST', 'releases', { body: { name: 'Both', items } });
    await api.call('POST', `releases/${String(body.data.id)}/publish`);
    expect(told).toHaveLength(1);
    expect(told.flat().map(({ key, action, release }) => [key, action, release])).toEqual([
      ['one', 'published', body.data.id],
      ['two', 'published', body.data.id],
    ]);
  });

  it('can be forbidden by a listener: then nothing is written, not by it either', async () => {
    forbidden = 'secret';
    expect(await put('secret')).toMatchObject({ status: 409, body: { code: 'content.changed-meanwhile' } });
    expect((await api.call('GET', 'touchpoints/secret')).status).toBe(404);
    expect(await settingOf('secret-created')).toBe(0);
    expect(told).toEqual([]);
  });
});
