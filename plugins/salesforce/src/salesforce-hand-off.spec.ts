import type { ActionRequest, HandOver } from '@parcours/sdk';

import { call, Desk } from '../test/desk.js';

/** What the platform tells of a customer. */
const handOver: HandOver = {
  at: Date.parse('2026-12-01T12:00:00Z'),
  conversation: [{ at: 0, direction: 'inbound', channel: 'email', text: 'Where is my order?' }],
  journey: { key: 'welcome', name: 'Welcome', step: 'call', enteredAt: 0, context: {}, path: [] },
  traits: { plan: 'gold' },
};

describe('hand-off to users of Salesforce (E2, A7)', () => {
  let desk: Desk;
  let organisation: Desk['fake']['organisation'];
  let contact: string;
  afterEach(() => desk.stop());

  async function start(config: object = {}) {
    desk = await Desk.start(config);
    ({ organisation } = desk.fake);
    contact = organisation.seed('Contact', { LastName: 'Reader', Email: 'ada@example.com' });
    return desk.crm;
  }

  function anAction(action: string, input: ActionRequest['input'], attempt = 1): ActionRequest {
    return { action, id: 'act-1', customerId: 'c-1', attempt, input };
  }

  it('makes a task with everything that the user has to know', async () => {
    const crm = await start();
    const ticket = organisation.seed('Case', { Subject: 'Late' });
    const result = await crm.act?.(
      {
        handOver,
        ...anAction('create-task', {
          subject: 'Call Ada back',
          description: 'She waits since Monday.',
          personId: contact,
          aboutId: ticket,
          ownerId: desk.fake.user,
          due: '2026-12-01T23:30:00-05:00',
          priority: 'High',
          fields: { Status: 'In Progress' },
        }),
      },
      call,
    );
    const [task] = organisation.rowsOf('Task');
    expect(result).toEqual({
      status: 'done',
      output: { recordId: task?.['Id'], url: `${desk.fake.url}/${String(task?.['Id'])}`, personId: contact },
    });
    expect(task).toMatchObject({
      Subject: 'Call Ada back',
      WhoId: contact,
      WhatId: ticket,
      OwnerId: desk.fake.user,
      ActivityDate: '2026-12-02',
      Priority: 'High',
      Status: 'In Progress',
      Description:
        'She waits since Monday.\n\nAbout the customer\n- plan: gold\n\nJourney: Welcome (call), since 1970-01-01 00:00\n\n' +
        'Conversation\n- 1970-01-01 00:00 Customer (email): Where is my order?\n\nParcours action act-1, customer c-1',
    });
    expect(desk.fake.heard.at(-1)?.headers['sforce-auto-assign']).toBe('FALSE');
  });

  it('finds the person by an address, and hands over all the same where there is none or are two', async () => {
    const crm = await start();
    const input = (email: string) => anAction('create-task', { subject: 'Call', email });
    expect(await crm.act?.(input('ADA@example.com'), call)).toMatchObject({ output: { personId: contact } });
    expect(await crm.act?.(input('nobody@example.com'), call)).toMatchObject({
      status: 'done',
      output: { personId: null },
    });
    organisation.seed('Contact', { LastName: 'Twin', Email: 'ada@example.com' });
    expect(await crm.act?.(input('ada@example.com'), call)).toMatchObject({
      status: 'done',
      output: { personId: null },
    });
  });

  it('opens a case, creates a lead, notes what was said', async () => {
    const crm = await start();
    const opened = anAction('create-case', {
      subject: 'Late',
      email: 'ada@example.com',
      priority: 'High',
      origin: 'Web',
    });
    expect(await crm.act?.(opened, call)).toMatchObject({ status: 'done' });
    expect(organisation.rowsOf('Case')).toMatchObject([
      {
        Subject: 'Late',
        ContactId: contact,
        SuppliedEmail: 'ada@example.com',
        Priority: 'High',
        Origin: 'Web',
      },
    ]);
    const lead = anAction('create-lead', { lastName: 'Reader', company: 'Example', source: 'Web' });
    expect(await crm.act?.(lead, call)).toMatchObject({ status: 'done' });
    expect(organisation.rowsOf('Lead')).toMatchObject([{ LastName: 'Reader', LeadSource: 'Web' }]);
    const note = anAction('add-note', { subject: 'Likes tea', personId: contact });
    expect(await crm.act?.(note, call)).toMatchObject({ status: 'done' });
    expect(organisation.rowsOf('Task')).toMatchObject([
      { Subject: 'Likes tea', WhoId: contact, Status: 'Completed' },
    ]);
  });

  describe.each([
    [
      'by its external id',
      { externalIds: { task: 'Parcours_Action__c', lead: 'Parcours_Action__c', case: 'Parcours_Action__c' } },
    ],
    ['by the line in its description', {}],
  ])('done again finds what it has made %s', (_, config) => {
    it.each([
      ['create-task', 'Task', { subject: "Ada's call" }],
      ['create-case', 'Case', { subject: 'Late' }],
      ['create-lead', 'Lead', { lastName: "O'Hara", company: 'Example' }],
    ])('%s', async (action, object, input) => {
      const crm = await start(config);
      const first = await crm.act?.(anAction(action, input), call);
      const [made] = organisation.rowsOf(object);
      organisation.change(String(made?.['Id']), { Status: 'Changed by hand' });
      expect(await crm.act?.(anAction(action, input, 2), call)).toEqual(first);
      expect(organisation.rowsOf(object)).toMatchObject([{ Status: 'Changed by hand' }]);
      const other = { ...anAction(action, input, 2), id: 'act-2' };
      expect(await crm.act?.(other, call)).toMatchObject({ status: 'done' });
      expect(organisation.rowsOf(object)).toHaveLength(2);
    });
  });

  it('says where several records have the external id', async () => {
    const crm = await start({ externalIds: { task: 'Parcours_Action__c' } });
    for (const Subject of ['A', 'B']) organisation.seed('Task', { Subject, Parcours_Action__c: 'act-1' });
    expect(await crm.act?.(anAction('create-task', { subject: 'C' }), call)).toMatchObject({
      status: 'failed',
      error: { class: 'permanent', code: 'salesforce.several-matches' },
    });
  });

  it.each([
    ['nobody of this id', { subject: 'A', personId: '003RM0000999999AAA' }, 'permanent', 'bad-reference'],
    ['a choice that there is not', { subject: 'A', priority: 'Sky-high' }, 'permanent', 'bad-value'],
    ['a date that is none', { subject: 'A', due: '2026-12-01Tnever' }, 'permanent', 'bad-value'],
    [
      'a field that there is not',
      { subject: 'A', fields: { Nothing__c: 1 } },
      'misconfigured',
      'unknown-field',
    ],
    ['a field that cannot be one', { subject: 'A', fields: { 'a b': 1 } }, 'misconfigured', 'bad-field-name'],
  ])('fails for %s', async (_, input, kind, code) => {
    const crm = await start();
    expect(await crm.act?.(anAction('create-task', input), call)).toMatchObject({
      status: 'failed',
      error: { class: kind, code: `salesforce.${code}` },
    });
    expect(organisation.rowsOf('Task')).toHaveLength(0);
  });

  it('says that it was perhaps done where no answer comes in time', async () => {
    const crm = await start({ timeoutMs: 2_000 });
    await crm.fields('task', call);
    desk.fake.behave('hang');
    const result = await crm.act?.(anAction('create-task', { subject: 'A' }), call);
    expect(result).toMatchObject({ status: 'failed', error: { class: 'temporary', maybeSent: true } });
  });
});
