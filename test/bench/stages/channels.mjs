import { SystemClock } from '../../../libs/kernel/dist/index.js';
import { GuardedFetch, PluginHost, ReachableHosts } from '../../../libs/plugin-host/dist/index.js';
import { sampleMessage } from '../../../libs/sdk/dist/testing/index.js';
import { connectorFakes } from '../connector-fakes.mjs';
import { nowMs } from '../monotonic-clock.mjs';

const WARM_UP_MS = 500;
const MEASURED_MS = 2_000;

/**
 * Messages a second through each connector, called by the host as the product calls it, to the fake of its provider in
 * this same process. A connector joins by its `test/conformance.ts`.
 * @returns {Promise<Record<string, number>>} by channel and type, such as `sms twilio`
 */
export async function measureChannels() {
  const { plugins, dispose } = await connectorFakes();
  const outgoing = new GuardedFetch(new ReachableHosts(['127.0.0.1', '::1', 'localhost']));
  const host = new PluginHost({
    clock: new SystemClock(),
    outgoing,
    pluginDirectories: [],
    pluginPackages: [],
  });
  try {
    await host.load();
    const figures = {};
    for (const { id, subjects } of plugins) {
      for (const subject of subjects) {
        const known = host
          .connectorTypes()
          .find(({ plugin, connector }) => plugin === id && connector === subject.connector);
        if (known?.channel === undefined) continue;
        figures[`${known.channel} ${known.type}`] = await messagesPerS(host, known, subject);
      }
    }
    if (Object.keys(figures).length === 0) throw new Error('no plugin has a connector with a fake');
    return figures;
  } finally {
    await host.onModuleDestroy();
    await outgoing.close();
    await dispose();
  }
}

async function messagesPerS(host, { type, channel, capabilities }, subject) {
  const fake = await subject.start();
  const handle = await host.open(type, fake.config, 'bench');
  const { maxBatch, concurrency } = capabilities;
  let number = 0;
  const batch = () =>
    Array.from({ length: maxBatch }, () => {
      const n = number++;
      const to = subject.address?.(n);
      return sampleMessage(channel, n, to === undefined ? {} : { to });
    });
  const sendFor = async (ms) => {
    const until = nowMs() + ms;
    let sent = 0;
    const send = async () => {
      while (nowMs() < until) {
        const results = await handle.sendBatch(batch());
        const failed = results.find(({ status }) => status === 'failed');
        if (failed) throw new Error(`${type}: ${failed.error.code}: ${failed.error.detail}`);
        sent += results.length;
      }
    };
    await Promise.all(Array.from({ length: concurrency }, send));
    return sent;
  };
  try {
    await sendFor(WARM_UP_MS);
    const startedAt = nowMs();
    const sent = await sendFor(MEASURED_MS);
    return (sent * 1_000) / (nowMs() - startedAt);
  } finally {
    await host.close(handle);
    await fake.stop();
  }
}
