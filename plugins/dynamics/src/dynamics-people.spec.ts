import type { KeepResult } from '@parcours/sdk';

import { aPerson, call, Desk } from '../test/desk.js';

describe('people in Dynamics 365 (D9)', () => {
  let desk: Desk;
  let environment: Desk['fake']['environment'];
  afterEach(() => desk.stop());

  async function start(config: object = {}) {
    desk = await Desk.start(config);
    ({ environment } = desk.fake);
    return desk.crm;
  }

  const email = (value: string) => ({ match: { field: 'emailaddress1', value } });
  const idOf = (result: KeepResult | undefined) => (result?.status === 'kept' ? result.personId : '');
  const failed = (kind: string, code: string) => ({
    status: 'failed',
    error: { class: kind, code: `dynamics.${code}` },
  });

  it('are found by their address without regard to case, changed or created, in two requests', async () => {
    const crm = await start();
    const there = environment.seed('contact', { lastname: 'Reader', emailaddress1: 'Ada@Example.com' });
    environment.now += 60_000;
    const people = [aPerson({ fields: { jobtitle: 'reads' } }), aPerson({ ...email(' new@example.com ') })];
    const results = await crm.keepPeople(people, call);
    const changedAt = environment.now;
    expect(results).toMatchObject([
      { status: 'kept', personId: there, isNew: false, changedAt },
      { status: 'kept', isNew: true, changedAt },
    ]);
    expect(environment.find('contact', there)?.values).toMatchObject({
      jobtitle: 'reads',
      lastname: 'Reader',
    });
    expect(environment.find('contact', idOf(results[1]))?.values).toMatchObject({
      emailaddress1: 'new@example.com',
    });
    expect(desk.requests).toBe(2);
  });

  it('are upserted where they are matched by an alternate key', async () => {
    const crm = await start({ alternateKey: 'parcours_id' });
    const match = { field: 'parcours_id', value: "c'1 & co" };
    const [first] = await crm.keepPeople([aPerson({ match })], call);
    expect(first).toMatchObject({ status: 'kept', isNew: true });
    const [again] = await crm.keepPeople([aPerson({ match, fields: { jobtitle: null } })], call);
    expect(again).toMatchObject({ status: 'kept', personId: idOf(first), isNew: false });
    expect(environment.find('contact', idOf(first))?.values).toMatchObject({
      parcours_id: "c'1 & co",
      jobtitle: null,
    });
    expect(desk.requests).toBe(2);
  });

  it('come again where another has just taken the same alternate key, and not where another key is taken', async () => {
    const crm = await start({ alternateKey: 'parcours_id' });
    await crm.verify?.(call);
    const match = { field: 'parcours_id', value: 'c-1' };
    const answered = (code: string, message: string) => {
      const part = `HTTP/1.1 412 Precondition Failed\r\n\r\n${JSON.stringify({ error: { code, message } })}`;
      const body = `--r\r\nContent-Type: application/http\r\n\r\n${part}\r\n--r--`;
      desk.fake.instead.push({
        status: 200,
        headers: { 'content-type': 'multipart/mixed; boundary=r' },
        body,
      });
      return crm.keepPeople([aPerson({ match })], call);
    };
    const race = failed('temporary', 'being-created');
    expect(await answered('0x80060892', 'The attribute values Parcours (parcours_id) exist.')).toMatchObject([
      race,
    ]);
    expect(await answered('0x80040237', 'A record with matching key values already exists.')).toMatchObject([
      race,
    ]);
    const other = failed('permanent', 'duplicate-value');
    expect(await answered('0x80060892', 'The attribute values Number (card) exist.')).toMatchObject([other]);
  });

  it('are refused one by one, each with its reason', async () => {
    const crm = await start();
    const there = environment.seed('contact', { lastname: 'There' });
    environment.seed('contact', { lastname: 'Key', parcours_id: 'taken' });
    const gone = environment.seed('contact', { lastname: 'Gone' });
    environment.remove(gone);
    const people = [
      aPerson({ personId: gone }),
      aPerson({ personId: 'nonsense' }),
      aPerson({ personId: there, fields: { jobtitle: 'x'.repeat(101) } }),
      aPerson({ personId: there, fields: { preferredcontactmethodcode: 9 } }),
      aPerson({ personId: there, fields: { parcours_points: 'many' } }),
      aPerson({ personId: there, fields: { nothing: 1 } }),
      aPerson({ personId: there, fields: { 'no name': 1 } }),
      aPerson({ personId: there, fields: { 'parentcustomerid_account@odata.bind': `/accounts(${gone})` } }),
      aPerson({ ...email('key@example.com'), fields: { parcours_id: 'taken' } }),
      aPerson({ ...email('well@example.com') }),
      aPerson({ personId: there, fields: { jobtitle: 'reads' } }),
    ];
    expect(await crm.keepPeople(people, call)).toMatchObject([
      { status: 'gone' },
      { status: 'gone' },
      failed('permanent', 'bad-value'),
      failed('permanent', 'bad-value'),
      failed('permanent', 'bad-value'),
      failed('misconfigured', 'unknown-field'),
      failed('misconfigured', 'bad-field-name'),
      failed('permanent', 'bad-reference'),
      failed('permanent', 'duplicate-value'),
      { status: 'kept', isNew: true },
      { status: 'kept', personId: there, isNew: false },
    ]);
  });

  it('are left alone where two have the same address, but not where one was merged into the other', async () => {
    const crm = await start();
    const left = environment.seed('contact', { lastname: 'A', emailaddress1: 'ada@example.com' });
    const lost = environment.seed('contact', { lastname: 'B', emailaddress1: 'ada@example.com' });
    expect(await crm.keepPeople([aPerson()], call)).toMatchObject([failed('permanent', 'several-matches')]);
    environment.merge(left, lost);
    expect(await crm.keepPeople([aPerson()], call)).toMatchObject([{ status: 'kept', personId: left }]);
  });

  it('are created once by two processes at once, and by two in one batch', async () => {
    const crm = await start();
    const [first, second] = await Promise.all([
      crm.keepPeople([aPerson()], call),
      crm.keepPeople([aPerson()], call),
    ]);
    const twins = await crm.keepPeople(
      [aPerson(email('b@example.com')), aPerson(email('B@example.com'))],
      call,
    );
    expect([...first, ...second, ...twins].map(({ status }) => status)).toEqual(Array(4).fill('kept'));
    expect(new Set([idOf(first[0]), idOf(second[0])]).size).toBe(1);
    expect(idOf(twins[0])).toBe(idOf(twins[1]));
    expect(twins).toMatchObject([{ isNew: true }, { isNew: false }]);
    expect(environment.living('contact')).toHaveLength(2);
  });

  it('are somebody else where the one who had the address has another by now', async () => {
    const crm = await start();
    const [first] = await crm.keepPeople([aPerson()], call);
    environment.change(idOf(first), { emailaddress1: 'moved@example.com' });
    const [second] = await crm.keepPeople([aPerson({ customerId: 'c-2' })], call);
    expect(second).toMatchObject({ status: 'kept', isNew: true });
    expect(idOf(second)).not.toBe(idOf(first));
    expect(environment.find('contact', idOf(first))?.values).toMatchObject({
      emailaddress1: 'moved@example.com',
    });
  });

  it('are held against the rules for duplicates where that is configured', async () => {
    const crm = await start({ detectDuplicates: true, alternateKey: 'parcours_id' });
    environment.seed('contact', { lastname: 'Reader', emailaddress1: 'ada@example.com' });
    const match = { field: 'parcours_id', value: 'c-1' };
    const fields = { lastname: 'Reader', emailaddress1: 'ada@example.com' };
    expect(await crm.keepPeople([aPerson({ match, fields })], call)).toMatchObject([
      failed('permanent', 'duplicate'),
    ]);
  });

  it('fit a hundred into one batch, and their addresses into a few lists', async () => {
    const crm = await start();
    const people = Array.from({ length: 100 }, (_, n) =>
      aPerson(email(`${'é'.repeat(60)}${String(n)}@example.com`)),
    );
    const results = await crm.keepPeople(people, call);
    expect(results.every(({ status }) => status === 'kept')).toBe(true);
    expect(desk.requests).toBeLessThan(12);
    for (const { path } of desk.fake.heard) expect(path.length).toBeLessThan(8_000);
  });

  it('all fail where the batch as a whole is put off', async () => {
    const crm = await start();
    await crm.verify?.(call);
    desk.fake.behave('throttle');
    expect(await crm.keepPeople([aPerson(), aPerson(email('b@example.com'))], call)).toMatchObject([
      { status: 'failed', error: { class: 'throttled', retryAfterMs: 35_000 } },
      { status: 'failed', error: { class: 'throttled', retryAfterMs: 35_000 } },
    ]);
  });
});
