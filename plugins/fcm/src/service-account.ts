import { createPrivateKey, type KeyObject, sign } from 'node:crypto';

const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging';
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const LIFE_SECONDS = 3_600;

/** The private key of the configuration cannot be read. */
export class UnreadableKey extends Error {}

/** A Google service account, which signs for itself (RFC 7523). */
export class ServiceAccount {
  private key: KeyObject | undefined;

  constructor(
    private readonly account: {
      readonly clientEmail: string;
      readonly privateKey: string;
      readonly tokenUrl: string;
    },
  ) {}

  /**
   * What is posted for an access token; `now` in milliseconds.
   * @throws UnreadableKey
   */
  grant(now: number): { readonly grant_type: string; readonly assertion: string } {
    const { clientEmail, tokenUrl } = this.account;
    const iat = Math.floor(now / 1_000);
    const claims = { iss: clientEmail, scope: SCOPE, aud: tokenUrl, iat, exp: iat + LIFE_SECONDS };
    const signed = `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded(claims)}`;
    const signature = sign('sha256', Buffer.from(signed), this.readKey()).toString('base64url');
    return { grant_type: GRANT, assertion: `${signed}.${signature}` };
  }

  private readKey(): KeyObject {
    try {
      // Whoever copies the key out of the file by hand keeps the escapes of JSON.
      this.key ??= createPrivateKey(this.account.privateKey.replaceAll('\\n', '\n'));
    } catch (cause) {
      throw new UnreadableKey('privateKey is no private key in PEM.', { cause });
    }
    if (this.key.asymmetricKeyType !== 'rsa') throw new UnreadableKey('privateKey is no RSA key.');
    return this.key;
  }
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
