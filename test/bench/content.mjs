/** What is configured for the measurements, through the same API that everybody uses. */

const PARAGRAPH =
  'You asked us to show you what your team can do with it, so here is the short way to your first result. ';

/** An email of about 2 KB with ten variables. */
function emailTemplate(key, title) {
  const rows = ['first_name', 'company', 'plan', 'country', 'email']
    .map((trait) => `<tr><td>${trait}</td><td>{{customer.${trait}}}</td></tr>`)
    .join('');
  return {
    key,
    name: title,
    channels: {
      email: {
        subject: `${title}, {{customer.first_name}}`,
        html:
          `<!doctype html><html><body><h1>${title}, {{customer.first_name}} of {{customer.company}}</h1>` +
          `<p>${PARAGRAPH.repeat(12)}</p><table>${rows}</table>` +
          '<p>Your plan: {{customer.plan}}.</p><p><a href="https://bench.example/start">Start</a></p></body></html>',
      },
    },
  };
}

const TEMPLATES = [
  emailTemplate('bench-hello', 'Welcome'),
  emailTemplate('bench-pro', 'For professionals'),
  emailTemplate('bench-free', 'First steps'),
];

const TOUCHPOINT = {
  key: 'bench-email',
  name: 'Email',
  kind: 'digital',
  channel: 'email',
  direction: 'outbound',
};

/** Creates and publishes everything that journeys refer to: a no-op channel and one to the SMTP sink. */
export async function publishContent(api, { smtpPort }) {
  const smtpConfig = {
    host: '127.0.0.1',
    port: smtpPort,
    secure: 'none',
    from: { name: 'Bench', address: 'bench@bench.example' },
  };
  await publish(api, 'connectors', { key: 'noop', name: 'No-op', type: 'noop', config: {} });
  await publish(api, 'connectors', { key: 'smtp', name: 'SMTP', type: 'email-smtp', config: smtpConfig });
  for (const connector of ['noop', 'smtp']) {
    await publish(api, 'channel-policies', {
      key: connector,
      name: connector,
      channels: [{ channel: 'email', connector }],
    });
  }
  for (const template of TEMPLATES) await publish(api, 'message-templates', template);
  await publish(api, 'touchpoints', TOUCHPOINT);
}

async function publish(api, collection, document) {
  await api.post(`/${collection}`, document);
  await api.post(`/${collection}/${document.key}/publish`);
}

/** Caps and suppressions of five policies that together let everything pass: one for steps, and four of the house. */
export async function publishPolicies(api) {
  const rules = {
    caps: [
      { max: 1_000, per: '7d' },
      { max: 500, per: '1d', channel: 'email' },
    ],
    condition: { trait: 'plan', in: ['pro', 'free'] },
  };
  const house = ['a', 'b', 'c', 'd'].map((name) => ({ key: `house-${name}`, scope: 'house', ...rules }));
  const channels = [{ channel: 'email', connector: 'noop' }];
  const policies = [{ key: 'capped', channels, ...rules }, ...house];
  for (const policy of policies) {
    await api.put(`/channel-policies/${policy.key}`, { name: policy.key, ...policy });
    await api.post(`/channel-policies/${policy.key}/publish`);
  }
  return house.map(({ key }) => key);
}

/** Those of the house would go for everything that follows. */
export async function withdrawPolicies(api, keys) {
  for (const key of keys) await api.post(`/channel-policies/${key}/unpublish`);
}

/** Event → email → branch on a trait → second email → exit. */
export function emailJourney({ key, event, policy }) {
  const email = (template, next) => ({ type: 'message', touchpoint: TOUCHPOINT.key, template, policy, next });
  return {
    key,
    name: key,
    definition: {
      entry: { triggers: [{ type: 'event', event }] },
      start: 'hello',
      steps: {
        hello: email('bench-hello', 'plan'),
        plan: { type: 'branch', cases: [{ when: { trait: 'plan', is: 'pro' }, next: 'pro' }], else: 'free' },
        pro: email('bench-pro', 'end'),
        free: email('bench-free', 'end'),
        end: { type: 'exit', reason: 'completed' },
      },
    },
  };
}

/** What journeys watch all the time: somebody to let go, goals, a share that receives nothing. */
const watching = (key) => ({
  exit: [{ event: `${key}.left` }, { condition: { trait: 'staff', is: true } }],
  goals: [
    { key: 'bought', event: `${key}.bought`, within: '14d', exits: true, value: 'event.amount' },
    { key: 'returned', event: `${key}.returned`, within: '30d' },
  ],
});

/** The same with all that a journey can watch, and with a share that is held out. */
export function fullJourney({ key, event, policy }) {
  const { definition, ...journey } = emailJourney({ key, event, policy });
  const entry = {
    ...definition.entry,
    condition: { trait: 'email', exists: true },
    reentry: { mode: 'always' },
    holdout: 0.05,
  };
  return { ...journey, definition: { ...definition, entry, ...watching(key) } };
}

/** Event → a wait that goals and exit rules can end. */
export function watchfulJourney({ key, event }) {
  const { definition, ...journey } = waitingJourney({ key, event });
  return { ...journey, definition: { ...definition, ...watching(key) } };
}

/** A date of each customer → the end. */
export function dateJourney({ key, trait }) {
  return {
    key,
    name: key,
    definition: {
      entry: { triggers: [{ type: 'date', trait, at: '09:00', repeat: 'yearly' }] },
      start: 'end',
      steps: { end: { type: 'exit', reason: 'completed' } },
    },
  };
}

/** Event → one email, for the measurement of latency. */
export function greetingJourney({ key, event, policy }) {
  return {
    key,
    name: key,
    definition: {
      entry: { triggers: [{ type: 'event', event }] },
      start: 'hello',
      steps: {
        hello: { type: 'message', touchpoint: TOUCHPOINT.key, template: 'bench-hello', policy, next: 'end' },
        end: { type: 'exit', reason: 'completed' },
      },
    },
  };
}

/** Event → one email that customers need. Answers the event. */
export async function publishReceipt(api, policy) {
  const event = 'bench-receipt.asked';
  await publish(api, 'message-templates', {
    ...emailTemplate('bench-receipt', 'Your receipt'),
    category: 'transactional',
  });
  const { definition, ...journey } = greetingJourney({ key: 'bench-receipt', event, policy });
  const hello = { ...definition.steps.hello, template: 'bench-receipt' };
  await publishJourney(api, {
    ...journey,
    definition: { ...definition, steps: { ...definition.steps, hello } },
  });
  return event;
}

/** Event → three weeks of waiting. */
export function waitingJourney({ key, event }) {
  return {
    key,
    name: key,
    definition: {
      entry: { triggers: [{ type: 'event', event }] },
      start: 'rest',
      steps: { rest: { type: 'wait', for: '3w', next: 'end' }, end: { type: 'exit', reason: 'completed' } },
    },
  };
}

export async function publishJourney(api, journey) {
  await publish(api, 'journey-templates', journey);
}
