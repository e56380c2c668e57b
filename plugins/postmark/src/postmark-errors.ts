import {
  type HttpAnswer,
  isJsonObject,
  jsonObjectIn,
  numberAt,
  type SendError,
  sendErrorOfAnswer,
  type SendResult,
  textAt,
} from '@parcours/sdk';

const LONGEST = 300;

type Rule = readonly [name: string, meaning: SendError['class']];

/** The error codes of Postmark that do not mean the message itself. */
const BY_CODE: Readonly<Record<number, Rule>> = {
  10: ['not-authorised', 'misconfigured'],
  100: ['maintenance', 'temporary'],
  400: ['sender-refused', 'misconfigured'],
  401: ['sender-refused', 'misconfigured'],
  405: ['not-allowed', 'misconfigured'],
  406: ['inactive-recipient', 'rejected-recipient'],
  412: ['not-allowed', 'misconfigured'],
  413: ['not-allowed', 'misconfigured'],
  429: ['throttled', 'throttled'],
};

const STREAM = /message ?stream/i;
const RECIPIENT = /'To'|recipient/i;
const SENDER = /'From'|sender signature/i;

const UNREADABLE: SendError = {
  class: 'temporary',
  code: 'postmark.unreadable-answer',
  detail: 'Postmark answered what does not say that it has taken the message.',
  maybeSent: true,
};

/** What a result of a batch says of its message. */
export function resultOf(said: unknown): SendResult {
  const code = numberAt(said, 'ErrorCode');
  const providerId = textAt(said, 'MessageID');
  if (code === undefined || !isJsonObject(said)) return { status: 'failed', error: UNREADABLE };
  if (code === 0) return { status: 'sent', ...(providerId !== undefined && { providerId }) };
  return { status: 'failed', error: errorOfCode(code, textAt(said, 'Message') ?? '') };
}

/** What an answer means that is no list of results: the same for every message of the request. */
export function postmarkError(answer: HttpAnswer, now: number): SendError {
  const { status } = answer;
  const said = jsonObjectIn(answer.body);
  const code = numberAt(said, 'ErrorCode') ?? 0;
  const message = textAt(said, 'Message') ?? '';
  if (code !== 0 && (status < 300 || status === 422)) return errorOfCode(code, message);
  if (status < 300) return UNREADABLE;
  const detail = (message || `Postmark answered ${String(status)}.`).slice(0, LONGEST);
  if (status === 404 || status === 405)
    return { class: 'misconfigured', code: 'postmark.no-endpoint', detail };
  if (status === 413) return { class: 'permanent', code: 'postmark.too-large', detail };
  return sendErrorOfAnswer(answer, { provider: 'postmark', detail, now });
}

function errorOfCode(code: number, message: string): SendError {
  const [name, meaning] = BY_CODE[code] ?? ruleOfWords(message);
  const detail = `${String(code)}: ${message}`.slice(0, LONGEST);
  return { class: meaning, code: `postmark.${name}`, detail, ...(code === 100 && { outage: true }) };
}

/** 300 and others say in words alone what they mean. */
function ruleOfWords(message: string): Rule {
  if (STREAM.test(message)) return ['stream-refused', 'misconfigured'];
  if (SENDER.test(message)) return ['sender-refused', 'misconfigured'];
  if (RECIPIENT.test(message)) return ['address-invalid', 'rejected-recipient'];
  return ['refused', 'permanent'];
}
