import type { OutgoingMessage, SendResult } from './outgoing-message.js';

/**
 * Sends messages one by one for providers that take no batches: up to `atOnce` customers side by side, those of one customer
 * in their order. One result a message, in the order of the batch.
 * @example
 * sendBatch: (messages, { signal }) => sendEach(messages, { atOnce: 8 }, (message) => send(message, signal)),
 */
export async function sendEach<M extends Pick<OutgoingMessage, 'customerId'>>(
  messages: readonly M[],
  { atOnce }: { readonly atOnce: number },
  send: (message: M) => Promise<SendResult>,
): Promise<readonly SendResult[]> {
  const results = new Map<M, SendResult>();
  const waiting = groupsOf(messages);
  const work = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      for (const message of group) results.set(message, await send(message));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, work));
  return messages.flatMap((message) => results.get(message) ?? []);
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
