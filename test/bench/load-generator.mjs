/** The process that sends the load: keep-alive connections, each with one request under way. Talks to load.mjs. */
import { setTimeout as delay } from 'node:timers/promises';

import { batchJson, collectorJson, eventJson } from './events.mjs';
import { KeepAliveConnection } from './keep-alive-connection.mjs';
import { nowMs } from './monotonic-clock.mjs';

process.on('message', (order) => {
  (order.paths ? follow(order) : run(order)).then(
    (result) => process.send({ result }),
    (error) => process.send({ failure: error.message }),
  );
});
process.on('disconnect', () => process.exit());

/** Sends events until `count` are sent or `durationMs` is over; as fast as can be, or `perS`. */
async function run({ target: events, connections, batch, count, durationMs, perS, collector, spec }) {
  const target = collector ? { ...events, path: '/v1/batch' } : events;
  const all = Array.from({ length: connections }, () => new KeepAliveConnection(target));
  await Promise.all(all.map((connection) => connection.opened()));
  const startedAt = nowMs();
  const deadline = startedAt + durationMs;
  const waits = [];
  let next = 0;
  let accepted = 0;
  const work = async (connection) => {
    while (next < count) {
      const from = next;
      const to = Math.min(from + batch, count);
      next = to;
      if (perS !== undefined) await delay(Math.max(0, startedAt + (from * 1_000) / perS - nowMs()));
      const sentAt = nowMs();
      if (sentAt > deadline) return;
      const { status, body } = await connection.post(bodyOf({ spec, from, to, batch, collector }));
      if (!isTaken({ status, body, count: to - from, collector })) {
        throw new Error(`a POST of ${to - from} event(s) was answered ${status}: ${body.slice(0, 300)}`);
      }
      accepted += to - from;
      waits.push(nowMs() - sentAt);
    }
  };
  try {
    await Promise.all(all.map(work));
  } finally {
    for (const connection of all) connection.close();
  }
  return { startedAt, endedAt: nowMs(), accepted, waits: summaryOf(waits) };
}

/** Follows links until `durationMs` is over: every one has to lead somewhere. */
async function follow({ target, connections, paths, durationMs, perS }) {
  const all = Array.from({ length: connections }, () => new KeepAliveConnection(target));
  await Promise.all(all.map((connection) => connection.opened()));
  const startedAt = nowMs();
  const deadline = startedAt + durationMs;
  const waits = [];
  let next = 0;
  const work = async (connection) => {
    for (;;) {
      const at = next++;
      if (perS !== undefined) await delay(Math.max(0, startedAt + (at * 1_000) / perS - nowMs()));
      const askedAt = nowMs();
      if (askedAt > deadline) return;
      const { status, body } = await connection.get(paths[at % paths.length]);
      if (status !== 302) throw new Error(`a link was answered ${status}: ${body.slice(0, 300)}`);
      waits.push(nowMs() - askedAt);
    }
  };
  try {
    await Promise.all(all.map(work));
  } finally {
    for (const connection of all) connection.close();
  }
  return { startedAt, endedAt: nowMs(), accepted: waits.length, waits: summaryOf(waits) };
}

function bodyOf({ spec, from, to, batch, collector }) {
  if (collector) return collectorJson(spec, from, to);
  return batch === 1 ? eventJson(spec, from) : batchJson(spec, from, to);
}

function isTaken({ status, body, count, collector }) {
  if (collector) return status === 200 && body === '{"success":true}';
  return status === 202 && body.includes(`"accepted":${count}`);
}

function summaryOf(waits) {
  const sorted = Float64Array.from(waits).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}
