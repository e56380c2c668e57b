import { Controller, Delete, Get, HttpCode, Post, Res, type Type } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  Answers,
  CurrentActor,
  CurrentPrincipal,
  Idempotent,
  IfMatch,
  JsonBody,
  ListParams,
  type ListQuery,
  PathParam,
  type Principal,
  Refuses,
  Scope,
  setEtag,
  Tag,
  Vetoed,
} from '@parcours/http';
import type { Actor, JsonObject } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import { COMES_INTO_USE } from '../changes/content-changes.js';
import { ContentErrors } from '../content.errors.js';
import type { ContentType } from '../types/content-type.js';
import { NO_MEMBERS_SCHEMA, VALIDATION_SCHEMA } from '../types/publishing-schema.js';
import type { ContentRelease } from './content-release.entity.js';
import { RELEASE_LIST } from './content-release.repository.js';
import { ReleaseAccess } from './release-access.service.js';
import { ReleasePublishing } from './release-publishing.service.js';
import { ReleaseRollback } from './release-rollback.service.js';
import { presentRelease } from './release.presenter.js';
import { newReleaseSchema, RELEASE_ID, RELEASE_PUBLISH_SCHEMA, releaseSchema } from './release.schema.js';
import { type NewRelease, ReleaseService } from './release.service.js';

/** The routes of releases of these types. */
export function releaseController(types: readonly ContentType[]): Type {
  const answer = releaseSchema(types);

  @Tag('Releases', 'Things that are published, or taken out of use, together: all of them or none.')
  @Controller('releases')
  class ReleaseController {
    constructor(
      private readonly releases: ReleaseService,
      private readonly publishing: ReleasePublishing,
      private readonly rollback: ReleaseRollback,
      private readonly access: ReleaseAccess,
    ) {}

    @Get()
    @Scope('releases:read')
    @ApiOperation({
      summary: 'List releases',
      description: 'Planned, published and rolled back ones, the newest first.',
    })
    @Answers(200, answer, 'list')
    list(@ListParams(RELEASE_LIST) query: ListQuery) {
      return this.releases.list(query);
    }

    @Post()
    @Scope('releases:write')
    @Idempotent()
    @ApiOperation({
      summary: 'Create a release',
      description: 'Things to publish, or take out of use, together; with `at` it is planned too.',
    })
    @Answers(201, answer)
    async create(
      @JsonBody(newReleaseSchema(types)) body: NewRelease,
      @CurrentPrincipal() principal: Principal,
      @CurrentActor() by: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      if (body.at !== undefined) this.access.assertMayPublish(body.items, principal);
      const release = await this.releases.create(body, by);
      void reply.header('location', `/api/v1/releases/${String(release.id)}`);
      return this.answer(release, reply);
    }

    @Get(':id')
    @Scope('releases:read')
    @ApiOperation({ summary: 'Read a release', description: 'What is in it, and what has become of it.' })
    @Refuses(ContentErrors.releaseNotFound)
    @Answers(200, answer)
    async get(@PathParam('id', RELEASE_ID) id: number, @Res({ passthrough: true }) reply: FastifyReply) {
      return this.answer(await this.releases.require({ id }), reply);
    }

    @Delete(':id')
    @HttpCode(204)
    @Scope('releases:write')
    @ApiOperation({ summary: 'Delete a release', description: 'One that was published stays as history.' })
    @Refuses(ContentErrors.releaseNotFound, ContentErrors.releaseState)
    @Answers(204)
    async remove(
      @PathParam('id', RELEASE_ID) id: number,
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() by: Actor,
    ): Promise<void> {
      await this.releases.remove({ id, ifMatch }, by);
    }

    @Post(':id/validate')
    @HttpCode(200)
    @Scope('releases:read')
    @ApiOperation({
      summary: 'Check a release',
      description: 'As a whole: its members may refer to each other. Changes nothing.',
    })
    @Refuses(ContentErrors.releaseNotFound)
    @Answers(200, VALIDATION_SCHEMA)
    async validate(@PathParam('id', RELEASE_ID) id: number, @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject) {
      return { data: await this.releases.validate({ id }) };
    }

    @Post(':id/publish')
    @HttpCode(200)
    @Scope('releases:publish')
    @Idempotent()
    @ApiOperation({
      summary: 'Publish a release',
      description:
        'All of its members or none, at once or at a time. Needs the publish scope of each type in it.',
    })
    @Refuses(
      ContentErrors.releaseNotFound,
      ContentErrors.releaseState,
      ContentErrors.releaseNotPublishable,
      ContentErrors.changedMeanwhile,
      ContentErrors.inUse,
      ContentErrors.referenceLost,
    )
    @Vetoed(COMES_INTO_USE)
    @Answers(200, answer)
    async publish(
      @PathParam('id', RELEASE_ID) id: number,
      @JsonBody(RELEASE_PUBLISH_SCHEMA) { at }: { at?: string },
      @IfMatch() ifMatch: string | undefined,
      @CurrentPrincipal() principal: Principal,
      @CurrentActor() by: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      this.access.assertMayPublish((await this.releases.require({ id })).items, principal);
      const address = { id, ifMatch };
      if (at !== undefined) return this.answer(await this.releases.plan(address, at, by), reply);
      return this.answer(await this.publishing.publish(address, by), reply);
    }

    @Delete(':id/schedule')
    @Scope('releases:publish')
    @ApiOperation({
      summary: 'Cancel the planned publish of a release',
      description: 'Also forgets why one has failed.',
    })
    @Refuses(ContentErrors.releaseNotFound, ContentErrors.releaseState)
    @Answers(200, answer)
    async cancel(
      @PathParam('id', RELEASE_ID) id: number,
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() by: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      return this.answer(await this.releases.cancel({ id, ifMatch }, by), reply);
    }

    @Post(':id/rollback')
    @HttpCode(200)
    @Scope('releases:publish')
    @Idempotent()
    @ApiOperation({
      summary: 'Roll a release back',
      description:
        'Each member to what was published of it before, all of them or none. Refused when one has changed since.',
    })
    @Refuses(
      ContentErrors.releaseNotFound,
      ContentErrors.releaseState,
      ContentErrors.releaseSuperseded,
      ContentErrors.changedMeanwhile,
      ContentErrors.inUse,
      ContentErrors.referenceLost,
    )
    @Answers(200, answer)
    async rollBack(
      @PathParam('id', RELEASE_ID) id: number,
      @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject,
      @IfMatch() ifMatch: string | undefined,
      @CurrentPrincipal() principal: Principal,
      @CurrentActor() by: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      this.access.assertMayPublish((await this.releases.require({ id })).items, principal);
      return this.answer(await this.rollback.rollBack({ id, ifMatch }, by), reply);
    }

    private answer(release: ContentRelease, reply: FastifyReply) {
      setEtag(reply, release.revision);
      return { data: presentRelease(release) };
    }
  }

  return ReleaseController;
}
