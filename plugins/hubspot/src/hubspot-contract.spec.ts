import type { HttpExchange } from '@parcours/sdk/testing';
import { ProviderContract } from '@parcours/testing';

import { call, Desk, request } from '../test/desk.js';
import { item, webhook } from '../test/fake-hubspot.js';

const FILE = 'specs/hubspot.openapi.json';

/** What the description does not speak of. */
const UNDESCRIBED = /^\/oauth\/|^\/crm\/v3\/(?:properties|pipelines|owners)/;

/** It is trimmed to some types of objects, which all have one form. */
function asDescribed({ request, answer }: HttpExchange): HttpExchange {
  const path = request.path
    .replace(/^\/crm\/v3\/objects\/(?:leads|deals|orders|invoices)/, '/crm/v3/objects/tickets')
    .replace(/^\/crm\/v3\/objects\/\w+\/batch\/read/, '/crm/v3/objects/contacts/batch/read');
  return { request: { ...request, path }, answer };
}

describe('the description of HubSpot (A7)', () => {
  const contract = ProviderContract.open(FILE);
  if (!contract) {
    it.todo(`is kept to: ${FILE} is not beside this clone`);
    return;
  }
  const desk = new Desk();
  afterEach(() => desk.clear());

  it('is kept to by every request and every answer', async () => {
    const fake = await desk.fake();
    const crm = await desk.open(fake, { deletionsEveryMinutes: 0 });
    const personId = fake.put({ kind: 'person', fields: { email: 'zoe@example.com' } });
    await crm.verify?.(call);
    const match = { field: 'email', value: 'new@example.com' };
    const fields = { firstname: 'New' };
    await crm.keepPeople(
      [
        { customerId: 'c', match, fields },
        { customerId: 'd', match, fields, personId: '404' },
      ],
      call,
    );
    await crm.find({ kind: 'person', field: 'email', value: 'zoe@example.com' }, call);
    await crm.find({ kind: 'person', field: 'firstname', value: 'New' }, call);
    const input = { personId, subject: 'Help', body: 'Say' };
    for (const action of ['create-task', 'create-ticket', 'create-lead', 'add-note']) {
      await crm.act?.(request(action, input), call);
      await crm.act?.(request(action, input, { attempt: 2 }), call);
    }
    await crm.act?.(request('add-note', { email: 'other@example.com' }), call);
    await crm.act?.(request('add-note', { personId: '424242' }), call);
    fake.remove('person', personId);
    const forgotten = fake.put({ kind: 'person', fields: { email: 'forgotten@example.com' } });
    for (let time = 1; time <= 2; time++)
      expect(await crm.forget?.({ personId: forgotten }, call)).toEqual({ status: 'forgotten' });
    for (const kind of ['person', 'ticket', 'task', 'lead', 'invoice'] as const) {
      for (let page = await crm.changes({ kind, limit: 2, fields: [] }, call); !page.isLast;) {
        page = await crm.changes({ kind, limit: 2, fields: [], cursor: page.cursor }, call);
      }
    }
    const [ticket] = fake.records('ticket');
    await crm.callbacks?.parse(webhook([item('ticket.creation', ticket?.id ?? '')]), call);
    const described = fake.http.exchanges.filter(({ request: { path } }) => !UNDESCRIBED.test(path));
    expect(described.length).toBeGreaterThan(30);
    expect(new Set(described.map(({ answer }) => answer.status))).toEqual(
      new Set([200, 201, 204, 207, 400, 404]),
    );
    expect(described.flatMap((exchange) => contract.defectsOf(asDescribed(exchange)))).toEqual([]);
  });
});
