import type { JsonObject, PersonToKeep } from '@parcours/sdk';

import { call, Desk } from '../../test/desk.js';
import type { FakeHubSpot } from '../../test/fake-hubspot.js';

const by = (field: string, value: string, fields: JsonObject = {}, personId?: string): PersonToKeep => ({
  customerId: `c-${value}`,
  match: { field, value },
  fields,
  ...(personId !== undefined && { personId }),
});
const byEmail = (value: string, fields?: JsonObject) => by('email', value, fields);

describe('people on the way into HubSpot (A7)', () => {
  const desk = new Desk();
  let fake: FakeHubSpot;
  beforeEach(async () => {
    fake = await desk.fake();
  });
  afterEach(() => desk.clear());

  async function keep(people: readonly PersonToKeep[]) {
    return (await desk.open(fake)).keepPeople(people, call);
  }

  it('are kept but for the one that is wrong, each with the result of its own', async () => {
    const people = ['a', 'b', 'c', 'd', 'e'].map((name) =>
      byEmail(`${name}@example.com`, { firstname: name }),
    );
    const results = await keep([...people.slice(0, 3), byEmail('no address'), ...people.slice(3)]);
    expect(results.map(({ status }) => status)).toEqual(['kept', 'kept', 'kept', 'failed', 'kept', 'kept']);
    expect(results[3]).toMatchObject({ error: { class: 'permanent', code: 'hubspot.invalid' } });
    expect(
      fake
        .records('person')
        .map(({ fields }) => fields['firstname'])
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('are kept in part where HubSpot says so', async () => {
    const results = await keep([
      by('customer_key', 'k-1', { score: 7, is_member: true }),
      by('customer_key', 'k-2', { score: 'many' }),
    ]);
    expect(results).toMatchObject([
      { status: 'kept', isNew: true },
      { status: 'failed', error: { class: 'permanent', code: 'hubspot.invalid' } },
    ]);
    expect(fake.records('person')).toMatchObject([{ fields: { score: '7', is_member: 'true' } }]);
  });

  it('are found under the id that a conflict names', async () => {
    const id = fake.put({ kind: 'person', fields: { email: 'zoe@example.com' } });
    const body = {
      status: 'error',
      category: 'CONFLICT',
      message: `Contact already exists. Existing ID: ${id}`,
    };
    fake.script(/batch\/upsert/, { status: 409, body });
    const [result] = await keep([byEmail('zoe@example.com', { firstname: 'Zoë' })]);
    expect(result).toMatchObject({ status: 'kept', personId: id, isNew: false });
    expect(fake.records('person')).toMatchObject([{ fields: { firstname: 'Zoë' } }]);
  });

  it('are changed one after the other where two go by one address, written differently', async () => {
    const results = await keep([
      byEmail('Zoe@Example.com', { firstname: 'first' }),
      byEmail(' zoe@example.com', { firstname: 'second' }),
    ]);
    const [first, second] = results;
    expect(first).toMatchObject({ status: 'kept', isNew: true });
    expect(second).toMatchObject({ status: 'kept', isNew: false });
    expect(fake.records('person')).toMatchObject([{ fields: { firstname: 'second' } }]);
  });

  it('are followed to where they were merged, and gone where they were deleted', async () => {
    const [left = '', other = '', gone = ''] = ['a', 'b', 'c'].map((name) =>
      fake.put({ kind: 'person', fields: { email: `${name}@example.com` } }),
    );
    fake.portal.merge(other, left);
    fake.remove('person', gone);
    const results = await keep([
      by('email', 'b@example.com', { firstname: 'B' }, other),
      by('email', 'c@example.com', { firstname: 'C' }, gone),
    ]);
    expect(results).toMatchObject([{ status: 'kept', personId: left }, { status: 'gone' }]);
  });

  it('fail together where HubSpot is slow, and alone where an id is changed to a taken address', async () => {
    fake.behave('throttle');
    expect(await keep([byEmail('a@example.com'), byEmail('b@example.com')])).toMatchObject([
      { error: { class: 'throttled' } },
      { error: { class: 'throttled' } },
    ]);
    fake.behave('normal');
    const [a = ''] = ['a', 'b'].map((name) =>
      fake.put({ kind: 'person', fields: { email: `${name}@example.com` } }),
    );
    const [result] = await keep([by('email', 'a@example.com', { email: 'b@example.com' }, a)]);
    expect(result).toMatchObject({
      status: 'failed',
      error: { class: 'permanent', code: 'hubspot.conflict' },
    });
  });

  it('wait for a person, all at once, where a field is not there', async () => {
    const people = ['a', 'b', 'c', 'd'].map((name) => byEmail(`${name}@example.com`, { no_such_field: 'x' }));
    const results = await keep(people);
    expect(new Set(results.map((result) => result.status === 'failed' && result.error.code))).toEqual(
      new Set(['hubspot.field-unknown']),
    );
    expect(results[0]).toMatchObject({
      error: { class: 'misconfigured', detail: expect.stringContaining('no_such_field') },
    });
    expect(fake.http.heard).toHaveLength(1);
  });

  it('are emptied of what is null', async () => {
    const id = fake.put({ kind: 'person', fields: { email: 'a@example.com', phone: '1' } });
    await keep([by('email', 'a@example.com', { phone: null, interests: ['a', 'b'] }, id)]);
    expect(fake.records('person')).toMatchObject([{ fields: { phone: '', interests: 'a;b' } }]);
  });

  it('are found as they are now, though the search does not know them yet', async () => {
    fake.portal.freezeSearch();
    const id = fake.put({
      kind: 'person',
      fields: { email: 'new@example.com', customer_key: 'k-9', firstname: 'New' },
    });
    const crm = await desk.open(fake);
    const find = (field: string, value: string) => crm.find({ kind: 'person', field, value }, call);
    expect(await find('email', 'new@example.com')).toMatchObject({ id, fields: { firstname: 'New' } });
    expect(await find('customer_key', 'k-9')).toMatchObject({ id });
    expect(await find('hs_object_id', id)).toMatchObject({ id });
    expect(await find('firstname', 'New')).toBeUndefined();
    fake.portal.thawSearch();
    expect(await find('firstname', 'New')).toMatchObject({ id });
  });

  it('have fields with their types and choices', async () => {
    const crm = await desk.open(fake);
    const fields = new Map((await crm.fields('person', call)).map((field) => [field.name, field]));
    expect(fields.get('lifecyclestage')).toEqual({
      name: 'lifecyclestage',
      label: 'lifecyclestage',
      type: 'choice',
      isWritable: true,
      choices: ['lead', 'customer'],
    });
    expect(
      ['score', 'is_member', 'birthday', 'createdate', 'interests'].map((name) => fields.get(name)?.type),
    ).toEqual(['number', 'boolean', 'date', 'date-time', 'text']);
    expect(['createdate', 'num_deals', 'email'].map((name) => fields.get(name)?.isWritable)).toEqual([
      false,
      false,
      true,
    ]);
  });
});
