import { assertNoDefects } from '@parcours/http';

const MAX_LENGTH = 254;

const PART = '[^\\s@\\u0000-\\u001f\\u007f<>()",;:\\\\]';

/** JSON Schema of an e-mail address: one @, something on either side, a dot behind it, no space or control character. */
export const EMAIL_SCHEMA = {
  type: 'string',
  minLength: 6,
  maxLength: MAX_LENGTH,
  pattern: `^${PART}+@${PART}+\\.[^\\s@.<>()",;:\\\\]{2,}$`,
  description: 'Unique; upper and lower case make no difference.',
  examples: ['ada@example.com'],
} as const;

/** The form in which e-mail addresses are compared: upper and lower case, and look-alike widths, make no difference. */
export function emailKeyOf(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

/** An address as it is kept. @throws http.invalid-request where it is too long in the form that is compared. */
export function emailOf(text: string): { email: string; emailKey: string } {
  const emailKey = emailKeyOf(text);
  if (emailKey.length > MAX_LENGTH) {
    const detail = `Must have ${String(MAX_LENGTH)} characters at most, written plainly.`;
    assertNoDefects([{ pointer: '/email', code: 'schema.length', detail }], 'body');
  }
  return { email: text, emailKey };
}
