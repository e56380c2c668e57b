/** What mail servers take at the most (RFC 5321, section 4.5.3.1.3, less the angle brackets). */
export const EMAIL_MAX = 254;

/** One addr-spec without white space, comments or control characters; anything finer is the provider's to judge. */
const EMAIL = /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\]]+$/u;

/** True for an email address that could work. */
export function isEmailAddress(value: unknown): value is string {
  return typeof value === 'string' && value.length <= EMAIL_MAX && EMAIL.test(value);
}

/**
 * The form under which addresses are compared. Everything is put in lower case: the part before the @ may differ by it
 * in theory (RFC 5321, section 2.4), and in practice two people never do.
 */
export function comparableEmail(address: string): string {
  return address.trim().toLowerCase();
}
