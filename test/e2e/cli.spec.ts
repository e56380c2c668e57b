import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { profiles } from '@parcours/testing';

import { CommandDesk } from './support/command.js';
import { type Platform, startPlatform } from './support/platform.js';

const LETTER = [
  '# By post',
  'key: letter',
  'name: A letter',
  'kind: physical # on paper',
  'direction: outbound',
  '',
].join('\n');

describe.each(profiles)('the parcours command (F4) on $name', (profile) => {
  let platform: Platform;
  let desk: CommandDesk;

  beforeAll(async () => {
    platform = await startPlatform(profile);
  });

  afterAll(() => platform.stop());

  beforeEach(async () => {
    const { types } = (await platform.call('GET', '/export')).body;
    const nothing = { format: 'parcours/1', things: [], types };
    expect((await platform.call('POST', '/import?prune=true', nothing)).status).toBe(200);
    desk = await CommandDesk.open({
      PARCOURS_URL: platform.url,
      PARCOURS_TOKEN: platform.environment['PARCOURS_ADMIN_TOKEN']!,
    });
  });

  afterEach(() => desk.close());

  const there = async (path: string) => (await platform.call('GET', path)).body.data;

  /** The letter, on both sides. */
  async function synchronised(): Promise<void> {
    await desk.write('touchpoints/letter.yaml', LETTER);
    await desk.write('touchpoints/card.yaml', LETTER.replace('key: letter', 'key: card'));
    expect(await desk.run('push', '--publish', '--yes')).toMatchObject({ code: 0, err: '' });
    expect((await desk.run('pull')).code).toBe(0);
  }

  it('shows a plan that reads like a diff, carries it out when told to, and then has nothing to do', async () => {
    await synchronised();
    await desk.write('touchpoints/letter.yaml', LETTER.replace('physical', 'digital'));
    await desk.write('touchpoints/email.yaml', LETTER.replace('key: letter', 'key: email'));
    await desk.remove('touchpoints/card.yaml');
    const planned = await desk.run('plan', '--prune', '--exit-code');
    expect(planned).toEqual({
      code: 2,
      err: '',
      out: [
        '+ touchpoints/email  create',
        '~ touchpoints/letter  save',
        '    kind: "physical" became "digital"',
        '- touchpoints/card  delete',
        '',
        '1 to create, 1 to change, 1 to delete.',
        '2 things are not in use as written here; --publish does that.',
        '',
      ].join('\n'),
    });
    expect((await desk.answering(() => Promise.resolve(false), 'push', '--prune', '--publish')).err).toBe(
      'Nothing was changed.\n',
    );
    expect((await there('/touchpoints/letter')).kind).toBe('physical');
    const pushed = await desk.answering(() => Promise.resolve(true), 'push', '--prune', '--publish');
    expect(pushed).toMatchObject({
      code: 0,
      out: expect.stringContaining('Done: 2 things saved, 2 things published, 1 thing deleted.'),
    });
    expect(await there('/touchpoints/letter')).toMatchObject({
      kind: 'digital',
      status: 'published',
      version: 2,
    });
    expect(await desk.run('plan', '--prune', '--publish', '--exit-code')).toMatchObject({
      code: 0,
      out: '2 unchanged.\n',
    });
  });

  it('asks nobody where there is no terminal, and does nothing', async () => {
    await desk.write('touchpoints/letter.yaml', LETTER);
    const { code, err } = await desk.run('push');
    expect({ code, err }).toEqual({
      code: 1,
      err: 'parcours: There is no terminal to ask at. Add --yes to carry the plan out.\n',
    });
    expect(await there('/touchpoints')).toEqual([]);
  });

  it('keeps comments and the style of a file that changes there', async () => {
    await synchronised();
    await platform.data('PATCH', '/touchpoints/letter', { name: 'A postcard', kind: 'digital' });
    await platform.data('POST', '/touchpoints/letter/publish', {});
    expect((await desk.run('pull')).out).toBe(
      '~ touchpoints/letter.yaml\n\n2 files: 1 updated, 1 unchanged.\n',
    );
    expect(await desk.read('touchpoints/letter.yaml')).toBe(
      LETTER.replace('A letter', 'A postcard').replace('physical', 'digital'),
    );
  });

  it('leaves to the other side what changed there alone, and stops where both have changed', async () => {
    await synchronised();
    await platform.data('PATCH', '/touchpoints/letter', { name: 'Theirs' });
    await platform.data('PATCH', '/touchpoints/card', { name: 'Theirs' });
    await desk.write(
      'touchpoints/card.yaml',
      LETTER.replace('key: letter\nname: A letter', 'key: card\nname: Ours'),
    );
    const pushed = await desk.run('push', '--yes');
    expect(pushed).toEqual({
      code: 3,
      err: '',
      out: [
        '! touchpoints/card  conflict: changed on both sides',
        '    name: "Theirs" became "Ours"',
        '= touchpoints/letter  left as it is: changed there',
        '    name: "Theirs" became "A letter"',
        '',
        '1 in conflict, 1 left as they are there.',
        '',
      ].join('\n'),
    });
    expect((await there('/touchpoints/card')).name).toBe('Theirs');
    const pulled = await desk.run('pull');
    expect(pulled).toMatchObject({
      code: 3,
      out: expect.stringContaining('! touchpoints/card.yaml  edited here, changed there\n'),
    });
    expect(await desk.read('touchpoints/letter.yaml')).toContain('name: Theirs');
    expect(await desk.read('touchpoints/card.yaml')).toContain('name: Ours');
    expect((await desk.run('push', '--yes', '--force')).code).toBe(0);
    expect((await there('/touchpoints/card')).name).toBe('Ours');
    await platform.data('PATCH', '/touchpoints/card', { name: 'Theirs again' });
    await desk.write('touchpoints/card.yaml', 'key: [');
    expect((await desk.run('pull')).code).toBe(3);
    expect((await desk.run('pull', '--force')).code).toBe(0);
    expect(await desk.read('touchpoints/card.yaml')).toContain('name: Theirs again');
  });

  it('takes away what was deleted there, and brings nothing back', async () => {
    await synchronised();
    await platform.call('DELETE', '/touchpoints/card');
    expect(await desk.run('push', '--yes')).toMatchObject({
      code: 0,
      out: '= touchpoints/card  left as it is: deleted there\n\n1 left as they are there, 1 unchanged.\n',
    });
    expect((await desk.run('pull')).out).toBe(
      '- touchpoints/card.yaml\n\n2 files: 1 deleted, 1 unchanged.\n',
    );
    await desk.remove('touchpoints/letter.yaml');
    expect((await desk.run('pull')).out).toContain('= touchpoints/letter.yaml  deleted here\n');
    expect(await desk.run('push', '--prune', '--yes')).toMatchObject({ code: 0 });
    expect(await there('/touchpoints')).toEqual([]);
  });

  it('finishes what a pull that was cut short has begun', async () => {
    await synchronised();
    const whole = await desk.files();
    await desk.remove('.parcours/state.json');
    await desk.remove('.parcours/schemas');
    await desk.remove('touchpoints/card.yaml');
    await desk.write('touchpoints/letter.yaml.unfinished', 'key: let');
    expect((await desk.run('pull')).code).toBe(0);
    await desk.remove('touchpoints/letter.yaml.unfinished');
    const again = await desk.files();
    expect([...again.keys()]).toEqual([...whole.keys()]);
    expect(again.get('touchpoints/card.yaml')).toContain('key: card\n');
    expect(await desk.run('plan', '--prune', '--exit-code')).toMatchObject({
      code: 0,
      out: '2 unchanged.\n',
    });
  });

  it('names file, line and column of what the installation finds, and nothing is written', async () => {
    await desk.write('touchpoints/letter.yaml', LETTER);
    await desk.write(
      'journey-maps/today.yaml',
      'name: Today\nkind: current\nphaseSet: lifecycle\nphases:\n  - phase: awareness\n    moments:\n      - touchpoint: lettre\n',
    );
    const pushed = await desk.run('push', '--publish', '--yes');
    expect(pushed.code).toBe(4);
    expect(pushed.out).toContain(
      "journey-maps/today.yaml:7:9 error There is no touchpoint 'lettre'. Did you mean 'letter'? content.unknown-reference\n",
    );
    expect(await there('/touchpoints')).toEqual([]);
  });

  it('sends nothing of a folder with files that cannot be read', async () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [at, name] of Array.from('bcdefghi').entries()) {
      bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[at]!}`).join(',')}]`);
    }
    const wrong = {
      'touchpoints/bomb.yaml': [bomb.join('\n'), '1:1 error', 'file.too-many-aliases'],
      'touchpoints/broken.yaml': ['name: [a\nkind: x\n', '2:1 error', 'file.not-yaml'],
      'touchpoints/large.yaml': [`name: ${'x'.repeat(5_000_000)}`, '1:1 error', 'file.too-large'],
      'touchpoints/latin.yaml': [Buffer.from('name: \xc9', 'latin1'), '1:1 error', 'file.not-yaml'],
      'touchpoints/other.yaml': [LETTER, '2:1 error', 'file.wrong-key'],
      'touchpoints/twice.yml': [LETTER, '1:1 error', 'file.misplaced'],
      'touchpoints/tagged.yaml': ['name: !!js/function x\n', '1:21 error', 'file.tag'],
    } as const;
    for (const [path, [text]] of Object.entries(wrong)) await desk.write(path, text);
    await desk.write('touchpoints/letter.yaml', LETTER);
    await symlink('/etc/hostname', join(desk.folder, 'touchpoints/link.yaml'));
    const { code, out } = await desk.run('push', '--yes');
    expect(code).toBe(4);
    for (const [path, [, place, defect]] of Object.entries(wrong)) {
      expect(out).toMatch(new RegExp(`^${path}:${place} .* ${defect}$`, 'm'));
    }
    expect(out).toContain('touchpoints/link.yaml:1:1 error Only files are read: no links and no devices.');
    expect(await there('/touchpoints')).toEqual([]);
  });

  it('tells of a folder that is no content type', async () => {
    await desk.write('touchpoint/letter.yaml', LETTER);
    expect(await desk.run('push', '--yes')).toMatchObject({
      code: 4,
      out: expect.stringContaining(
        "touchpoint/letter.yaml:2:1 error There is no content type 'touchpoint'. Did you mean 'touchpoints'? content.unknown-type\n",
      ),
    });
  });

  it('checks files without a connection, by the schemas of the last pull', async () => {
    await synchronised();
    await desk.write('touchpoints/letter.yaml', `${LETTER}knd: x\n`);
    await desk.write('touchpoints/idea.yaml', '$state: draft\nname: An idea\nkind: digitl\n');
    await desk.write('offers/gift.yaml', 'name: A gift\n');
    const offline = desk.with({ PARCOURS_URL: 'http://127.0.0.1:1' });
    const { code, out } = await offline.run('validate');
    expect(code).toBe(4);
    expect(out).toBe(
      [
        "offers/gift.yaml:1:1 error 'kind' is missing. schema.required",
        "offers/gift.yaml:1:1 error 'headline' is missing. schema.required",
        "touchpoints/idea.yaml:1:1 warning 'direction' is missing. schema.required",
        "touchpoints/idea.yaml:3:1 error Must be one of physical, digital, human, device. Did you mean 'digital'? schema.enum",
        "touchpoints/letter.yaml:6:1 error 'knd' is not known here. Did you mean 'kind'? schema.additional-properties",
        '4 errors.',
        '',
      ].join('\n'),
    );
  });

  it('answers in JSON for programs', async () => {
    await desk.write('touchpoints/letter.yaml', LETTER);
    const planned = JSON.parse((await desk.run('plan', '--json')).out);
    expect(planned).toMatchObject({ applied: false, counts: { create: 1 }, findings: [] });
    const pushed = JSON.parse((await desk.run('push', '--json', '--yes')).out);
    expect(pushed).toMatchObject({ applied: true, things: [{ key: 'letter', effects: ['save'] }] });
    const pulled = JSON.parse((await desk.run('pull', '--json')).out);
    expect(pulled.files).toMatchObject([{ path: 'touchpoints/letter.yaml', change: 'updated' }]);
    await desk.write('touchpoints/letter.yaml', 'name: [');
    expect(JSON.parse((await desk.run('validate', '--json')).out)).toMatchObject({
      valid: false,
      findings: [{ path: 'touchpoints/letter.yaml', line: 1, code: 'file.not-yaml' }],
    });
  });

  it('needs an address and a token, takes them from the folder too, and says what is wrong with them', async () => {
    await desk.write('touchpoints/letter.yaml', LETTER);
    const err = async (environment: Record<string, string>, ...args: string[]) => {
      const ran = await desk
        .with({ PARCOURS_URL: '', PARCOURS_TOKEN: '', ...environment })
        .run('plan', ...args);
      expect(ran.code).toBe(1);
      return ran.err;
    };
    expect(await err({})).toContain('Say so with --url, PARCOURS_URL');
    expect(await err({ PARCOURS_URL: 'ftp://x' })).toContain("'ftp://x' is no web address");
    expect(await err({ PARCOURS_URL: platform.url })).toContain('An API token is needed');
    expect(await err({ PARCOURS_URL: platform.url }, '--token', 'prc_wrong')).toContain(
      '(http.unauthenticated)',
    );
    expect(await err({ PARCOURS_TOKEN: 'x' }, '--url', 'http://127.0.0.1:1')).toContain(
      'No answer from http://127.0.0.1:1',
    );
    await desk.write('.parcours/config.yaml', 'urll: x\n');
    expect(await err({})).toBe(
      "parcours: .parcours/config.yaml:1:1 'urll' is not known here. Did you mean 'url'?\n",
    );
    await desk.write('.parcours/config.yaml', `url: ${platform.url}\n`);
    const token = platform.environment['PARCOURS_ADMIN_TOKEN']!;
    expect((await desk.with({ PARCOURS_URL: '' }).run('plan', '--token', token)).code).toBe(0);
    expect((await desk.run('plan', 'nowhere')).err).toContain('nowhere. parcours pull makes it.');
    expect(await desk.run('psh')).toMatchObject({
      code: 1,
      err: expect.stringContaining('(Did you mean push?)'),
    });
  });

  it.each([
    {
      types: ['touchpoints'],
      things: [{ type: 'touchpoints', state: 'draft', document: { key: '../../out' } }],
    },
    { types: ['../../out'], things: [] },
  ])('writes nothing outside of its folder, whatever answers: %j', async (content) => {
    const server = createServer((_request, response) => {
      response.end(JSON.stringify({ format: 'parcours/1', instance: 'x', ...content }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    try {
      const { code, err } = await desk.run('pull', 'inner', '--url', url);
      expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read') });
      expect([...(await desk.files()).keys()]).toEqual([]);
    } finally {
      server.close();
    }
  });

  it('prunes nothing by a folder that was never pulled', async () => {
    await desk.write('touchpoints/letter.yaml', LETTER);
    expect(await desk.run('push', '--prune', '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Run parcours pull first.'),
    });
  });

  it('refuses what has changed between the question and the answer', async () => {
    await synchronised();
    await desk.write('touchpoints/letter.yaml', LETTER.replace('A letter', 'Ours'));
    const pushed = await desk.answering(async () => {
      await platform.data('PATCH', '/touchpoints/letter', { name: 'Theirs' });
      return true;
    }, 'push');
    expect(pushed).toMatchObject({ code: 3, err: expect.stringContaining('changed on both sides') });
    expect((await there('/touchpoints/letter')).name).toBe('Theirs');
  });
});
