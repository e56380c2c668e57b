import type { ChannelContents, ChannelName, OutgoingMessage } from '../../outgoing-message.js';

type Samples = {
  readonly [C in ChannelName]: (
    n: number,
    said: string,
  ) => { readonly to: string; readonly content: ChannelContents[C] };
};

/** Messages by channel, the n-th of many, with a text to be found again. */
const SAMPLES: Samples = {
  email: (n, said) => ({
    to: `reader${String(n)}@example.com`,
    content: { subject: said, html: `<p>${said}</p>`, text: said },
  }),
  sms: (n, said) => ({
    to: phoneNumber(n),
    content: { text: said, encoding: 'gsm-7', segments: 1 },
  }),
  push: (n, said) => ({ to: `device-token-${String(n)}`, content: { title: said, body: said } }),
  'web-push': (n, said) => ({ to: `device-token-${String(n)}`, content: { title: said, body: said } }),
  chat: (n, said) => ({ to: phoneNumber(n), content: { text: said } }),
  webhook: (n, said) => ({
    to: `customer-${String(n)}`,
    content: { contentType: 'application/json', body: JSON.stringify({ said }) },
  }),
  letter: (n, said) => ({
    to: `Ada Reader\n${String(n)} rue des Lilas\n75011 Paris`,
    content: { html: `<p>${said}</p>`, pageSize: 'A4' },
  }),
};

/** Numbers that Ofcom keeps for fiction: nobody is called. */
function phoneNumber(n: number): string {
  return `+447700900${String(n % 1_000).padStart(3, '0')}`;
}

/** The text by which a sample message is found again. */
export function sampleText(n: number): string {
  return `parcours-sample-${String(n)}.`;
}

/** The n-th message on a channel, as the platform would hand it over. */
export function sampleMessage(
  channel: ChannelName,
  n: number,
  changes: Partial<OutgoingMessage> = {},
): OutgoingMessage {
  const sample = SAMPLES[channel](n, sampleText(n));
  return { id: `m-${String(n)}`, customerId: `c-${String(n)}`, attempt: 1, ...sample, ...changes };
}

/** Every channel that there are sample messages for. */
export function isKnownChannel(channel: string): channel is ChannelName {
  return Object.hasOwn(SAMPLES, channel);
}
