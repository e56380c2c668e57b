import { setTimeout as delay } from 'node:timers/promises';
import { publishJourney, waitingJourney } from '../content.mjs';
import { nowMs } from '../monotonic-clock.mjs';
import { enroll } from './waiting.mjs';

const POLL_MS = 100;
const KEY = 'bench-migrating';
const EVENT = 'bench-migrating.started';

/** From the publish of a new version until the last of those under way is in it. */
export async function measureMigration(stack, { customers, run }) {
  const journey = waitingJourney({ key: KEY, event: EVENT });
  await publishJourney(stack.api, journey);
  await enroll(stack, EVENT, customers, run);
  const rest = { type: 'wait', for: `${run + 3}w`, next: 'end' };
  const steps = { ...journey.definition.steps, rest };
  const changed = { ...journey, definition: { ...journey.definition, steps } };
  await stack.api.put(`/journey-templates/${KEY}`, changed);
  const startedAt = nowMs();
  await stack.api.post(`/journey-templates/${KEY}/publish`, { enrollments: 'migrate' });
  const { done } = await untilFinished(stack);
  const seconds = (nowMs() - startedAt) / 1_000;
  if (done < customers) throw new Error(`${done} of ${customers} went over`);
  return { customers, seconds, per100kS: (seconds * 100_000) / done };
}

async function untilFinished(stack) {
  for (;;) {
    stack.assertRunning();
    const { data } = await stack.api.get(`/operations?filter[journey][eq]=${KEY}&filter[action][eq]=migrate`);
    if (data.length > 0 && data[0].state === 'finished') return data[0];
    await delay(POLL_MS);
  }
}
