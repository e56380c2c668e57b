import {
  isJsonObject,
  type JsonObject,
  listAt,
  type MessageReaction,
  presentTexts,
  textAt,
} from '@parcours/sdk';
import { ownReactions } from '@parcours/sdk/email';

import { MESSAGE_HEADER, MESSAGE_TAG } from '../ses-mail.js';

/** What an event says of one recipient. */
type Told = Pick<MessageReaction, 'kind' | 'bounce' | 'address' | 'code' | 'detail' | 'link'>;

const POLICY_STATUS = /^[45]\.7\./;
const TRANSIENT_POLICY = ['ContentRejected', 'AttachmentRejected'];

const BY_EVENT: Readonly<Record<string, (event: JsonObject) => readonly Told[]>> = {
  Bounce: (event) => listAt(event, 'bounce.bouncedRecipients').map((recipient) => bounceOf(event, recipient)),
  Complaint: (event) => {
    const code =
      textAt(event, 'complaint.complaintFeedbackType') ?? textAt(event, 'complaint.complaintSubType');
    if (code === 'not-spam') return [];
    return listAt(event, 'complaint.complainedRecipients').map((recipient) => ({
      kind: 'complained',
      ...presentTexts({ address: textAt(recipient, 'emailAddress'), code }),
    }));
  },
  Delivery: (event) =>
    textsIn(event, 'delivery.recipients').map((address) => ({
      kind: 'delivered',
      address,
      ...presentTexts({ detail: textAt(event, 'delivery.smtpResponse') }),
    })),
  Open: () => [{ kind: 'opened' }],
  Click: (event) => [{ kind: 'clicked', ...presentTexts({ link: textAt(event, 'click.link') }) }],
  Reject: (event) => [
    { kind: 'bounced', bounce: 'policy', ...presentTexts({ detail: textAt(event, 'reject.reason') }) },
  ],
  'Rendering Failure': (event) => [
    {
      kind: 'bounced',
      bounce: 'soft',
      code: 'rendering-failure',
      ...presentTexts({ detail: textAt(event, 'failure.errorMessage') }),
    },
  ],
  Subscription: (event) => {
    const preferences = event['subscription'];
    const all = isJsonObject(preferences) ? preferences['newTopicPreferences'] : undefined;
    return isJsonObject(all) && all['unsubscribeAll'] === true ? [{ kind: 'unsubscribed' }] : [];
  },
};

function bounceOf(event: JsonObject, recipient: unknown): Told {
  const type = textAt(event, 'bounce.bounceType') ?? '';
  const subtype = textAt(event, 'bounce.bounceSubType') ?? '';
  const status = textAt(recipient, 'status') ?? '';
  const about = presentTexts({
    address: textAt(recipient, 'emailAddress'),
    code: status || [type, subtype].filter((text) => text !== '').join('/'),
    detail: textAt(recipient, 'diagnosticCode') ?? `${type}/${subtype}`,
  });
  if (type === 'Permanent' && subtype === 'UnsubscribedRecipient') return { kind: 'unsubscribed', ...about };
  return { kind: 'bounced', bounce: classOf(type, { subtype, status }), ...about };
}

function classOf(
  type: string,
  { subtype, status }: { subtype: string; status: string },
): 'hard' | 'soft' | 'policy' {
  if (POLICY_STATUS.test(status)) return 'policy';
  if (type === 'Permanent') return 'hard';
  return type === 'Transient' && TRANSIENT_POLICY.includes(subtype) ? 'policy' : 'soft';
}

/**
 * What an event of SES says, or a notification of one of its identities; nothing for anything else. `id` is that of the SNS
 * message that holds it.
 */
export function reactionsOf(event: unknown, id: string): readonly MessageReaction[] {
  if (!isJsonObject(event)) return [];
  const name = textAt(event, 'eventType') ?? textAt(event, 'notificationType') ?? '';
  const told = Object.hasOwn(BY_EVENT, name) ? (BY_EVENT[name]?.(event) ?? []) : [];
  const at = Date.parse(timeIn(event, name) ?? '');
  const about = {
    ...presentTexts({ messageId: messageIdIn(event), providerId: textAt(event, 'mail.messageId') }),
    ...(Number.isNaN(at) ? {} : { at }),
  };
  const reactions = told.map((each, n) => ({ ...each, ...about, id: n === 0 ? id : `${id}-${String(n)}` }));
  // Notifications of an identity tell no tags, and headers only if they are told to: the host finds ours by the provider's id.
  return event['eventType'] === undefined ? reactions : ownReactions(reactions);
}

function messageIdIn(event: JsonObject): string | undefined {
  const [tag] = textsIn(event, `mail.tags.${MESSAGE_TAG}`);
  if (tag !== undefined) return tag;
  const header = listAt(event, 'mail.headers').find(
    (each) => textAt(each, 'name')?.toLowerCase() === MESSAGE_HEADER.toLowerCase(),
  );
  return textAt(header, 'value');
}

/** The member of an event that is named after it, in its own way of writing. */
function timeIn(event: JsonObject, name: string): string | undefined {
  return textAt(event, `${name.toLowerCase()}.timestamp`) ?? textAt(event, 'mail.timestamp');
}

function textsIn(event: JsonObject, path: string): readonly string[] {
  return listAt(event, path).filter((each) => typeof each === 'string');
}
