import type { ActionRequest, HandOver } from '@parcours/sdk';

import { call, Desk } from '../test/desk.js';

/** What the platform tells of a customer. */
const handOver: HandOver = {
  at: Date.parse('2026-12-01T12:00:00Z'),
  conversation: [{ at: 0, direction: 'inbound', channel: 'email', text: 'Where is my order?' }],
  journey: { key: 'welcome', name: 'Welcome', step: 'call', enteredAt: 0, context: {}, path: [] },
  traits: { plan: 'gold' },
};

describe('hand-off to users of Dynamics 365 (E2, A7)', () => {
  let desk: Desk;
  let environment: Desk['fake']['environment'];
  let contact: string;
  afterEach(() => desk.stop());

  async function start(config: object = {}) {
    desk = await Desk.start(config);
    ({ environment } = desk.fake);
    contact = environment.seed('contact', { lastname: 'Reader', emailaddress1: 'ada@example.com' });
    return desk.crm;
  }

  function anAction(action: string, input: ActionRequest['input'], attempt = 1): ActionRequest {
    return { action, id: 'act-1', customerId: 'c-1', attempt, input };
  }

  const rows = (table: string) => environment.living(table).map(({ values }) => values);

  it('makes a task with everything that the user has to know', async () => {
    const crm = await start();
    const result = await crm.act?.(
      {
        handOver,
        ...anAction('create-task', {
          subject: 'Call Ada back',
          description: 'She waits since Monday.',
          personId: contact,
          ownerId: desk.fake.user,
          due: '2026-12-01T23:30:00-05:00',
          priority: 'high',
          fields: { statecode: 0 },
        }),
      },
      call,
    );
    const [task] = environment.living('task');
    expect(result).toEqual({
      status: 'done',
      output: {
        recordId: task?.id,
        url: `${desk.fake.url}/main.aspx?pagetype=entityrecord&etn=task&id=${task?.id ?? ''}`,
        personId: contact,
      },
    });
    expect(task?.values).toMatchObject({
      subject: 'Call Ada back',
      regardingobjectid: ['contact', contact],
      ownerid: ['systemuser', desk.fake.user],
      scheduledend: '2026-12-02T04:30:00.000Z',
      prioritycode: 2,
      description:
        'She waits since Monday.\n\nAbout the customer\n- plan: gold\n\nJourney: Welcome (call), since 1970-01-01 00:00\n\n' +
        'Conversation\n- 1970-01-01 00:00 Customer (email): Where is my order?\n\nParcours action act-1, customer c-1',
    });
  });

  it('fits a long conversation into the column, the newest of it, in the language of the users', async () => {
    const crm = await start({ language: 'fr' });
    const conversation = Array.from(
      { length: 200 },
      (_, n) => ({ at: n, direction: 'inbound', text: `line ${String(n)}` }) as const,
    );
    await crm.act?.(
      { ...anAction('create-task', { subject: 'A' }), handOver: { at: 0, conversation } },
      call,
    );
    const description = String(rows('task')[0]?.['description']);
    expect(description).toMatch(/Client: line 199\n\nParcours action act-1, customer c-1$/);
    expect(description.length).toBeLessThanOrEqual(2_000);
    expect(description).not.toContain('line 0\n');
  });

  it.each([
    ['1d', '2026-12-02T12:00:00.000Z'],
    ['2026-12-24', '2026-12-24T23:59:59.000Z'],
  ])('is due %s after the step was reached, whichever try it is', async (due, scheduledend) => {
    const crm = await start();
    desk.host.clock.advance(3_600_000);
    await crm.act?.({ handOver, ...anAction('create-task', { subject: 'A', due }, 2) }, call);
    expect(rows('task')).toMatchObject([{ scheduledend }]);
  });

  it('hangs a task or a note on another record where one is named', async () => {
    const crm = await start();
    const deal = environment.seed('opportunity', { name: 'A deal' });
    await crm.act?.(
      anAction('create-task', { subject: 'A', personId: contact, aboutId: deal, aboutKind: 'deal' }),
      call,
    );
    expect(rows('task')).toMatchObject([{ regardingobjectid: ['opportunity', deal] }]);
    const ticket = environment.seed('incident', { title: 'A', customerid: ['contact', contact] });
    await crm.act?.(anAction('add-note', { subject: 'B', aboutId: ticket }), call);
    expect(rows('annotation')).toMatchObject([{ subject: 'B', objectid: ['incident', ticket] }]);
  });

  it('finds the person by an address, and hands a task over all the same where there is none or are two', async () => {
    const crm = await start();
    const task = (id: string, email: string) => ({ ...anAction('create-task', { subject: 'A', email }), id });
    expect(await crm.act?.(task('a', 'ADA@example.com'), call)).toMatchObject({
      output: { personId: contact },
    });
    expect(await crm.act?.(task('b', 'nobody@example.com'), call)).toMatchObject({
      output: { personId: null },
    });
    environment.seed('contact', { lastname: 'Twin', emailaddress1: 'ada@example.com' });
    expect(await crm.act?.(task('c', 'ada@example.com'), call)).toMatchObject({ output: { personId: null } });
    expect(rows('task')).toHaveLength(3);
  });

  it('opens a case of the person, and of nobody else', async () => {
    const crm = await start();
    const opened = anAction('create-case', { subject: 'Late', email: 'ada@example.com', priority: 'high' });
    expect(await crm.act?.(opened, call)).toMatchObject({ status: 'done' });
    expect(rows('incident')).toMatchObject([
      { title: 'Late', customerid: ['contact', contact], prioritycode: 1 },
    ]);
    expect(await crm.act?.(anAction('create-case', { subject: 'Late' }), call)).toMatchObject({
      status: 'failed',
      error: { class: 'permanent', code: 'dynamics.no-customer' },
    });
  });

  it('creates a lead for a team, and notes what was said', async () => {
    const crm = await start();
    const team = environment.seed('team', { name: 'Sales' });
    const input = {
      subject: 'A quote',
      lastName: 'Reader',
      email: 'ada@example.com',
      company: 'Example',
      teamId: team,
    };
    expect(await crm.act?.(anAction('create-lead', { ...input, personId: contact }), call)).toMatchObject({
      status: 'done',
    });
    expect(rows('lead')).toMatchObject([
      {
        subject: 'A quote',
        lastname: 'Reader',
        companyname: 'Example',
        ownerid: ['team', team],
        parentcontactid: ['contact', contact],
      },
    ]);
    const note = anAction('add-note', { subject: 'Likes tea', personId: contact });
    expect(await crm.act?.(note, call)).toMatchObject({ status: 'done' });
    expect(rows('annotation')).toMatchObject([{ subject: 'Likes tea', objectid: ['contact', contact] }]);
  });

  it.each([
    ['create-task', 'task', { subject: 'A' }],
    ['create-lead', 'lead', { subject: 'A', lastName: 'Reader' }],
    ['add-note', 'annotation', { subject: 'A' }],
  ])(
    'does %s once, whichever try it is, and leaves alone what a user has changed',
    async (action, table, input) => {
      const crm = await start();
      const first = await crm.act?.(anAction(action, input), call);
      const [made] = environment.living(table);
      environment.change(made?.id ?? '', { subject: 'Changed by hand' });
      expect(await crm.act?.(anAction(action, input), call)).toEqual(first);
      expect(await crm.act?.(anAction(action, input, 2), call)).toEqual(first);
      expect(rows(table)).toMatchObject([{ subject: 'Changed by hand' }]);
      await crm.act?.({ ...anAction(action, input), id: 'act-2' }, call);
      expect(rows(table)).toHaveLength(2);
    },
  );

  it.each([
    [
      'nobody of this id',
      { subject: 'A', personId: 'aaaaaaaa-0000-4000-8000-000000000009' },
      'permanent',
      'not-found',
    ],
    ['a time that is none', { subject: 'A', due: '2026-12-01Tnever' }, 'permanent', 'bad-value'],
    [
      'a column that there is not',
      { subject: 'A', fields: { nothing: 1 } },
      'misconfigured',
      'unknown-field',
    ],
    [
      'a column that cannot be one',
      { subject: 'A', fields: { 'a b': 1 } },
      'misconfigured',
      'bad-field-name',
    ],
    ['a title that is too long', { subject: 'x'.repeat(201) }, 'permanent', 'bad-value'],
  ])('fails for %s', async (_, input, kind, code) => {
    const crm = await start();
    expect(await crm.act?.(anAction('create-task', input), call)).toMatchObject({
      status: 'failed',
      error: { class: kind, code: `dynamics.${code}` },
    });
    expect(rows('task')).toHaveLength(0);
  });

  it('takes a duplicate that a rule has found for none of its own', async () => {
    const crm = await start({ detectDuplicates: true });
    environment.seed('lead', { lastname: 'Reader', emailaddress1: 'ada@example.com' });
    const lead = anAction('create-lead', { subject: 'A', lastName: 'Reader', email: 'ada@example.com' });
    expect(await crm.act?.(lead, call)).toMatchObject({
      error: { class: 'permanent', code: 'dynamics.duplicate' },
    });
  });
});
