import { SEND_ERROR_CLASSES } from '@parcours/sdk';
import type { ActionResult, OutgoingMessage, SendError, SendErrorClass, SendResult } from '@parcours/sdk';
import type { SecretScrubber } from './secret-scrubber.js';

/** The same failure for every message of a batch. */
export function failAll(messages: readonly OutgoingMessage[], error: SendError): readonly SendResult[] {
  return messages.map(() => ({ status: 'failed', error }));
}

/**
 * A plugin's answer, copied member by member and cleaned of secrets; `undefined` where it is not one well-formed
 * result per message.
 */
export function checkedResults(
  answer: unknown,
  expected: number,
  scrubber: SecretScrubber,
): readonly SendResult[] | undefined {
  if (!Array.isArray(answer) || answer.length !== expected) return undefined;
  const results = answer.map((result: unknown) => checkedResult(result, scrubber));
  return results.every((result) => result !== undefined) ? results : undefined;
}

/** True where the whole batch, or an action, says that the provider is out of reach or refuses the configuration. */
export function isOutage(answer: unknown): boolean {
  const results = Array.isArray(answer) ? answer : [answer];
  if (results.length === 0) return false;
  return results.every((result: SendResult | ActionResult) => {
    if (result.status !== 'failed') return false;
    return result.error.outage === true || result.error.class === 'misconfigured';
  });
}

function checkedResult(result: unknown, scrubber: SecretScrubber): SendResult | undefined {
  if (!isRecord(result)) return undefined;
  if (result['status'] === 'sent') {
    const { providerId } = result;
    if (providerId === undefined) return { status: 'sent' };
    return typeof providerId === 'string'
      ? { status: 'sent', providerId: scrubber.text(providerId, 255) }
      : undefined;
  }
  const error = result['status'] === 'failed' ? checkedError(result['error'], scrubber) : undefined;
  return error && { status: 'failed', error };
}

export function checkedError(error: unknown, scrubber: SecretScrubber): SendError | undefined {
  if (!isRecord(error)) return undefined;
  const { code, detail, retryAfterMs, maybeSent, outage } = error;
  const errorClass = error['class'];
  if (!isClass(errorClass) || typeof code !== 'string' || typeof detail !== 'string') return undefined;
  const pause = typeof retryAfterMs === 'number' && retryAfterMs >= 0 && Number.isFinite(retryAfterMs);
  return {
    class: errorClass,
    code: scrubber.text(code, 100),
    detail: scrubber.text(detail, 500),
    ...(pause ? { retryAfterMs } : {}),
    ...(maybeSent === true ? { maybeSent } : {}),
    ...(outage === true ? { outage } : {}),
  };
}

function isClass(value: unknown): value is SendErrorClass {
  return SEND_ERROR_CLASSES.some((known) => known === value);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
