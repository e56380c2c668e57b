import { profiles, waitFor } from '@parcours/testing';

import { run } from '../../apps/cli/src/index.js';
import { CommandDesk } from './support/command.js';
import { unique } from './support/journeys.js';
import { type Platform, startPlatform } from './support/platform.js';

describe.each(profiles)('parcours customers (F4) on $name', (profile) => {
  let platform: Platform;
  let desk: CommandDesk;
  let environment: Record<string, string>;

  beforeAll(async () => {
    platform = await startPlatform(profile);
    environment = {
      PARCOURS_URL: platform.url,
      PARCOURS_TOKEN: platform.environment['PARCOURS_ADMIN_TOKEN']!,
    };
    desk = await CommandDesk.open(environment);
  });

  afterAll(async () => {
    await desk.close();
    await platform.stop();
  });

  const read = (id: string) => platform.call('GET', `/customers/${id}`);
  const imports = async () => (await platform.call('GET', '/imports')).body.data;

  it('brings a file in by the mapping that is given, and says what became of it', async () => {
    const [one, other] = [unique('cli'), unique('cli')];
    await desk.write('people.csv', `Nummer;Ort;Note\n${one};Lyon;x\n${other};Nice;y\n${one};Lille;z\n`);
    const { code, out, err } = await desk.run(
      ...['customers', 'import', 'people.csv', '--map', 'Nummer=externalId', '--map', 'Ort=traits.city'],
    );
    expect(out).toMatch(/^Import \d+ is done: 3 rows read, 0 rows rejected\./);
    expect(out).toContain('Customers: 2 created.');
    expect(out).toContain('1 row about a customer who came before: the later one wins.');
    expect(err).toMatch(/^Sending people\.csv \(\d+ B\)\.\n/);
    expect(code).toBe(0);
    expect((await read(one)).body.data.traits).toEqual({ city: 'Lille' });
    expect(await desk.files()).not.toContain('people.csv.rejected.csv');
  });

  it('writes rejected rows to a file that can be mended and sent again, and ends with 1', async () => {
    const [good, bad] = [unique('cli'), unique('cli')];
    await desk.write('mixed.csv', `id,email\n${good},${good}@example.com\n${bad},nobody\n`);
    const first = await desk.run('customers', 'import', 'mixed.csv', '--json');
    expect(first.code).toBe(1);
    expect(JSON.parse(first.out)).toMatchObject({
      state: 'done',
      rows: { received: 2, created: 1, rejected: 1 },
      rejectedFile: 'mixed.csv.rejected.csv',
    });
    const rejected = await desk.read('mixed.csv.rejected.csv');
    expect(rejected).toContain(`3,audience.contact,/traits/email,`);
    await desk.write('mended.csv', rejected.replace('nobody', `${bad}@example.com`));
    const second = await desk.run(
      ...['customers', 'import', 'mended.csv', '--map', 'id=externalId', '--map', 'email=email'],
    );
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining('Customers: 1 created.') });
    expect((await read(bad)).body.data.traits).toEqual({ email: `${bad}@example.com` });
  });

  it('changes nobody in a dry run, and reads NDJSON by the name of the file', async () => {
    const id = unique('cli');
    await desk.write('people.ndjson', `${JSON.stringify({ id, traits: { plan: 'pro' } })}\n{"id":7,\n`);
    const ran = await desk.run('customers', 'import', 'people.ndjson', '--dry-run', '--rejected', 'why.csv');
    expect(ran.out).toMatch(/^Dry run \d+ is done: 2 rows read, 1 row rejected\./);
    expect(ran.out).toContain('Customers: 1 would be created.\nThe rejected rows and why: why.csv');
    expect(ran.code).toBe(1);
    expect(await desk.read('why.csv')).toContain('2,audience.import-syntax,');
    expect((await read(id)).status).toBe(404);
  });

  it('says in a line what is wrong with the call', async () => {
    await desk.write('some.csv', 'id,City\nx,Lyon\n');
    const importing = (...args: string[]) => desk.run('customers', 'import', ...args);
    expect(await importing('nowhere.csv')).toMatchObject({
      code: 1,
      err: 'parcours: nowhere.csv cannot be read: it is not there.\n',
    });
    expect((await importing('some.csv', '--map', 'City')).err).toBe(
      "parcours: 'City' does not say where a column goes. Write --map 'Column=target'.\n",
    );
    const mapped = await importing('some.csv', '--map', 'id=externalId', '--map', 'Town=traits.city');
    expect(mapped).toMatchObject({ code: 1, err: expect.stringContaining("The file has no column 'Town'.") });
    expect((await desk.run('customers', 'watch', '17')).err).toContain('(audience.import-not-found)');
  });

  it('hears why a long file is refused, and not that the connection broke', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `x-${at},someone@example.com,Lyon\n`);
    await desk.write('long.csv', `Nummer,Mail,City\n${rows.join('')}`);
    const { code, err } = await desk.run('customers', 'import', 'long.csv');
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringContaining("No column goes to 'externalId'"),
    });
  });

  it('leaves everybody as they were when Ctrl-C comes while the file is sent', async () => {
    const stem = unique('stopped');
    const rows = Array.from({ length: 5_000 }, (_, at) => `${stem}-${at},Lyon\n`);
    await desk.write('stopped.csv', `id,city\n${rows.join('')}`);
    const ending = new AbortController();
    const err: string[] = [];
    const code = await run(['customers', 'import', 'stopped.csv'], {
      environment,
      workingFolder: desk.folder,
      out: { write: () => undefined },
      err: { write: (text) => err.push(text) },
      // Before the first byte is sent.
      interruption: () => {
        ending.abort();
        return ending.signal;
      },
    });
    expect(code).toBe(130);
    expect(err.at(-1)).toBe('Interrupted: the file was not sent to its end, and nobody was changed.\n');
    expect((await platform.data('GET', `/customers?filter[id][starts]=${stem}`)).length).toBe(0);
  });

  it('leaves the work to the installation when Ctrl-C comes later, and watches it again', async () => {
    const stem = unique('later');
    const rows = Array.from({ length: 8_000 }, (_, at) => `${stem}-${at},Lyon\n`);
    await desk.write('later.csv', `id,city\n${rows.join('')}`);
    const ending = new AbortController();
    const shown: string[] = [];
    const code = await run(['customers', 'import', 'later.csv'], {
      environment,
      workingFolder: desk.folder,
      out: { write: () => undefined },
      err: {
        isTTY: true,
        write: (text) => {
          shown.push(text);
          if (/Import \d+: /.test(text)) ending.abort();
        },
      },
      interruption: () => ending.signal,
    });
    const [latest] = await imports();
    expect(code).toBe(130);
    expect(shown.join('')).toMatch(/\r\u001b\[KImport \d+: [\d,]+ of 8,000 rows/);
    expect(shown.at(-1)).toBe(
      `Import ${latest.id} goes on without this command. Watch it: parcours customers watch ${latest.id}\n`,
    );
    const watched = await desk.run('customers', 'watch', latest.id, '--json');
    expect(watched.code).toBe(0);
    expect(JSON.parse(watched.out)).toMatchObject({
      id: latest.id,
      state: 'done',
      rows: { created: 8_000 },
    });
  });

  it('writes customers to a file that is there once it is whole, or to the output', async () => {
    const [one, other, tag] = [unique('out'), unique('out'), unique('tag')];
    await platform.data('PUT', `/customers/${one}`, { traits: { said: 'one\ntwo' }, tags: [tag] });
    await platform.data('PUT', `/customers/${other}`, { traits: { said: 'é' }, tags: [tag] });
    const fields = ['--tag', tag, '--fields', 'id,traits.said'];
    await waitFor(async () => (await desk.run('customers', 'export', ...fields)).out.includes(other));
    const printed = await desk.run('customers', 'export', ...fields);
    expect(printed.code).toBe(0);
    expect(printed.out).toContain(`id,traits.said\r\n`);
    expect(printed.out).toContain(`${one},"one\ntwo"\r\n`);
    const written = await desk.run('customers', 'export', ...fields, '-o', 'out.csv');
    expect(written).toEqual({ code: 0, err: '', out: 'out.csv: 2 customers.\n' });
    expect(await desk.read('out.csv')).toBe(printed.out);
    const lines = await desk.run(
      ...['customers', 'export', '--tag', tag, '--format', 'ndjson', '-o', 'out.ndjson', '--json'],
    );
    expect(JSON.parse(lines.out)).toEqual({ file: 'out.ndjson', customers: 2 });
    expect(
      (await desk.read('out.ndjson'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id)
        .sort(),
    ).toEqual([one, other].sort());
    const refused = await desk.run('customers', 'export', '--segment', 'nobodys', '-o', 'none.csv');
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringContaining('audience.segment-not-published'),
    });
    expect([...(await desk.files()).keys()].filter((path) => path.startsWith('none'))).toEqual([]);
  });
});
