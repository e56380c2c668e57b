import { type HttpAnswer, jsonIn, type SendError, sendErrorOfAnswer, textAt } from '@parcours/sdk';

const LONGEST = 300;
const NO_CREDITS = /maximum credits exceeded/i;
const SENDER = /sender identity|^from(\.|$)/i;
const RECIPIENT = /^personalizations\.\d+\.to(\.|$)/;

type Rule = readonly [name: string, meaning: SendError['class']];

/** What an answer other than 202 means. */
export function sendgridError(answer: HttpAnswer, now: number): SendError {
  const said = jsonIn(answer.body);
  const message = textAt(said, 'errors.0.message') ?? '';
  const field = textAt(said, 'errors.0.field') ?? '';
  const detail = (message || `SendGrid answered ${String(answer.status)}.`).slice(0, LONGEST);
  const rule = ruleOf(answer.status, message, field);
  if (rule) return { class: rule[1], code: `sendgrid.${rule[0]}`, detail };
  if (answer.status >= 200 && answer.status < 300) {
    const unknown = `SendGrid answered ${String(answer.status)}, which does not say that it has taken the message.`;
    return { class: 'temporary', code: 'sendgrid.unreadable-answer', detail: unknown, maybeSent: true };
  }
  const error = sendErrorOfAnswer(answer, { provider: 'sendgrid', detail, now });
  const wait = error.retryAfterMs ?? resetMs(answer, now);
  return answer.status === 429 && wait !== undefined ? { ...error, retryAfterMs: wait } : error;
}

function ruleOf(status: number, message: string, field: string): Rule | undefined {
  if (NO_CREDITS.test(message)) return ['credits-exceeded', 'misconfigured'];
  if (status === 404 || status === 405) return ['no-endpoint', 'misconfigured'];
  if (status === 413) return ['too-large', 'permanent'];
  if (status === 400 && RECIPIENT.test(field)) return ['address-invalid', 'rejected-recipient'];
  if ((status === 400 || status === 403) && (SENDER.test(message) || SENDER.test(field))) {
    return ['sender-refused', 'misconfigured'];
  }
  return undefined;
}

/** `X-RateLimit-Reset` says in Unix seconds when the next request is taken. */
function resetMs({ headers }: HttpAnswer, now: number): number | undefined {
  const reset = headers['x-ratelimit-reset'] ?? '';
  return /^\d{9,11}$/.test(reset) ? Math.max(0, Number(reset) * 1_000 - now) : undefined;
}
