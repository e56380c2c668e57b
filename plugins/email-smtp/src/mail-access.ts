import {
  type AccessToken,
  AccessTokens,
  JwtBearer,
  type PluginHostContext,
  type SendError,
  sendErrorOfAccess,
} from '@parcours/sdk';

import type { SmtpConfig } from './smtp-config.js';

const GOOGLE_MAIL = 'https://mail.google.com/';

/** There is no access token to log in with. */
export class NoAccess extends Error {
  constructor(readonly error: SendError) {
    super(error.detail);
  }
}

type Given = (error: Error | null, token?: string) => void;

/** Access tokens for logging in by `XOAUTH2`. */
export class MailAccess {
  private readonly tokens: AccessTokens;
  private given: string | undefined;

  constructor(
    config: SmtpConfig,
    private readonly host: Pick<PluginHostContext, 'http' | 'clock'>,
  ) {
    const grant = grantOf(config);
    this.tokens = new AccessTokens(host, {
      url: config.oauth2?.tokenUrl ?? '',
      grant: () => grant(host.clock.now()),
    });
  }

  /** The token that was given last. */
  get last(): string | undefined {
    return this.given;
  }

  /** What nodemailer asks before it logs in, and again, with `isRefused`, where the server has not taken the token. */
  readonly provide = (_user: string, isRefused: boolean, done: Given): void => {
    if (isRefused) this.refused(this.given);
    this.tokens.get().then(
      ({ token }: AccessToken) => {
        this.given = token;
        done(null, token);
      },
      (cause: unknown) => {
        done(this.failureOf(cause));
      },
    );
  };

  /** The server does not take a token any more; another one that has come since is kept. */
  refused(token: string | undefined): void {
    if (token !== undefined) this.tokens.forget(token);
  }

  private failureOf(cause: unknown): Error {
    try {
      return new NoAccess(sendErrorOfAccess(cause, { provider: 'smtp', now: this.host.clock.now() }));
    } catch (unexpected) {
      return unexpected instanceof Error ? unexpected : new Error('There is no access token.', { cause });
    }
  }
}

/** What is posted for a token, by the time in milliseconds. */
function grantOf({ user, oauth2 = { tokenUrl: '' } }: SmtpConfig): (now: number) => Record<string, string> {
  const { tokenUrl: audience, scope, serviceAccount, refreshToken: refresh_token } = oauth2;
  if (serviceAccount) {
    const { clientEmail: issuer, privateKey } = serviceAccount;
    const subject = user === undefined ? {} : { subject: user };
    const bearer = new JwtBearer({ issuer, ...subject, audience, scope: scope ?? GOOGLE_MAIL, privateKey });
    return (now) => bearer.grant(now);
  }
  const { clientId: client_id = '', clientSecret: client_secret = '' } = oauth2;
  const client = { client_id, client_secret, ...(scope !== undefined && { scope }) };
  if (refresh_token === undefined) return () => ({ grant_type: 'client_credentials', ...client });
  return () => ({ grant_type: 'refresh_token', refresh_token, ...client });
}
