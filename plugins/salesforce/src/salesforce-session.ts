import {
  AccessTokens,
  CrmFailure,
  isAccessRefused,
  isCrmFailure,
  isHttpFailure,
  isUnreadableKey,
  jsonObjectIn,
  JwtBearer,
  type JwtBearerGrant,
  type PluginHostContext,
  type SendError,
  sendErrorOfFailure,
} from '@parcours/sdk';

import type { SalesforceConfig } from './salesforce-config.js';
import { errorOfAnswer, failure } from './salesforce-errors.js';

/** Where Salesforce keeps its instances: nothing else is given a token. */
const HOSTS = /\.(salesforce\.com|force\.com|cloudforce\.com|salesforce\.mil|sfcrmproducts\.cn)$/;
/** An assertion lives for three minutes at most. */
const ASSERTION_S = 180;

/** A token, and the instance that it is for. */
export interface Session {
  readonly token: string;
  /** Without a slash at the end. */
  readonly instanceUrl: string;
}

/** Sessions of one integration user. */
export class SalesforceSessions {
  private readonly tokens: AccessTokens;
  private readonly account: JwtBearer;

  constructor(
    private readonly config: SalesforceConfig,
    private readonly host: PluginHostContext,
  ) {
    this.account = accountOf(config);
    this.tokens = new AccessTokens(host, {
      url: `${config.loginUrl}/services/oauth2/token`,
      grant: () => this.grant(),
    });
  }

  /** @throws CrmFailure where there is none */
  async get(signal: AbortSignal): Promise<Session> {
    try {
      const { token, more } = await this.tokens.get(signal);
      return { token, instanceUrl: this.instanceOf(more['instance_url']) };
    } catch (cause) {
      if (isCrmFailure(cause)) throw cause;
      throw new CrmFailure(this.errorOf(cause), { cause });
    }
  }

  forget({ token }: Session): void {
    this.tokens.forget(token);
  }

  private grant(): Record<string, string> {
    const { grant, clientId, clientSecret, refreshToken = '' } = this.config;
    const client = {
      client_id: clientId,
      ...(clientSecret !== undefined && { client_secret: clientSecret }),
    };
    switch (grant) {
      case 'refresh_token':
        return { grant_type: 'refresh_token', refresh_token: refreshToken, ...client };
      case 'client_credentials':
        return { grant_type: 'client_credentials', ...client };
      case 'jwt_bearer':
        return this.assertion();
    }
  }

  private assertion(): JwtBearerGrant {
    try {
      return this.account.grant(this.host.clock.now());
    } catch (cause) {
      if (!isUnreadableKey(cause)) throw cause;
      throw failure('misconfigured', 'bad-private-key', 'privateKey is no RSA private key in PEM form.');
    }
  }

  /** @throws CrmFailure where the token would go to somebody else */
  private instanceOf(said: string | undefined): string {
    const { instanceUrl, loginUrl } = this.config;
    const found = said !== undefined && URL.canParse(said) ? new URL(said) : undefined;
    if (!found)
      throw failure(
        'misconfigured',
        'foreign-instance',
        'The token came without the address of an instance.',
      );
    const isMeant = instanceUrl
      ? found.origin === new URL(instanceUrl).origin
      : found.origin === new URL(loginUrl).origin ||
        (found.protocol === 'https:' && HOSTS.test(found.hostname));
    if (isMeant) return found.origin;
    const detail = `The token is for ${found.origin}, which is ${instanceUrl ? 'not the configured instance' : 'no host of Salesforce'}.`;
    throw failure('misconfigured', 'foreign-instance', detail);
  }

  private errorOf(cause: unknown): SendError {
    if (isHttpFailure(cause)) {
      const { maybeSent: _, ...error } = sendErrorOfFailure(cause);
      return error;
    }
    if (!isAccessRefused(cause)) {
      return {
        class: 'temporary',
        code: 'salesforce.given-up',
        detail: 'There was no access token in time.',
      };
    }
    const { answer, error } = cause;
    const { error_description: words } = jsonObjectIn(answer.body);
    const detail = `There is no access token: ${error}${typeof words === 'string' ? `, ${words.slice(0, 200)}` : ''}.`;
    if (/rate exceeded|retry your request/i.test(detail)) {
      return { class: 'throttled', code: 'salesforce.throttled', detail, retryAfterMs: 60_000 };
    }
    // What is no answer of OAuth comes from the API, or from a gateway before it.
    if (error === 'unknown' || answer.status >= 429) return errorOfAnswer(answer, this.host.clock.now());
    return { class: 'misconfigured', code: 'salesforce.access-refused', detail };
  }
}

/** The integration user, where it asks with a key of its own. */
function accountOf({
  clientId,
  username = '',
  privateKey = '',
  loginUrl,
  audience,
}: SalesforceConfig): JwtBearer {
  const isSandbox = /^https:\/\/test\.|\.sandbox\./.test(loginUrl);
  return new JwtBearer({
    issuer: clientId,
    subject: username,
    audience: audience ?? `https://${isSandbox ? 'test' : 'login'}.salesforce.com`,
    privateKey,
    lifeSeconds: ASSERTION_S,
  });
}
