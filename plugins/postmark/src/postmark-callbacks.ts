import { createHash } from 'node:crypto';

import { type CallbackResult, type ConnectorCallbacks, isSameSecret, jsonIn } from '@parcours/sdk';

import { isEvent, reactionsOf } from './postmark-events.js';

/** Reads webhooks, which Postmark does not sign: they come with a user name and a password of one's own choice. */
export function postmarkCallbacks(user: string, password: string): ConnectorCallbacks {
  return {
    parse: ({ headers, rawBody }): CallbackResult => {
      if (!isSameSecret(credentialsIn(headers['authorization']), `${user}:${password}`)) {
        return { status: 'bad-signature' };
      }
      const event = jsonIn(Buffer.from(rawBody).toString('utf8'));
      if (!isEvent(event))
        return { status: 'malformed', detail: 'The body is no event: it has no RecordType.' };
      // A webhook has no id of its own; sent again, it is the same.
      const id = createHash('sha256').update(rawBody).digest('base64url');
      return { status: 'accepted', id, reactions: reactionsOf(event, id) };
    },
  };
}

function credentialsIn(header = ''): string | undefined {
  const [, encoded] = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(header) ?? [];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
}
