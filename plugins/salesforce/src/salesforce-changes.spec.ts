import type { ChangesPage, OpenCrm } from '@parcours/sdk';

import { call, Desk } from '../test/desk.js';
import { listsOf, quoted } from './soql.js';

const MINUTE = 60_000;

describe('changes in Salesforce (D9)', () => {
  let desk: Desk;
  let organisation: Desk['fake']['organisation'];
  afterEach(() => desk.stop());

  async function start(config: object = {}): Promise<OpenCrm> {
    desk = await Desk.start(config);
    ({ organisation } = desk.fake);
    return desk.crm;
  }

  const read = (crm: OpenCrm, request: { cursor?: string; limit?: number; fields?: string[] } = {}) =>
    crm.changes({ kind: 'person', limit: 100, fields: ['Email'], ...request }, call);

  const idsIn = ({ records }: ChangesPage) => records.map(({ id }) => id);

  function contacts(count: number): string[] {
    return Array.from({ length: count }, (_, n) =>
      organisation.seed('Contact', {
        LastName: `Reader ${String(n)}`,
        Email: `reader${String(n)}@example.com`,
      }),
    );
  }

  it('come in the order of time and id, with how many there are', async () => {
    const crm = await start();
    const ids = contacts(5);
    const first = await read(crm, { limit: 3 });
    expect(first).toMatchObject({ isLast: false, total: 5 });
    expect(idsIn(first)).toEqual(ids.slice(0, 3));
    const second = await read(crm, { limit: 3, cursor: first.cursor });
    expect(idsIn(second)).toEqual(ids.slice(3));
    expect(second).toMatchObject({ isLast: true });
    expect(second).not.toHaveProperty('total');
    expect(await read(crm, { cursor: second.cursor })).toEqual({
      records: [],
      cursor: second.cursor,
      isLast: true,
    });
  });

  it('are read on by the addresses that an answer names, where it is shorter than asked for', async () => {
    const crm = await start();
    const ids = contacts(5);
    desk.fake.pageSize = 2;
    expect(idsIn(await read(crm, { limit: 5 }))).toEqual(ids);
    expect(desk.paths.filter((path) => path.includes('/queryAll/'))).toHaveLength(2);
  });

  it('tell who was deleted and into whom somebody was merged', async () => {
    const crm = await start();
    const [left = '', lost = '', gone = ''] = contacts(3);
    const { cursor } = await read(crm);
    organisation.now += MINUTE;
    organisation.merge(left, lost);
    organisation.remove(gone);
    const { records } = await read(crm, { cursor });
    expect(new Map(records.map((record) => [record.id, record]))).toMatchObject(
      new Map([
        [left, { kind: 'person', id: left }],
        [lost, { isDeleted: true, mergedInto: left }],
        [gone, { isDeleted: true }],
      ]),
    );
    expect(records.find(({ id }) => id === gone)).not.toHaveProperty('mergedInto');
  });

  it('hold what was committed late under an earlier time', async () => {
    const crm = await start({ overlapMs: 5 * MINUTE });
    organisation.now = Date.now();
    const [first] = contacts(1);
    const { cursor } = await read(crm);
    // A long transaction has set this time two minutes ago and ends only now.
    organisation.now = Date.now() - 2 * MINUTE;
    const [late] = contacts(1);
    const page = await read(crm, { cursor });
    expect(idsIn(page)).toEqual([late, first]);
  });

  it('go back at the end to where they came near the present, however many pages there were', async () => {
    const crm = await start({ overlapMs: 5 * MINUTE });
    organisation.now = Date.now();
    const ids = contacts(4);
    const first = await read(crm, { limit: 2 });
    // The pages after the first take their time; what was committed after the first may lie before all of them.
    desk.fake.clock = () => Date.now() + 20 * MINUTE;
    const second = await read(crm, { limit: 2, cursor: first.cursor });
    const third = await read(crm, { limit: 2, cursor: second.cursor });
    expect([first, second, third].map(idsIn)).toEqual([ids.slice(0, 2), ids.slice(2), []]);
    organisation.now = Date.now() - MINUTE;
    const [late] = contacts(1);
    expect(idsIn(await read(crm, { cursor: third.cursor }))).toContain(late);
  });

  it('carry values as JSON has them: times in ISO 8601, numbers, truth, nothing', async () => {
    const crm = await start();
    organisation.seed('Contact', {
      LastName: 'Reader',
      Points__c: 7.5,
      HasOptedOutOfEmail: true,
      Birthdate: '1990-02-03',
    });
    const fields = ['Points__c', 'HasOptedOutOfEmail', 'Birthdate', 'Phone', 'CreatedDate'];
    const [record] = (await read(crm, { fields })).records;
    expect(record?.fields).toMatchObject({
      Points__c: 7.5,
      HasOptedOutOfEmail: true,
      Birthdate: '1990-02-03',
      Phone: null,
      CreatedDate: '2026-01-01T00:00:00.000Z',
    });
    expect(record?.changedAt).toBe(Date.parse('2026-01-01T00:00:00Z'));
  });

  it('name the person of a case, and none for a task about a lead', async () => {
    const crm = await start();
    const [contact = ''] = contacts(1);
    const lead = organisation.seed('Lead', { LastName: 'Lead', Company: 'Example' });
    organisation.seed('Case', { Subject: 'Late', ContactId: contact });
    organisation.seed('Task', { Subject: 'Call', WhoId: lead });
    const [ticket] = (await crm.changes({ kind: 'ticket', limit: 10, fields: ['Status'] }, call)).records;
    expect(ticket).toMatchObject({ kind: 'ticket', personId: contact, fields: { Status: 'New' } });
    const [task] = (await crm.changes({ kind: 'task', limit: 10, fields: [] }, call)).records;
    expect(task).not.toHaveProperty('personId');
  });

  it('read leads as people where that is configured', async () => {
    const crm = await start({ personObject: 'Lead' });
    const lead = organisation.seed('Lead', { LastName: 'Lead', Company: 'Example' });
    expect(idsIn(await read(crm, { fields: ['Company'] }))).toEqual([lead]);
  });

  it.each([
    [
      'a field that cannot be one',
      { fields: ["Email FROM Contact WHERE Name = 'x"] },
      'misconfigured',
      'bad-field-name',
    ],
    ['a field that is not there', { fields: ['Nothing__c'] }, 'misconfigured', 'unknown-field'],
    ['a cursor of somebody else', { cursor: '{"after":7}' }, 'permanent', 'bad-cursor'],
  ])('refuse %s', async (_, request, kind, code) => {
    const crm = await start();
    await expect(read(crm, request)).rejects.toMatchObject({
      error: { class: kind, code: `salesforce.${code}` },
    });
  });

  it('know of no invoices before it is said what they are', async () => {
    const crm = await start({ objects: {} });
    const request = { kind: 'invoice', limit: 10, fields: [] } as const;
    await expect(crm.changes(request, call)).rejects.toMatchObject({
      error: { code: 'salesforce.no-object' },
    });
    await expect(crm.fields('invoice', call)).rejects.toMatchObject({ error: { class: 'misconfigured' } });
  });

  it('find a record whose value would break out of a query', async () => {
    const crm = await start();
    const LastName = "O'Reilly\\ OR Name != '' \"\n";
    const id = organisation.seed('Contact', { LastName });
    const find = (value: string) => crm.find({ kind: 'person', field: 'LastName', value }, call);
    expect(await find(LastName)).toMatchObject({ id, fields: { LastName } });
    expect(await find("' OR LastName = '")).toBeUndefined();
    organisation.remove(id);
    expect(await find(LastName)).toBeUndefined();
  });

  it('name the fields that a mapping may use', async () => {
    const crm = await start();
    const fields = new Map((await crm.fields('person', call)).map((field) => [field.name, field]));
    expect(fields.get('Level__c')).toEqual({
      name: 'Level__c',
      label: 'Level',
      type: 'choice',
      isWritable: true,
      choices: ['bronze', 'silver', 'gold'],
    });
    expect(fields.get('Points__c')).toMatchObject({ type: 'number' });
    expect(fields.get('Birthdate')).toMatchObject({ type: 'date' });
    expect(fields.get('SystemModstamp')).toMatchObject({ type: 'date-time', isWritable: false });
    expect(fields.has('MailingAddress')).toBe(false);
  });
});

describe('texts in queries', () => {
  it('are quoted so that nothing breaks out', () => {
    expect(quoted(`a'b\\c"d\ne`)).toBe(`'a\\'b\\\\c\\"d\\ne'`);
  });

  it('are split into lists that fit into an address', () => {
    const values = Array.from({ length: 200 }, (_, n) => `${'é'.repeat(80)}${String(n)}@example.com`);
    const lists = listsOf(values);
    expect(lists.flat()).toEqual(values);
    for (const list of lists)
      expect(encodeURIComponent(list.map(quoted).join(',')).length).toBeLessThanOrEqual(12_000);
  });
});
