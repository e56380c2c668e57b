import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const ORIGIN = /^(https?):\/\/([^/?#]*)(.*)$/s;
const STANDARD_PORTS: Readonly<Record<string, string>> = { http: ':80', https: ':443' };

/** What a signature covers beside the address. */
export interface SignedRequest {
  /** As it was received, with its query. */
  readonly url: string;
  /** The members of a form, each as often as it is there. */
  readonly form: readonly (readonly [string, string])[];
  /** Of a body that is no form. */
  readonly body?: Uint8Array;
}

/** True where `X-Twilio-Signature` was made with the auth token; compared in constant time. */
export function isSignedBy(
  authToken: string,
  signature: string,
  { url, form, body }: SignedRequest,
): boolean {
  if (body && body.length > 0 && !hasDigestOf(url, body)) return false;
  const members = membersText(form);
  const given = digest(Buffer.from(signature, 'base64'));
  return formsOf(url).some((each) => {
    const expected = createHmac('sha1', authToken)
      .update(each + members)
      .digest();
    return timingSafeEqual(digest(expected), given);
  });
}

/** Of one length, whatever was sent. */
function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function hasDigestOf(url: string, body: Uint8Array): boolean {
  const told = new URLSearchParams(url.split('?')[1] ?? '').get('bodySHA256') ?? '';
  return timingSafeEqual(
    digest(Buffer.from(told.toLowerCase())),
    digest(Buffer.from(digest(body).toString('hex'))),
  );
}

/** Names in order, each before each of its different values in order. */
function membersText(form: SignedRequest['form']): string {
  const values = new Map<string, Set<string>>();
  for (const [name, value] of form) values.set(name, (values.get(name) ?? new Set()).add(value));
  return [...values.keys()]
    .sort()
    .flatMap((name) => [...(values.get(name) ?? [])].sort().map((value) => name + value))
    .join('');
}

/** Twilio signs some addresses with their standard port, and some with an apostrophe that is escaped. */
function formsOf(url: string): readonly string[] {
  const [, scheme = '', authority = '', rest = ''] = ORIGIN.exec(url) ?? [];
  const port = STANDARD_PORTS[scheme] ?? '';
  if (port === '') return [url];
  const bare = authority.endsWith(port) ? authority.slice(0, -port.length) : authority;
  const hasPort = /:\d+$/.test(bare);
  const authorities = hasPort ? [bare] : [bare, bare + port];
  const [path = '', ...query] = rest.split('?');
  const escaped = query.length === 0 ? path : `${path}?${query.join('?').replaceAll("'", '%27')}`;
  const rests = escaped === rest ? [rest] : [rest, escaped];
  return authorities.flatMap((each) => rests.map((end) => `${scheme}://${each}${end}`));
}
