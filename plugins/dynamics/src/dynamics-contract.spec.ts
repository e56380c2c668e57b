import { ProviderContract } from '@parcours/testing';

import { aPerson, call, Desk } from '../test/desk.js';
import { guidOf } from './odata.js';

const FILE = 'specs/dataverse.openapi.json';
const contract = ProviderContract.open(FILE);
/** Not in the description: metadata, counts, and the tables of sales. */
const DESCRIBED = /^\/(contacts|leads|tasks|incidents|accounts)(\(|\?|$)/;

describe('the published description of Dataverse (D9)', () => {
  if (!contract) {
    it.todo(`every exchange: ${FILE} is not beside this clone`);
    return;
  }

  it('is kept by every exchange of connector and fake', async () => {
    const desk = await Desk.start({ alternateKey: 'parcours_id' });
    const { crm, fake } = desk;
    try {
      const there = fake.environment.seed('contact', { lastname: 'A', emailaddress1: 'a@example.com' });
      fake.environment.seed('contact', { lastname: 'B' });
      const { cursor } = await crm.changes({ kind: 'person', limit: 1, fields: ['lastname'] }, call);
      await crm.changes({ kind: 'person', limit: 1, fields: ['lastname'], cursor }, call);
      for (const kind of ['lead', 'ticket', 'task'] as const)
        await crm.changes({ kind, limit: 5, fields: [] }, call);
      await crm.find({ kind: 'person', field: 'emailaddress1', value: 'a@example.com' }, call);
      const byKey = { match: { field: 'parcours_id', value: 'c-1' } };
      const people = [
        aPerson(),
        aPerson({ personId: there }),
        aPerson(byKey),
        aPerson({ personId: guidOf('nobody') }),
      ];
      await crm.keepPeople(people, call);
      const forgotten = fake.environment.seed('contact', { lastname: 'C' });
      for (let time = 1; time <= 2; time++)
        expect(await crm.forget?.({ personId: forgotten }, call)).toEqual({ status: 'forgotten' });
      const request = { customerId: 'c-1', attempt: 1, id: 'act-1' };
      const input = { subject: 'Call', personId: there };
      for (const action of ['create-task', 'create-task', 'create-case'])
        await crm.act?.({ ...request, action, input }, call);
      await crm.act?.(
        { ...request, action: 'create-lead', input: { subject: 'A', lastName: 'Reader' } },
        call,
      );
      await crm.act?.(
        { ...request, id: 'act-2', action: 'create-task', input: { subject: 'x'.repeat(300) } },
        call,
      );
      const exchanges = fake.exchanges
        .map(({ request: { path, ...rest }, answer }) => ({
          request: { ...rest, path: decodeURIComponent(path.replace('/api/data/v9.2', '')) },
          answer,
        }))
        .filter(({ request: { path } }) => DESCRIBED.test(path));
      expect(exchanges.length).toBeGreaterThan(14);
      expect(exchanges.flatMap((exchange) => contract.defectsOf(exchange))).toEqual([]);
    } finally {
      await desk.stop();
    }
  });
});
