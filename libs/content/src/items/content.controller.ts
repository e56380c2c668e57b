import { Controller, Delete, Get, HttpCode, Patch, Post, Put, Res, type Type } from '@nestjs/common';
import { ApiConsumes, ApiOperation } from '@nestjs/swagger';
import {
  Answers,
  CurrentActor,
  Idempotent,
  IfMatch,
  JsonBody,
  type ListQuery,
  type ListSpec,
  OpenListParams,
  PathParam,
  QueryParams,
  Refuses,
  Scope,
  setEtag,
  Tag,
} from '@parcours/http';
import type { Actor, JsonObject } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import { ContentErrors } from '../content.errors.js';
import { CLONE_SCHEMA } from '../history/history.schema.js';
import { LOCALE_QUERY } from '../locales/locale-query.js';
import type { ContentType } from '../types/content-type.js';
import { answerSchema } from '../types/answer-schema.js';
import { draftSchema, newDraftSchema, patchSchema, KEY_PARAM } from '../types/document-schema.js';
import { namedController } from '../types/named-controller.js';
import type { ContentItem } from './content-item.entity.js';
import { listSpecOf } from './content-status.js';
import { ContentService } from './content.service.js';
import { DraftService } from './draft.service.js';

/** Drafts may be unfinished: what of the schema holds for them is the service's to say. */
const ANY_OBJECT = { type: 'object' };

/** The routes of a content type's drafts. */
export function contentController(type: ContentType): Type {
  const { name, singular, title, description, scopes, refuses = [] } = type;
  const answer = answerSchema(type);

  @Tag(title, description)
  @Controller(name)
  class ContentController {
    constructor(
      private readonly content: ContentService,
      private readonly drafts: DraftService,
    ) {}

    @Get()
    @Scope(`${scopes}:read`)
    @ApiOperation({
      summary: `List ${name}`,
      description:
        'Their drafts and where they stand. Those that are archived are left out unless asked for.',
    })
    @Refuses(ContentErrors.fieldsNotReady)
    @Answers(200, answer, 'list')
    list(@OpenListParams(listSpecOf(type)) read: (spec: ListSpec) => ListQuery) {
      return this.content.list(name, read);
    }

    @Post()
    @Scope(`${scopes}:write`)
    @Idempotent()
    @ApiOperation({ summary: `Create a ${singular}`, description: 'As a draft, which may be unfinished.' })
    @Refuses(ContentErrors.keyTaken, ...refuses)
    @Answers(201, answer)
    async create(
      @JsonBody(newDraftSchema(type), ANY_OBJECT) body: JsonObject,
      @CurrentActor() by: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const item = await this.drafts.create(name, body, by);
      void reply.header('location', `/api/v1/${name}/${item.key}`);
      return this.answer(item, reply);
    }

    @Get(':key')
    @Scope(`${scopes}:read`)
    @ApiOperation({ summary: `Read a ${singular}`, description: 'The draft, and where it stands.' })
    @Refuses(ContentErrors.notFound)
    @Answers(200, answer)
    async get(
      @PathParam('key', KEY_PARAM) key: string,
      @QueryParams(LOCALE_QUERY) { locale }: { locale?: string },
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const item = await this.drafts.require({ type: name, key });
      setEtag(reply, item.revision);
      return { data: await this.content.read(item, locale) };
    }

    @Put(':key')
    @Scope(`${scopes}:write`)
    @ApiOperation({
      summary: `Create or replace a ${singular}`,
      description:
        'The whole draft, which may be unfinished. What is published stays until the next publish.',
    })
    @Refuses(ContentErrors.keyTaken, ContentErrors.changedMeanwhile, ...refuses)
    @Answers(200, answer)
    @Answers(201, answer)
    async put(
      @PathParam('key', KEY_PARAM) key: string,
      @JsonBody(draftSchema(type), ANY_OBJECT) body: JsonObject,
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() by: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const { item, isNew } = await this.drafts.put({ type: name, key, ifMatch }, body, by);
      if (isNew) void reply.code(201).header('location', `/api/v1/${name}/${item.key}`);
      return this.answer(item, reply);
    }

    @Patch(':key')
    @Scope(`${scopes}:write`)
    @ApiOperation({
      summary: `Change a ${singular}`,
      description: 'JSON merge patch (RFC 7396) of the draft.',
    })
    @Refuses(ContentErrors.notFound, ContentErrors.changedMeanwhile, ...refuses)
    @ApiConsumes('application/merge-patch+json', 'application/json')
    @Answers(200, answer)
    async patch(
      @PathParam('key', KEY_PARAM) key: string,
      @JsonBody(patchSchema(type)) body: JsonObject,
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() by: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      return this.answer(await this.drafts.patch({ type: name, key, ifMatch }, body, by), reply);
    }

    @Delete(':key')
    @HttpCode(204)
    @Scope(`${scopes}:write`)
    @ApiOperation({
      summary: `Delete a ${singular}`,
      description:
        'Not while something published or drafted refers to it. Enrollments that run on its versions go on.',
    })
    @Refuses(ContentErrors.notFound, ContentErrors.changedMeanwhile, ContentErrors.inUse)
    @Answers(204)
    async remove(
      @PathParam('key', KEY_PARAM) key: string,
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() by: Actor,
    ): Promise<void> {
      await this.drafts.remove({ type: name, key, ifMatch }, by);
    }

    @Post(':key/clone')
    @Scope(`${scopes}:write`)
    @Idempotent()
    @ApiOperation({
      summary: `Copy a ${singular}`,
      description: 'The draft, secrets included, as the draft of a new key.',
    })
    @Refuses(ContentErrors.notFound, ContentErrors.keyTaken)
    @Answers(201, answer)
    async clone(
      @PathParam('key', KEY_PARAM) key: string,
      @JsonBody(CLONE_SCHEMA) body: { key: string },
      @CurrentActor() by: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const item = await this.drafts.clone({ type: name, key }, body.key, by);
      void reply.header('location', `/api/v1/${name}/${item.key}`);
      return this.answer(item, reply);
    }

    private answer(item: ContentItem, reply: FastifyReply) {
      setEtag(reply, item.revision);
      return { data: this.content.present(item) };
    }
  }

  return namedController(ContentController, type);
}
