import { Controller, Get, HttpCode, Post, Res, type Type } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  Answers,
  CurrentActor,
  Idempotent,
  IfMatch,
  JsonBody,
  ListParams,
  type ListQuery,
  PathParam,
  QueryParams,
  Refuses,
  Scope,
  setEtag,
  Tag,
  Tagged,
} from '@parcours/http';
import type { Actor, JsonObject } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import { ContentErrors } from '../content.errors.js';
import { VERSION_LIST } from '../items/content-status.js';
import { ContentService } from '../items/content.service.js';
import { LOCALE_QUERY } from '../locales/locale-query.js';
import type { ContentType } from '../types/content-type.js';
import { namedController } from '../types/named-controller.js';
import { answerSchema } from '../types/answer-schema.js';
import { KEY_PARAM } from '../types/document-schema.js';
import { NO_MEMBERS_SCHEMA, VERSION_SCHEMA } from '../types/publishing-schema.js';
import { ContentHistory } from './content-history.service.js';
import { DIFF_QUERY, DIFF_SCHEMA, DIFF_SIDE, VERSION_NUMBER } from './history.schema.js';

/** The routes that look back at what was published. */
export function historyController(type: ContentType): Type {
  const { name, singular, title, scopes } = type;

  @Tag(title)
  @Controller(`${name}/:key/versions`)
  class HistoryController {
    constructor(
      private readonly history: ContentHistory,
      private readonly content: ContentService,
    ) {}

    @Get()
    @Scope(`${scopes}:read`)
    @ApiOperation({
      summary: `List the versions of a ${singular}`,
      description: 'The newest first, without their documents.',
    })
    @Refuses(ContentErrors.notFound)
    @Answers(200, VERSION_SCHEMA, 'list')
    list(@PathParam('key', KEY_PARAM) key: string, @ListParams(VERSION_LIST) query: ListQuery) {
      return this.history.list({ type: name, key }, query);
    }

    @Get(':number')
    @Scope(`${scopes}:read`)
    @ApiOperation({ summary: `Read a version of a ${singular}`, description: 'As it was published.' })
    @Refuses(ContentErrors.notFound, ContentErrors.versionNotFound)
    @Answers(200, VERSION_SCHEMA)
    @Tagged()
    async version(
      @PathParam('key', KEY_PARAM) key: string,
      @PathParam('number', VERSION_NUMBER) number: number,
      @QueryParams(LOCALE_QUERY) { locale }: { locale?: string },
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const version = await this.history.version({ type: name, key }, { number, locale });
      setEtag(reply, `version-${String(number)}`);
      return { data: version };
    }

    @Get(':from/diff/:to')
    @Scope(`${scopes}:read`)
    @ApiOperation({
      summary: `Compare two versions of a ${singular}`,
      description: 'What turned one into the other, as JSON-pointer changes and in words.',
    })
    @Refuses(ContentErrors.notFound, ContentErrors.versionNotFound)
    @Answers(200, DIFF_SCHEMA)
    async diff(
      @PathParam('key', KEY_PARAM) key: string,
      @PathParam('from', DIFF_SIDE) from: string,
      @PathParam('to', DIFF_SIDE) to: string,
      @QueryParams(DIFF_QUERY) { locale = 'en' }: { locale?: string },
    ) {
      return { data: await this.history.diff({ type: name, key }, { from, to, locale }) };
    }

    @Post(':number/restore')
    @HttpCode(200)
    @Scope(`${scopes}:write`)
    @Idempotent()
    @ApiOperation({
      summary: `Restore a version of a ${singular}`,
      description: 'Into the draft; what is published stays until the next publish.',
    })
    @Refuses(ContentErrors.notFound, ContentErrors.versionNotFound, ContentErrors.changedMeanwhile)
    @Answers(200, answerSchema(type))
    async restore(
      @PathParam('key', KEY_PARAM) key: string,
      @PathParam('number', VERSION_NUMBER) number: number,
      @JsonBody(NO_MEMBERS_SCHEMA) _body: JsonObject,
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() by: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const item = await this.history.restore({ type: name, key, ifMatch }, { number, by });
      setEtag(reply, item.revision);
      return { data: this.content.present(item) };
    }
  }

  return namedController(HistoryController, type, 'History');
}
