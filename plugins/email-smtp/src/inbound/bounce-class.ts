/**
 * What a failure says of the address. `hard`: it does not exist or takes nothing any more. `soft`: not this message, not
 * now. `policy`: the sender is refused, whoever the recipient is.
 */
export type BounceClass = 'hard' | 'soft' | 'policy';

/** Enhanced status codes (RFC 3463) that say that nobody is there, or that the mailbox was closed. */
const GONE = /^5\.(?:1\.[01236]|1\.10|2\.1)$/;
const UNSPECIFIC = /^5\.(?:0\.\d+|5\.0)$/;
const POLICY = /^[45]\.7\.|^5\.1\.[78]$/;

const NOBODY =
  /user (?:is )?unknown|unknown (?:user|recipient|address|mailbox)|no such (?:user|recipient|mailbox|address)|recipient not found|(?:address|mailbox|account|user) (?:does not|doesn't) exist|invalid (?:recipient|mailbox)|mailbox (?:unavailable|not found|disabled)|account (?:has been )?disabled/i;

/** By the status, and by the provider's words where that is not specific. */
export function bounceClass(status: string | undefined, words: string): BounceClass {
  const code = status ?? statusIn(words);
  if (code === undefined) return NOBODY.test(words) ? 'hard' : 'soft';
  if (POLICY.test(code)) return 'policy';
  if (GONE.test(code)) return 'hard';
  return UNSPECIFIC.test(code) && NOBODY.test(words) ? 'hard' : 'soft';
}

/** The first enhanced status code in a text, such as `5.1.1`. */
export function statusIn(text: string): string | undefined {
  return /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(text)?.[1];
}
