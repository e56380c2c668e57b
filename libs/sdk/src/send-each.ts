import type { OutgoingMessage, SendError, SendResult } from './outgoing-message.js';

/** How many messages are sent at once, and what ends a batch early. */
export interface SendEachOptions {
  /** How many customers side by side; 1 or more. */
  readonly atOnce: number;
  /**
   * True for a failure that the rest of the batch would meet too, such as an outage: what has not begun by then is not tried,
   * and fails for the same reason ({@link notTried}). Nothing stops a batch when left out.
   */
  readonly stopsAt?: (error: SendError) => boolean;
}

/**
 * Sends messages one by one for providers that take no batches: up to `atOnce` customers side by side, those of one customer
 * in their order. One result a message, in the order of the batch.
 * @example
 * sendBatch: (messages, { signal }) =>
 *   sendEach(messages, { atOnce: 8, stopsAt: ({ outage }) => outage === true }, (message) => send(message, signal)),
 */
export async function sendEach<M extends Pick<OutgoingMessage, 'customerId'>>(
  messages: readonly M[],
  { atOnce, stopsAt }: SendEachOptions,
  send: (message: M) => Promise<SendResult>,
): Promise<readonly SendResult[]> {
  const results = new Map<M, SendResult>();
  const waiting = groupsOf(messages);
  let untried: SendResult | undefined;
  const work = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      for (const message of group) {
        const result = untried ?? (await send(message));
        results.set(message, result);
        if (result.status === 'failed' && stopsAt?.(result.error) === true)
          untried ??= notTried(result.error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, work));
  return messages.flatMap((message) => results.get(message) ?? []);
}

/** What the platform itself says of messages that were not handed over; it counts no attempt for it. */
const NOT_CALLED = 'plugin.not-called';

/**
 * What becomes of a message that was left alone because of another's failure: nobody can have got it. Where the provider
 * asked for a slower pace, it has used up no attempt either.
 */
export function notTried({ maybeSent: _maybeSent, ...error }: SendError): SendResult {
  if (error.class !== 'throttled') return { status: 'failed', error };
  const detail = `It was not tried. ${error.detail}`;
  return { status: 'failed', error: { ...error, class: 'temporary', code: NOT_CALLED, detail } };
}

/** By customer, the first to come first. */
function groupsOf<M extends Pick<OutgoingMessage, 'customerId'>>(messages: readonly M[]): M[][] {
  const groups = new Map<string, M[]>();
  for (const message of messages) {
    const group = groups.get(message.customerId);
    if (group) group.push(message);
    else groups.set(message.customerId, [message]);
  }
  return [...groups.values()];
}
