import { type HttpAnswer, jsonObjectIn, type SendError, sendErrorOfAnswer, textAt } from '@parcours/sdk';

const LONGEST = 300;
/** A quota of a day is not there again in a moment. */
const QUOTA_PAUSE_MS = 900_000;

type Rule = readonly [name: string, meaning: SendError['class']];

/** By the name of the exception. */
const BY_NAME: Readonly<Record<string, Rule>> = {
  AccountSuspendedException: ['account-suspended', 'misconfigured'],
  SendingPausedException: ['sending-paused', 'misconfigured'],
  MailFromDomainNotVerifiedException: ['identity-not-verified', 'misconfigured'],
  NotFoundException: ['not-found', 'misconfigured'],
  AccessDeniedException: ['access-denied', 'misconfigured'],
  AccessDenied: ['access-denied', 'misconfigured'],
  ExpiredTokenException: ['credentials-expired', 'misconfigured'],
  ExpiredToken: ['credentials-expired', 'misconfigured'],
  RequestExpired: ['clock-skew', 'misconfigured'],
  TooManyRequestsException: ['throttled', 'throttled'],
  LimitExceededException: ['throttled', 'throttled'],
  ThrottlingException: ['throttled', 'throttled'],
  Throttling: ['throttled', 'throttled'],
};

const NOT_VERIFIED = /not verified/i;
const SKEWED = /signature (?:expired|not yet current)/i;
const QUOTA = /daily (?:message )?(?:sending )?quota/i;
const TOO_LARGE = /message length|too (?:large|big)/i;
const RECIPIENT =
  /illegal address|invalid domain name|missing (?:final|start)|local address|domain (?:starts|ends|contains)|recipient/i;

/** What an answer means that does not say that the message was taken. */
export function sesError(answer: HttpAnswer, now: number): SendError {
  const { status } = answer;
  const said = jsonObjectIn(answer.body);
  const name = nameOf(
    answer.headers['x-amzn-errortype'] ?? textAt(said, '__type') ?? textAt(said, 'code') ?? '',
  );
  const message = textAt(said, 'message') ?? textAt(said, 'Message') ?? '';
  const words = [name, message].filter((text) => text !== '').join(': ');
  const detail = (words || `SES answered ${String(status)}.`).slice(0, LONGEST);
  if (status < 300) {
    const unknown = 'SES answered what does not say that it has taken the message.';
    return { class: 'temporary', code: 'amazon-ses.unreadable-answer', detail: unknown, maybeSent: true };
  }
  const rule = ruleOf({ status, name, message });
  if (!rule) return sendErrorOfAnswer(answer, { provider: 'amazon-ses', detail, now });
  const pause = rule[1] === 'throttled' && QUOTA.test(message) ? { retryAfterMs: QUOTA_PAUSE_MS } : {};
  return { class: rule[1], code: `amazon-ses.${rule[0]}`, detail, ...pause };
}

interface Said {
  readonly status: number;
  readonly name: string;
  readonly message: string;
}

function ruleOf({ status, name, message }: Said): Rule | undefined {
  const known = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (known) return known;
  if (SKEWED.test(message)) return ['clock-skew', 'misconfigured'];
  if (status === 404 || status === 405) return ['no-endpoint', 'misconfigured'];
  if (status === 413) return ['too-large', 'permanent'];
  if (name === 'MessageRejected' || name === 'BadRequestException') {
    if (NOT_VERIFIED.test(message)) return ['identity-not-verified', 'misconfigured'];
    if (TOO_LARGE.test(message)) return ['too-large', 'permanent'];
    if (name === 'MessageRejected') return ['message-rejected', 'permanent'];
    return RECIPIENT.test(message) ? ['address-invalid', 'rejected-recipient'] : ['refused', 'permanent'];
  }
  return undefined;
}

/** `MessageRejected`, of `MessageRejected:http://internal.amazon.com/…` and of `com.amazonaws.ses#MessageRejected`. */
function nameOf(type: string): string {
  return /(?:^|#)([A-Za-z]+)(?::|$)/.exec(type)?.[1] ?? '';
}
