import type { JsonObject } from '@parcours/sdk';
import { mailbox, type ReadyEmail } from '@parcours/sdk/email';

import type { PostmarkConfig } from './postmark-config.js';

/** Under this name our id travels with a message, and comes back in the metadata of its events. */
export const MESSAGE_ID = 'parcours_message';

/** One message of `POST /email/batch`. */
export function mailOf(id: string, email: ReadyEmail, config: PostmarkConfig): JsonObject {
  const { messageStream, tag, trackOpens, trackClicks } = config;
  const { from, replyTo, to, subject, html, text, headers } = email;
  return {
    From: mailbox(from),
    To: to,
    ...(replyTo !== undefined && { ReplyTo: replyTo }),
    Subject: subject,
    HtmlBody: html,
    ...(text !== '' && { TextBody: text }),
    Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
    MessageStream: messageStream,
    Metadata: { [MESSAGE_ID]: id },
    TrackOpens: trackOpens,
    TrackLinks: trackClicks ? 'HtmlAndText' : 'None',
    ...(tag !== undefined && { Tag: tag }),
  };
}
