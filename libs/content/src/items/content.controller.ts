import { Controller, Delete, Get, HttpCode, Patch, Post, Put, Res, type Type } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Answers,
  CurrentPrincipal,
  Idempotent,
  IfMatch,
  JsonBody,
  ListParams,
  type ListQuery,
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
  documentSchema,
  NO_MEMBERS_SCHEMA,
  patchSchema,
  PUBLISH_SCHEMA,
  replacementSchema,
  VALIDATION_SCHEMA,
  VERSION_SCHEMA,
} from '../types/document-schema.js';
import type { ContentItem } from './content-item.entity.js';
import { listSpecOf, VERSION_LIST } from './content-status.js';
import { ContentService } from './content.service.js';
import { DraftService } from './draft.service.js';
import { PublishingService } from './publishing.service.js';

const VERSION_NUMBER = { type: 'integer', minimum: 1, description: 'The number of the version.' };

/** Drafts may be unfinished: what of the schema holds for them is the service's to say. */
const ANY_OBJECT = { type: 'object' };

/** The routes of one content type. */
export function contentController(type: ContentType): Type {
  const { name, singular, title, scopes } = type;
  const answer = answerSchema(type);

  @ApiTags(title)
  @Controller(name)
  class ContentController {
    constructor(
      private readonly content: ContentService,
      private readonly drafts: DraftService,
      private readonly publishing: PublishingService,
    ) {}

    @Get()
    @Scope(`${scopes}:read`)
    @ApiOperation({ summary: `List ${name}` })
    @Answers(200, answer, 'list')
    list(@ListParams(listSpecOf(type)) query: ListQuery) {
      return this.content.list(name, query);
    }

    @Post()
    @Scope(`${scopes}:write`)
    @Idempotent()
    @ApiOperation({ summary: `Create a ${singular}`, description: 'As a draft, which may be unfinished.' })
    @Answers(201, answer)
    async create(
      @JsonBody(documentSchema(type), ANY_OBJECT) body: JsonObject,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const item = await this.drafts.create(name, body);
      void reply.header('location', `/api/v1/${name}/${item.key}`);
      return this.answer(item, reply);
    }

    @Get(':key')
    @Scope(`${scopes}:read`)
    @ApiOperation({ summary: `Read a ${singular}`, description: 'The draft, and where it stands.' })
    @Answers(200, answer)
    async get(@PathParam('key') key: string, @Res({ passthrough: true }) reply: FastifyReply) {
      return this.answer(await this.drafts.require({ type: name, key }), reply);
    }

    @Put(':key')
    @Scope(`${scopes}:write`)
    @ApiOperation({ summary: `Create or replace a ${singular}` })
    @Answers(200, answer)
    @Answers(201, answer)
    async put(
      @PathParam('key') key: string,
      @JsonBody(replacementSchema(type), ANY_OBJECT) body: JsonObject,
      @IfMatch() ifMatch: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const { item, isNew } = await this.drafts.put({ type: name, key, ifMatch }, body);
      if (isNew) void reply.code(201).header('location', `/api/v1/${name}/${item.key}`);
      return this.answer(item, reply);
    }

    @Patch(':key')
    @Scope(`${scopes}:write`)
    @ApiOperation({ summary: `Change a ${singular}`, description: 'JSON merge patch of the draft.' })
    @ApiConsumes('application/merge-patch+json', 'application/json')
    @Answers(200, answer)
    async patch(
      @PathParam('key') key: string,
      @JsonBody(patchSchema(type)) body: JsonObject,
      @IfMatch() ifMatch: string | undefined,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      return this.answer(await this.drafts.patch({ type: name, key, ifMatch }, body), reply);
    }

    @Delete(':key')
    @HttpCode(204)
    @Scope(`${scopes}:write`)
    @ApiOperation({ summary: `Delete a ${singular}` })
    @Answers(204)
    async remove(@PathParam('key') key: string, @IfMatch() ifMatch: string | undefined): Promise<void> {
      await this.drafts.remove({ type: name, key, ifMatch });
    }

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

    @Get(':key/versions')
    @Scope(`${scopes}:read`)
    @ApiOperation({ summary: `List the versions of a ${singular}` })
    @Answers(200, VERSION_SCHEMA, 'list')
    versions(@PathParam('key') key: string, @ListParams(VERSION_LIST) query: ListQuery) {
      return this.content.listVersions({ type: name, key }, query);
    }

    @Get(':key/versions/:number')
    @Scope(`${scopes}:read`)
    @ApiOperation({ summary: `Read a version of a ${singular}` })
    @Answers(200, VERSION_SCHEMA)
    async version(
      @PathParam('key') key: string,
      @PathParam('number', VERSION_NUMBER) number: number,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const version = await this.content.version({ type: name, key }, number);
      setEtag(reply, `version-${String(number)}`);
      return { data: version };
    }

    private answer(item: ContentItem, reply: FastifyReply) {
      setEtag(reply, item.revision);
      return { data: this.content.present(item) };
    }
  }

  // The class name is the operation's name in the documentation.
  Object.defineProperty(ContentController, 'name', { value: `${classNameOf(name)}Controller` });
  return ContentController;
}

function classNameOf(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
}
