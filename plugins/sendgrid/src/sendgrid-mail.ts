import type { JsonObject } from '@parcours/sdk';
import type { ReadyEmail } from '@parcours/sdk/email';

import type { SendgridConfig } from './sendgrid-config.js';

/** Under this name our id travels with a message, and comes back as a member of its events. */
export const MESSAGE_ID = 'parcours_message';

/**
 * The body of `POST /v3/mail/send`, for one recipient: several of one request would share their text, and each of our
 * messages is written for one person.
 */
export function mailOf(id: string, email: ReadyEmail, config: SendgridConfig): JsonObject {
  const { categories, ipPool, unsubscribeGroup, trackClicks, trackOpens } = config;
  const { from, replyTo, to, subject, text, html, headers } = email;
  const hasHeaders = Object.keys(headers).length > 0;
  return {
    personalizations: [
      {
        to: [{ email: to }],
        custom_args: { [MESSAGE_ID]: id },
        ...(hasHeaders && { headers: { ...headers } }),
      },
    ],
    from: { email: from.address, ...(from.name !== undefined && { name: from.name }) },
    ...(replyTo !== undefined && { reply_to: { email: replyTo } }),
    subject,
    // An empty part is refused; plain text comes first (RFC 2046, 5.1.4).
    content: [
      ...(text === '' ? [] : [{ type: 'text/plain', value: text }]),
      { type: 'text/html', value: html },
    ],
    tracking_settings: {
      click_tracking: { enable: trackClicks, enable_text: trackClicks },
      open_tracking: { enable: trackOpens },
    },
    ...(categories && { categories: [...categories] }),
    ...(ipPool !== undefined && { ip_pool_name: ipPool }),
    ...(unsubscribeGroup !== undefined && { asm: { group_id: unsubscribeGroup } }),
  };
}
