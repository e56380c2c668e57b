import { domainToASCII } from 'node:url';

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/;
const HOST_NAME =
  /^(?=.{1,253}$)[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*$/;

/**
 * The address as it goes over the wire, an international domain in its ASCII form; `undefined` for anything that is
 * no plain address, line breaks included.
 */
export function wireAddress(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  if (!LOCAL_PART.test(local)) return undefined;
  const domain = address.slice(at + 1);
  if (HOST_NAME.test(domain)) return `${local}@${domain}`;
  const host = /[\s\u0000-\u0020]/.test(domain) ? '' : domainToASCII(domain);
  return HOST_NAME.test(host) ? `${local}@${host}` : undefined;
}

/** Takes line breaks and control characters out, so that no value can begin another header. */
export function oneLine(value: string): string {
  return value
    .replace(/[\r\n\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim();
}

/**
 * A mailbox as it stands in a header (RFC 5322, 3.4), its name quoted: `"Ada, of Paris" <ada@example.com>`. Providers encode
 * what is beyond ASCII.
 */
export function mailbox({ name, address }: { readonly name?: string; readonly address: string }): string {
  return name === undefined ? address : `"${name.replace(/["\\]/g, '\\$&')}" <${address}>`;
}
