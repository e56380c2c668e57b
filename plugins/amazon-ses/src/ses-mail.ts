import type { JsonObject } from '@parcours/sdk';
import type { ReadyEmail } from '@parcours/sdk/email';
import MailComposer from 'nodemailer/lib/mail-composer';

import type { SesConfig } from './ses-config.js';

/** Under this name our id travels as a tag, which events of a configuration set tell. */
export const MESSAGE_TAG = 'parcours_message';
/** And as a header, which notifications of an identity tell where they include the original headers. */
export const MESSAGE_HEADER = 'X-Parcours-Message';

/**
 * The body of `POST /v2/email/outbound-emails`. The message is written out as MIME, because headers of one's own, such as
 * `List-Unsubscribe`, travel whole in no other form.
 */
export async function mailOf(
  id: string,
  email: ReadyEmail,
  { config, now }: { config: SesConfig; now: number },
): Promise<JsonObject> {
  const { configurationSet, tags = {} } = config;
  const raw = await rawOf(id, email, now);
  return {
    Content: { Raw: { Data: raw.toString('base64') } },
    Destination: { ToAddresses: [email.to] },
    EmailTags: Object.entries({ ...tags, [MESSAGE_TAG]: tagValue(id) }).map(([Name, Value]) => ({
      Name,
      Value,
    })),
    ...(configurationSet !== undefined && { ConfigurationSetName: configurationSet }),
  };
}

function rawOf(id: string, email: ReadyEmail, now: number): Promise<Buffer> {
  const { from, replyTo, to, subject, html, text, headers } = email;
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return new MailComposer({
    from: { name: from.name ?? '', address: from.address },
    to,
    ...(replyTo !== undefined && { replyTo }),
    subject,
    text,
    html,
    headers: { ...headers, [MESSAGE_HEADER]: tagValue(id) },
    date: new Date(now),
    messageId: `<${tagValue(id)}@${domain}>`,
    // Nothing of a message is ever fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/** What a tag may hold; our ids hold nothing else. */
function tagValue(id: string): string {
  return id.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 200);
}
