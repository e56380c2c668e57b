import { CATALOG_TYPES, CatalogApiModule } from '@parcours/catalog';
import { profiles } from '@parcours/testing';
import { extract, type Headers, pack } from 'tar-stream';

import { ADMIN_TOKEN, type RunningApi, startApi } from './support/running-api.js';
import { DESCRIPTIVE_STARTERS } from './support/starters.js';

interface Entry extends Partial<Headers> {
  readonly name: string;
  readonly text?: string;
}

function tarOf(...entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack();
  for (const { text = '', ...header } of entries) archive.entry(header, text);
  archive.finalize();
  return bytesOf(archive);
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function entriesOf(archive: Buffer): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const reading = extract();
  reading.end(archive);
  for await (const entry of reading) found.set(entry.header.name, (await bytesOf(entry)).toString());
  return found;
}

const LETTER = 'name: A letter\nkind: physical\ndirection: outbound\n';
const letter = (more: Partial<Entry> = {}) => ({ name: './touchpoints/letter.yaml', text: LETTER, ...more });

describe.each(profiles)('a folder as an archive on $name (F4)', (profile) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi(profile, { types: CATALOG_TYPES, modules: [CatalogApiModule] });
  });

  afterAll(() => api.close());

  /** Each test begins with nothing. */
  afterEach(async () => {
    const body = { format: 'parcours/1', things: [], types: CATALOG_TYPES.map(({ name }) => name) };
    expect((await api.call('POST', 'import?prune=true', { body })).status).toBe(200);
  });

  async function send(archive: Buffer, query = '', route = 'import') {
    const response = await fetch(`${api.url}/api/v1/${route}${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/x-tar' },
      body: new Uint8Array(archive),
    });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at by assertions alone
    return { status: response.status, body: (await response.json()) as any };
  }

  async function pulled(query = ''): Promise<Buffer> {
    const response = await fetch(`${api.url}/api/v1/export?format=yaml${query}`, {
      headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
    });
    expect(response.headers.get('content-type')).toBe('application/x-tar');
    return Buffer.from(await response.arrayBuffer());
  }

  it('comes out of an import as it went in, byte by byte', async () => {
    const things = DESCRIPTIVE_STARTERS.map(({ type, document }) => ({ type, document }));
    const body = { format: 'parcours/1', things };
    expect((await api.call('POST', 'import?publish=true', { body })).status).toBe(200);
    const archive = await pulled();
    const files = await entriesOf(archive);
    expect(files.size).toBe(DESCRIPTIVE_STARTERS.length + CATALOG_TYPES.length);
    expect(files.get('touchpoints/sms.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.parcours\/schemas\/touchpoints\.json\nkey: sms\nname:\n/,
    );
    const other = await startApi(profile, { types: CATALOG_TYPES, modules: [CatalogApiModule] });
    const first = api;
    try {
      api = other;
      const { status, body: answer } = await send(archive, '?publish=true');
      expect({ status, counts: answer.data?.counts }).toMatchObject({
        status: 200,
        counts: { create: DESCRIPTIVE_STARTERS.length },
      });
      expect((await pulled()).equals(archive)).toBe(true);
    } finally {
      api = first;
      await other.close();
    }
  });

  it('speaks for the types whose schemas it has', async () => {
    await send(await tarOf(letter(), { name: 'offers/gift.yaml', text: 'name: A gift\n' }));
    const withSchema = await tarOf(letter(), { name: '.parcours/schemas/offers.json', text: '{}' });
    const { body } = await send(withSchema, '?dry_run=true&prune=true');
    expect(body.data.things).toMatchObject([
      { key: 'letter', action: 'unchanged' },
      { type: 'offers', key: 'gift', action: 'delete' },
    ]);
  });

  it('is read past what is no content, and past its folders', async () => {
    const archive = await tarOf(
      { name: 'touchpoints', type: 'directory' },
      { name: 'README.md', text: '# Ours' },
      { name: '.git/config.yaml', text: 'x' },
      { name: 'touchpoints/._letter.yaml', text: '\0' },
      { name: 'touchpoints/notes.txt', text: 'x' },
      letter(),
    );
    expect((await send(archive)).body.data).toMatchObject({
      applied: true,
      counts: { create: 1 },
      defects: [],
    });
  });

  it.each([
    [
      'a symbolic link',
      { name: 'touchpoints/letter.yaml', type: 'symlink', linkname: '/etc/passwd' },
      'file.misplaced',
    ],
    [
      'a hard link',
      { name: 'touchpoints/x.yaml', type: 'link', linkname: 'touchpoints/letter.yaml' },
      'file.misplaced',
    ],
    ['a device', { name: 'dev', type: 'character-device' }, 'file.misplaced'],
    ['a way out of the folder', { name: 'touchpoints/../../letter.yaml', text: LETTER }, 'file.misplaced'],
    ['an absolute path', { name: '/touchpoints/letter.yaml', text: LETTER }, 'file.misplaced'],
    ['a folder of no type', { name: 'touchpoint/letter.yaml', text: LETTER }, 'file.unknown-type'],
    ['a file that is no YAML', { name: 'touchpoints/x.yaml', text: 'name: [' }, 'file.not-yaml'],
    [
      'a key other than the file name',
      { name: 'touchpoints/x.yaml', text: `key: y\n${LETTER}` },
      'file.wrong-key',
    ],
    [
      'a file of 5 MB',
      { name: 'touchpoints/x.yaml', text: `name: ${'x'.repeat(5_000_000)}` },
      'file.too-large',
    ],
    ['a file that is there already', { name: 'touchpoints/card.yaml', text: LETTER }, 'file.duplicate'],
  ] as const)('is refused with %s, whatever else it has', async (_what, entry, code) => {
    const archive = await tarOf(letter({ name: 'touchpoints/card.yaml' }), entry);
    const { status, body } = await send(archive);
    expect({
      status,
      code: body.code,
      codes: body.errors?.map((error: { code: string }) => error.code),
    }).toEqual({
      status: 422,
      code: 'content.import-refused',
      codes: [code],
    });
    expect((await api.call('GET', 'touchpoints')).body.data).toEqual([]);
  });

  it('is refused when it is none, or is cut short', async () => {
    const malformed = { status: 400, body: { code: 'content.malformed-archive' } };
    expect(await send(Buffer.alloc(2_000, 'no tar'))).toMatchObject(malformed);
    expect(await send((await tarOf(letter())).subarray(0, 530))).toMatchObject(malformed);
    expect((await api.call('GET', 'touchpoints')).body.data).toEqual([]);
  });

  it('is read no further than its limit, and says so', async () => {
    const archive = await tarOf({ name: 'photo.bin', text: 'x'.repeat(65 * 1_048_576) }, letter());
    expect(await send(archive)).toMatchObject({
      status: 413,
      body: { detail: 'A body may have 64 MiB at most.' },
    });
  });

  it('is taken by no other route', async () => {
    expect(await send(await tarOf(letter()), '', 'touchpoints')).toMatchObject({
      status: 415,
      body: { code: 'http.unsupported-media-type' },
    });
  });
});
