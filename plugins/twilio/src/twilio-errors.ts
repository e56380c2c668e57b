import { type HttpAnswer, jsonObjectIn, type SendError, sendErrorOfAnswer } from '@parcours/sdk';

type Meaning = Pick<SendError, 'class' | 'code'>;

const misconfigured = (name: string): Meaning => ({ class: 'misconfigured', code: `twilio.${name}` });
const permanent = (name: string): Meaning => ({ class: 'permanent', code: `twilio.${name}` });
const rejected = (name: string): Meaning => ({ class: 'rejected-recipient', code: `twilio.${name}` });
const throttled: Meaning = { class: 'throttled', code: 'twilio.throttled' };
const temporary: Meaning = { class: 'temporary', code: 'twilio.unavailable' };

/** What Twilio's numbers mean when a message is handed over. Any other number is judged by the status of its answer. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  10001: misconfigured('account-closed'),
  20003: misconfigured('not-authorised'),
  20005: misconfigured('account-closed'),
  20404: misconfigured('not-found'),
  20429: throttled,
  20500: temporary,
  20503: temporary,
  14107: throttled,
  21211: rejected('invalid-number'),
  21212: misconfigured('sender-refused'),
  21217: rejected('invalid-number'),
  21408: permanent('region-off'),
  21602: permanent('empty'),
  21603: misconfigured('no-sender'),
  21604: rejected('invalid-number'),
  21606: misconfigured('sender-refused'),
  21608: permanent('trial-account'),
  21609: misconfigured('callback-refused'),
  21610: permanent('opted-out'),
  21611: throttled,
  21612: permanent('no-route'),
  21614: rejected('not-a-mobile'),
  21617: permanent('too-long'),
  21656: permanent('refused'),
  21659: misconfigured('sender-refused'),
  21660: misconfigured('sender-refused'),
  21701: misconfigured('no-sender'),
  21703: misconfigured('no-sender'),
  21705: misconfigured('no-sender'),
  21712: misconfigured('sender-refused'),
  30001: throttled,
  30002: misconfigured('account-closed'),
  30022: throttled,
  30023: throttled,
  63038: throttled,
};

/** What an answer other than 201 means; `{code, message}` is how Twilio says it. */
export function errorOf(answer: HttpAnswer, now: number): SendError {
  const members = jsonObjectIn(answer.body);
  const { code: number, message } = members;
  const said = typeof message === 'string' ? message : undefined;
  const detail =
    typeof number === 'number' ? `${String(number)}: ${said ?? 'no words'}` : (said ?? undefined);
  const general = sendErrorOfAnswer(answer, {
    provider: 'twilio',
    now,
    ...(detail !== undefined && { detail }),
  });
  const meaning = typeof number === 'number' ? MEANINGS[number] : undefined;
  return meaning ? { ...general, ...meaning } : general;
}

/** Bounces by the number of a receipt: an address that will never take a text, and a sender that is refused. */
const HARD = [21211, 21614, 30005, 30006];
const POLICY = [21408, 21606, 21612, 30002, 30007, 30024, 30032, 30034, 30035, 30037, 30038, 30450];

/** What the number of an undelivered message says about the address; `soft` for all that pass. */
export function bounceOf(number: number): 'hard' | 'soft' | 'policy' {
  if (HARD.includes(number)) return 'hard';
  return POLICY.includes(number) ? 'policy' : 'soft';
}
