import { Controller, Delete, HttpCode, Post, Res, type Type } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  Answers,
  CurrentActor,
  Idempotent,
  IfMatch,
  JsonBody,
  PathParam,
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
import { ContentSchedule } from '../schedule/content-schedule.service.js';
import type { ContentType } from '../types/content-type.js';
import { answerSchema } from '../types/answer-schema.js';
import { KEY_PARAM } from '../types/document-schema.js';
import {
  NO_MEMBERS_SCHEMA,
  publishSchema,
  unpublishSchema,
  VALIDATION_SCHEMA,
} from '../types/publishing-schema.js';
import { namedController } from '../types/named-controller.js';
import type { ContentItem } from './content-item.entity.js';
import { ContentService } from './content.service.js';
import { PublishingService } from './publishing.service.js';

/** The routes that put a content type's drafts into use and out of it. */
export function publishingController(type: ContentType): Type {
  const { name, singular, title, scopes } = type;
  const answer = answerSchema(type);

  @Tag(title)
  @Controller(name)
  class PublishingController {
    constructor(
      private readonly content: ContentService,
      private readonly publishing: PublishingService,
      private readonly schedule: ContentSchedule,
    ) {}

    @Post(':key/validate')
    @HttpCode(200)
    @Scope(`${scopes}:read`)
    @ApiOperation({
      summary: `Check a ${singular}`,
      description: 'Tells what stops a publish; changes nothing.',
    })
    @Refuses(ContentErrors.notFound)
    @Answers(200, VALIDATION_SCHEMA)
    async validate(@PathParam('key', KEY_PARAM) key: string, @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject) {
      return { data: await this.publishing.validate({ type: name, key }) };
    }

    @Post(':key/publish')
    @HttpCode(200)
    @Scope(`${scopes}:publish`)
    @Idempotent()
    @ApiOperation({
      summary: `Publish a ${singular}`,
      description:
        'The draft becomes the next version, unless it is the published one already: at once, or at a time.',
    })
    @Refuses(
      ContentErrors.notFound,
      ContentErrors.changedMeanwhile,
      ContentErrors.archived,
      ContentErrors.notPublishable,
      ContentErrors.referenceLost,
    )
    @Vetoed(COMES_INTO_USE)
    @Answers(200, answer)
    async publish(
      @PathParam('key', KEY_PARAM) key: string,
      @JsonBody(publishSchema(type)) body: { note?: string; at?: string },
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() by: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const { note, at, ...options } = body;
      const request = { note, by, ...(type.publishing && { options }) };
      const address = { type: name, key, ifMatch };
      if (at !== undefined) return this.answer(await this.schedule.plan(address, at, request), reply);
      return this.answer(await this.publishing.publish(address, request), reply);
    }

    @Post(':key/unpublish')
    @HttpCode(200)
    @Scope(`${scopes}:publish`)
    @Idempotent()
    @ApiOperation({
      summary: `Take a ${singular} out of use`,
      description: 'Its versions stay in the history.',
    })
    @Refuses(ContentErrors.notFound, ContentErrors.changedMeanwhile, ContentErrors.inUse)
    @Answers(200, answer)
    async unpublish(
      @PathParam('key', KEY_PARAM) key: string,
      @JsonBody(unpublishSchema(type)) options: JsonObject,
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() by: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const address = { type: name, key, ifMatch };
      return this.answer(await this.publishing.unpublish(address, by, options), reply);
    }

    @Delete(':key/schedule')
    @Scope(`${scopes}:publish`)
    @ApiOperation({
      summary: `Cancel the planned publish of a ${singular}`,
      description: 'Also forgets why one has failed.',
    })
    @Refuses(ContentErrors.notFound, ContentErrors.changedMeanwhile, ContentErrors.notScheduled)
    @Answers(200, answer)
    async cancel(
      @PathParam('key', KEY_PARAM) key: string,
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() by: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      return this.answer(await this.schedule.cancel({ type: name, key, ifMatch }, by), reply);
    }

    @Post(':key/archive')
    @HttpCode(200)
    @Scope(`${scopes}:publish`)
    @Idempotent()
    @ApiOperation({
      summary: `Put a ${singular} away`,
      description: 'Out of use and out of lists; `filter[archived][eq]=true` lists it.',
    })
    @Refuses(ContentErrors.notFound, ContentErrors.changedMeanwhile, ContentErrors.inUse)
    @Answers(200, answer)
    async archive(
      @PathParam('key', KEY_PARAM) key: string,
      @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject,
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() by: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      return this.answer(await this.publishing.archive({ type: name, key, ifMatch }, by), reply);
    }

    @Post(':key/unarchive')
    @HttpCode(200)
    @Scope(`${scopes}:publish`)
    @Idempotent()
    @ApiOperation({ summary: `Take a ${singular} out of the archive`, description: 'As a draft.' })
    @Refuses(ContentErrors.notFound, ContentErrors.changedMeanwhile)
    @Answers(200, answer)
    async unarchive(
      @PathParam('key', KEY_PARAM) key: string,
      @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject,
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() by: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      return this.answer(await this.publishing.unarchive({ type: name, key, ifMatch }, by), reply);
    }

    private answer(item: ContentItem, reply: FastifyReply) {
      setEtag(reply, item.revision);
      return { data: this.content.present(item) };
    }
  }

  return namedController(PublishingController, type, 'Publishing');
}
