import type { ChangesPage, CrmRecord, RecordKind } from '@parcours/sdk';
import { type TestHost, testHost } from '@parcours/sdk/testing';

import { call, Desk } from '../../test/desk.js';
import type { FakeHubSpot } from '../../test/fake-hubspot.js';

const NOW = Date.UTC(2026, 5, 1, 12);
const MINUTE = 60_000;

describe('changes of HubSpot (A7, D9)', () => {
  const desk = new Desk();
  let fake: FakeHubSpot;
  let host: TestHost;
  beforeEach(async () => {
    fake = await desk.fake();
    host = testHost({ now: NOW });
    fake.clock = () => host.clock.now();
  });
  afterEach(() => desk.clear());

  interface From {
    readonly cursor?: string | undefined;
    readonly limit?: number;
    readonly kind?: RecordKind;
    readonly fields?: readonly string[];
  }

  /** Every page to the last, each by a connector of its own. */
  async function pages({ cursor, limit = 100, kind = 'person', fields = ['email'] }: From = {}): Promise<
    ChangesPage[]
  > {
    const read: ChangesPage[] = [];
    let at = cursor;
    do {
      const crm = await desk.open(fake, { deletionsEveryMinutes: 60 }, host);
      const page = await crm.changes({ kind, limit, fields, cursor: at }, call);
      expect(page.records.length).toBeLessThanOrEqual(limit);
      read.push(page);
      at = page.cursor;
    } while (!read.at(-1)?.isLast && read.length < 500);
    return read;
  }

  const recordsOf = (read: readonly ChangesPage[]): CrmRecord[] => read.flatMap(({ records }) => records);
  const cursorOf = (read: readonly ChangesPage[]): string => read.at(-1)?.cursor ?? '';
  const person = (n: number, at: number) =>
    fake.put({ kind: 'person', fields: { email: `p${String(n)}@example.com` }, at });

  it('begin with the whole list, and say how many there are', async () => {
    for (let n = 0; n < 7; n++) person(n, NOW - 3_600_000);
    const read = await pages({ limit: 3 });
    expect(recordsOf(read)).toHaveLength(7);
    expect(read.slice(0, 3).map(({ total }) => total)).toEqual([7, 7, 7]);
    expect(fake.http.heard.filter(({ path }) => path.includes('/search')).length).toBe(2);
  });

  it('pass over nobody of a crowd that changed at one moment, and never turn a search page by page', async () => {
    const cursor = cursorOf(await pages());
    const at = NOW + MINUTE;
    const ids = Array.from({ length: 450 }, (_, n) => person(n, at));
    const later = person(450, at + 1);
    const before = person(451, at - 1);
    host.clock.advance(2 * MINUTE);
    const read = await pages({ cursor, limit: 100 });
    expect(new Set(recordsOf(read).map(({ id }) => id))).toEqual(new Set([...ids, later, before]));
    expect(recordsOf(read).length).toBeLessThan(700);
    const searches = fake.http.heard.filter(({ path }) => path.includes('/search'));
    expect(searches.every(({ body }) => !body.includes('"after"'))).toBe(true);
  });

  it('find what the search learned of late', async () => {
    const first = person(0, NOW - MINUTE);
    const cursor = cursorOf(await pages());
    fake.portal.freezeSearch();
    person(1, NOW);
    host.clock.advance(MINUTE);
    const lagging = await pages({ cursor });
    expect(recordsOf(lagging).map(({ id }) => id)).toEqual([first]);
    fake.portal.thawSearch();
    const late = await pages({ cursor: cursorOf(lagging) });
    expect(recordsOf(late).map(({ fields }) => fields['email'])).toContain('p1@example.com');
  });

  it('are not missed where the clock of this side is an hour ahead', async () => {
    fake.clock = () => host.clock.now() - 60 * MINUTE;
    const cursor = cursorOf(await pages());
    const early = person(0, fake.clock() + MINUTE);
    host.clock.advance(2 * MINUTE);
    const read = await pages({ cursor });
    expect(recordsOf(read).map(({ id }) => id)).toEqual([early]);
    const late = person(1, fake.clock() + MINUTE);
    host.clock.advance(10 * MINUTE);
    expect(recordsOf(await pages({ cursor: cursorOf(read) })).map(({ id }) => id)).toContain(late);
  });

  it('come again for the time of the overlap, and not for longer', async () => {
    person(0, NOW);
    const cursor = cursorOf(await pages());
    host.clock.advance(4 * MINUTE);
    const again = await pages({ cursor });
    expect(recordsOf(again)).toHaveLength(1);
    host.clock.advance(2 * MINUTE);
    const between = await pages({ cursor: cursorOf(again) });
    expect(recordsOf(await pages({ cursor: cursorOf(between) }))).toEqual([]);
  });

  it('tell who was merged into whom, in pages however small', async () => {
    const [left = '', ...merged] = [0, 1, 2, 3].map((n) => person(n, NOW - 3_600_000));
    const cursor = cursorOf(await pages());
    for (const id of merged) fake.portal.merge(id, left);
    const read = recordsOf(await pages({ cursor, limit: 2 })).filter(({ changedAt }) => changedAt >= NOW);
    const told = read.filter(({ isDeleted }) => isDeleted);
    expect(new Map(told.map(({ id, mergedInto }) => [id, mergedInto]))).toEqual(
      new Map(merged.map((id) => [id, left])),
    );
    expect(read.at(-1)).toMatchObject({ id: left, fields: { email: 'p0@example.com' } });
  });

  it('tell of deletions once the list of what is archived is due', async () => {
    const [gone = '', kept = ''] = [0, 1].map((n) => person(n, NOW - 3_600_000));
    const cursor = cursorOf(await pages());
    fake.remove('person', gone);
    const early = await pages({ cursor });
    expect(recordsOf(early).some(({ isDeleted }) => isDeleted)).toBe(false);
    host.clock.advance(61 * MINUTE);
    const due = recordsOf(await pages({ cursor: cursorOf(early) }));
    expect(due).toMatchObject([{ id: gone, isDeleted: true, fields: {} }]);
    expect(due.some(({ id }) => id === kept)).toBe(false);
  });

  it('bring values in their types, and the person of a record by list and by search', async () => {
    const personId = fake.put({
      kind: 'person',
      fields: {
        email: 'zoe@example.com',
        score: 7,
        is_member: true,
        birthday: '1990-02-28',
        interests: 'a;b',
      },
    });
    const fields = ['email', 'score', 'is_member', 'birthday', 'interests', 'phone'];
    const [zoe] = recordsOf(await pages({ fields }));
    expect(zoe?.fields).toMatchObject({
      score: 7,
      is_member: true,
      birthday: '1990-02-28',
      interests: 'a;b',
      phone: null,
    });
    const ask: From = { kind: 'invoice', fields: ['hs_amount_billed', 'hs_due_date'] };
    const bill = fake.put({
      kind: 'invoice',
      personId,
      fields: { hs_amount_billed: '12.5', hs_due_date: '2026-07-01T00:00:00Z' },
    });
    const loaded = await pages(ask);
    expect(recordsOf(loaded)[0]).toMatchObject({
      kind: 'invoice',
      id: bill,
      personId,
      fields: { hs_amount_billed: 12.5, hs_due_date: '2026-07-01T00:00:00Z' },
    });
    fake.put({ kind: 'invoice', id: bill, fields: { hs_invoice_status: 'paid' } });
    expect(recordsOf(await pages({ ...ask, cursor: cursorOf(loaded) })).at(-1)).toMatchObject({
      id: bill,
      personId,
    });
  });

  it('refuse a cursor of somebody else', async () => {
    const crm = await desk.open(fake, {}, host);
    const request = { kind: 'person', limit: 1, fields: [], cursor: '{"page":2}' } as const;
    await expect(crm.changes(request, call)).rejects.toMatchObject({
      error: { code: 'hubspot.cursor-unknown' },
    });
  });
});
