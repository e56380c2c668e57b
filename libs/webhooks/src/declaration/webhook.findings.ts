import type { Finding } from '@parcours/kernel';

/** Codes of findings that this library makes; they appear in `validate` and in a refused publish. */
export const WEBHOOK_FINDINGS = {
  'webhooks.private-address': 'The address is one that only this machine or this network can reach.',
  'webhooks.insecure-address': 'The address is not one of https.',
  'webhooks.password-in-address': 'The address holds a password.',
  'webhooks.unknown-event': 'There is no such event.',
  'webhooks.duplicate-event': 'The event is among those of another entry already.',
  'webhooks.reserved-header': 'The header is one that the delivery sets itself.',
  'webhooks.secret-key-missing': 'The installation has no key to keep the secret of the webhook with.',
} as const;

export type WebhookCode = keyof typeof WEBHOOK_FINDINGS;

interface Place {
  readonly pointer: string;
  readonly message: string;
  readonly suggestion?: string | undefined;
}

export function failure(code: WebhookCode, place: Place): Finding {
  return finding(code, 'error', place);
}

export function warning(code: WebhookCode, place: Place): Finding {
  return finding(code, 'warning', place);
}

function finding(
  code: WebhookCode,
  severity: Finding['severity'],
  { pointer, message, suggestion }: Place,
): Finding {
  return { code, severity, pointer, message, ...(suggestion !== undefined && { suggestion }) };
}
