import { Controller, Delete, Get, HttpCode, Patch, Post, Res } from '@nestjs/common';
import { ApiConsumes, ApiOperation } from '@nestjs/swagger';
import {
  Answers,
  type Caller,
  CurrentCaller,
  Idempotent,
  IfMatch,
  JsonBody,
  PathParam,
  Refuses,
  Scope,
  setEtag,
  Tag,
} from '@parcours/http';
import type { FastifyReply } from 'fastify';

import { PeopleErrors, RoleErrors } from '../people.errors.js';
import {
  type AnyRole,
  NEW_ROLE_SCHEMA,
  presentRole,
  ROLE_KEY,
  ROLE_PATCH_SCHEMA,
  ROLE_SCHEMA,
} from './role.schema.js';
import { type NewRole, RoleService } from './role.service.js';

@Tag('Roles', 'Bundles of scopes for users and API tokens: seven built in, and those that you make.')
@Controller('roles')
export class RoleController {
  constructor(private readonly roles: RoleService) {}

  @Get()
  @Scope('roles:read')
  @ApiOperation({ summary: 'List roles', description: 'All of them on one page: the built-in ones first.' })
  @Answers(200, ROLE_SCHEMA, 'list')
  async list() {
    const data = (await this.roles.list()).map(presentRole);
    return { data, page: { next: null, limit: data.length } };
  }

  @Post()
  @Scope('roles:write')
  @Idempotent()
  @ApiOperation({ summary: 'Create a role', description: 'Of scopes that the caller has.' })
  @Refuses(RoleErrors.keyTaken, PeopleErrors.beyondOwn)
  @Answers(201, ROLE_SCHEMA)
  async create(
    @JsonBody(NEW_ROLE_SCHEMA) body: NewRole,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const role = await this.roles.create(body, caller);
    void reply.header('location', `/api/v1/roles/${role.key}`);
    return this.answer(role, reply);
  }

  @Get(':key')
  @Scope('roles:read')
  @ApiOperation({ summary: 'Read a role', description: 'Built-in ones too.' })
  @Refuses(RoleErrors.notFound)
  @Answers(200, ROLE_SCHEMA)
  async get(@PathParam('key', ROLE_KEY) key: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.answer(await this.roles.get(key), reply);
  }

  @Patch(':key')
  @Scope('roles:write')
  @ApiOperation({
    summary: 'Change a role',
    description:
      'Counts for everybody who has it from the next call on, in other processes within five seconds.',
  })
  @Refuses(RoleErrors.notFound, RoleErrors.builtIn, PeopleErrors.beyondOwn, PeopleErrors.changedMeanwhile)
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @Answers(200, ROLE_SCHEMA)
  async patch(
    @PathParam('key', ROLE_KEY) key: string,
    @JsonBody(ROLE_PATCH_SCHEMA) body: Partial<Omit<NewRole, 'key'>>,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(await this.roles.patch({ key, ifMatch }, body, caller), reply);
  }

  @Delete(':key')
  @HttpCode(204)
  @Scope('roles:write')
  @ApiOperation({ summary: 'Delete a role', description: 'One that nobody has any longer.' })
  @Refuses(
    RoleErrors.notFound,
    RoleErrors.builtIn,
    RoleErrors.inUse,
    PeopleErrors.beyondOwn,
    PeopleErrors.changedMeanwhile,
  )
  @Answers(204)
  async remove(
    @PathParam('key', ROLE_KEY) key: string,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.roles.remove({ key, ifMatch }, caller);
  }

  private answer(role: AnyRole, reply: FastifyReply) {
    const data = presentRole(role);
    setEtag(reply, data.revision);
    return { data };
  }
}
