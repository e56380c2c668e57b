import { nowMs } from '../monotonic-clock.mjs';
import { untilReached } from '../progress.mjs';

const LOOK_MS = 100;

/**
 * The first load of a CRM whose answers cost nothing: people a second until each has a link and an event in the inbox, and
 * the most memory that one of the product's processes had meanwhile.
 */
export async function measureCrm(stack, { people, run }) {
  const key = `people-${run}`;
  let largestMb = 0;
  const watch = setInterval(() => {
    largestMb = Math.max(largestMb, stack.largestProcessMb());
  }, LOOK_MS);
  try {
    await publish(stack, `/connectors/${key}`, {
      name: key,
      type: 'people',
      config: { people, run: String(run) },
    });
    const startedAt = nowMs();
    await publish(stack, `/crm-syncs/${key}`, {
      name: key,
      connector: key,
      match: { trait: 'email' },
      fields: ['email', 'firstname', 'plan'].map((field) => ({ trait: field, field })),
      every: '30d',
    });
    const endedAt = await untilReached({
      what: 'people of the CRM taken in',
      expected: people,
      read: async () => (await stack.api.get(`/crm-syncs/${key}/status`)).data.counts.created,
      check: () => stack.assertRunning(),
    });
    return { people, peoplePerS: (people * 1000) / (endedAt - startedAt), largestMb };
  } finally {
    clearInterval(watch);
  }
}

async function publish(stack, path, document) {
  await stack.api.put(path, document);
  await stack.api.post(`${path}/publish`);
}
