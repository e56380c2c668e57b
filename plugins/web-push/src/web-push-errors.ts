import { type HttpAnswer, type SendError, sendErrorOfAnswer } from '@parcours/sdk';

const GONE = [404, 410];
const TOO_LARGE = 413;
/** What the service of Windows says in place of 429. */
const WINDOWS_SLOW_DOWN = 406;
const KEY_MISMATCH = /VapidPkHashMismatch|BadJwtToken|ExpiredJwtToken/;

/** What push services ask to wait where they name no time. */
const PAUSE_MS = 60_000;

/** What an answer other than 2xx means for its message (RFC 8030). */
export function pushError(answer: HttpAnswer, now: number): SendError {
  const said = wordsOf(answer);
  const general = sendErrorOfAnswer(answer, { provider: 'web-push', now, detail: said });
  const as = (kind: SendError['class'], name: string): SendError => ({
    class: kind,
    code: `web-push.${name}`,
    detail: said,
  });
  if (GONE.includes(answer.status)) return as('rejected-recipient', 'gone');
  if (answer.status === TOO_LARGE) return as('permanent', 'too-large');
  if (answer.status === 400 && KEY_MISMATCH.test(answer.body)) return as('misconfigured', 'not-authorised');
  if (general.class === 'throttled') return { retryAfterMs: PAUSE_MS, ...general };
  if (answer.status === WINDOWS_SLOW_DOWN) {
    return { ...as('throttled', 'throttled'), retryAfterMs: PAUSE_MS };
  }
  return general;
}

/** The service's words, which never hold the subscription. */
function wordsOf({ status, body }: HttpAnswer): string {
  const reason = /"(?:reason|message)"\s*:\s*"([^"\\]{1,200})"/.exec(body)?.[1];
  const answered = `The push service answered ${String(status)}`;
  return reason === undefined ? `${answered}.` : `${answered}: ${reason}`;
}
