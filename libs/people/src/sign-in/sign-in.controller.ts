import { Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  Answers,
  type Caller,
  CallOrigin,
  CurrentCaller,
  JsonBody,
  type Origin,
  Public,
  Refuses,
  SignedIn,
  Tag,
} from '@parcours/http';
import { formatInstant, type JsonObject } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import { PasswordService } from '../passwords/password.service.js';
import { PeopleErrors } from '../people.errors.js';
import { type OpenedSession, SessionService } from '../sessions/session.service.js';
import { presentUser } from '../users/user.presenter.js';
import { UserRepository } from '../users/user.repository.js';
import { type Credentials, SignInService } from './sign-in.service.js';
import {
  LOGIN_SCHEMA,
  ME_SCHEMA,
  PASSWORD_CHANGE_SCHEMA,
  PASSWORD_RESET_SCHEMA,
  REFRESH_SCHEMA,
  SESSION_TOKENS_SCHEMA,
} from './sign-in.schema.js';

@Tag(
  'Signing in',
  'Sessions of users: opened by a password, carried on, ended. Programs have API tokens instead.',
)
@Controller('auth')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionService,
    private readonly passwords: PasswordService,
    private readonly users: UserRepository,
  ) {}

  @Post('login')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    summary: 'Sign in',
    description:
      'Answers an access token for a quarter of an hour and a refresh token that works once. After five failures each further one doubles the wait, up to a quarter of an hour: `429` with `Retry-After`.',
  })
  @Refuses(PeopleErrors.wrongCredentials, PeopleErrors.lockedOut, PeopleErrors.signInsBusy)
  @Answers(200, SESSION_TOKENS_SCHEMA)
  async login(
    @JsonBody(LOGIN_SCHEMA) credentials: Credentials,
    @CallOrigin() origin: Origin,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { opened } = await this.signIns.signIn(credentials, origin);
    return answerTokens(opened, reply);
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    summary: 'Carry a session on',
    description:
      'New tokens for the refresh token. One that was used before ends the session: it has been copied.',
  })
  @Refuses(PeopleErrors.sessionEnded)
  @Answers(200, SESSION_TOKENS_SCHEMA)
  async refresh(
    @JsonBody(REFRESH_SCHEMA) { refreshToken }: { refreshToken: string },
    @CallOrigin() origin: Origin,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answerTokens(await this.sessions.refresh(refreshToken, origin), reply);
  }

  @Post('logout')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ summary: 'Sign out', description: 'Ends the session that this call is made from.' })
  @Refuses(PeopleErrors.usersOnly, PeopleErrors.sessionNotFound)
  @Answers(204)
  async logout(@CurrentCaller() { by, sessionId }: Caller): Promise<void> {
    if (sessionId === undefined) throw PeopleErrors.usersOnly({});
    await this.sessions.end(sessionId, by);
  }

  @Get('me')
  @SignedIn()
  @ApiOperation({ summary: 'Who is calling', description: 'The user or API token, and what it may do.' })
  @Answers(200, ME_SCHEMA)
  async me(@CurrentCaller() { by, scopes, sessionId }: Caller): Promise<{ data: JsonObject }> {
    const { kind, id, name } = by;
    const user = kind === 'user' && id !== null ? await this.users.findById(id) : undefined;
    return {
      data: {
        kind,
        id: String(id),
        name,
        scopes: [...scopes],
        sessionId: sessionId === undefined ? null : String(sessionId),
        user: user ? presentUser(user) : null,
      },
    };
  }

  @Post('password')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ summary: 'Change your password', description: 'Ends your other sessions.' })
  @Refuses(
    PeopleErrors.usersOnly,
    PeopleErrors.wrongPassword,
    PeopleErrors.weakPassword,
    PeopleErrors.lockedOut,
    PeopleErrors.signInsBusy,
    PeopleErrors.changedMeanwhile,
  )
  @Answers(204)
  async changePassword(
    @JsonBody(PASSWORD_CHANGE_SCHEMA) body: { oldPassword: string; newPassword: string },
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.passwords.change(caller, body);
  }

  @Post('password-reset')
  @HttpCode(204)
  @Public()
  @ApiOperation({
    summary: 'Set a password by a link',
    description: 'With the token of an invitation, once. Ends all sessions of the user.',
  })
  @Refuses(
    PeopleErrors.linkInvalid,
    PeopleErrors.weakPassword,
    PeopleErrors.signInsBusy,
    PeopleErrors.changedMeanwhile,
  )
  @Answers(204)
  async resetPassword(
    @JsonBody(PASSWORD_RESET_SCHEMA) { token, password }: { token: string; password: string },
    @CallOrigin() origin: Origin,
  ): Promise<void> {
    await this.passwords.reset(token, password, origin);
  }
}

function answerTokens({ session, tokens }: OpenedSession, reply: FastifyReply) {
  void reply.header('cache-control', 'no-store');
  return {
    data: {
      accessToken: tokens.accessToken,
      accessExpiresAt: formatInstant(session.accessExpiresAt),
      refreshToken: tokens.refreshToken,
      refreshExpiresAt: formatInstant(session.idleExpiresAt),
      sessionExpiresAt: formatInstant(session.expiresAt),
      sessionId: String(session.id),
    },
  };
}
