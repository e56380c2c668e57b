import { createHmac, timingSafeEqual } from 'node:crypto';

/** A CRM for tests that keeps records; see fake-crm.ts for what it speaks to. */
const config = {
  type: 'object',
  required: ['url', 'token'],
  additionalProperties: false,
  properties: { url: { type: 'string' }, token: { type: 'string', 'x-secret': true } },
};

const noteInput = {
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: { text: { type: 'string', minLength: 1 } },
};

class CrmFailure extends Error {
  name = 'CrmFailure';
  constructor(error) {
    super(error.detail);
    this.error = error;
  }
}

function errorOfStatus(status) {
  const named = (code) => ({ code: `relations.${code}`, detail: `It answered ${status}.` });
  if (status === 401) return { class: 'misconfigured', ...named('not-authorised') };
  if (status === 429) return { class: 'throttled', ...named('throttled'), retryAfterMs: 50 };
  if (status >= 500) return { class: 'temporary', ...named('unavailable'), outage: true };
  return { class: 'permanent', ...named('refused') };
}

function errorOfFailure({ message: detail, reason }) {
  const code = 'relations.unreachable';
  if (reason?.retryable === false) return { class: 'misconfigured', code, detail };
  return { class: 'temporary', code, detail, outage: true };
}

function open({ url, token }, { http }) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const call = async (path, { signal, body, ...more }) => {
    const method = body === undefined ? 'GET' : 'POST';
    const answer = await http.fetch(url + path, {
      method,
      signal,
      headers: { ...headers, ...more },
      maxAnswerBytes: 16_777_216,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (answer.status >= 300) throw new CrmFailure(errorOfStatus(answer.status));
    return JSON.parse(answer.body);
  };
  const ask = async (path, options) => {
    try {
      return await call(path, options);
    } catch (cause) {
      if (cause instanceof CrmFailure) throw cause;
      throw new CrmFailure(errorOfFailure(cause));
    }
  };
  return {
    fields: (kind, { signal }) => ask(`/fields/${kind}`, { signal }),
    changes: ({ kind, cursor = '0', limit }, { signal }) =>
      ask(`/changes/${kind}?cursor=${encodeURIComponent(cursor)}&limit=${limit}`, { signal }),
    async find({ kind, field, value }, { signal }) {
      const query = new URLSearchParams({ field, value }).toString();
      const { record } = await ask(`/find/${kind}?${query}`, { signal });
      return record;
    },
    async keepPeople(people, { signal }) {
      try {
        return await ask('/people', { signal, body: people });
      } catch ({ error }) {
        return people.map(() => ({ status: 'failed', error }));
      }
    },
    async forget({ personId }, { signal }) {
      try {
        await ask('/forget', { signal, body: { personId } });
        return { status: 'forgotten' };
      } catch ({ error }) {
        return { status: 'failed', error };
      }
    },
    async act({ action, id, customerId, input }, { signal }) {
      try {
        const output = await ask(`/${action}`, {
          signal,
          body: { customerId, ...input },
          'idempotency-key': id,
        });
        return { status: 'done', output };
      } catch ({ error }) {
        return { status: 'failed', error };
      }
    },
    async verify({ signal }) {
      try {
        await ask('/fields/person', { signal });
        return { status: 'up' };
      } catch ({ error }) {
        return { status: 'down', detail: error.detail };
      }
    },
    callbacks: {
      parse({ headers: { 'x-signature': given = '' }, rawBody }) {
        const made = createHmac('sha256', token).update(rawBody).digest();
        const signature = Buffer.from(given, 'hex');
        if (signature.length !== made.length || !timingSafeEqual(signature, made)) {
          return { status: 'bad-signature' };
        }
        const { id, events } = JSON.parse(Buffer.from(rawBody).toString('utf8'));
        return { status: 'accepted', id, events };
      },
    },
    async close() {},
  };
}

const relations = {
  summary: 'Keeps people in step with a CRM on loopback.',
  config,
  capabilities: { concurrency: 4, idempotency: true },
  records: { kinds: ['person', 'ticket', 'deal', 'invoice'], maxBatch: 50, match: 'email', forgets: true },
  actions: { 'add-note': { summary: 'Writes a note.', input: noteInput } },
  open,
};

/** The same CRM by a connector that deletes nobody. */
const archive = {
  ...relations,
  summary: 'Keeps people in step, and deletes nobody.',
  records: { kinds: ['person'], maxBatch: 50, match: 'email' },
};

/** A help desk that only tells. */
const desk = {
  summary: 'Tells of tickets.',
  config: {
    type: 'object',
    required: ['secret'],
    additionalProperties: false,
    properties: { secret: { type: 'string', 'x-secret': true } },
  },
  events: { 'ticket.opened': 'A ticket was opened.', 'ticket.resolved': 'A ticket was resolved.' },
  open: ({ secret }) => ({
    callbacks: {
      parse({ headers: { 'x-secret': given }, rawBody }) {
        if (given !== secret) return { status: 'bad-signature' };
        return { status: 'accepted', events: JSON.parse(Buffer.from(rawBody).toString('utf8')).events };
      },
    },
    async close() {},
  }),
};

export default {
  id: 'relations',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'A CRM and a help desk for tests.',
  connectors: { relations, archive, desk },
};
