/** A warehouse for tests, behind a server on loopback that keeps rows by their ids. */
const CLASSES = { 401: 'misconfigured', 422: 'permanent', 429: 'throttled' };

async function write({ host, url, token, signal }, { stream, rows }) {
  const answer = await host.http.fetch(`${url}/${stream}`, {
    method: 'PUT',
    signal,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(rows),
  });
  if (answer.status < 300) return { status: 'done' };
  const detail = `It answered ${answer.status} to ${token}.`;
  const error = { class: CLASSES[answer.status] ?? 'temporary', code: 'warehouse.refused', detail };
  return { status: 'failed', error };
}

const warehouse = {
  summary: 'Writes what happened into a warehouse on loopback.',
  config: {
    type: 'object',
    required: ['url', 'token'],
    additionalProperties: false,
    properties: { url: { type: 'string' }, token: { type: 'string', 'x-secret': true } },
  },
  capabilities: { maxBatch: 3 },
  exports: ['events', 'enrollments'],
  open: ({ url, token }, host) => ({
    async export(batch, { signal }) {
      try {
        return await write({ host, url, token, signal }, batch);
      } catch (cause) {
        const error = { class: 'temporary', code: 'warehouse.away', detail: String(cause.message) };
        return { status: 'failed', error };
      }
    },
    async close() {},
  }),
};

export default {
  id: 'warehouse',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'A warehouse for tests.',
  connectors: { warehouse },
};
