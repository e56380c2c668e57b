import { ProviderContract } from '@parcours/testing';

import { aPerson, call, Desk } from '../test/desk.js';

const FILE = 'specs/salesforce.openapi.json';
const contract = ProviderContract.open(FILE);
const external = 'Parcours_Action__c';

describe('the published description of Salesforce (D9)', () => {
  if (!contract) {
    it.todo(`every exchange: ${FILE} is not beside this clone`);
    return;
  }

  it('is kept by every exchange of connector and fake', async () => {
    const config = { externalIds: { person: 'Parcours_Id__c', task: external } };
    const desk = await Desk.start(config);
    const { crm, fake } = desk;
    try {
      const there = fake.organisation.seed('Contact', { LastName: 'A', Email: 'a@example.com' });
      fake.organisation.seed('Contact', { LastName: 'B', Email: 'b@example.com' });
      fake.pageSize = 1;
      await crm.changes({ kind: 'person', limit: 2, fields: ['Email'] }, call);
      await crm.find({ kind: 'person', field: 'Email', value: 'a@example.com' }, call);
      await crm.fields('person', call);
      const byId = { match: { field: 'Parcours_Id__c', value: 'c-1' } };
      const people = [
        aPerson(),
        aPerson({ personId: there }),
        aPerson(byId),
        aPerson({ personId: 'nonsense' }),
      ];
      await crm.keepPeople(people, call);
      const forgotten = fake.organisation.seed('Contact', { LastName: 'C', Email: 'c@example.com' });
      for (let time = 1; time <= 2; time++)
        expect(await crm.forget?.({ personId: forgotten }, call)).toEqual({ status: 'forgotten' });
      const request = { id: 'act-1', customerId: 'c-1', attempt: 1, input: { subject: 'Call' } };
      await crm.act?.({ ...request, action: 'create-task' }, call);
      await crm.act?.({ ...request, action: 'create-task' }, call);
      await crm.act?.({ ...request, action: 'create-case' }, call);
      await crm.act?.({ ...request, action: 'create-case', input: { subject: 'x'.repeat(300) } }, call);
      fake.revokeTokens();
      await crm.fields('person', call);
      expect(fake.exchanges.length).toBeGreaterThan(12);
      // The description has no queryAll, which is query with deleted records.
      const exchanges = fake.exchanges.map(({ request: { path, ...rest }, answer }) => ({
        request: { ...rest, path: path.replace('/queryAll', '/query') },
        answer,
      }));
      expect(exchanges.flatMap((exchange) => contract.defectsOf(exchange))).toEqual([]);
    } finally {
      await desk.stop();
    }
  });
});
