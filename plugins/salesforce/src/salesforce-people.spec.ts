import type { KeepResult } from '@parcours/sdk';

import { aPerson, call, Desk } from '../test/desk.js';

describe('people in Salesforce (D9)', () => {
  let desk: Desk;
  let organisation: Desk['fake']['organisation'];
  afterEach(() => desk.stop());

  async function start(config: object = {}) {
    desk = await Desk.start(config);
    ({ organisation } = desk.fake);
    return desk.crm;
  }

  const email = (value: string) => ({ match: { field: 'Email', value } });
  const idOf = (result: KeepResult | undefined) => (result?.status === 'kept' ? result.personId : undefined);

  it('are found by their address without regard to case, changed or created, in one call for each', async () => {
    const crm = await start();
    const there = organisation.seed('Contact', { LastName: 'Reader', Email: 'Ada@Example.com', Phone: '1' });
    const results = await crm.keepPeople(
      [
        aPerson({ fields: { Phone: '2' } }),
        aPerson({ ...email('new@example.com'), fields: { LastName: 'New', Interests__c: ['tea', 'books'] } }),
      ],
      call,
    );
    expect(results).toMatchObject([
      { status: 'kept', personId: there, isNew: false },
      { status: 'kept', isNew: true },
    ]);
    expect(organisation.row(there)).toMatchObject({ Phone: '2', LastName: 'Reader' });
    expect(organisation.row(idOf(results[1]) ?? '')).toMatchObject({
      Email: 'new@example.com',
      Interests__c: 'tea;books',
    });
    expect(desk.paths).toEqual([
      "GET /query?q=SELECT Id, Email FROM Contact WHERE Email IN ('ada@example.com','new@example.com')",
      'PATCH /composite/sobjects',
      'POST /composite/sobjects',
    ]);
  });

  it('are upserted where they are matched by an external id', async () => {
    const crm = await start({ externalIds: { person: 'Parcours_Id__c' } });
    const match = (value: string) => ({ match: { field: 'Parcours_Id__c', value } });
    const people = [aPerson(match('c-1')), aPerson({ ...match('c-2'), fields: { LastName: null } })];
    const [first, second] = await crm.keepPeople(people, call);
    expect(first).toMatchObject({ status: 'kept', isNew: true });
    expect(second).toMatchObject({ status: 'failed', error: { code: 'salesforce.required-field-missing' } });
    const [again] = await crm.keepPeople([aPerson(match('c-1'))], call);
    expect(again).toMatchObject({ status: 'kept', personId: idOf(first), isNew: false });
    expect(new Set(desk.paths)).toEqual(new Set(['PATCH /composite/sobjects/Contact/Parcours_Id__c']));
  });

  it('come again where another has just taken the same external id, and not where another field is taken', async () => {
    const crm = await start({ externalIds: { person: 'Parcours_Id__c' } });
    await crm.verify?.(call);
    const match = { field: 'Parcours_Id__c', value: 'c-1' };
    const answered = (field: string) => {
      const message = `duplicate value found: ${field} duplicates value on record with id: 003RM0000000001`;
      const errors = [{ statusCode: 'DUPLICATE_VALUE', message, fields: [] }];
      desk.fake.instead.push({ status: 200, body: [{ success: false, errors }] });
      return crm.keepPeople([aPerson({ match })], call);
    };
    expect(await answered('Parcours_Id__c')).toMatchObject([
      { error: { class: 'temporary', code: 'salesforce.being-created' } },
    ]);
    expect(await answered('Card__c')).toMatchObject([
      { error: { class: 'permanent', code: 'salesforce.duplicate-value' } },
    ]);
  });

  it('are refused one by one, each with its reason', async () => {
    const crm = await start();
    const locked = organisation.seed('Contact', { LastName: 'Locked' });
    organisation.lock(locked);
    const gone = organisation.seed('Contact', { LastName: 'Gone' });
    organisation.remove(gone);
    const lost = organisation.seed('Contact', { LastName: 'Lost' });
    const left = organisation.seed('Contact', { LastName: 'Left' });
    organisation.merge(left, lost);
    const people = [
      aPerson({ personId: left }),
      aPerson({ personId: locked }),
      aPerson({ personId: gone }),
      aPerson({ personId: lost }),
      aPerson({ personId: '003RM0000999999AAA' }),
      aPerson({ personId: 'nonsense' }),
      aPerson({ personId: left, fields: { AccountId: '001RM0000999999AAA' } }),
      aPerson({ ...email('no address') }),
      aPerson({ ...email('long@example.com'), fields: { LastName: 'x'.repeat(81) } }),
      aPerson({ ...email('choice@example.com'), fields: { LastName: 'A', Level__c: 'platinum' } }),
      aPerson({ ...email('missing@example.com'), fields: {} }),
      aPerson({ ...email('twice@example.com'), fields: { LastName: 'Twice' } }),
      aPerson({ ...email('well@example.com') }),
    ];
    const results = await crm.keepPeople(people, call);
    const failed = (kind: string, code: string) => ({
      status: 'failed',
      error: { class: kind, code: `salesforce.${code}` },
    });
    expect(results).toMatchObject([
      { status: 'kept', personId: left },
      failed('temporary', 'locked'),
      { status: 'gone' },
      { status: 'gone' },
      { status: 'gone' },
      { status: 'gone' },
      failed('permanent', 'bad-reference'),
      failed('permanent', 'bad-value'),
      failed('permanent', 'bad-value'),
      failed('permanent', 'bad-value'),
      failed('permanent', 'required-field-missing'),
      failed('permanent', 'duplicate'),
      { status: 'kept', isNew: true },
    ]);
  });

  it('do not suffer from one whose value cannot even be read', async () => {
    const crm = await start();
    const people = Array.from({ length: 9 }, (_, n) =>
      aPerson({
        ...email(`reader${String(n)}@example.com`),
        fields: { LastName: 'A', Points__c: n === 5 ? 'many' : n },
      }),
    );
    const results = await crm.keepPeople(people, call);
    expect(results.map(({ status }) => status)).toEqual(people.map((_, n) => (n === 5 ? 'failed' : 'kept')));
    expect(results[5]).toMatchObject({ error: { class: 'permanent', code: 'salesforce.bad-value' } });
    expect(organisation.rowsOf('Contact')).toHaveLength(8);
  });

  it('wait for a person where a mapping names a field that is not there', async () => {
    const crm = await start();
    const [result] = await crm.keepPeople([aPerson({ fields: { LastName: 'A', Nothing__c: 1 } })], call);
    expect(result).toMatchObject({ error: { class: 'misconfigured', code: 'salesforce.unknown-field' } });
  });

  it('are left alone where two of them have the same address', async () => {
    const crm = await start();
    for (const LastName of ['A', 'B']) organisation.seed('Contact', { LastName, Email: 'ada@example.com' });
    const [result] = await crm.keepPeople([aPerson()], call);
    expect(result).toMatchObject({ error: { class: 'permanent', code: 'salesforce.several-matches' } });
  });

  it('are found however the name of the field is spelt and whatever stands around the value', async () => {
    const crm = await start();
    const match = { field: 'email', value: ' Ada@example.com ' };
    const [first] = await crm.keepPeople([aPerson({ match })], call);
    const [again] = await crm.keepPeople([aPerson({ match })], call);
    expect(again).toEqual({ status: 'kept', personId: idOf(first), isNew: false });
    expect(organisation.rowsOf('Contact')).toMatchObject([{ Email: 'Ada@example.com' }]);
  });

  it('are told apart in one batch, and changed in turn where they are the same', async () => {
    const crm = await start();
    const people = [
      aPerson({ fields: { LastName: 'A' } }),
      aPerson({ fields: { LastName: 'B' } }),
      aPerson({ ...email('other@example.com') }),
    ];
    const [first, second, other] = await crm.keepPeople(people, call);
    expect(first).toMatchObject({ isNew: true });
    expect(second).toEqual({ status: 'kept', personId: idOf(first), isNew: false });
    expect(other).toMatchObject({ isNew: true });
    expect(organisation.row(idOf(first) ?? '')).toMatchObject({ LastName: 'B' });
  });

  it('are not created again while the first answer is not known', async () => {
    const crm = await start();
    desk.fake.instead.push(
      { status: 200, body: { access_token: 't', instance_url: desk.fake.url } },
      { status: 200, body: { totalSize: 0, done: true, records: [] } },
      { status: 504, body: 'gateway' },
    );
    const [first] = await crm.keepPeople([aPerson()], call);
    expect(first).toMatchObject({ error: { class: 'temporary', maybeSent: true } });
    const [soon] = await crm.keepPeople([aPerson()], call);
    expect(soon).toMatchObject({ error: { code: 'salesforce.being-created', retryAfterMs: 5_000 } });
    desk.host.clock.advance(150_001);
    expect(await crm.keepPeople([aPerson()], call)).toMatchObject([{ status: 'kept', isNew: true }]);
  });

  it('may be saved over the warning of a duplicate rule', async () => {
    const crm = await start({ allowDuplicates: true });
    await crm.keepPeople([aPerson()], call);
    expect(desk.fake.heard.at(-1)?.headers['sforce-duplicate-rule-header']).toBe('allowSave=true');
  });

  it('fit 200 into one call', async () => {
    const crm = await start({ externalIds: { person: 'Parcours_Id__c' } });
    const people = Array.from({ length: 200 }, (_, n) =>
      aPerson({ match: { field: 'Parcours_Id__c', value: `c-${String(n)}` } }),
    );
    const results = await crm.keepPeople(people, call);
    expect(results.every(({ status }) => status === 'kept')).toBe(true);
    expect(desk.paths).toHaveLength(1);
  });
});
