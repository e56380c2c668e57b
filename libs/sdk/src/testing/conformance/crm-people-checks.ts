import { type Check, must, mustEqual, never, shown } from './check.js';
import { CrmDesk, lastOf, mustBeKept } from './crm-desk.js';

export const PEOPLE_CHECKS: readonly Check[] = [
  {
    title: 'people are created once each, with one result each in the same order',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const count = Math.min(desk.about.maxBatch, 5);
      const crm = await desk.open();
      const people = Array.from({ length: count }, (_, n) => desk.person(n));
      const results = (await desk.keep(crm, people)).map(mustBeKept);
      must(
        results.every(({ isNew }) => isNew),
        `somebody who was not there is not new: ${shown(results)}`,
      );
      const there = new Map(desk.fake.records('person').map(({ id, fields }) => [id, fields]));
      mustEqual(there.size, count, 'the number of people in the CRM');
      const values = results.map(({ personId }) => there.get(personId)?.[desk.about.match]);
      mustEqual(
        values,
        people.map(({ match }) => match.value),
        'who stands behind each result',
      );
    },
  },
  {
    title: 'nobody is created twice, neither after a retry nor by two calls at once nor in one batch',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const crm = await desk.open();
      const there = desk.put(0);
      const [found] = await desk.keep(crm, [desk.person(0)]);
      const known = mustBeKept(found);
      mustEqual([known.personId, known.isNew], [there, false], 'who was found');
      const [first] = await desk.keep(crm, [desk.person(1)]);
      const [again] = await desk.keep(await desk.open(), [desk.person(1)]);
      mustEqual(mustBeKept(again).personId, mustBeKept(first).personId, 'who a second call has found');
      const other = await desk.open();
      const atOnce = await Promise.all([
        desk.keep(crm, [desk.person(2)]),
        desk.keep(other, [desk.person(2)]),
      ]);
      must(
        atOnce.flat().some(({ status }) => status === 'kept'),
        `of two calls at once none has kept: ${shown(atOnce)}`,
      );
      if (desk.about.maxBatch > 1) {
        const twins = [desk.person(3), desk.person(3, { customerId: 'c-twin' })];
        const results = await desk.keep(crm, twins);
        must(
          results.some(({ status }) => status === 'kept'),
          `of two in one batch none was kept: ${shown(results)}`,
        );
      }
      const most = desk.about.maxBatch > 1 ? 3 : 2;
      for (let n = 0; n <= most; n += 1)
        mustEqual(desk.countOf(n), 1, `how often ${desk.matchOf(n)} is in the CRM`);
    },
  },
  {
    title: 'of somebody who is known only what is given changes, and the change is read again',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const personId = desk.put(0);
      const crm = await desk.open();
      const cursor = (await desk.pages(crm)).at(-1)?.cursor ?? '';
      const fields = { [desk.sample.note]: 'kept' };
      const [result] = await desk.keep(crm, [desk.person(0, { personId, fields })]);
      mustEqual([mustBeKept(result).personId, mustBeKept(result).isNew], [personId, false], 'who was kept');
      const [there] = desk.fake.records('person');
      mustEqual(there?.fields[desk.sample.note], 'kept', 'the field that was given');
      mustEqual(there?.fields[desk.about.match], desk.matchOf(0), 'a field that was not given');
      const said = lastOf(await desk.pages(crm, { cursor })).get(personId);
      mustEqual(said?.fields[desk.sample.note], 'kept', 'what is read of a change of our own');
    },
  },
  {
    title: 'somebody who is gone costs nobody else',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const [gone = '', there = ''] = desk.putMany(2);
      desk.fake.remove('person', gone);
      const crm = await desk.open();
      const fields = { [desk.sample.note]: 'kept' };
      const people = [
        desk.person(0, { personId: gone, fields }),
        desk.person(1, { personId: there, fields }),
      ];
      const results =
        desk.about.maxBatch > 1
          ? await desk.keep(crm, people)
          : [...(await desk.keep(crm, people.slice(0, 1))), ...(await desk.keep(crm, people.slice(1)))];
      mustEqual(results[0], { status: 'gone' }, 'the result for somebody who is gone');
      mustEqual(mustBeKept(results[1]).personId, there, 'who was kept');
    },
  },
  {
    title: 'a person is found by a field, and somebody who is not there is not',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const [, id = ''] = desk.putMany(2);
      const crm = await desk.open();
      const find = (value: string) =>
        crm.find({ kind: 'person', field: desk.about.match, value }, { signal: never() });
      mustEqual((await find(desk.matchOf(1)))?.id, id, 'who is found');
      mustEqual(await find(desk.matchOf(9)), undefined, 'who is found where nobody is');
    },
  },
];
