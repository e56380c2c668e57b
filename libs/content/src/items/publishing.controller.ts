import { Controller, HttpCode, Post, Res, type Type } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Answers,
  CurrentPrincipal,
  Idempotent,
  IfMatch,
  JsonBody,
  PathParam,
  type Principal,
  Scope,
  setEtag,
} from '@parcours/http';
import type { JsonObject } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import type { ContentType } from '../types/content-type.js';
import {
  answerSchema,
  NO_MEMBERS_SCHEMA,
  PUBLISH_SCHEMA,
  VALIDATION_SCHEMA,
} from '../types/document-schema.js';
import { namedController } from '../types/named-controller.js';
import type { ContentItem } from './content-item.entity.js';
import { ContentService } from './content.service.js';
import { PublishingService } from './publishing.service.js';

/** The routes that put a content type's drafts into use and out of it. */
export function publishingController(type: ContentType): Type {
  const { name, singular, title, scopes } = type;
  const answer = answerSchema(type);

  @ApiTags(title)
  @Controller(name)
  class PublishingController {
    constructor(
      private readonly content: ContentService,
      private readonly publishing: PublishingService,
    ) {}

    @Post(':key/validate')
    @HttpCode(200)
    @Scope(`${scopes}:read`)
    @ApiOperation({
      summary: `Check a ${singular}`,
      description: 'Tells what stops a publish; changes nothing.',
    })
    @Answers(200, VALIDATION_SCHEMA)
    async validate(@PathParam('key') key: string, @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject) {
      return { data: await this.publishing.validate({ type: name, key }) };
    }

    @Post(':key/publish')
    @HttpCode(200)
    @Scope(`${scopes}:publish`)
    @Idempotent()
    @ApiOperation({
      summary: `Publish a ${singular}`,
      description: 'The draft becomes the next version, unless it is the published one already.',
    })
    @Answers(200, answer)
    async publish(
      @PathParam('key') key: string,
      @JsonBody(PUBLISH_SCHEMA) { note }: { note?: string },
      @IfMatch() ifMatch: string | undefined,
      @CurrentPrincipal() principal: Principal,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const request = { note, by: principal.name };
      return this.answer(await this.publishing.publish({ type: name, key, ifMatch }, request), reply);
    }

    @Post(':key/unpublish')
    @HttpCode(200)
    @Scope(`${scopes}:publish`)
    @Idempotent()
    @ApiOperation({
      summary: `Take a ${singular} out of use`,
      description: 'Its versions stay in the history.',
    })
    @Answers(200, answer)
    async unpublish(
      @PathParam('key') key: string,
      @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject,
      @IfMatch() ifMatch: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      return this.answer(await this.publishing.unpublish({ type: name, key, ifMatch }), reply);
    }

    private answer(item: ContentItem, reply: FastifyReply) {
      setEtag(reply, item.revision);
      return { data: this.content.present(item) };
    }
  }

  return namedController(PublishingController, type, 'Publishing');
}
