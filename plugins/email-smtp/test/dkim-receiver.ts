import { createHash, createPublicKey, verify } from 'node:crypto';

/** What a receiver knows of a key: by selector and domain, `p=` of the record in the DNS. */
export type Records = Readonly<Record<string, { readonly k: 'rsa' | 'ed25519'; readonly p: string }>>;

/** DKIM as a receiver does it (RFC 6376, 6.1), for relaxed/relaxed: `pass`, or why not. */
export function dkimResult(raw: string, records: Records): string {
  const [, head = '', body = ''] = /^([^]*?)\r\n\r\n([^]*)$/.exec(raw) ?? [];
  const fields = head.replace(/\r\n[ \t]/g, (fold) => fold).split(/\r\n(?=[^ \t])/);
  const at = fields.findIndex((field) => /^dkim-signature:/i.test(field));
  if (at < 0) return 'none';
  const own = fields[at] ?? '';
  const tags = tagsOf(own.slice(own.indexOf(':') + 1));
  if (tags['c'] !== 'relaxed/relaxed' || tags['v'] !== '1') return 'not understood';
  const tidy = body
    .replace(/[ \t]+(?=\r\n|$)/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/(\r\n)*$/, '');
  const bodyHash = createHash('sha256')
    .update(tidy === '' ? '' : `${tidy}\r\n`)
    .digest('base64');
  if (bodyHash !== tags['bh']) return 'body has been changed';
  const left = fields.map(canonical);
  const covered = (tags['h'] ?? '').split(':').flatMap((name) => {
    const found = left.findLastIndex((field) => field.startsWith(`${name.trim().toLowerCase()}:`));
    return found < 0 ? [] : left.splice(found, 1);
  });
  const input = [...covered, canonical(own.replace(/(;\s*b=)[^;]*/, '$1'))].join('\r\n');
  const record = records[`${tags['s'] ?? ''}._domainkey.${tags['d'] ?? ''}`];
  if (!record) return 'no key';
  const signature = Buffer.from(tags['b'] ?? '', 'base64');
  return isRight(record, input, signature) ? 'pass' : 'signature is wrong';
}

function isRight({ k, p }: Records[string], input: string, signature: Buffer): boolean {
  if (k === 'rsa') {
    const key = createPublicKey({ key: Buffer.from(p, 'base64'), format: 'der', type: 'spki' });
    return verify('sha256', Buffer.from(input), key, signature);
  }
  const x = Buffer.from(p, 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, createHash('sha256').update(input).digest(), key, signature);
}

function tagsOf(list: string): Readonly<Record<string, string>> {
  const pairs = list.split(';').map((tag) => /^\s*(\w+)\s*=([^]*)$/.exec(tag));
  return Object.fromEntries(
    pairs.flatMap((pair): [string, string][] =>
      pair ? [[pair[1] ?? '', pair[2]?.replace(/\s/g, '') ?? '']] : [],
    ),
  );
}

function canonical(field: string): string {
  const [, name = '', value = ''] = /^([^:]+):([^]*)$/.exec(field) ?? [];
  return `${name.trim().toLowerCase()}:${value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`;
}
