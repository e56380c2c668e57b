import { profiles, waitFor } from '@parcours/testing';
import { settled, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

interface ImportSeen {
  readonly id: string;
  readonly state: string;
  readonly encoding: string | null;
  readonly mapping: Record<string, string | null> | null;
  readonly rows: Readonly<Record<string, number>>;
  readonly failure: string | null;
}

describe.each(profiles)('imports of customers on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
    await platform.publish('traits', 'visits', {
      name: 'Visits',
      trait: 'visits',
      schema: { type: 'integer' },
    });
    await platform.publish('traits', 'club', { name: 'Club', trait: 'club', schema: { type: 'boolean' } });
  });
  afterAll(() => platform.stop());

  const send = (text: string | Buffer, query = '', type = 'text/csv') =>
    platform.send('POST', `/customers/import${query}`, text as string, { 'content-type': type });
  const read = (id: string) => platform.data('GET', `/customers/${id}`);

  async function ended(id: string): Promise<ImportSeen> {
    let seen: ImportSeen | undefined;
    return waitFor(
      async () => {
        seen = await platform.data('GET', `/imports/${id}`);
        return seen && seen.state !== 'running' ? seen : undefined;
      },
      { describe: () => `the import to end: ${JSON.stringify(seen)}` },
    );
  }

  async function imported(text: string | Buffer, query = '', type = 'text/csv'): Promise<ImportSeen> {
    const { status, body } = await send(text, query, type);
    expect({ status, problem: status === 202 ? undefined : body }).toEqual({ status: 202 });
    return ended(body.data.id);
  }

  const rejected = async (id: string): Promise<string> =>
    (await platform.call('GET', `/imports/${id}/rejected.csv`)).body;

  it('creates and merges customers from CSV, and leaves alone what empty cells say nothing of', async () => {
    const [known, fresh] = [unique('csv'), unique('csv')];
    await platform.data('PUT', `/customers/${known}`, {
      traits: { email: 'old@example.com', city: 'Lyon', plan: 'pro' },
      tags: ['vip'],
    });
    const text = [
      'id,E-Mail,City,traits.address.zip,visits,club,tags',
      `${known},,Nice,06000,7,yes,`,
      `${fresh},"fresh@example.com","Saint-""É""",69001,-3,no,"a;b"`,
    ].join('\r\n');
    const done = await imported(text);
    expect(done).toMatchObject({
      state: 'done',
      encoding: 'utf-8',
      mapping: {
        id: 'externalId',
        'E-Mail': 'email',
        City: 'traits.city',
        'traits.address.zip': 'traits.address.zip',
        visits: 'traits.visits',
        club: 'traits.club',
        tags: 'tags',
      },
      rows: { received: 2, created: 1, updated: 1, unchanged: 0, rejected: 0, repeated: 0 },
    });
    expect(await read(known)).toMatchObject({
      revision: 2,
      tags: ['vip'],
      traits: {
        email: 'old@example.com',
        city: 'Nice',
        plan: 'pro',
        address: { zip: '06000' },
        visits: 7,
        club: true,
      },
    });
    expect(await read(fresh)).toMatchObject({
      kind: 'known',
      emails: ['fresh@example.com'],
      tags: ['a', 'b'],
      traits: { city: 'Saint-"É"', visits: -3, club: false },
    });
    const found = await platform.data('GET', `/customers?filter[tag][eq]=a`);
    expect(found.map(({ id }: { id: string }) => id)).toEqual([fresh]);
    expect(await imported(text)).toMatchObject({ rows: { created: 0, updated: 0, unchanged: 2 } });
  });

  it('takes away what an empty cell stands for with empty=null', async () => {
    const id = unique('empty');
    await platform.data('PUT', `/customers/${id}`, { traits: { city: 'Lyon', plan: 'pro' } });
    await imported(`id,city\n${id},\n`, '?empty=null');
    expect((await read(id)).traits).toEqual({ plan: 'pro' });
  });

  it('goes by the mapping it is given, and leaves other columns out', async () => {
    const id = unique('map');
    const mapping = { Nummer: 'externalId', Ort: 'traits.city', 'Opt-in': 'consent.email.news', Rest: null };
    const text = `Nummer;Ort;Opt-in;Rest;Noch was\n${id};Köln;yes;x;y\n`;
    const done = await imported(text, `?mapping=${encodeURIComponent(JSON.stringify(mapping))}`);
    expect(done.mapping).toEqual({
      Nummer: 'externalId',
      Ort: 'traits.city',
      'Opt-in': 'consent.email.news',
      Rest: null,
      'Noch was': null,
    });
    expect((await read(id)).traits).toEqual({ city: 'Köln' });
    const { consents } = await platform.data('GET', `/customers/${id}/consents`);
    expect(consents).toEqual([
      expect.objectContaining({ channel: 'email', topic: 'news', state: 'granted', source: 'import' }),
    ]);
  });

  it('never grants what a customer has denied, and denies what it is told to', async () => {
    const [denied, granted] = [unique('no'), unique('yes')];
    for (const [id, state] of [
      [denied, 'denied'],
      [granted, 'granted'],
    ]) {
      await platform.data('PUT', `/customers/${id}`, { traits: {} });
      await platform.data('PUT', `/customers/${id}/consents`, { consents: [{ channel: 'email', state }] });
    }
    await imported(`id,consent.email\n${denied},granted\n${granted},no\n`);
    const stateOf = async (id: string) =>
      (await platform.data('GET', `/customers/${id}/consents`)).consents[0].state;
    expect([await stateOf(denied), await stateOf(granted)]).toEqual(['denied', 'denied']);
  });

  it('takes NDJSON in the shape of an export', async () => {
    const [one, other] = [unique('nd'), unique('nd')];
    const lines = [
      {
        id: one,
        kind: 'known',
        traits: { plan: 'pro', address: { city: 'Lyon' } },
        emails: ['a@example.com'],
        lane: 3,
      },
      { id: other, traits: { plan: null }, tags: ['x'], consents: [{ channel: 'sms', state: 'granted' }] },
    ];
    const done = await imported(
      lines.map((line) => JSON.stringify(line)).join('\n'),
      '',
      'application/x-ndjson',
    );
    expect(done.rows).toMatchObject({ received: 2, created: 2, rejected: 0 });
    expect(await read(one)).toMatchObject({
      traits: { plan: 'pro', address: { city: 'Lyon' }, email: 'a@example.com' },
      emails: ['a@example.com'],
    });
    expect((await read(other)).tags).toEqual(['x']);
  });

  it('rejects rows with number, reason and place, keeps the rest, and hands them back to be mended', async () => {
    const id = unique('rej');
    const text = [
      'id,email,visits,note',
      `${id}-1,fine@example.com,1,ok`,
      `${id}-2,not an address,1,=1+1`,
      `,a@example.com,1,`,
      `${id}-4,b@example.com,many,`,
      `${id}-5,c@example.com,1,x,y,z`,
      `${'x'.repeat(256)},d@example.com,1,`,
      `${id}-7,last@example.com,2,ok`,
    ].join('\n');
    const done = await imported(text);
    expect(done.rows).toMatchObject({ received: 7, created: 2, rejected: 5 });
    const lines = (await rejected(done.id)).trimEnd().split('\r\n');
    expect(lines[0]).toBe('row,code,field,detail,id,email,visits,note');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 3))).toEqual([
      ['3', 'audience.contact', '/traits/email'],
      ['4', 'audience.import-id', 'externalId'],
      ['5', 'audience.trait-value', '/traits/visits'],
      ['6', 'audience.import-syntax', 'externalId'],
      ['7', 'audience.import-id', 'externalId'],
    ]);
    // A spreadsheet must not run it, and an import must take it for what it was.
    expect(lines[1]).toContain(",'=1+1");
    await imported(`id,note\n${id}-2,'=1+1\n`);
    expect((await read(`${id}-2`)).traits.note).toBe('=1+1');
  });

  it('lets the later of two rows about one customer win, and says so', async () => {
    const id = unique('rep');
    const rows = Array.from({ length: 2_500 }, (_, at) => `${id},${at},x`);
    const done = await imported(['id,turn,mark', ...rows].join('\n'));
    expect(done.rows).toMatchObject({ received: 2_500, repeated: 2_499, rejected: 0 });
    expect((await read(id)).traits).toEqual({ turn: '2499', mark: 'x' });
  });

  it('changes nobody in a dry run, and tells what it would do', async () => {
    const id = unique('dry');
    const done = await imported(`id,email\n${id},a@example.com\n${id}x,none\n`, '?dry_run=true');
    expect(done).toMatchObject({ state: 'done', rows: { created: 1, rejected: 1 } });
    expect((await platform.call('GET', `/customers/${id}`)).status).toBe(404);
  });

  const WORD = 'Zoé Ångström €';
  it.each([
    ['UTF-8', 'utf-8', Buffer.from(WORD)],
    ['UTF-8 with a mark', 'utf-8', Buffer.from(`\uFEFF${WORD}`)],
    ['UTF-16 LE', 'utf-16le', Buffer.from(`\uFEFF${WORD}`, 'utf16le')],
    ['UTF-16 BE', 'utf-16be', Buffer.from(`\uFEFF${WORD}`, 'utf16le').swap16()],
    ['Latin-1', 'windows-1252', Buffer.from(WORD.replace('€', '\x80'), 'latin1')],
  ])('finds out that a file is in %s', async (_what, encoding, word) => {
    const id = unique('enc');
    const parts =
      encoding === 'utf-16be'
        ? [Buffer.from(`\uFEFFid,city\n${id},`, 'utf16le').swap16(), word.subarray(2)]
        : encoding === 'utf-16le'
          ? [Buffer.from(`\uFEFFid,city\n${id},`, 'utf16le'), word.subarray(2)]
          : word[0] === 0xef
            ? [Buffer.from(`\uFEFFid,city\n${id},`), word.subarray(3)]
            : [Buffer.from(`id,city\n${id},`), word];
    const done = await imported(Buffer.concat(parts));
    expect(done.encoding).toBe(encoding);
    expect((await read(id)).traits.city).toBe(WORD);
  });

  it.each([
    ['no format', 'id\n1', '', 'text/plain', 422, 'audience.import-not-readable'],
    ['an empty file', '', '', 'text/csv', 422, 'audience.import-not-readable'],
    ['no column of ids', 'email\na@example.com', '', 'text/csv', 422, 'audience.import-mapping'],
    ['two columns of one head', 'id,a,a\n1,2,3', '', 'text/csv', 422, 'audience.import-mapping'],
    [
      'a mapping to nowhere',
      'id,a\n1,2',
      `?mapping=${encodeURIComponent('{"id":"externalId","a":"age"}')}`,
      'text/csv',
      422,
      'audience.import-mapping',
    ],
    [
      'a mapping of a column that is not there',
      'id\n1',
      `?mapping=${encodeURIComponent('{"id":"externalId","b":"email"}')}`,
      'text/csv',
      422,
      'audience.import-mapping',
    ],
    ['a mapping that is no JSON', 'id\n1', '?mapping=x', 'text/csv', 422, 'audience.import-mapping'],
    ['an encoding that there is not', 'id\n1', '?encoding=ebcdic', 'text/csv', 400, 'http.invalid-request'],
  ])('refuses %s', async (_what, text, query, type, status, code) => {
    const answer = await send(text, query, type);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('takes a body of many megabytes', async () => {
    const id = unique('big');
    const filler = 'f'.repeat(2_000);
    const rows = Array.from({ length: 3_000 }, (_, at) => `${id}-${at},${filler}`);
    const done = await imported(['id,filler', ...rows].join('\n'));
    expect(done.rows).toMatchObject({ received: 3_000, created: 3_000 });
    expect((await read(`${id}-2999`)).traits.filler).toBe(filler);
  });

  it('loses no event that comes meanwhile', async () => {
    const id = unique('race');
    const rows = Array.from({ length: 4_000 }, (_, at) => `${id}-${at % 40},${at}`);
    const { body } = await send(['id,turn', ...rows].join('\n'));
    for (let at = 0; at < 40; at++) {
      await platform.data('POST', '/events', {
        event: 'seen',
        customerId: `${id}-${at}`,
        traits: { seen: at },
      });
    }
    await ended(body.data.id);
    for (const at of [0, 13, 39]) {
      await settled(platform, `${id}-${at}`);
      expect((await read(`${id}-${at}`)).traits).toMatchObject({ turn: String(3_960 + at), seen: at });
    }
  });

  it('does not bring back who was erased, unless it is told to', async () => {
    const id = unique('era');
    await platform.data('PUT', `/customers/${id}`, { traits: { city: 'Lyon' } });
    await platform.data('POST', `/customers/${id}/erase`, {});
    const text = `id,city\n${id},Lyon\n`;
    const done = await imported(text);
    expect(done.rows).toMatchObject({ created: 0, rejected: 1 });
    expect(await rejected(done.id)).toBe(
      'row,code,field,detail,id,city\r\n2,audience.import-erased,externalId,This customer was erased. With erased=take the import makes a new one.,\r\n',
    );
    expect((await imported(text, '?erased=take')).rows).toMatchObject({ created: 1, rejected: 0 });
  });

  it('is listed, can be stopped, and cannot be resumed when it is over', async () => {
    const done = await imported(`id\n${unique('list')}\n`);
    const [latest] = await platform.data('GET', '/imports?limit=1');
    expect(latest.id).toBe(done.id);
    const cancelled = await platform.call('POST', `/imports/${done.id}/cancel`);
    expect([cancelled.status, cancelled.body.code]).toEqual([409, 'audience.import-over']);
    const resumed = await platform.call('POST', `/imports/${done.id}/resume`);
    expect([resumed.status, resumed.body.code]).toEqual([409, 'audience.import-not-resumable']);
    expect((await platform.call('GET', '/imports/77')).body.code).toBe('audience.import-not-found');
  });
});
