/** A CRM for tests: each action is a call to a server on loopback. */
const taskInput = {
  type: 'object',
  required: ['subject'],
  additionalProperties: false,
  properties: {
    subject: { type: 'string', minLength: 1 },
    due: { type: 'integer', minimum: 1 },
    priority: { enum: ['low', 'high'], default: 'low' },
  },
};

const ownedInput = {
  ...taskInput,
  properties: { ...taskInput.properties, ownerId: { type: 'string' } },
};

const crm = {
  summary: 'Creates tasks in a CRM on loopback.',
  config: {
    type: 'object',
    required: ['url', 'token'],
    additionalProperties: false,
    properties: { url: { type: 'string' }, token: { type: 'string', 'x-secret': true } },
  },
  capabilities: { concurrency: 4, idempotency: true },
  actions: {
    'create-task': { summary: 'Creates a task for the customer.', input: taskInput },
    'hand-over': {
      summary: 'Creates a task with everything that is known.',
      input: ownedInput,
      handOver: ['conversation', 'events', 'journey', 'traits'],
      outcomes: ['reached', 'lost', 'later'],
    },
    escalate: {
      summary: 'Tells the head of the team of a task that nobody has done.',
      input: { type: 'object', required: ['task'], properties: { task: { type: 'string' } } },
      handOver: ['journey'],
    },
  },
  open: ({ url, token }, host) => ({
    async act({ action, id, customerId, attempt, input, handOver }, { signal }) {
      const { status, body } = await host.http.fetch(`${url}/${action}`, {
        method: 'POST',
        signal,
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': id },
        body: JSON.stringify({ customerId, attempt, input, handOver }),
      });
      const isFirst = await host.store.claim(`done-${id}`, { status }, { ttlMs: 60_000 });
      const output = { ...JSON.parse(body), isFirst };
      if (status < 300) return { status: 'done', output };
      const kind = status >= 500 ? 'temporary' : 'permanent';
      return {
        status: 'failed',
        error: { class: kind, code: 'crm.refused', detail: `Answered with ${token}.` },
      };
    },
    callbacks: {
      parse({ headers, rawBody }) {
        if (headers['x-token'] !== token) return { status: 'bad-signature' };
        return { status: 'accepted', ...JSON.parse(Buffer.from(rawBody).toString()) };
      },
    },
    async close() {},
  }),
};

/** A step for tests: the server on loopback decides the way. */
const credit = {
  title: { en: 'Credit check', fr: 'Contrôle de solvabilité' },
  description: 'Asks whether the customer is good for an amount.',
  config: {
    type: 'object',
    required: ['url', 'amount'],
    additionalProperties: false,
    properties: {
      url: { type: 'string' },
      amount: { type: 'number', minimum: 0 },
      currency: { enum: ['EUR', 'USD'], default: 'EUR' },
    },
  },
  ways: ['granted', 'refused'],
  explain: {
    granted: { en: 'The credit was granted: on to {next}.', fr: 'Crédit accordé : passage à {next}.' },
  },
  async run({ id, ...request }, { signal }) {
    const response = await fetch(`${request.config.url}/credit`, {
      method: 'POST',
      signal,
      headers: { 'idempotency-key': id },
      body: JSON.stringify(request),
    });
    if (response.ok) return { status: 'done', ...(await response.json()) };
    const kind = response.status >= 500 ? 'temporary' : 'permanent';
    return { status: 'failed', error: { class: kind, code: 'crm.refused', detail: 'The CRM refused.' } };
  },
};

export default {
  id: 'crm',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'A CRM for tests.',
  connectors: { crm },
  stepTypes: { credit },
};
