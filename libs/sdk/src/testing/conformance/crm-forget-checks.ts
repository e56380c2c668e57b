import type { ForgetResult } from '../../crm-connector.js';
import { type Check, Inapplicable, must, mustEqual, mustFail, mustStop, never, shown } from './check.js';
import { CrmDesk } from './crm-desk.js';

type Forgetting = (personId: string, signal?: AbortSignal) => Promise<ForgetResult>;

async function forgettingOf(desk: CrmDesk, config?: Parameters<CrmDesk['open']>[0]): Promise<Forgetting> {
  if (desk.about.forgets !== true) throw new Inapplicable('It cannot forget people.');
  const crm = await desk.open(config);
  const forget = crm.forget?.bind(crm);
  must(forget !== undefined, 'records.forgets is true, and an open connector has no forget');
  return (personId, signal = never()) => forget({ personId }, { signal });
}

function mustHaveFailed(result: ForgetResult, when: string): Extract<ForgetResult, { status: 'failed' }> {
  must(result.status === 'failed', `somebody was forgotten ${when}: ${shown(result)}`);
  return result;
}

/** What connectors that forget people are held against. */
export const FORGET_CHECKS: readonly Check[] = [
  {
    title: 'somebody who was erased is forgotten, once or twice, and nobody else',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const forget = await forgettingOf(desk);
      const [erased = '', other] = desk.putMany(2);
      mustEqual(await forget(erased), { status: 'forgotten' }, 'what became of them');
      mustEqual(
        desk.fake.records('person').map(({ id }) => id),
        [other],
        'who is left in the CRM',
      );
      mustEqual(await forget(erased), { status: 'forgotten' }, 'what becomes of somebody who is not there');
    },
  },
  {
    title: 'forgetting fails with a result that says whether to ask again',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const forget = await forgettingOf(desk);
      const [id = ''] = desk.putMany(1);
      desk.fake.behave('outage');
      mustFail(mustHaveFailed(await forget(id), 'while the CRM was down'), ['temporary']);
      desk.fake.behave('throttle');
      mustFail(mustHaveFailed(await forget(id), 'by a CRM that asked to wait'), ['throttled', 'temporary']);
      desk.fake.behave('normal');
      mustEqual(await forget(id), { status: 'forgotten' }, 'what became of them afterwards');
      desk.fake.behave('hang');
      await mustStop((signal) => forget(desk.put(1), signal));
    },
  },
  {
    title: 'forgetting with wrong credentials waits for a person',
    async run(trial) {
      const desk = CrmDesk.of(trial);
      const { wrongConfig } = desk.fake;
      if (wrongConfig === undefined) throw new Inapplicable('The CRM asks for no credentials.');
      const forget = await forgettingOf(desk, wrongConfig);
      mustFail(mustHaveFailed(await forget(desk.put(0)), 'with wrong credentials'), ['misconfigured']);
    },
  },
];
