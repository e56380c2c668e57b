import { jsonIn, isJsonObject, presentTexts, textAt } from '@parcours/sdk';

/** What Amazon SNS posts. */
export interface SnsMessage {
  readonly Type: 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation';
  readonly MessageId: string;
  readonly TopicArn: string;
  readonly Message: string;
  /** ISO 8601; when it was published, however often it is sent. */
  readonly Timestamp: string;
  readonly SignatureVersion: string;
  readonly Signature: string;
  readonly SigningCertURL: string;
  readonly Subject?: string;
  /** Of confirmations. */
  readonly SubscribeURL?: string;
  readonly Token?: string;
}

const TYPES = ['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation'] as const;
const ALWAYS = [
  'MessageId',
  'TopicArn',
  'Message',
  'Timestamp',
  'SignatureVersion',
  'Signature',
  'SigningCertURL',
] as const;

/** `undefined` for what is none. */
export function snsMessageIn(body: string): SnsMessage | undefined {
  const value = jsonIn(body);
  if (!isJsonObject(value)) return undefined;
  const Type = TYPES.find((type) => type === value['Type']);
  const [MessageId, TopicArn, Message, Timestamp, SignatureVersion, Signature, SigningCertURL] = ALWAYS.map(
    (name) => textAt(value, name),
  );
  if (
    Type === undefined ||
    MessageId === undefined ||
    TopicArn === undefined ||
    Message === undefined ||
    Timestamp === undefined ||
    SignatureVersion === undefined ||
    Signature === undefined ||
    SigningCertURL === undefined
  ) {
    return undefined;
  }
  const more = presentTexts({
    Subject: textAt(value, 'Subject'),
    SubscribeURL: textAt(value, 'SubscribeURL'),
    Token: textAt(value, 'Token'),
  });
  return {
    Type,
    MessageId,
    TopicArn,
    Message,
    Timestamp,
    SignatureVersion,
    Signature,
    SigningCertURL,
    ...more,
  };
}

const SIGNED = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
} as const;

/** What the signature covers (Amazon SNS, Verifying the signatures of messages): names and values by turns. */
export function signedText(message: SnsMessage): string {
  return SIGNED[message.Type]
    .map((name) => {
      const value = message[name];
      return value === undefined ? '' : `${name}\n${value}\n`;
    })
    .join('');
}
