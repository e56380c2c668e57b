import { isJsonObject, type JsonObject, KEY_PATTERN } from '@parcours/kernel';
import { KEY } from '../definition/schema-parts.js';
import { compileValue } from '../definition/values.js';
import type { PictureContext } from '../diagram/picture.js';
import { named, say } from '../diagram/picture.js';
import type { MessageDecision, MessageRequest } from '../run/passage.js';
import { ACTION_ATTEMPT_MS } from './calls.js';
import type { ContentReference, Move, StepVisit } from './step-type.js';

/** What every step that sends a message says of how it is sent. */
export interface Sending {
  readonly touchpoint?: string;
  /** Default `default`. */
  readonly policy?: string;
  /** A channel's name, `preferred`, or (default) `policy`: the policy chooses. */
  readonly channel?: string;
}

/** JSON Schemas of the members of {@link Sending}. */
export const SENDING_PROPERTIES: Readonly<Record<string, JsonObject>> = {
  touchpoint: { ...KEY, description: 'The touchpoint that this message is.' },
  policy: { ...KEY, default: 'default', description: 'The channel policy.' },
  channel: {
    type: 'string',
    pattern: KEY_PATTERN,
    default: 'policy',
    description:
      'A channel such as email; policy: the channel policy chooses; preferred: it does, beginning with the channels that the customer takes to.',
  },
};

/** The content that a step names by how it sends. */
export function sendingReferences({ touchpoint, policy = 'default' }: Sending): ContentReference[] {
  return [
    ...(touchpoint === undefined
      ? []
      : [{ kind: 'touchpoint', key: touchpoint, at: '/touchpoint' } as const]),
    { kind: 'policy', key: policy, at: '/policy' },
  ];
}

/** Prepares the request to the channel policy. */
export function addressee({ touchpoint, policy = 'default', channel = 'policy' }: Sending) {
  const addressed = { policy, channel, ...(touchpoint === undefined ? {} : { touchpoint }) };
  return ({ step, visit }: StepVisit, template: string): MessageRequest => ({
    step,
    visit,
    template,
    ...addressed,
  });
}

/** The way on where no message was sent, with the reason. A person who is asked in its place is asked with it. */
export function skipMessage(
  decision: Extract<MessageDecision, { send: false }>,
  next: string,
  visit: StepVisit,
): Move {
  const { code: reason, detail, escalation } = decision;
  if (escalation) escalate(escalation, visit, detail);
  return {
    move: 'go',
    next,
    code: 'skipped',
    detail: detail ? { reason, next, why: detail } : { reason, next },
  };
}

function channelInWords(channel: string, context: PictureContext): string {
  return channel === 'preferred'
    ? say(context, 'by their preferred channel', 'par leur canal préféré')
    : say(context, `by ${channel}`, `par ${channel}`);
}

/** Whoever is asked knows what is said of the passage, or all of it. */
function escalate(
  { connector, action, input }: NonNullable<Extract<MessageDecision, { send: false }>['escalation']>,
  visit: StepVisit,
  detail: JsonObject = {},
): void {
  const { template = null } = detail;
  const { step, journeyKey: journey, context } = visit;
  const told = input === undefined ? undefined : compileValue(input)(visit);
  const call = {
    kind: 'action',
    connector,
    action,
    input: isJsonObject(told) ? told : { journey, step, template, context },
    timeoutMs: ACTION_ATTEMPT_MS,
  } as const;
  visit.emit({ type: 'call', step, visit: visit.visit, call, isDetached: true });
}

/** Lines of a drawing that say how it is sent, where that is not as always. */
export function sendingInWords(step: Sending, context: PictureContext): string[] {
  const { touchpoint, policy = 'default', channel = 'policy' } = step;
  const facts = [
    ...(touchpoint === undefined ? [] : [named(context, 'touchpoint', touchpoint)]),
    ...(channel === 'policy' ? [] : [channelInWords(channel, context)]),
  ];
  return [
    ...(facts.length === 0 ? [] : [facts.join(' · ')]),
    ...(policy === 'default'
      ? []
      : [say(context, 'policy ', 'politique ') + named(context, 'policy', policy)]),
  ];
}
