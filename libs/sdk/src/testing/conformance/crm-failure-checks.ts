import { type Check, Inapplicable, must, mustBeOf, mustFail, mustStop, never, shown } from './check.js';
import { CrmDesk, failureOf } from './crm-desk.js';

/** What a failure means while the CRM asks for a slower pace, or is down. */
const CLASSES = { throttle: ['throttled'], outage: ['temporary'] } as const;

export const FAILURE_CHECKS: readonly Check[] = [
  {
    title: 'records that the CRM does not give now are asked for again later',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      desk.put(0);
      const crm = await desk.open();
      const find = { kind: 'person', field: desk.about.match, value: desk.matchOf(0) } as const;
      for (const behaviour of ['throttle', 'outage'] as const) {
        desk.fake.behave(behaviour);
        const classes = CLASSES[behaviour];
        mustBeOf(await failureOf(desk.page(crm, {})), classes);
        mustBeOf(await failureOf(crm.find(find, { signal: never() })), classes);
        mustBeOf(await failureOf(crm.fields('person', { signal: never() })), classes);
        const [kept] = await desk.keep(crm, [desk.person(1)]);
        must(
          kept?.status === 'failed',
          `somebody was kept while the CRM was in ${behaviour}: ${shown(kept)}`,
        );
        mustFail(kept, classes);
      }
      desk.fake.behave('normal');
      await desk.page(crm, {});
    },
  },
  {
    title: 'records with wrong credentials wait for a person',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const { wrongConfig } = desk.fake;
      if (wrongConfig === undefined) throw new Inapplicable('The CRM asks for no credentials.');
      const crm = await desk.open(wrongConfig);
      mustBeOf(await failureOf(desk.page(crm, {})), ['misconfigured']);
      const [kept] = await desk.keep(crm, [desk.person(0)]);
      must(kept?.status === 'failed', `somebody was kept with wrong credentials: ${shown(kept)}`);
      mustFail(kept, ['misconfigured']);
    },
  },
  {
    title: 'reading and keeping that is given up comes to an end',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const crm = await desk.open();
      desk.fake.behave('hang');
      await mustStop((signal) => crm.changes({ kind: 'person', limit: 1, fields: [] }, { signal }));
      await mustStop((signal) => crm.keepPeople([desk.person(0)], { signal }));
    },
  },
];
