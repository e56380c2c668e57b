import { profiles } from '@parcours/testing';

import { type Platform, smtpConnector, startPlatform } from './support/platform.js';

const NAME = 'CONNECTORS_POST_CONFIG_PASSWORD';
const SECRET = 'hünter2-very-long';

describe.each(profiles)('secrets in exports and imports on $name (F4, F10)', (profile) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await startPlatform(profile);
  });

  afterAll(() => platform.stop());

  afterEach(() => platform.call('DELETE', '/connectors/post'));

  const connector = (password: unknown, more: object = {}) => ({
    type: 'connectors',
    document: { key: 'post', ...smtpConnector(25, { user: 'ada', password, ...more }) },
  });

  const imported = (body: object, query = '') =>
    platform.call('POST', `/import${query}`, { format: 'parcours/1', ...body });

  const kept = async () =>
    (await platform.data('GET', '/connectors/post')) as { revision: number; config: object };

  it('are exported by name, never by value', async () => {
    await platform.call('PUT', '/connectors/post', connector(SECRET).document);
    const exported = await platform.call('GET', '/export?types=connectors');
    const thing = exported.body.things.find(
      ({ document }: never) => (document as { key: string }).key === 'post',
    );
    expect(thing.document.config.password).toEqual({ $secret: NAME });
    expect(JSON.stringify(exported.body)).not.toContain(SECRET);
    expect(JSON.stringify(exported.body)).not.toContain('v1:');
  });

  it('take the value that comes with the import, keep the stored one without, and tell which', async () => {
    const given = await imported({ things: [connector({ $secret: NAME })], secrets: { [NAME]: SECRET } });
    expect(given.body.data).toMatchObject({ applied: true, secrets: { given: [NAME], kept: [] } });
    const moved = connector({ $secret: NAME }, { port: 26 });
    const { body } = await imported({ things: [moved] });
    expect(body.data).toMatchObject({
      secrets: { given: [], kept: [NAME] },
      things: [{ action: 'update', summary: ['config › port: 25 became 26'] }],
    });
    expect(await kept()).toMatchObject({ config: { port: 26, password: { $secret: 'set' } } });
  });

  it('change nothing when the value is the stored one, and say no more than that they change when it is not', async () => {
    const things = [connector({ $secret: 'SMTP' })];
    await imported({ things, secrets: { SMTP: SECRET } });
    const { revision } = await kept();
    const same = await imported({ things, secrets: { SMTP: SECRET } });
    expect(same.body.data.things).toMatchObject([{ action: 'unchanged' }]);
    expect((await kept()).revision).toBe(revision);
    const other = await imported({ things, secrets: { SMTP: 'another-value' } });
    expect(other.body.data.things).toMatchObject([
      { action: 'update', summary: ['config › password › $secret: a secret was changed'] },
    ]);
    expect(JSON.stringify(other.body)).not.toMatch(/another-value|v1:/);
  });

  it('are refused without any value, by value, and where there is no secret', async () => {
    const refusals: [object, string, string][] = [
      [connector({ $secret: NAME }), '/connectors/post/config/password', 'content.secret-missing'],
      [connector(SECRET), '/connectors/post/config/password', 'content.secret-by-value'],
      [
        connector({ $secret: 'X' }, { user: { $secret: 'X' } }),
        '/connectors/post/config/user',
        'content.secret-misplaced',
      ],
    ];
    for (const [thing, pointer, code] of refusals) {
      const secrets = code === 'content.secret-misplaced' ? { X: SECRET } : {};
      const { status, body } = await imported({ things: [thing], secrets });
      expect({ status, errors: body.errors }).toMatchObject({ status: 422, errors: [{ pointer, code }] });
      expect(JSON.stringify(body)).not.toContain(SECRET);
    }
    expect((await platform.call('GET', '/connectors/post')).status).toBe(404);
  });
});
