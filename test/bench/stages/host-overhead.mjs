import {
  CallMeter,
  ConnectorHandle,
  DEFAULT_CALL_LIMITS,
  SecretScrubber,
} from '../../../libs/plugin-host/dist/index.js';
import { sampleMessage } from '../../../libs/sdk/dist/testing/index.js';
import { nowMs } from '../monotonic-clock.mjs';

const WARM_UP = 20_000;
const CALLS = 100_000;
const SENT = { status: 'sent', providerId: 'p-1' };

/** What the host adds to a call: a connector that does nothing, by itself and behind the host's guard. */
export async function measureHostOverhead() {
  const connector = {
    sendBatch: (messages) => Promise.resolve(messages.map(() => SENT)),
    close: () => Promise.resolve(),
  };
  const handle = new ConnectorHandle({
    type: 'nothing',
    channel: 'email',
    instanceKey: 'bench',
    capabilities: { maxBatch: 100, concurrency: 4, idempotency: true },
    connector,
    inputs: new Map(),
    limits: DEFAULT_CALL_LIMITS,
    scrubber: new SecretScrubber(['a-secret-of-the-bench', 'and-another-one']),
    meter: new CallMeter(),
  });
  const messages = [sampleMessage('email', 1)];
  const signal = new AbortController().signal;
  const bare = () => connector.sendBatch(messages, { signal });
  const guarded = () => handle.sendBatch(messages);
  for (const call of [bare, guarded]) await callUs(call, WARM_UP);
  const bareUs = await callUs(bare, CALLS);
  const guardedUs = await callUs(guarded, CALLS);
  return { addedUs: guardedUs - bareUs };
}

async function callUs(call, count) {
  const startedAt = nowMs();
  for (let made = 0; made < count; made++) {
    const [result] = await call();
    if (result.status !== 'sent') throw new Error('it was not sent');
  }
  return ((nowMs() - startedAt) * 1_000) / count;
}
