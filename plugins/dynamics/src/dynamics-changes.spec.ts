import type { ChangesPage, OpenCrm, RecordKind } from '@parcours/sdk';

import { call, Desk } from '../test/desk.js';

const MINUTE = 60_000;

describe('changes in Dynamics 365 (D9)', () => {
  let desk: Desk;
  let environment: Desk['fake']['environment'];
  afterEach(() => desk.stop());

  async function start(config: object = {}): Promise<OpenCrm> {
    desk = await Desk.start(config);
    ({ environment } = desk.fake);
    return desk.crm;
  }

  interface Asked {
    readonly kind?: RecordKind;
    readonly cursor?: string;
    readonly limit?: number;
    readonly fields?: readonly string[];
  }

  const read = (crm: OpenCrm, request: Asked = {}) =>
    crm.changes({ kind: 'person', limit: 100, fields: [], ...request }, call);

  const idsIn = ({ records }: ChangesPage) => records.map(({ id }) => id);

  const contacts = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      environment.seed('contact', { lastname: `Reader ${String(n)}` }),
    ).sort();

  it('come by change tracking: everything, and then what has changed since', async () => {
    const crm = await start();
    const ids = contacts(5);
    const first = await read(crm, { limit: 3, fields: ['lastname'] });
    expect(first).toMatchObject({ isLast: false, total: 5 });
    const second = await read(crm, { limit: 3, cursor: first.cursor });
    expect([...idsIn(first), ...idsIn(second)]).toEqual(ids);
    expect(second).toMatchObject({ isLast: true });
    expect(second).not.toHaveProperty('total');
    const [changed = '', gone = ''] = ids;
    environment.change(changed, { jobtitle: 'reads' });
    environment.remove(gone);
    const third = await read(crm, { cursor: second.cursor, fields: ['jobtitle'] });
    expect(new Map(third.records.map((record) => [record.id, record]))).toMatchObject(
      new Map<string, object>([
        [changed, { kind: 'person', fields: { jobtitle: 'reads' } }],
        [gone, { isDeleted: true, fields: {} }],
      ]),
    );
    expect(await read(crm, { cursor: third.cursor })).toMatchObject({ records: [], isLast: true });
  });

  it('come without their number where that is not to be had', async () => {
    const crm = await start();
    const ids = contacts(2);
    await crm.verify?.(call);
    desk.fake.instead.push({
      status: 403,
      body: { error: { code: '0x80040220', message: 'No privilege.' } },
    });
    const page = await read(crm);
    expect(idsIn(page)).toEqual(ids);
    expect(page).not.toHaveProperty('total');
  });

  it('go on from a place of any form', async () => {
    const crm = await start();
    await crm.verify?.(call);
    const token = '$skiptoken=%3Ccookie%20page=%221%22|x%3E';
    const next = `${desk.fake.url}/api/data/v9.2/contacts?$select=contactid&${token}`;
    desk.fake.instead.push(
      { status: 200, body: {} },
      { status: 200, body: { '@odata.nextLink': next, value: [] } },
    );
    const { cursor } = await read(crm);
    desk.fake.instead.push({ status: 200, body: { '@odata.deltaLink': next, value: [] } });
    await read(crm, { cursor });
    expect(desk.fake.heard.at(-1)?.path).toContain(`&${token}`);
  });

  it('tell who was merged into whom', async () => {
    const crm = await start();
    const [left = '', lost = ''] = contacts(2);
    const { cursor } = await read(crm);
    environment.merge(left, lost);
    const { records } = await read(crm, { cursor });
    expect(records.find(({ id }) => id === lost)).toMatchObject({ isDeleted: true, mergedInto: left });
    expect(records.find(({ id }) => id === left)).not.toHaveProperty('isDeleted');
  });

  it('begin anew, and say so, where it is forgotten how far they were read', async () => {
    const crm = await start();
    const ids = contacts(2);
    const page = await read(crm, { cursor: 'd|||$deltatoken=expired' });
    expect(idsIn(page)).toEqual(ids);
    expect(desk.host.logged).toEqual([
      expect.objectContaining({ level: 'warn', details: { kind: 'person' } }),
    ]);
  });

  it('are read by their time where a table is not tracked, in pages, without end of one moment', async () => {
    const crm = await start({ overlapMs: 0 });
    const person = environment.seed('contact', { lastname: 'Reader' });
    const ids = Array.from({ length: 5 }, () =>
      environment.seed('salesorder', { customerid: ['contact', person] }),
    );
    const seen: string[] = [];
    let page = await read(crm, { kind: 'order', limit: 2 });
    for (; !page.isLast; page = await read(crm, { kind: 'order', limit: 2, cursor: page.cursor })) {
      seen.push(...idsIn(page));
    }
    seen.push(...idsIn(page));
    expect([...seen].sort()).toEqual([...ids].sort());
    expect(page.records[0]).toMatchObject({ kind: 'order', personId: person });
    environment.now += MINUTE;
    const later = environment.seed('salesorder', {});
    expect(idsIn(await read(crm, { kind: 'order', cursor: page.cursor }))).toContain(later);
  });

  it('hold by their time what was committed late under an earlier one', async () => {
    const crm = await start({ changes: 'modifiedon', overlapMs: 5 * MINUTE });
    environment.now = Date.now();
    contacts(3);
    const first = await read(crm, { limit: 2 });
    const { cursor, isLast } = await read(crm, { limit: 2, cursor: first.cursor });
    expect(isLast).toBe(true);
    environment.now = Date.now() - 2 * MINUTE;
    const [late] = contacts(1);
    expect(idsIn(await read(crm, { cursor }))).toContain(late);
  });

  it('name the person, and nobody where a lookup leads to a company or a lead', async () => {
    const crm = await start();
    const person = environment.seed('contact', { lastname: 'Reader' });
    const company = environment.seed('account', { name: 'Example' });
    const lead = environment.seed('lead', { lastname: 'Lead' });
    environment.seed('incident', { title: 'A', customerid: ['contact', person] });
    environment.seed('incident', {
      title: 'B',
      customerid: ['account', company],
      primarycontactid: ['contact', person],
    });
    environment.seed('incident', { title: 'C', customerid: ['account', company] });
    environment.seed('task', { subject: 'D', regardingobjectid: ['lead', lead] });
    const { records } = await read(crm, { kind: 'ticket', fields: ['title', 'statecode'] });
    const byTitle = records.map(({ fields, personId }) => [fields['title'], personId]).sort();
    expect(byTitle).toEqual([
      ['A', person],
      ['B', person],
      ['C', undefined],
    ]);
    expect(records[0]?.fields).toMatchObject({ statecode: 0 });
    expect((await read(crm, { kind: 'task' })).records[0]).not.toHaveProperty('personId');
  });

  it('are of leads where leads are people', async () => {
    const crm = await start({ personTable: 'lead' });
    const lead = environment.seed('lead', { lastname: 'Lead' });
    const task = environment.seed('task', { subject: 'A', regardingobjectid: ['lead', lead] });
    expect(idsIn(await read(crm))).toEqual([lead]);
    expect((await read(crm, { kind: 'task' })).records).toMatchObject([{ id: task, personId: lead }]);
  });

  it.each([
    ['a field that cannot be one', { fields: ['lastname,(select)'] }, 'misconfigured', 'bad-field-name'],
    ['a field that is not there', { fields: ['nothing'] }, 'misconfigured', 'unknown-field'],
    ['a cursor of somebody else', { cursor: '{"after":7}' }, 'permanent', 'bad-cursor'],
    [
      'a cursor that would add to the address',
      { cursor: 'd|||$deltatoken=1&$filter=x' },
      'permanent',
      'bad-cursor',
    ],
  ])('refuse %s', async (_, request, kind, code) => {
    const crm = await start();
    await expect(read(crm, request)).rejects.toMatchObject({
      error: { class: kind, code: `dynamics.${code}` },
    });
  });

  it.each([
    ['at another host', 'https://evil.example/api/data/v9.2/contacts?$deltatoken=1', 'unreadable-answer'],
    ['of another table', 'OWN/api/data/v9.2/accounts?$deltatoken=1', 'unreadable-answer'],
    ['without end', `OWN/api/data/v9.2/contacts?$skiptoken=${'x'.repeat(2_000)}`, 'cursor-too-long'],
  ])('do not go on %s', async (_, link, code) => {
    const crm = await start();
    await crm.verify?.(call);
    const { url } = desk.fake;
    const next = { '@odata.nextLink': link.replace('OWN', url), value: [] };
    desk.fake.instead.push({ status: 200, body: {} }, { status: 200, body: next });
    await expect(read(crm)).rejects.toMatchObject({ error: { code: `dynamics.${code}` } });
  });
});
