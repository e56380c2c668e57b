import { createPrivateKey, type KeyObject, sign } from 'node:crypto';

const NAME = 'UnreadableKey';

/** The private key of a configuration cannot be read. */
export class UnreadableKey extends Error {
  override readonly name = NAME;
}

/** True for a key that cannot be read, whichever copy of the SDK found it out. */
export function isUnreadableKey(cause: unknown): cause is UnreadableKey {
  return cause instanceof Error && cause.name === NAME;
}

/** Who signs, for whom, and what for. */
export interface JwtBearerOptions {
  /** Who asks (`iss`). */
  readonly issuer: string;
  /** In whose name (`sub`), where it is another's. */
  readonly subject?: string;
  /** The token endpoint (`aud`). */
  readonly audience: string;
  readonly scope?: string;
  /** An RSA key in PEM; one whose line ends are still `\n` of JSON is read as well. */
  readonly privateKey: string;
  /** How long the assertion holds, in seconds; an hour when left out. */
  readonly lifeSeconds?: number;
}

const HOUR_SECONDS = 3_600;

/** What is posted for an access token by {@link JwtBearer}. */
export type JwtBearerGrant = Readonly<Record<'grant_type' | 'assertion', string>>;

/**
 * Asks for access tokens by an assertion that is signed with a key of one's own (RFC 7523, RS256): service accounts.
 * @example
 * const account = new JwtBearer({ issuer: clientEmail, audience: tokenUrl, scope, privateKey });
 * const tokens = new AccessTokens(host, { url: tokenUrl, grant: () => account.grant(host.clock.now()) });
 */
export class JwtBearer {
  private key: KeyObject | undefined;

  constructor(private readonly options: JwtBearerOptions) {}

  /**
   * What is posted; `now` in milliseconds since the epoch.
   * @throws UnreadableKey
   */
  grant(now: number): JwtBearerGrant {
    const { issuer: iss, subject: sub, audience: aud, scope, lifeSeconds = HOUR_SECONDS } = this.options;
    const iat = Math.floor(now / 1_000);
    const more = { ...(sub !== undefined && { sub }), ...(scope !== undefined && { scope }) };
    const claims = { iss, aud, iat, exp: iat + lifeSeconds, ...more };
    const signed = `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded(claims)}`;
    const signature = sign('sha256', Buffer.from(signed), this.readKey()).toString('base64url');
    const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
    return { grant_type, assertion: `${signed}.${signature}` };
  }

  private readKey(): KeyObject {
    try {
      this.key ??= createPrivateKey(this.options.privateKey.replaceAll('\\n', '\n'));
    } catch (cause) {
      throw new UnreadableKey('The private key is none in PEM.', { cause });
    }
    if (this.key.asymmetricKeyType !== 'rsa') throw new UnreadableKey('The private key is no RSA key.');
    return this.key;
  }
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
