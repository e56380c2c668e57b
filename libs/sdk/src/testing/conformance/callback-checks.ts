import type { CallbackRequest, CallbackResult, ConnectorCallbacks } from '../../callbacks.js';
import { type Check, Inapplicable, must, mustEqual, never, shown, type Trial } from './check.js';

interface Calls {
  readonly callbacks: ConnectorCallbacks;
  readonly requests: readonly CallbackRequest[];
}

async function callsOf(trial: Trial): Promise<Calls> {
  const { callbacks } = await trial.open();
  if (!callbacks) throw new Inapplicable('The provider sends nothing.');
  const requests = trial.fake.callbacks?.() ?? [];
  if (requests.length === 0) throw new Inapplicable('The fake has no callbacks to try it with.');
  return { callbacks, requests };
}

async function read(callbacks: ConnectorCallbacks, request: CallbackRequest): Promise<CallbackResult> {
  return callbacks.parse(request, { signal: never() });
}

type Accepted = Extract<CallbackResult, { status: 'accepted' }>;

function mustBeAccepted(result: CallbackResult): asserts result is Accepted {
  must(result.status === 'accepted', `a genuine callback was not accepted: ${shown(result)}`);
}

/** What tells one thing that happened from another, whoever says it. */
function idsOf({ id, reactions = [], replies = [], events = [], completions = [] }: Accepted): unknown {
  return [id, ...[...reactions, ...replies, ...events].map((each) => each.id), completions];
}

async function mustBeRefused(
  callbacks: ConnectorCallbacks,
  request: CallbackRequest,
  what: string,
): Promise<void> {
  const result = await read(callbacks, request).catch((): CallbackResult => ({ status: 'malformed' }));
  must(result.status !== 'accepted', `${what} was accepted`);
}

function tampered(request: CallbackRequest): CallbackRequest {
  const { rawBody } = request;
  if (rawBody.length > 0) {
    const text = Buffer.from(rawBody).toString('latin1');
    const digit = /\d(?=\D*$)/.exec(text);
    const at = digit?.index ?? text.length - 1;
    const changed = Buffer.from(rawBody);
    changed[at] = text.charCodeAt(at) ^ 1;
    return { ...request, rawBody: changed };
  }
  return { ...request, url: `${request.url}1` };
}

export const CALLBACK_CHECKS: readonly Check[] = [
  {
    title: 'what the provider sends is read, twice the same',
    async run(trial) {
      const { callbacks, requests } = await callsOf(trial);
      for (const request of requests) {
        const first = await read(callbacks, request);
        mustBeAccepted(first);
        const second = await read(callbacks, request);
        mustBeAccepted(second);
        mustEqual(idsOf(second), idsOf(first), 'what a second delivery of the same is known by');
        for (const { id } of first.events ?? []) must(id !== '', 'an event has no id');
      }
    },
  },
  {
    title: 'what somebody else sends is refused',
    async run(trial) {
      const { callbacks, requests } = await callsOf(trial);
      for (const request of requests) {
        if (request.method === 'GET') continue;
        if (trial.subject.signsBodies !== false) {
          await mustBeRefused(callbacks, tampered(request), 'a callback whose body was changed');
        }
        await mustBeRefused(callbacks, { ...request, headers: {} }, 'a callback without its headers');
      }
      const nothing = { ...requests[0], rawBody: Buffer.from('{"oops"'), headers: {} };
      if (requests[0]) await mustBeRefused(callbacks, { ...requests[0], ...nothing }, 'rubbish');
    },
  },
];
