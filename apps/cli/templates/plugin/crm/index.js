import { createHmac } from 'node:crypto';

import {
  CrmFailure,
  defineCrmConnector,
  definePlugin,
  handOffText,
  isSameSecret,
  sendErrorOfAnswer,
  sendErrorOfCrm,
  sendErrorOfFailure,
} from '@parcours/sdk';

/** A record of the CRM in the words of Parcours. */
const recordOf = (kind, { id, updatedAt, deleted, personId, fields }) => ({
  kind,
  id,
  changedAt: Date.parse(updatedAt),
  ...(deleted && { isDeleted: true }),
  ...(personId && { personId }),
  fields,
});

/** What the CRM says became of one person. */
const keptOf = ({ id, created, updatedAt, gone, refused }) => {
  if (gone) return { status: 'gone' };
  if (refused) {
    return {
      status: 'failed',
      error: { class: 'permanent', code: '__name__.person-refused', detail: refused },
    };
  }
  return { status: 'kept', personId: id, isNew: created, changedAt: Date.parse(updatedAt) };
};

const connector = defineCrmConnector({
  summary: '__summary__',
  // What whoever sets up a connector fills in. Secrets are encrypted, and never shown again.
  config: {
    type: 'object',
    required: ['url', 'token', 'signingSecret'],
    additionalProperties: false,
    properties: {
      url: { type: 'string', format: 'uri', description: 'Where the CRM answers.' },
      token: { type: 'string', minLength: 8, 'x-secret': true, description: 'Your token with the CRM.' },
      signingSecret: { type: 'string', minLength: 8, 'x-secret': true, description: 'Signs what it sends.' },
    },
  },
  // idempotency: the CRM drops a second action with the same key.
  capabilities: { concurrency: 4, idempotency: true },
  // Which records are read, and the field by which people are found before the CRM's own id is known.
  // forgets: it deletes whom a sync with onErasure forget names.
  records: { kinds: ['person', 'ticket'], maxBatch: 100, match: 'email', forgets: true },
  // What journeys can ask for in a step of the type action.
  actions: {
    'create-task': {
      summary: 'Creates a task for whoever looks after the customer.',
      input: {
        type: 'object',
        required: ['email', 'subject'],
        additionalProperties: false,
        properties: {
          email: { type: 'string', minLength: 3, description: 'By which the CRM knows whom it is about.' },
          subject: { type: 'string', minLength: 1 },
          text: { type: 'string', description: 'What is to be done.' },
        },
      },
      // What the person who takes over reads, and how the task can end.
      handOver: ['conversation', 'journey'],
      outcomes: ['reached', 'not-reached'],
    },
  },
  open: ({ url, token, signingSecret }, { http, clock }) => {
    const fetched = async (path, call) => {
      try {
        return await http.fetch(url + path, call);
      } catch (cause) {
        throw new CrmFailure(sendErrorOfFailure(cause), { cause });
      }
    };
    const ask = async (path, { signal, body, headers, method = body ? 'POST' : 'GET' }) => {
      const answer = await fetched(path, {
        method,
        signal,
        maxAnswerBytes: 8_388_608,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        ...(body && { body: JSON.stringify(body) }),
      });
      // Whoever is not there any more is deleted already.
      if (method === 'DELETE' && answer.status === 404) return undefined;
      if (answer.status < 300) return answer.body ? JSON.parse(answer.body) : undefined;
      throw new CrmFailure(sendErrorOfAnswer(answer, { provider: '__name__', now: clock.now() }));
    };
    const query = (members) => new URLSearchParams(members).toString();

    return {
      // What a mapping may name.
      fields: (kind, { signal }) => ask(`/fields/${kind}`, { signal }),

      // The cursor is the CRM's own: with it the reading goes on, in any process and at any time.
      async changes({ kind, cursor = '', limit, fields }, { signal }) {
        const path = `/changes/${kind}?${query({ cursor, limit, fields })}`;
        const { rows, next, isLast } = await ask(path, { signal });
        return { records: rows.map((row) => recordOf(kind, row)), cursor: next, isLast };
      },

      // The CRM looks for people and creates them in one go: nobody is there twice.
      async keepPeople(people, { signal }) {
        try {
          const body = people.map(({ personId, match, fields }) => ({ id: personId, match, fields }));
          return (await ask('/people', { signal, body })).map(keptOf);
        } catch (cause) {
          const error = sendErrorOfCrm(cause);
          return people.map(() => ({ status: 'failed', error }));
        }
      },

      async forget({ personId }, { signal }) {
        try {
          await ask(`/people/${encodeURIComponent(personId)}`, { signal, method: 'DELETE' });
          return { status: 'forgotten' };
        } catch (cause) {
          return { status: 'failed', error: sendErrorOfCrm(cause) };
        }
      },

      async find({ kind, field, value }, { signal }) {
        const [row] = await ask(`/search/${kind}?${query({ field, value })}`, { signal });
        return row && recordOf(kind, row);
      },

      async act({ id, input: { email, subject, text }, handOver }, { signal }) {
        const layout = { language: 'en', reference: `Parcours ${id}`, maxLength: 10_000 };
        const body = { email, subject, text: handOffText({ description: text, handOver }, layout) };
        try {
          const task = await ask('/tasks', { signal, body, headers: { 'idempotency-key': id } });
          // By recordId the task is found again when the CRM tells how it ended.
          return { status: 'done', output: { recordId: task.id } };
        } catch (cause) {
          return { status: 'failed', error: sendErrorOfCrm(cause) };
        }
      },

      callbacks: {
        parse({ headers, rawBody }) {
          const signature = createHmac('sha256', signingSecret).update(rawBody).digest('hex');
          if (!isSameSecret(headers['x-signature'], signature)) return { status: 'bad-signature' };
          const { id, tasks } = JSON.parse(Buffer.from(rawBody).toString('utf8'));
          const completions = tasks.map(({ id: recordId, outcome, note }) => ({ recordId, outcome, note }));
          return { status: 'accepted', id, completions };
        },
      },

      async verify({ signal }) {
        try {
          await ask('/fields/person', { signal });
          return { status: 'up' };
        } catch (cause) {
          return { status: 'down', detail: sendErrorOfCrm(cause).detail };
        }
      },

      async close() {},
    };
  },
});

export default definePlugin({
  id: '__name__',
  version: '1.0.0',
  sdk: '__sdk__',
  summary: '__summary__',
  connectors: { '__name__': connector },
});
