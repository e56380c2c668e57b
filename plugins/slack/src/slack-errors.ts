import { type HttpAnswer, retryAfterMs, type SendError, sendErrorOfAnswer } from '@parcours/sdk';

/** Nothing is ever taken for this person or channel. */
const NOBODY = [
  'channel_not_found',
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'user_not_visible',
  'is_archived',
  'cannot_dm_bot',
];

/** The app is refused, whomever it writes to. */
const LOGIN = [
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  // Of a bot token: it belongs to a deleted user or workspace. It says nothing of whom is written to.
  'account_inactive',
  'org_login_required',
  'team_access_not_granted',
  'two_factor_setup_required',
  'ekm_access_denied',
  'access_denied',
  'accesslimited',
  'enterprise_is_restricted',
  'not_allowed_token_type',
];

const RIGHTS = ['missing_scope', 'no_permission', 'as_user_not_supported', 'messages_tab_disabled'];

/** A person has to let the app in there, or to allow it to write. */
const CHANNEL = ['not_in_channel', 'channel_not_accessible'];

const TOO_FAST = ['ratelimited', 'rate_limited', 'message_limit_exceeded'];

/** It may have come about before it failed. */
const BROKEN = ['fatal_error', 'internal_error', 'request_timeout'];

const LATER = ['service_unavailable', 'team_added_to_org', 'external_channel_migrating'];

/** Failures that the rest of a batch would meet too. */
const FOR_ALL = ['slack.login-refused', 'slack.not-authorised', 'slack.redirected', 'slack.no-api'];

const NOT_FOUND = 404;

/** What Slack asks to wait at least. */
const PAUSE_MS = 1_000;

/** What an answer means that does not say `ok`; `error` is Slack's own code, where it says one. */
export function slackError(answer: HttpAnswer, error: string | undefined, now: number): SendError {
  const maybeSent = error !== undefined && BROKEN.includes(error) && { maybeSent: true };
  if (answer.status < 300 && error !== undefined) {
    const pauseMs = retryAfterMs(answer.headers['retry-after'], now) ?? PAUSE_MS;
    return { ...refusal(error, pauseMs), ...maybeSent };
  }
  if (answer.status === NOT_FOUND) {
    const detail = 'There is no Web API of Slack at this address (404).';
    return { class: 'misconfigured', code: 'slack.no-api', detail };
  }
  const said = { provider: 'slack', now, ...(error !== undefined && { detail: wordsFor(error) }) };
  const general = { ...sendErrorOfAnswer(answer, said), ...maybeSent };
  return general.class === 'throttled' ? { retryAfterMs: PAUSE_MS, ...general } : general;
}

/** What a code of Slack means. */
function refusal(error: string, pauseMs: number): SendError {
  const as = (kind: SendError['class'], name: string): SendError => ({
    class: kind,
    code: `slack.${name}`,
    detail: wordsFor(error),
  });
  if (TOO_FAST.includes(error)) return { ...as('throttled', 'throttled'), retryAfterMs: pauseMs };
  if (NOBODY.includes(error)) return as('permanent', 'recipient-unknown');
  if (LOGIN.includes(error)) return as('misconfigured', 'login-refused');
  if (RIGHTS.includes(error)) return as('misconfigured', 'missing-right');
  const isClosed = CHANNEL.includes(error) || error.startsWith('restricted_action');
  if (isClosed) return as('misconfigured', 'not-in-channel');
  if (BROKEN.includes(error) || LATER.includes(error)) return as('temporary', 'unavailable');
  return as('permanent', 'message-refused');
}

function wordsFor(error: string): string {
  return `Slack said ${error}.`;
}

/** True for a failure that is not about one message. */
export function concernsAll({ outage, class: kind, code }: SendError): boolean {
  return outage === true || kind === 'throttled' || FOR_ALL.includes(code);
}
