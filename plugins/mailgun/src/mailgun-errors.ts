import { type HttpAnswer, jsonIn, type SendError, sendErrorOfAnswer, textAt } from '@parcours/sdk';

const LONGEST = 300;
/** Mailgun says in words alone how long to wait, in seconds or until when. */
const WAIT =
  /try again after (?:(\d{1,7}) seconds?|([A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} [\d:]{8} (?:UTC|GMT)))/;
const NOT_ALLOWED = /not allowed to send/i;
const RECIPIENT = /\bto\b['"]? parameter/i;
const SENDER = /\bfrom\b['"]? parameter/i;

type Rule = readonly [name: string, meaning: SendError['class']];

/** What an answer means that does not say that the message was taken. */
export function mailgunError(answer: HttpAnswer, now: number): SendError {
  const { status } = answer;
  const said = wordsIn(answer.body);
  const detail = (said || `Mailgun answered ${String(status)}.`).slice(0, LONGEST);
  if (status < 300) {
    const unknown = 'Mailgun answered what does not say that it has taken the message.';
    return { class: 'temporary', code: 'mailgun.unreadable-answer', detail: unknown, maybeSent: true };
  }
  const wait = waitIn(said, now);
  if (wait !== undefined || status === 420) {
    return {
      class: 'throttled',
      code: 'mailgun.throttled',
      detail,
      ...(wait !== undefined && { retryAfterMs: wait }),
    };
  }
  const rule = ruleOf(status, said);
  if (rule) return { class: rule[1], code: `mailgun.${rule[0]}`, detail };
  return sendErrorOfAnswer(answer, { provider: 'mailgun', detail, now });
}

function ruleOf(status: number, said: string): Rule | undefined {
  if (status === 402 || NOT_ALLOWED.test(said)) return ['not-allowed', 'misconfigured'];
  if (status === 404) return ['domain-unknown', 'misconfigured'];
  if (status === 405) return ['no-endpoint', 'misconfigured'];
  if (status === 413) return ['too-large', 'permanent'];
  if (status === 400 && RECIPIENT.test(said)) return ['address-invalid', 'rejected-recipient'];
  if (status === 400 && SENDER.test(said)) return ['sender-refused', 'misconfigured'];
  return undefined;
}

/** Operations of Mailgun differ in how they say what is wrong: an object of one member or another, a text, or no JSON. */
function wordsIn(body: string): string {
  const said = jsonIn(body);
  if (typeof said === 'string') return said;
  return (
    textAt(said, 'message') ?? textAt(said, 'Reason') ?? textAt(said, 'Error') ?? textAt(said, 'error') ?? ''
  );
}

function waitIn(said: string, now: number): number | undefined {
  const [, seconds, date] = WAIT.exec(said) ?? [];
  if (seconds !== undefined) return Number(seconds) * 1_000;
  const at = date === undefined ? NaN : Date.parse(date);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
