import { profiles, waitFor } from '@parcours/testing';
import { aJourney, settled, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';
import { Tables } from './support/tables.js';

/** Columns by which a row can be somebody's. A table with one of them is declared, or has its reason below. */
const NAMES_SOMEBODY =
  /customer|external_id|(winner|loser|from|into|merged)_(id|key|into)$|^(address|email|phone|subject|subject_key|user_id)$/;

/** Tables with such a column that hold nothing about customers, and why. */
const NOBODYS: Readonly<Record<string, string>> = {
  audit_log: 'what users and tokens did; nobody can change it, and it names no customer',
  sessions: 'of users, who are no customers',
  sign_in_attempts: 'of users',
  users: 'who work with Parcours',
};

const MAIL_AND_REST = {
  start: 'hello',
  steps: {
    hello: { type: 'message', template: 'hello', next: 'rest' },
    rest: { type: 'wait', for: '30d', next: 'again' },
    again: { type: 'message', template: 'hello', next: 'end' },
    end: { type: 'exit', reason: 'completed' },
  },
};

/** What is left out of an export because it is there already: the copy of an email to find by, the id of a staged row. */
const COPIES = 2;

/** Where an event is to be found: a lane may have worked what waited since, and it is an event then, or a dead letter. */
const WAITING_OR_WORKED = ['event_inbox', 'events', 'event_dead_letters'];

/** How many rows these tables hold together. */
function rowsOf(rows: Readonly<Record<string, readonly unknown[]>>, tables: readonly string[]): number {
  return tables.reduce((total, table) => total + (rows[table]?.length ?? 0), 0);
}

const BEFORE = '2026-01-02T03:04:05.000Z';

describe.each(profiles)('privacy (F10) on $name', (profile) => {
  let platform: Platform;
  let tables: Tables;
  beforeAll(async () => {
    platform = await startPlatform(profile);
    tables = await Tables.open(platform);
  });
  afterAll(async () => {
    await tables.close();
    await platform.stop();
  });

  const exported = async (id: string) => platform.data('GET', `/customers/${id}/export`);
  const erase = (id: string) => platform.call('POST', `/customers/${id}/erase`, {});

  /** Leaves a trace of `mark` in as many tables as there are ways to. */
  async function aTracedPerson(mark: string) {
    const journey = await aJourney(platform).publish(MAIL_AND_REST);
    const [id, anonymous, other] = [`c-${mark}`, `device-${mark}`, `old-${mark}`];
    const email = `${mark}@example.com`;
    await platform.data('PUT', `/customers/${other}`, { traits: { nickname: mark } });
    await platform.data('PUT', `/customers/${id}`, {
      traits: { name: mark },
      emails: [email, `second.${email}`],
      tags: [`tag-${mark}`],
      devices: [{ token: `token-${mark}`, platform: 'ios' }],
    });
    await platform.data('POST', '/customers/merge', { from: other, into: id });
    await platform.data('POST', `/customers/${id}/identities`, { id: anonymous });
    await platform.data('PUT', `/customers/${id}/consents`, {
      consents: [
        {
          channel: 'email',
          topic: '*',
          state: 'granted',
          proof: { text: 'Yes, write to me.', address: '192.0.2.7', url: `https://example.com/${mark}` },
        },
      ],
    });
    await journey.enter(id, { properties: { remark: mark } });
    await journey.message(id, ({ status }) => status === 'sent');
    await journey.standsAt(id, 'rest');
    await platform.data('POST', '/suppressions', {
      address: `second.${email}`,
      reason: 'requested',
      note: `asked by ${mark}`,
    });
    return { id, anonymous, other, email, journey };
  }

  /** What lies in a lane, and what was put aside, can't be held there by calls of the API. */
  async function leaveWaitingRows({ id, other, email }: { id: string; other: string; email: string }) {
    const { sql } = tables.database;
    const [row] = await sql.select<{ lane: number }>('SELECT lane FROM customers WHERE external_id = ?', [
      id,
    ]);
    const [signpost] = await sql.select<{ lane: number }>(
      'SELECT lane FROM customers WHERE external_id = ?',
      [other],
    );
    const body = JSON.stringify({ name: 'late', occurredAt: Date.parse(BEFORE), properties: {} });
    const columns = ['lane', 'id', 'kind', 'customer_key', 'body'];
    await sql.insert({
      table: 'event_inbox',
      columns,
      rows: [
        [row?.lane ?? 0, 1, 0, id, body],
        [signpost?.lane ?? 0, 2, 0, other, body],
      ],
    });
    await sql.insert({
      table: 'event_dead_letters',
      columns: [...columns, 'failure', 'failed_at'],
      rows: [[row?.lane ?? 0, Date.now(), 0, id, body, 'odd', Date.now()]],
    });
    const content = [id, `refused ${id}`];
    await sql.insert({
      table: 'import_chunks',
      columns: ['import_id', 'lane', 'id', 'body'],
      rows: [
        [
          1,
          row?.lane ?? 0,
          1,
          JSON.stringify([
            [2, id, content],
            [3, 'somebody-else', ['somebody-else', '']],
          ]),
        ],
      ],
    });
    await sql.insert({
      table: 'import_rejections',
      columns: ['import_id', 'at_row', 'code', 'field', 'detail', 'customer_key', 'content'],
      rows: [
        [1, 2, 'odd', '', '', id, JSON.stringify(content)],
        [1, 3, 'odd', '', '', null, JSON.stringify(['', email])],
      ],
    });
    await sql.insert({
      table: 'identity_links',
      columns: ['id', 'kind', 'from_key', 'into_key'],
      rows: [[Date.now(), 0, `x-${id}`, id]],
    });
  }

  it('knows every table that names somebody', async () => {
    const id = unique('known');
    await platform.data('PUT', `/customers/${id}`, { traits: {} });
    const declared = Object.keys((await exported(id)).tables);
    const undeclared: string[] = [];
    for (const table of await tables.names()) {
      const naming = (await tables.columns(table)).filter((column) => NAMES_SOMEBODY.test(column));
      if (naming.length > 0 && !declared.includes(table) && !(table in NOBODYS)) {
        undeclared.push(`${table} (${naming.join(', ')})`);
      }
    }
    expect(undeclared).toEqual([]);
    expect(declared.length).toBeGreaterThan(10);
    expect(await tables.names()).toEqual(expect.arrayContaining(declared));
  });

  it('exports whatever is held, and leaves nothing of it when erased', async () => {
    const mark = `zq${Date.now()}x`;
    const person = await aTracedPerson(mark);
    const own = await tables.database.sql.select<{ id: number }>(
      'SELECT id FROM customers WHERE external_id IN (?)',
      [[person.id, person.other, person.anonymous]],
    );
    expect(own).toHaveLength(3);
    await leaveWaitingRows(person);

    const traces = await tables.containing(mark);
    // As many ways to leave a trace as the test knows: fewer, and what follows would prove less than it says. What waits
    // in a lane may be worked at any moment, and is an event then.
    expect(Object.keys(traces)).toEqual(
      expect.arrayContaining([
        'customers',
        'customer_addresses',
        'customer_tags',
        'customer_merges',
        'consent_changes',
        'identity_links',
        'import_chunks',
        'import_rejections',
        'suppressions',
        'events',
        'event_dead_letters',
        'enrollments',
        'messages',
      ]),
    );
    const { tables: handedOut, ids } = await exported(person.id);
    expect([...ids].sort()).toEqual([person.id, person.other, person.anonymous].sort());
    // Rows that bear no mark are theirs too, such as the event of a decision about consent.
    const { event_inbox: waiting = [], ...lasting } = traces;
    const missing = Object.entries(lasting).filter(
      ([table, rows]) => (handedOut[table]?.length ?? 0) < rows.length,
    );
    expect(missing).toEqual([]);
    expect(rowsOf(handedOut, WAITING_OR_WORKED)).toBeGreaterThanOrEqual(waiting.length);
    // An event names its customer by the inner id, so what was worked meanwhile bears fewer marks than it did in the lane.
    expect(JSON.stringify(handedOut).split(mark).length).toBeGreaterThanOrEqual(
      JSON.stringify(lasting).split(mark).length - COPIES,
    );
    expect(handedOut.enrollment_steps).not.toEqual([]);
    expect(
      handedOut.customers.find(({ externalId }: { externalId: string }) => externalId === person.id),
    ).toMatchObject({ traits: { name: mark, email: person.email }, profile: { tags: [`tag-${mark}`] } });

    const { status, body } = await erase(person.id);
    expect({ status, rows: body.data.rows }).toMatchObject({
      status: 200,
      rows: {
        customers: 3,
        import_chunks: 1,
        import_rejections: 2,
        event_dead_letters: 1,
        suppressions: 1,
        consent_changes: 1,
      },
    });
    const erasedOf = WAITING_OR_WORKED.map((table) => Number(body.data.rows[table] ?? 0));
    expect(erasedOf.reduce((total, count) => total + count, 0)).toBeGreaterThanOrEqual(
      rowsOf(handedOut, WAITING_OR_WORKED),
    );
    expect(JSON.stringify(body)).not.toContain(mark);
    expect(await tables.containing(mark, '192.0.2.7')).toEqual({});
    expect(Object.keys(await tables.containing('somebody-else'))).toEqual(['import_chunks']);
    expect(await rowsNaming(own.map((row) => row.id))).toEqual([]);
    expect((await platform.call('GET', `/customers/${person.id}`)).status).toBe(404);
    expect((await platform.call('GET', `/customers/${person.id}/export`)).status).toBe(404);
  });

  /** Tables in which one of these inner ids stands. */
  async function rowsNaming(ids: readonly number[]): Promise<string[]> {
    const naming: string[] = [];
    for (const table of await tables.names()) {
      const rows = await tables.rows(table);
      if (rows.some((row) => Object.values(row).some((value) => ids.includes(Number(value)))))
        naming.push(table);
    }
    return naming;
  }

  it('keeps what was counted, ends what was under way and withdraws what waits', async () => {
    const mark = unique('kept');
    const { id, journey } = await aTracedPerson(mark);
    const { id: enrollmentId } = await journey.passage(id);
    const [sent] = await journey.messages(id);
    const { sql } = tables.database;
    await sql.run(
      `INSERT INTO messages (id, lane, share, customer_id, enrollment_id, step, visit, channel, connector_id,
         template_version_id, status, queue_at, attempts, maybe_duplicate, reports_outcome, address, created_at)
       SELECT id + 1, lane, share, customer_id, enrollment_id, 'later', 9, channel, connector_id, template_version_id,
         0, created_at + 1000000000, 0, 0, 0, address, created_at FROM messages WHERE id = ?`,
      [Number(sent?.id)],
    );
    await erase(id);
    const [enrollment] = await sql.select(
      'SELECT customer_id, is_active, step, due_at, context, end_reason FROM enrollments WHERE id = ?',
      [Number(enrollmentId)],
    );
    expect(enrollment).toEqual({
      customer_id: 0,
      is_active: 0,
      step: null,
      due_at: null,
      context: '{}',
      end_reason: 'erased',
    });
    const messages = await sql.select(
      'SELECT step, status, queue_at, customer_id, address FROM messages WHERE enrollment_id = ? ORDER BY step',
      [Number(enrollmentId)],
    );
    expect(messages).toEqual([
      { step: 'hello', status: 2, queue_at: null, customer_id: 0, address: null },
      { step: 'later', status: 4, queue_at: null, customer_id: 0, address: null },
    ]);
  });

  it('drops what the person did before when it is sent again, and takes what they do afterwards', async () => {
    const id = unique('back');
    const tell = (rest: object) =>
      platform.data('POST', '/events', { event: 'seen', customerId: id, ...rest });
    await tell({ occurredAt: BEFORE, messageId: 'm-1', traits: { city: 'Lyon' } });
    await settled(platform, id);
    expect((await erase(id)).status).toBe(200);
    const dropped = async () => (await platform.data('GET', `/customers/${id}/erasures`))[0].droppedEvents;

    await tell({ occurredAt: BEFORE, messageId: 'm-1', traits: { city: 'Lyon' } });
    await waitFor(async () => (await dropped()) === 1, { describe: 'the first old event to be dropped' });
    expect((await platform.call('GET', `/customers/${id}`)).status).toBe(404);

    await tell({ messageId: 'm-2', traits: { city: 'Nice' } });
    await settled(platform, id);
    await tell({ occurredAt: BEFORE, messageId: 'm-3', traits: { city: 'Lyon', old: true } });
    await waitFor(async () => (await dropped()) === 2, { describe: 'the second old event to be dropped' });
    await settled(platform, id);
    const { traits } = await platform.data('GET', `/customers/${id}`);
    expect(traits).toEqual({ city: 'Nice', mark: traits.mark });
  });

  it('drops old events of one who came back by PUT, too', async () => {
    const id = unique('put');
    await platform.data('PUT', `/customers/${id}`, { traits: { city: 'Lyon' } });
    await erase(id);
    await platform.data('PUT', `/customers/${id}`, { traits: { city: 'Nice' } });
    await platform.data('POST', '/events', {
      event: 'seen',
      customerId: id,
      occurredAt: BEFORE,
      traits: { city: 'Lyon' },
    });
    await settled(platform, id);
    expect((await platform.data('GET', `/customers/${id}`)).traits).toMatchObject({ city: 'Nice' });
  });

  it('keeps a suppressed address suppressed, under a name that tells nobody', async () => {
    const [id, again] = [unique('sup'), unique('sup')];
    const email = `${id}@example.com`;
    await platform.data('PUT', `/customers/${id}`, { traits: { email } });
    await platform.data('POST', '/suppressions', { address: email, reason: 'requested' });
    await erase(id);
    expect(await platform.data('GET', `/suppressions?filter[address][eq]=${email}`)).toEqual([]);
    const journey = await aJourney(platform).publish(MAIL_AND_REST);
    await journey.enter(again, { traits: { email: email.toUpperCase() } });
    const message = await journey.message(again, ({ status }) => status === 'failed');
    expect(message.failure?.code).toBe('messages.address-suppressed');
  });

  it('keeps the proof of consent under a pseudonym that the id leads to', async () => {
    const mark = unique('proof');
    const { id } = await aTracedPerson(mark);
    const { body } = await erase(id);
    const proofs = (await tables.rows('consent_proofs')).filter(
      ({ subject }) => subject === body.data.subject,
    );
    expect(proofs).toEqual([
      expect.objectContaining({
        channel: 'email',
        topic: '*',
        shown_text: 'Yes, write to me.',
        source: 'api',
      }),
    ]);
    await platform.data('PUT', `/customers/${id}`, { traits: {} });
    const { tables: handedOut } = await exported(id);
    expect([handedOut.consent_proofs.length, handedOut.erasures.length]).toEqual([1, 1]);
  });

  it('answers the erasure that there was when it is asked again, also by an id that was merged', async () => {
    const [id, other] = [unique('twice'), unique('twice')];
    await platform.data('PUT', `/customers/${id}`, { traits: {} });
    await platform.data('PUT', `/customers/${other}`, { traits: {} });
    await platform.data('POST', '/customers/merge', { from: other, into: id });
    const first = await erase(id);
    expect((await erase(id)).body.data).toEqual(first.body.data);
    expect((await erase(other)).body.data).toEqual(first.body.data);
    const listed = await platform.data('GET', `/erasures?filter[subject][eq]=${first.body.data.subject}`);
    expect(listed).toEqual([first.body.data]);
  });

  it('says that it knows nobody of an id that nothing is held about', async () => {
    const { status, body } = await erase('nobody-ever');
    expect([status, body.code]).toEqual([404, 'audience.customer-not-found']);
    expect(await platform.data('GET', '/customers/nobody-ever/erasures')).toEqual([]);
  });

  it('ends an enrollment whose customer is not there', async () => {
    const journey = await aJourney(platform).publish(MAIL_AND_REST);
    const id = unique('gone');
    await journey.enter(id, { traits: { email: `${id}@example.com` } });
    const { id: enrollmentId } = await journey.standsAt(id, 'rest');
    const { sql } = tables.database;
    const [{ lane } = { lane: 0 }] = await sql.select<{ lane: number }>(
      'SELECT lane FROM enrollments WHERE id = ?',
      [Number(enrollmentId)],
    );
    await sql.run('DELETE FROM customers WHERE external_id = ?', [id]);
    await sql.run('UPDATE enrollments SET due_at = ? WHERE id = ?', [Date.now(), Number(enrollmentId)]);
    // Somebody else's event wakes the lane.
    const neighbour = await neighbourIn(lane);
    await settled(platform, neighbour);
    const [enrollment] = await sql.select('SELECT is_active, end_reason FROM enrollments WHERE id = ?', [
      Number(enrollmentId),
    ]);
    expect(enrollment).toEqual({ is_active: 0, end_reason: 'customer-gone' });
  });

  async function neighbourIn(lane: number): Promise<string> {
    for (;;) {
      const id = unique('neighbour');
      const { lane: found } = await platform.data('PUT', `/customers/${id}`, { traits: {} });
      if (found === lane) return id;
    }
  }
});
