/** Text messages for tests, in every way in which a connector can go wrong. */
const config = {
  type: 'object',
  required: ['mode', 'secret'],
  additionalProperties: false,
  properties: { mode: { type: 'string' }, secret: { type: 'string', 'x-secret': true } },
};

const never = () => new Promise(() => {});
const sent = (messages) => messages.map(() => ({ status: 'sent' }));

function keepBusy(ms) {
  const until = Date.now() + ms;
  while (Date.now() < until);
}

/** What `sendBatch` does, by mode. */
const SENDING = {
  hangs: never,
  throws: (_messages, { secret }) => {
    throw new Error(`no luck with ${secret}`);
  },
  rejects: (_messages, { secret }) => Promise.reject(new Error(`no luck with ${secret}`)),
  'throws-nothing': () => {
    throw undefined;
  },
  garbage: () => Promise.resolve([{ status: 'fine' }]),
  'empties-its-list': (messages) => {
    messages.length = 0;
    return Promise.resolve([]);
  },
  'tells-secrets': async (messages, { secret }, { logger }) => {
    logger.error(`logged ${secret}`, { secret });
    const error = { class: 'permanent', code: 'hostile.told', detail: `refused ${secret}` };
    return messages.map(() => ({ status: 'failed', error }));
  },
  'is-busy': async (messages) => {
    keepBusy(2_000);
    return sent(messages);
  },
  'never-closes': async (messages) => sent(messages),
};

const hostile = {
  channel: 'sms',
  summary: 'Text messages that go wrong.',
  config,
  capabilities: { maxBatch: 10, concurrency: 1, idempotency: false },
  open(settings, host) {
    const { mode, secret } = settings;
    if (mode === 'opens-never') return never();
    if (mode === 'opens-garbage') return 42;
    if (mode === 'throws-on-open') throw new Error(`no luck with ${secret}`);
    return {
      sendBatch: (messages) => SENDING[mode](messages, settings, host),
      close: mode === 'never-closes' ? never : () => Promise.resolve(),
    };
  },
};

export default {
  id: 'hostile',
  version: '1.0.0',
  sdk: '^1.0.0',
  summary: 'Goes wrong in every way.',
  connectors: { hostile },
};
