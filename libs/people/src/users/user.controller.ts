import { Controller, Delete, Get, HttpCode, Patch, Post, Res } from '@nestjs/common';
import { ApiConsumes, ApiOperation } from '@nestjs/swagger';
import {
  answerPage,
  Answers,
  type Caller,
  CurrentCaller,
  Idempotent,
  IfMatch,
  JsonBody,
  ListParams,
  type ListQuery,
  PathParam,
  Refuses,
  Scope,
  setEtag,
  Tag,
  Tagged,
} from '@parcours/http';
import { formatInstant } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import { PeopleErrors } from '../people.errors.js';
import type { User } from './user.entity.js';
import { presentUser } from './user.presenter.js';
import {
  INVITE_SCHEMA,
  NEW_USER_SCHEMA,
  USER_ID,
  USER_LIST,
  USER_PATCH_SCHEMA,
  USER_SCHEMA,
} from './user.schema.js';
import { type NewUser, type UserPatch, UserService } from './user.service.js';

@Tag('Users', 'The people who work here, and the roles that say what each may do.')
@Controller('users')
export class UserController {
  constructor(private readonly users: UserService) {}

  @Get()
  @Scope('users:read')
  @ApiOperation({
    summary: 'List users',
    description: 'Those who are invited or disabled too; `role=editor` for those who have a role.',
  })
  @Answers(200, USER_SCHEMA, 'list')
  async list(@ListParams(USER_LIST) query: ListQuery) {
    return answerPage(await this.users.list(query), query, presentUser);
  }

  @Post()
  @Scope('users:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Create a user',
    description:
      'With a password, or without and then invited. Nobody can give roles that allow more than their own.',
  })
  @Refuses(
    PeopleErrors.emailTaken,
    PeopleErrors.weakPassword,
    PeopleErrors.beyondOwn,
    PeopleErrors.signInsBusy,
  )
  @Answers(201, USER_SCHEMA)
  async create(
    @JsonBody(NEW_USER_SCHEMA) body: NewUser,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const user = await this.users.create(body, caller);
    void reply.header('location', `/api/v1/users/${String(user.id)}`);
    return this.answer(user, reply);
  }

  @Get(':id')
  @Scope('users:read')
  @ApiOperation({ summary: 'Read a user', description: 'Of the password no more than when it was set.' })
  @Refuses(PeopleErrors.userNotFound)
  @Answers(200, USER_SCHEMA)
  async get(@PathParam('id', USER_ID) id: number, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.answer(await this.users.get({ id }), reply);
  }

  @Patch(':id')
  @Scope('users:write')
  @ApiOperation({
    summary: 'Change a user',
    description:
      'New roles count from the next call on, in other processes within a few seconds; disabling signs the user out.',
  })
  @Refuses(
    PeopleErrors.userNotFound,
    PeopleErrors.emailTaken,
    PeopleErrors.beyondOwn,
    PeopleErrors.lastOwner,
    PeopleErrors.changedMeanwhile,
  )
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @Answers(200, USER_SCHEMA)
  async patch(
    @PathParam('id', USER_ID) id: number,
    @JsonBody(USER_PATCH_SCHEMA) body: UserPatch,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(await this.users.patch({ id, ifMatch }, body, caller), reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Scope('users:write')
  @ApiOperation({
    summary: 'Delete a user',
    description: 'What they did stays in the audit log. The last owner who can sign in cannot be deleted.',
  })
  @Refuses(
    PeopleErrors.userNotFound,
    PeopleErrors.beyondOwn,
    PeopleErrors.lastOwner,
    PeopleErrors.changedMeanwhile,
  )
  @Answers(204)
  async remove(
    @PathParam('id', USER_ID) id: number,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.users.remove({ id, ifMatch }, caller);
  }

  @Post(':id/invite')
  @HttpCode(200)
  @Scope('users:write')
  @ApiOperation({
    summary: 'Invite a user, or let them set a new password',
    description:
      'Answers a token, this once, with which the user can set a password, once, within 72 hours; nothing is sent. A new one takes the place of the one before.',
  })
  @Refuses(PeopleErrors.userNotFound, PeopleErrors.beyondOwn, PeopleErrors.changedMeanwhile)
  @Answers(200, INVITE_SCHEMA)
  @Tagged()
  async invite(
    @PathParam('id', USER_ID) id: number,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { token, expiresAt, user } = await this.users.invite(id, caller);
    setEtag(reply, user.revision);
    return { data: { token, expiresAt: formatInstant(expiresAt) } };
  }

  private answer(user: User, reply: FastifyReply) {
    setEtag(reply, user.revision);
    return { data: presentUser(user) };
  }
}
