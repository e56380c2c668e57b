import { randomBytes } from 'node:crypto';

import { mailbox, type ReadyEmail } from '@parcours/sdk/email';

import type { MailgunConfig } from './mailgun-config.js';

/** Under this name our id travels with a message, and comes back in the user variables of its events. */
export const MESSAGE_ID = 'parcours_message';

type Field = readonly [name: string, value: string];

/** The fields of `POST /v3/{domain}/messages`. */
export function fieldsOf(id: string, email: ReadyEmail, config: MailgunConfig): readonly Field[] {
  const { tags = [], trackOpens, trackClicks, testMode } = config;
  const { from, replyTo, to, subject, html, text, headers } = email;
  return [
    ['from', mailbox(from)],
    ['to', to],
    ['subject', subject],
    ...(text === '' ? [] : [['text', text] as const]),
    ['html', html],
    ...(replyTo === undefined ? [] : [['h:Reply-To', replyTo] as const]),
    ...Object.entries(headers).map(([name, value]) => [`h:${name}`, value] as const),
    [`v:${MESSAGE_ID}`, id],
    ...tags.map((tag) => ['o:tag', tag] as const),
    ['o:tracking-opens', trackOpens ? 'yes' : 'no'],
    ['o:tracking-clicks', trackClicks ? 'yes' : 'no'],
    ...(testMode ? [['o:testmode', 'yes'] as const] : []),
  ];
}

/** A form as `multipart/form-data` (RFC 7578); names of fields are ASCII without quotes. */
export function multipart(fields: readonly Field[]): { readonly contentType: string; readonly body: string } {
  // So long and so random that it occurs in no value.
  const boundary = `parcours-${randomBytes(24).toString('hex')}`;
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: `${parts.join('')}--${boundary}--\r\n`,
  };
}
