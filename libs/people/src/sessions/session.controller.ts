import { Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  answerPage,
  Answers,
  type Caller,
  CurrentCaller,
  ListParams,
  type ListQuery,
  PathParam,
  Refuses,
  SignedIn,
  Tag,
} from '@parcours/http';
import { type Actor, formatInstant } from '@parcours/kernel';

import { PeopleErrors } from '../people.errors.js';
import { SESSION_ID, SESSION_LIST, SESSION_SCHEMA } from '../sign-in/sign-in.schema.js';
import type { Session } from './session.entity.js';
import { SessionService } from './session.service.js';

@Tag('Signing in')
@Controller('auth/sessions')
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  @Get()
  @SignedIn()
  @ApiOperation({
    summary: 'List your open sessions',
    description: 'Where you are signed in, the latest first. An API token has none.',
  })
  @Refuses(PeopleErrors.usersOnly)
  @Answers(200, SESSION_SCHEMA, 'list')
  async list(@ListParams(SESSION_LIST) query: ListQuery, @CurrentCaller() { by, sessionId }: Caller) {
    const page = await this.sessions.list(query, userOf(by));
    return answerPage(page, query, (session) => present(session, sessionId));
  }

  @Delete(':id')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({
    summary: 'End one of your sessions',
    description: 'Its tokens stop working, within five seconds everywhere.',
  })
  @Refuses(PeopleErrors.usersOnly, PeopleErrors.sessionNotFound)
  @Answers(204)
  async end(@PathParam('id', SESSION_ID) id: number, @CurrentCaller() { by }: Caller): Promise<void> {
    userOf(by);
    await this.sessions.end(id, by);
  }
}

/** @throws people.users-only */
function userOf({ kind, id }: Actor): number {
  if (kind !== 'user' || id === null) throw PeopleErrors.usersOnly({});
  return id;
}

function present(session: Session, current: number | undefined) {
  const { id, address, userAgent } = session;
  return {
    id: String(id),
    isCurrent: id === current,
    createdAt: formatInstant(session.createdAt),
    lastUsedAt: formatInstant(session.lastUsedAt),
    expiresAt: formatInstant(Math.min(session.expiresAt, session.idleExpiresAt)),
    address,
    userAgent,
  };
}
