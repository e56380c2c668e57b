import { Controller, Delete, Get, HttpCode, Patch, Post, Res, type Type } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ContentErrors, type ContentType, KEY_PARAM, namedController } from '@parcours/content';
import {
  answerPage,
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
} from '@parcours/http';
import type { Actor } from '@parcours/kernel';
import type { FastifyReply } from 'fastify';

import { CollaborationErrors } from '../collaboration.errors.js';
import { Things } from '../things.service.js';
import {
  COMMENT_EDIT_SCHEMA,
  COMMENT_ID,
  COMMENT_SCHEMA,
  NEW_COMMENT_SCHEMA,
  presentComment,
} from './comment.schema.js';
import { type CommentEdit, CommentService, mayModerate, type NewComment } from './comment.service.js';
import { type Comment, COMMENT_LIST } from './comment.store.js';

/** The routes of what people say about things of a type. */
export function commentController(type: ContentType): Type {
  const { name, singular, title, scopes } = type;

  @Tag(title)
  @Controller(`${name}/:key/comments`)
  class CommentController {
    constructor(
      private readonly comments: CommentService,
      private readonly things: Things,
    ) {}

    @Get()
    @Scope(`${scopes}:read`)
    @ApiOperation({ summary: `List the comments on a ${singular}`, description: 'Replies among them.' })
    @Refuses(ContentErrors.notFound)
    @Answers(200, COMMENT_SCHEMA, 'list')
    async list(@PathParam('key', KEY_PARAM) key: string, @ListParams(COMMENT_LIST) query: ListQuery) {
      const item = await this.things.require({ type: name, key });
      return answerPage(await this.comments.list(item, query), query, presentComment);
    }

    @Post()
    @Scope(`${scopes}:comment`)
    @Idempotent()
    @ApiOperation({
      summary: `Comment on a ${singular}`,
      description: 'On the whole, or on a part of it; or in reply to a comment.',
    })
    @Refuses(ContentErrors.notFound)
    @Answers(201, COMMENT_SCHEMA)
    async add(
      @PathParam('key', KEY_PARAM) key: string,
      @JsonBody(NEW_COMMENT_SCHEMA) body: NewComment,
      @CurrentActor() actor: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const item = await this.things.require({ type: name, key });
      const comment = await this.comments.add(item, body, actor);
      void reply.header('location', `/api/v1/${name}/${key}/comments/${String(comment.id)}`);
      return this.answer(comment, reply);
    }

    @Get(':id')
    @Scope(`${scopes}:read`)
    @ApiOperation({
      summary: `Read a comment on a ${singular}`,
      description: 'Its thread is a list: `filter[thread][eq]=9101`.',
    })
    @Refuses(ContentErrors.notFound, CollaborationErrors.commentNotFound)
    @Answers(200, COMMENT_SCHEMA)
    async get(
      @PathParam('key', KEY_PARAM) key: string,
      @PathParam('id', COMMENT_ID) id: number,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const item = await this.things.require({ type: name, key });
      return this.answer(await this.comments.require(item, id), reply);
    }

    @Patch(':id')
    @Scope(`${scopes}:comment`)
    @ApiOperation({
      summary: `Change a comment on a ${singular}, or settle its thread`,
      description: 'The text is its author’s alone; anybody who may comment resolves.',
    })
    @Refuses(ContentErrors.notFound, CollaborationErrors.commentNotFound, CollaborationErrors.notYourComment)
    @Answers(200, COMMENT_SCHEMA)
    async edit(
      @PathParam('key', KEY_PARAM) key: string,
      @PathParam('id', COMMENT_ID) id: number,
      @JsonBody(COMMENT_EDIT_SCHEMA) body: CommentEdit,
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() actor: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const item = await this.things.require({ type: name, key });
      const editor = { actor, isModerator: false, ifMatch };
      return this.answer(await this.comments.edit(item, id, body, editor), reply);
    }

    @Delete(':id')
    @HttpCode(204)
    @Scope(`${scopes}:comment`)
    @ApiOperation({
      summary: `Delete a comment on a ${singular}`,
      description: `By its author, or by whoever has \`${scopes}:*\`. Where others have replied, a gap stays.`,
    })
    @Refuses(ContentErrors.notFound, CollaborationErrors.commentNotFound, CollaborationErrors.notYourComment)
    @Answers(204)
    async remove(
      @PathParam('key', KEY_PARAM) key: string,
      @PathParam('id', COMMENT_ID) id: number,
      @IfMatch() ifMatch: string | undefined,
      @CurrentActor() actor: Actor,
      @CurrentPrincipal() principal: Principal,
    ): Promise<void> {
      const item = await this.things.require({ type: name, key });
      const isModerator = mayModerate(principal.scopes, scopes);
      await this.comments.remove(item, id, { actor, isModerator, ifMatch });
    }

    private answer(comment: Comment, reply: FastifyReply) {
      setEtag(reply, comment.revision);
      return { data: presentComment(comment) };
    }
  }

  return namedController(CommentController, type, 'Comment');
}
