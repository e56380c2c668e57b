import { type Check, Inapplicable, must, mustEqual, never, shown } from './check.js';
import { CrmDesk, lastOf, mustHoldAll } from './crm-desk.js';

export const CHANGES_CHECKS: readonly Check[] = [
  {
    title: 'the fields of every kind of record are named',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const crm = await desk.open();
      for (const kind of desk.about.kinds) {
        const fields = await crm.fields(kind, { signal: never() });
        const names = fields.map(({ name }) => name);
        must(names.length > 0, `a ${kind} has no fields`);
        mustEqual(new Set(names).size, names.length, `the number of different names of fields of a ${kind}`);
        if (kind !== 'person') continue;
        must(names.includes(desk.about.match), `'${desk.about.match}' is no field of a person`);
        const note = fields.find(({ name }) => name === desk.sample.note);
        must(note?.isWritable === true, `'${desk.sample.note}' is no field that may be written`);
      }
    },
  },
  {
    title: 'records come page by page, none lost, wherever the reading is resumed',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const ids = desk.putMany(7);
      const pages = await desk.pages(await desk.open());
      mustHoldAll(pages, ids, 'when everything was read');
      const first = lastOf(pages).get(ids[0] ?? '');
      mustEqual(
        first?.fields[desk.about.match],
        desk.matchOf(0),
        `'${desk.about.match}' of the first record`,
      );
      for (const [at, { cursor }] of pages.entries()) {
        const rest = await desk.pages(await desk.open(), { cursor });
        mustHoldAll([...pages.slice(0, at + 1), ...rest], ids, `when read on from page ${String(at + 1)}`);
      }
    },
  },
  {
    title: 'records of one and the same moment are all read',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const at = trial.host.clock.now();
      const ids = Array.from({ length: 7 }, (_, n) => desk.put(n, at));
      mustHoldAll(await desk.pages(await desk.open(), { limit: 2 }), ids, 'in pages of 2');
    },
  },
  {
    title: 'what changes while it is read is not passed over',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const ids = desk.putMany(7);
      const crm = await desk.open();
      const first = await desk.page(crm, {});
      const [read = ids[0] ?? ''] = first.records.map(({ id }) => id);
      const unread = ids.find((id) => !first.records.some((record) => record.id === id)) ?? '';
      desk.note(read, 'changed behind');
      desk.note(unread, 'changed ahead');
      const added = desk.put(7);
      const rest = await desk.pages(crm, { cursor: first.cursor });
      const later = await desk.pages(crm, { cursor: rest.at(-1)?.cursor ?? first.cursor });
      const pages = [first, ...rest, ...later];
      mustHoldAll(pages, [...ids, added], 'while others changed');
      const known = lastOf(pages);
      mustEqual(
        known.get(read)?.fields[desk.sample.note],
        'changed behind',
        'what was said last of a record that changed',
      );
      mustEqual(
        known.get(unread)?.fields[desk.sample.note],
        'changed ahead',
        'what was said last of a record that changed',
      );
    },
  },
  {
    title: 'after the last page comes what has changed since',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const [first = ''] = desk.putMany(4);
      const crm = await desk.open();
      const all = await desk.pages(crm);
      const cursor = all.at(-1)?.cursor ?? '';
      const quiet = await desk.pages(crm, { cursor });
      desk.note(first, 'changed later');
      const added = desk.put(4);
      const since = await desk.pages(crm, { cursor: quiet.at(-1)?.cursor ?? cursor });
      mustHoldAll(since, [first, added], 'after the last page');
      mustEqual(
        lastOf(since).get(first)?.fields[desk.sample.note],
        'changed later',
        'what is said of a record that changed',
      );
    },
  },
  {
    title: 'a record that was deleted is told',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      if (desk.sample.tellsDeletions === false) throw new Inapplicable('The CRM does not tell.');
      const [gone = ''] = desk.putMany(3);
      const crm = await desk.open();
      const cursor = (await desk.pages(crm)).at(-1)?.cursor ?? '';
      desk.fake.remove('person', gone);
      const said = lastOf(await desk.pages(crm, { cursor })).get(gone);
      must(said?.isDeleted === true, `of a record that was deleted it says ${shown(said)}`);
    },
  },
  {
    title: 'records of every kind are read, with the person whom they are about',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const kinds = desk.about.kinds.filter((kind) => kind !== 'person');
      const { sample } = desk;
      if (kinds.length === 0) throw new Inapplicable('It reads people alone.');
      must(sample.record !== undefined, 'conformance.js has no record for the kinds that it reads');
      const personId = desk.put(0);
      const crm = await desk.open();
      for (const kind of kinds) {
        const fieldsOf = (n: number) => sample.record?.(kind, n) ?? {};
        const ids = [0, 1, 2].map((n) => desk.fake.put({ kind, personId, fields: fieldsOf(n) }));
        const pages = await desk.pages(crm, { kind, limit: 2 });
        mustHoldAll(pages, ids, `among those of kind ${kind}`);
        for (const id of ids) mustEqual(lastOf(pages).get(id)?.personId, personId, `whom a ${kind} is about`);
      }
    },
  },
];
