import { verify } from 'node:crypto';

import {
  type CallbackResult,
  type CallContext,
  type ConnectorCallbacks,
  HttpFailure,
  isTimely,
  jsonIn,
  type PluginHostContext,
} from '@parcours/sdk';

import { reactionsOf } from './ses-events.js';
import { SigningKeys } from './signing-keys.js';
import { signedText, type SnsMessage, snsMessageIn } from './sns-message.js';

/** SNS sends for an hour what is not taken, as it was signed when it was published. */
const SENT_FOR_MS = 3_600_000;
const DIGESTS: Readonly<Record<string, string>> = { '1': 'sha1', '2': 'sha256' };
const TIMEOUT_MS = 5_000;

/**
 * Reads what one topic of Amazon SNS posts, and confirms its subscription. Whoever has an account can have SNS sign
 * messages of a topic of their own: only this topic is believed, and only the SNS of its region is asked for anything.
 */
export function snsCallbacks(topicArn: string, host: PluginHostContext): ConnectorCallbacks {
  const snsHost = hostOf(topicArn);
  const keys = new SigningKeys(host);

  async function isGenuine(message: SnsMessage, call: CallContext): Promise<boolean> {
    const digest = DIGESTS[message.SignatureVersion];
    const isOurs = message.TopicArn === topicArn && isOfHost(message.SigningCertURL, snsHost);
    if (!isOurs || digest === undefined || !/\.pem$/.test(message.SigningCertURL)) return false;
    const signedAt = Date.parse(message.Timestamp);
    if (!isTimely(signedAt, { now: host.clock.now(), sentForMs: SENT_FOR_MS })) return false;
    const key = await keys.get(message.SigningCertURL, call);
    return (
      key !== undefined &&
      verify(digest, Buffer.from(signedText(message)), key, Buffer.from(message.Signature, 'base64'))
    );
  }

  return {
    parse: async ({ rawBody }, call): Promise<CallbackResult> => {
      const message = snsMessageIn(Buffer.from(rawBody).toString('utf8'));
      if (!message) return { status: 'malformed', detail: 'It is no message of Amazon SNS.' };
      if (!(await isGenuine(message, call))) return { status: 'bad-signature' };
      const accepted = { status: 'accepted', id: message.MessageId } as const;
      if (message.Type === 'Notification') {
        return { ...accepted, reactions: reactionsOf(jsonIn(message.Message), message.MessageId) };
      }
      if (message.Type === 'UnsubscribeConfirmation') {
        host.logger.warn('the SNS topic tells nothing any more: its subscription was ended', { topicArn });
        return accepted;
      }
      const { SubscribeURL = '' } = message;
      if (!isOfHost(SubscribeURL, snsHost)) return { status: 'bad-signature' };
      await confirm(SubscribeURL, host, call);
      return accepted;
    },
  };
}

/** @throws HttpFailure where SNS does not take it at the moment; it asks again */
async function confirm(
  url: string,
  { http, logger }: PluginHostContext,
  { signal }: CallContext,
): Promise<void> {
  const { status } = await http.fetch(url, { signal, timeoutMs: TIMEOUT_MS });
  if (status >= 200 && status < 300) {
    logger.info('the subscription of the SNS topic is confirmed');
    return;
  }
  const detail = `SNS answered ${String(status)} to the confirmation of its subscription.`;
  throw new HttpFailure({ code: 'amazon-ses.not-confirmed', detail, retryable: true, maybeSent: false });
}

/** The SNS of the topic's region; AWS in China has a domain of its own. */
function hostOf(topicArn: string): string {
  const [, partition = '', , region = ''] = topicArn.split(':');
  return `sns.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
}

function isOfHost(text: string, host: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host: found, username, password } = new URL(text);
  return protocol === 'https:' && found === host && username === '' && password === '';
}
